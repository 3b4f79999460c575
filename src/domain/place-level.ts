import type { PlaceKind } from './vocabulary.js';

/**
 * How far down the administration of a country a kind of place stands: 0 is the country. A regency and a
 * city are equals, as Indonesian law has it. null: a body that has no rank of its own in it.
 */
const LEVELS: Readonly<Record<PlaceKind, number | null>> = {
  COUNTRY: 0,
  PROVINCE: 1,
  REGENCY: 2,
  CITY: 2,
  DISTRICT: 3,
  VILLAGE: 4,
  AUTHORITY: null,
  REGION: null,
};

export function levelOf(kind: PlaceKind): number | null {
  return LEVELS[kind];
}

/** The kinds of places that are equals of one of a kind. A body without a rank has none but its own kind. */
export function equalsOf(kind: PlaceKind): readonly PlaceKind[] {
  const level = LEVELS[kind];
  return level === null ? [kind] : (Object.keys(LEVELS) as PlaceKind[]).filter((other) => LEVELS[other] === level);
}
