import { group } from 'd3-array';
import type { Unit } from '../../../graph/unit.js';
import { completeAgreement } from '../../dataset/complete-agreement.js';
import { completePlaces, type PlaceTree } from '../../dataset/place-tree.js';
import { RECORD_UNITS } from '../../dataset/record-units.js';
import { agreementDetailUnit, agreementUnit } from '../../dataset/units/agreement.js';
import { placeDetailUnit, placeUnit } from '../../dataset/units/place.js';
import type { RecordFiles } from '../../format/record-files.js';
import type { PlaceRecord } from '../../format/records.js';
import type { CheckedRecords } from './checked-records.js';
import type { RecordGround } from './record-ground.js';

/** The places of some records, with what details among these add to them. */
export function placesOf(records: CheckedRecords): PlaceRecord[] {
  return completePlaces({ places: [...records.places.values()], placeDetails: records.placeDetails });
}

/**
 * The units of the things that checked records bring: sources, sectors and places first, then everything else as it
 * comes. `tree` has the places of the records, and those that they refer to.
 */
export async function* thingUnits(files: RecordFiles, records: CheckedRecords, tree: PlaceTree): AsyncGenerator<Unit> {
  for (const source of records.sources) yield RECORD_UNITS.sources(source);
  for (const sector of records.sectors) yield RECORD_UNITS.sectors(sector);
  const byDepth = placesOf(records).map((place) => ({ place, depth: tree.depth(place) }));
  for (const { place } of byDepth.sort((a, b) => a.depth - b.depth)) yield placeUnit(place, tree);
  const details = group(records.agreementDetails, ({ key }) => key);
  for await (const read of files.records(() => undefined)) {
    if (!records.takes(read)) continue;
    if (read.type === 'agreements') yield agreementUnit(completeAgreement(read.record, details.get(read.record.key) ?? []), tree);
    else if (read.type !== 'sources' && read.type !== 'sectors' && read.type in RECORD_UNITS) {
      yield RECORD_UNITS[read.type as keyof typeof RECORD_UNITS](read.record as never);
    }
  }
}

/** The units of what checked records add to places and agreements of other data sets. */
export async function* detailUnits(
  records: CheckedRecords,
  { dataSet, tree, ground }: { readonly dataSet: string; readonly tree: PlaceTree; readonly ground: RecordGround },
): AsyncGenerator<Unit> {
  for (const detail of records.placeDetails) {
    const place = records.places.has(detail.key) ? undefined : tree.get(detail.key);
    if (place !== undefined) yield placeDetailUnit(detail, place, dataSet);
  }
  const details = records.agreementDetails.filter(({ key }) => !records.has('agreements', key));
  const known = new Map((await ground.agreements(details.map(({ key }) => key))).map((agreement) => [agreement.key, agreement]));
  for (const detail of details) {
    const agreement = known.get(detail.key);
    if (agreement !== undefined) yield agreementDetailUnit(detail, agreement, dataSet);
  }
}
