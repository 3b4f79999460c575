import { iso31662 } from 'iso-3166';
import { foldName } from '../../../domain/names.js';
import type { PlaceRecord } from '../../format/records.js';
import { isFirstLevel } from '../places/first-level.js';
import { type KnownPlaces, namesOf } from '../places/known-places.js';
import type { CrosswalkRow } from './crosswalk-row.js';
import { SAME_SUBDIVISION, WITHIN_SUBDIVISION } from './subdivisions-by-hand.js';

/** How a first-level subdivision of GeoNames relates to a known place. */
export interface Subdivision {
  readonly place: PlaceRecord;
  /** Whether it is that place; false: it only lies in it. */
  readonly same: boolean;
}

/** Ways of finding an ISO code that compared names or were checked by somebody. */
const TRUSTED = /^(?:name|iso suffix|manual)/;
/**
 * How alike names have to be before a code that was found in another way is taken. What passes in the crosswalk was read
 * row by row; what was wrong then is in subdivisions-by-hand.ts.
 */
const ALIKE = 0.6;

const PARENT_OF = new Map(iso31662.map(({ code, parent }) => [code, parent]));

/** Finds the known place that a first-level code of GeoNames stands for. */
export class Subdivisions {
  readonly #known: KnownPlaces;
  readonly #rows: ReadonlyMap<string, CrosswalkRow>;
  readonly #trusted: ReadonlySet<string>;
  readonly #found = new Map<string, Subdivision | null>();

  constructor(known: KnownPlaces, rows: readonly CrosswalkRow[]) {
    this.#known = known;
    this.#rows = new Map(rows.map((row) => [row.geonames_admin1, row]));
    this.#trusted = new Set(rows.filter(({ method }) => TRUSTED.test(method)).map(({ iso3166_2 }) => iso3166_2 ?? ''));
  }

  /** Null when nothing that can be relied on leads to a known place. `name` is for codes that the crosswalk lacks. */
  find(code: string, name: string): Subdivision | null {
    const key = `${code} ${this.#rows.has(code) ? '' : name}`;
    let found = this.#found.get(key);
    if (found === undefined) {
      found = this.#lookUp(code, name);
      this.#found.set(key, found);
    }
    return found;
  }

  #lookUp(code: string, name: string): Subdivision | null {
    const byHand = this.#byHand(code);
    if (byHand !== null) return byHand;
    const row = this.#rows.get(code);
    const called = row?.geonames_name || name;
    if (row?.iso3166_2) {
      const found = this.#withIso(row.iso3166_2, called);
      if (found !== null && (TRUSTED.test(row.method) || this.#bearsOut(row, found.place))) return found;
    }
    const named = this.#known.named(code.slice(0, 2).toLowerCase(), called).filter(isFirstLevel);
    return named.length === 1 && named[0] !== undefined ? { place: named[0], same: true } : null;
  }

  #byHand(code: string): Subdivision | null {
    const place = this.#known.withCode('ISO_3166_2', SAME_SUBDIVISION[code] ?? WITHIN_SUBDIVISION[code] ?? '');
    return place === undefined ? null : { place, same: code in SAME_SUBDIVISION };
  }

  /** Codes found by FIPS numbers or vague likeness count where the names are alike and no better row claims the code. */
  #bearsOut(row: CrosswalkRow, place: PlaceRecord): boolean {
    if (this.#trusted.has(row.iso3166_2 ?? '')) return false;
    return [row.iso_name, ...namesOf(place)].some((name) => likeness(name, row.geonames_name) >= ALIKE);
  }

  /** ISO lists some subdivisions below others; what GeoNames has at the first level is then a part, or goes by the name of the whole. */
  #withIso(iso: string, name: string): Subdivision | null {
    const place = this.#known.withCode('ISO_3166_2', iso);
    if (place !== undefined) return { place, same: true };
    const above = this.#known.withCode('ISO_3166_2', PARENT_OF.get(iso) ?? '');
    return above === undefined ? null : { place: above, same: namesOf(above).some((one) => likeness(one, name) >= ALIKE) };
  }
}

/** Words for the kind of a place, which say nothing of which one it is. */
const KIND_WORDS =
  /\b(?:province|region|county|district|state|oblast|kray|krai|republic|respublika|governorate|prefecture|municipality|urban|rural|department|voivodeship|canton|division|kraj|zupanija|okrug|oblysy|apskritis|novads|rajons|raionul|opstina|of|the)\b/g;

/** How alike two names are, from 0 to 1: the share of pairs of letters that they have in common (Dice). */
export function likeness(a: string, b: string): number {
  const [pairsOfA, pairsOfB] = [letterPairs(a), letterPairs(b)];
  if (pairsOfA.length === 0 || pairsOfB.length === 0) return 0;
  const left = [...pairsOfB];
  let common = 0;
  for (const pair of pairsOfA) {
    const at = left.indexOf(pair);
    if (at < 0) continue;
    left.splice(at, 1);
    common += 1;
  }
  return (2 * common) / (pairsOfA.length + pairsOfB.length);
}

function letterPairs(name: string): string[] {
  const letters = ` ${foldName(name)
    .replace(KIND_WORDS, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
  return Array.from({ length: Math.max(0, letters.length - 1) }, (_, at) => letters.slice(at, at + 2));
}
