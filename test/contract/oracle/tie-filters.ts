import { ANY_TIE, type TieFilter } from '../../../src/domain/tie.js';
import type { World } from './worlds.js';

const THE_COUNTRY = 'the country of the world';

/** Each part of a filter alone, some together, and none. */
export const TIE_FILTERS: readonly Partial<TieFilter>[] = [
  {},
  { kinds: ['DOMESTIC', 'FRIENDSHIP'] },
  { sectors: ['sector:education'] },
  { confidence: 'LOW' },
  { confidence: 'MEDIUM' },
  { confidence: 'HIGH' },
  { placeKinds: ['CITY', 'PROVINCE'] },
  { country: THE_COUNTRY },
  { domestic: true },
  { domestic: false },
  { asOf: '2001-02-03', phases: ['AGREEMENT'] },
  { domestic: false, country: THE_COUNTRY, confidence: 'MEDIUM', asOf: '2020-01-01', phases: ['AGREEMENT', 'INTENT'] },
];

/** A filter of the list as it is asked of a world. */
export function tieFilterIn(world: World, part: Partial<TieFilter>): TieFilter {
  return { ...ANY_TIE, ...part, ...(part.country === THE_COUNTRY ? { country: `place:${world.country}` } : {}) };
}
