import { geoDistance } from 'd3-geo';
import type { PlaceRecord } from '../../format/records.js';
import type { Geoname } from './geoname.js';

/** Mean radius of the earth. */
const EARTH_KM = 6371;

/** How far a row lies from a place, in kilometres; null: it is not known where the place lies. */
export function distanceKm({ location }: PlaceRecord, { latitude, longitude }: Geoname): number | null {
  return location === undefined ? null : EARTH_KM * geoDistance([location.longitude, location.latitude], [longitude, latitude]);
}
