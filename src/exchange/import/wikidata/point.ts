import type { NamedParty } from '../statement.js';
import { ENTITY } from './query-texts.js';
import type { Reading } from './reading.js';

const POINT = /^(?:<([^>]*)>\s*)?point\s*\(\s*([+-]?[\d.]+(?:e[+-]?\d+)?)\s+([+-]?[\d.]+(?:e[+-]?\d+)?)\s*\)$/i;
const EARTH = `${ENTITY}Q2`;
const REMEDY = 'select P625 of the place, which is Point(longitude latitude)';

/** Where a place lies, from `Point(112.5 -7.98)`: longitude first. Another celestial body may stand before it. */
export function readPoint(value: string): Reading<NonNullable<NamedParty['location']>> {
  const [, globe = EARTH, east, north] = POINT.exec(value.trim()) ?? [];
  const [longitude, latitude] = [Number(east), Number(north)];
  if (Number.isNaN(longitude) || Number.isNaN(latitude)) return { reason: 'it is no point', remedy: REMEDY };
  if (globe.replace('https:', 'http:') !== EARTH) return { reason: 'it is not on Earth', remedy: REMEDY };
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) {
    return { reason: 'no place is there: latitude is -90 to 90, longitude -180 to 180', remedy: REMEDY };
  }
  return { value: { latitude, longitude } };
}
