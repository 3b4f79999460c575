import type { Unit } from '../../../graph/unit.js';
import { completeAgreement } from '../../dataset/complete-agreement.js';
import { joinedAgreementDetail, joinedPlaceDetail } from '../../dataset/joined-details.js';
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
  const placeDetails = records.placeDetails.keys().flatMap((key) => (records.places.has(key) ? records.placeDetails.to(key) : []));
  return completePlaces({ places: [...records.places.values()], placeDetails });
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
  for await (const read of files.records(() => undefined)) {
    if (!records.takes(read)) continue;
    if (read.type === 'agreements') yield agreementUnit(completeAgreement(read.record, records.agreementDetails.to(read.record.key)), tree);
    else if (read.type !== 'sources' && read.type !== 'sectors' && read.type in RECORD_UNITS) {
      yield RECORD_UNITS[read.type as keyof typeof RECORD_UNITS](read.record as never);
    }
  }
}

/** The units of what checked records add to places and agreements of other data sets: one for all that they add to one of these. */
export async function* detailUnits(
  records: CheckedRecords,
  { dataSet, tree, ground }: { readonly dataSet: string; readonly tree: PlaceTree; readonly ground: RecordGround },
): AsyncGenerator<Unit> {
  for (const key of records.placeDetails.keys()) {
    const place = records.places.has(key) ? undefined : tree.get(key);
    if (place !== undefined) yield placeDetailUnit(joinedPlaceDetail(records.placeDetails.to(key)), place, dataSet);
  }
  const keys = records.agreementDetails.keys().filter((key) => !records.has('agreements', key));
  const known = new Map((await ground.agreements(keys)).map((agreement) => [agreement.key, agreement]));
  for (const key of keys) {
    const agreement = known.get(key);
    if (agreement !== undefined) yield agreementDetailUnit(joinedAgreementDetail(records.agreementDetails.to(key)), agreement, dataSet);
  }
}
