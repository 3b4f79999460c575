import { ANY_TIE, type TieFilter } from '../../../src/domain/tie.js';
import type { Parameters } from '../../../src/graph/values.js';
import { tieParameters } from '../../../src/store/ties.js';

/** Filters of ties that together use every part of a filter. */
const FILTERS: readonly TieFilter[] = [
  ANY_TIE,
  { ...ANY_TIE, asOf: '2017-06-16', phases: ['AGREEMENT', 'INTENT'], kinds: ['SISTER_CITY', 'SISTER_PROVINCE'] },
  { ...ANY_TIE, placeKinds: ['CITY', 'REGENCY'], country: 'place:id', domestic: false },
  { ...ANY_TIE, sectors: ['sector:education', 'sector:tourism'], confidence: 'MEDIUM' },
];

export const TIES: readonly Parameters[] = FILTERS.map(tieParameters);
