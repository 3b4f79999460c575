import { group } from 'd3-array';
import type { Unit } from '../../../graph/unit.js';
import { completeAgreement } from '../../dataset/complete-agreement.js';
import { completePlaces, PlaceTree } from '../../dataset/place-tree.js';
import { RECORD_UNITS } from '../../dataset/record-units.js';
import { agreementDetailUnit, agreementUnit } from '../../dataset/units/agreement.js';
import { placeDetailUnit, placeUnit } from '../../dataset/units/place.js';
import type { RecordFiles } from '../../format/record-files.js';
import type { CheckedRecords } from './check-records.js';
import type { RecordGround } from './record-ground.js';

/** The units of checked records: places first, then everything else as it comes. */
export async function* recordUnits(
  files: RecordFiles,
  checked: CheckedRecords,
  { dataSet, ground }: { readonly dataSet: string; readonly ground: RecordGround },
): AsyncGenerator<Unit> {
  for (const source of checked.sources) yield RECORD_UNITS.sources(source);
  for (const sector of checked.sectors) yield RECORD_UNITS.sectors(sector);
  const places = completePlaces({ places: [...checked.places.values()], placeDetails: checked.placeDetails });
  const around = await ground.places([...(checked.foreign.get('places') ?? [])]);
  const tree = new PlaceTree([...around, ...places], { readableSlugs: false });
  const byDepth = places.map((place) => ({ place, depth: tree.depth(place) })).sort((a, b) => a.depth - b.depth);
  for (const { place } of byDepth) yield placeUnit(place, tree);
  for (const detail of checked.placeDetails) {
    const place = checked.places.has(detail.key) ? undefined : tree.get(detail.key);
    if (place !== undefined) yield placeDetailUnit(detail, place, dataSet);
  }

  const ownDetails = group(checked.agreementDetails, ({ key }) => key);
  for await (const read of files.records(() => undefined)) {
    if (!checked.takes(read)) continue;
    if (read.type === 'agreements') yield agreementUnit(completeAgreement(read.record, ownDetails.get(read.record.key) ?? []), tree);
    else if (read.type !== 'sources' && read.type !== 'sectors' && read.type in RECORD_UNITS) {
      yield RECORD_UNITS[read.type as keyof typeof RECORD_UNITS](read.record as never);
    }
  }
  const others = checked.agreementDetails.filter(({ key }) => !checked.has('agreements', key));
  const known = new Map((await ground.agreements(others.map(({ key }) => key))).map((agreement) => [agreement.key, agreement]));
  for (const detail of others) {
    const agreement = known.get(detail.key);
    if (agreement !== undefined) yield agreementDetailUnit(detail, agreement, dataSet);
  }
}
