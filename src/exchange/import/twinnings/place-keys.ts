import { foldName } from '../../../domain/names.js';
import { grouped } from './grouped.js';

/** What a key is made from. */
export interface Keyed {
  /** Identifies the place in its table. */
  readonly id: string;
  readonly geonameid: string | null;
  readonly name: string;
  readonly iso2: string;
  readonly admin1_name: string;
}

/** Two keys and a point are the key of an agreement, which may have 120 characters. */
const LONGEST = 58;

/**
 * Keys for new places, `de-hildesheim`: country and name. Places that would share one, with each other or with a known
 * place, all get their subdivision too, and those that still would their GeoNames id or else their id in the table.
 * So the key of a place depends on which others bear its name, not on the order of the rows.
 */
export function placeKeys<P extends Keyed>(places: readonly P[], isTaken: (key: string) => boolean): Map<P, string> {
  const forms: ((place: P) => string)[] = [
    ({ iso2, name }) => keyOf(iso2, name),
    ({ iso2, name, admin1_name }) => keyOf(iso2, name, admin1_name),
    ({ iso2, name, geonameid, id }) => keyOf(iso2, name, geonameid ?? id),
  ];
  const keys = new Map<P, string>();
  const given = new Set<string>();
  let left = [...places];
  for (const [at, form] of forms.entries()) {
    const bearers = grouped(left, form);
    left = [];
    for (const [key, sharing] of bearers) {
      const [only] = sharing;
      if (sharing.length === 1 && only !== undefined && !isTaken(key) && !given.has(key)) {
        keys.set(only, key);
        given.add(key);
      } else if (at < forms.length - 1) left.push(...sharing);
      else throw new Error(`no key for ${sharing.map(({ id }) => id).join(', ')}: ${key} is taken`);
    }
  }
  return keys;
}

function keyOf(iso2: string, ...parts: readonly string[]): string {
  const words = [iso2, ...parts].map(ascii).filter((word) => word !== '');
  const [country = '', ...rest] = words;
  const last = rest.length > 1 ? `-${rest.pop()}`.slice(0, LONGEST / 2) : '';
  return `${country}-${rest.join('-')}`.slice(0, LONGEST - last.length).replace(/-+$/, '') + last;
}

function ascii(text: string): string {
  return foldName(text)
    .replace(/[əǝ]/g, 'e')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
