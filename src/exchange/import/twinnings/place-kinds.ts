import type { PlaceKind } from '../../../domain/vocabulary.js';
import { PLACES_BY_HAND } from './places-by-hand.js';
import type { WorldPlace } from './world-rows.js';

/** What a name says that a place is, with what such a place is called there. */
const NAMED_KINDS: readonly (readonly [RegExp, PlaceKind, string])[] = [
  [/. district municipality$/i, 'REGENCY', 'district municipality'],
  [/(?:. |\()district\)?$/i, 'REGENCY', 'district'],
  [/^county .|. county$/i, 'REGENCY', 'county'],
  [/. raion$/i, 'REGENCY', 'raion'],
  [/. province$/i, 'REGION', 'province'],
  [/. prefecture$/i, 'REGION', 'prefecture'],
];

/**
 * The kind of a place that is new to the graph. The table tells populated places from areas; which area it is, its name
 * tells. Counties and districts are second-level units; a district of a city is a part of it. Any other area is one
 * made of several local governments.
 */
export function kindOf(
  { id, kind, name }: WorldPlace,
  { isPart, inCity }: { readonly isPart: boolean; readonly inCity: boolean },
): { readonly kind: PlaceKind; readonly designation?: string } {
  if (kind === 'admin1' && PLACES_BY_HAND[id] !== null) return { kind: 'PROVINCE' };
  if (isPart) return { kind: 'DISTRICT' };
  const [, named, designation] = NAMED_KINDS.find(([pattern]) => pattern.test(name)) ?? [];
  if (named === undefined || designation === undefined) return { kind: kind === 'area' ? 'REGION' : 'CITY' };
  return { kind: inCity && designation === 'district' ? 'DISTRICT' : named, designation };
}
