import type { PlaceKind } from '../../../domain/vocabulary.js';
import type { WorldPlace } from './world-rows.js';

/**
 * What the name of an area says that it is, with what it is called there. A county is a second-level rural
 * unit everywhere; a district is one too, unless it is a part of the city that its name gives in brackets.
 */
const AREAS: readonly (readonly [RegExp, PlaceKind, string])[] = [
  [/\bdistrict\b.*\(.+\)$/i, 'DISTRICT', 'district'],
  [/\bdistrict municipality\b/i, 'REGENCY', 'district municipality'],
  [/\bcounty\b/i, 'REGENCY', 'county'],
  [/\bdistrict\b/i, 'REGENCY', 'district'],
  [/\braion\b/i, 'REGENCY', 'raion'],
  [/\bprovince\b/i, 'REGION', 'province'],
  [/\bprefecture\b/i, 'REGION', 'prefecture'],
  [/\boblast\b/i, 'REGION', 'oblast'],
  [/\bvoivodeship\b/i, 'REGION', 'voivodeship'],
  [/\bcanton\b/i, 'REGION', 'canton'],
];

/** The kind of a place that is new to the graph. */
export function kindOf({ kind, name }: WorldPlace): { readonly kind: PlaceKind; readonly designation?: string } {
  if (kind === 'admin1') return { kind: 'PROVINCE' };
  const [, found, designation] = AREAS.find(([word]) => word.test(name)) ?? [];
  if (kind === 'area') return found === undefined || designation === undefined ? { kind: 'REGION' } : { kind: found, designation };
  return { kind: 'CITY' };
}
