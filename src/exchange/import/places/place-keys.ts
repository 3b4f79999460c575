import { group } from 'd3-array';
import { foldName } from '../../../domain/names.js';

/** What the key of a new place is made from. */
export interface Keyed {
  /** Identifies the place in its table. */
  readonly id: string;
  readonly country: string;
  readonly name: string;
  readonly subdivision: string;
  /** Its GeoNames id. */
  readonly code: string | null;
}

/** Two keys and a point are the key of an agreement, which may have 120 characters. */
const LONGEST = 58;

/** The forms that a key may have, each tried by those that share the one before. */
const FORMS: readonly ((place: Keyed) => string)[] = [
  ({ country, name }) => keyOf(country, name),
  ({ country, name, subdivision }) => keyOf(country, name, subdivision),
  ({ country, name, code, id }) => keyOf(country, name, code ?? id),
];

/**
 * Keys for new places by their ids: country and name, `de-hildesheim`. Places that would share one, with each other or
 * with a known place, all get their subdivision too, and those that still would their GeoNames id or else their id in the
 * table. So the key of a place depends on which others bear its name, not on the order of the rows.
 */
export function placeKeys(places: readonly Keyed[], isKnown: (key: string) => boolean): Map<string, string> {
  const keys = new Map<string, string>();
  const taken = new Set<string>();
  let left = places;
  for (const form of FORMS) {
    const sharing: Keyed[] = [];
    for (const [key, bearers] of group(left, form)) {
      const [only] = bearers;
      if (only === undefined || bearers.length > 1 || isKnown(key) || taken.has(key)) sharing.push(...bearers);
      else {
        keys.set(only.id, key);
        taken.add(key);
      }
    }
    left = sharing;
  }
  if (left.length > 0) throw new Error(`no key is left for ${left.map(({ id }) => id).join(', ')}`);
  return keys;
}

/** The keys that a new place may get, the one that it gets where nothing else has it first. */
export function possibleKeys(place: Keyed): string[] {
  return FORMS.map((form) => form(place));
}

/** The key of a place by its country and name, and by what tells it from others of that name. */
export function keyOf(country: string, name: string, more = ''): string {
  const [start, end] = [`${ascii(country)}-${ascii(name) || 'place'}`, ascii(more)];
  if (end === '') return start.slice(0, LONGEST).replace(/-+$/, '');
  const tail = `-${end}`.slice(0, LONGEST / 2).replace(/-+$/, '');
  return start.slice(0, LONGEST - tail.length).replace(/-+$/, '') + tail;
}

function ascii(text: string): string {
  return foldName(text)
    .replace(/[əǝ]/g, 'e')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
