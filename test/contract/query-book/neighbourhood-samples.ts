import type { Parameters } from '../../../src/graph/values.js';
import type { KnownIds, Sample } from './samples.js';
import { TIES } from './ties.js';

/** Anywhere, and inside a country, a province and a city. */
const WITHIN: readonly (string | null)[] = [null, 'place:cn', 'place:jp', 'place:id-ji', 'place:cn-zhangzhou'];
const TIES_WITHIN: readonly Parameters[] = [
  ...TIES.map((ties) => ({ ...ties, within: null })),
  ...WITHIN.map((within) => ({ ...TIES[0], within })),
];

export function neighbourhoodLists(
  ids: KnownIds,
): Readonly<Record<string, { parents: readonly string[]; parameters: readonly Parameters[] }>> {
  return {
    'place/list-partners': { parents: ids.Place, parameters: TIES_WITHIN },
    'place/list-cousins': { parents: ids.Place, parameters: TIES_WITHIN },
  };
}

export function neighbourhoodQuestions(ids: KnownIds): Readonly<Record<string, readonly Sample[]>> {
  const asked = (of: readonly string[]): Sample[] => TIES.map((ties) => ({ parameters: { ...ties, ids: of } }));
  return {
    'place/those-inside': WITHIN.filter((within) => within !== null).map((within) => ({ parameters: { ids: ids.Place, within } })),
    'tie/among': [...asked(ids.Place), ...asked(ids.Place.slice(0, 90)), ...asked([])],
    'tie/beside': [...asked(ids.Place), ...asked(ids.Place.slice(0, 3)), ...asked([])],
    'tie/partner-counts': [...asked(ids.Place), ...asked([])],
  };
}
