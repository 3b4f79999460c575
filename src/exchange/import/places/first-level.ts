import type { PlaceRecord } from '../../format/records.js';
import { isoOf } from './known-places.js';

/** Whether a place is a first-level subdivision: a province, or a municipality that ISO 3166-2 lists at that level. */
export function isFirstLevel(place: PlaceRecord): boolean {
  return place.kind === 'PROVINCE' || isoOf(place) !== '';
}
