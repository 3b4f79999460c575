import type { PlaceRecord } from '../../format/records.js';
import type { Asked } from './asked.js';
import { assess, NO_COUNTRY } from './assessment.js';
import type { NameIndex } from './name-index.js';
import { likeliest, type Outcome } from './outcome.js';
import { letters } from './spelling.js';
import { distanceTo, isNear, type Whereabouts } from './where.js';

interface Bearer {
  readonly place: PlaceRecord;
  /** As the name is written there. */
  readonly written: string;
  /** Whether the whole name is the same; false: but for words for what it is. */
  readonly whole: boolean;
  readonly objections: readonly string[];
}

/**
 * Finds a party by its name, as known places bear it. Null when none does. One that the row says something against is
 * asked about, and so are several that it says nothing against.
 */
export function byName(asked: Asked, names: NameIndex, whereabouts: Whereabouts): Outcome | null {
  const bearers = bearersOf(asked, names, whereabouts);
  const fitting = bearers.filter(({ objections }) => objections.length === 0);
  const [only] = narrowed(fitting, asked);
  if (only !== undefined && (saysWhere(asked) || !whereabouts.hasNamesakes(only.place)))
    return { kind: 'FOUND', place: only.place, rule: only.whole ? 'NAME' : 'KIND_WORDS', score: 1 };
  const asking = fitting.length > 0 ? fitting : bearers;
  if (asking.length === 0) return null;
  const candidates = asking.map(({ place, written, objections }) => ({
    place,
    score: 1,
    reason: `it is called ${written}`,
    against: objections,
  }));
  return { kind: 'AMBIGUOUS', why: only === undefined ? whyOf(asking) : NAMESAKES, candidates: likeliest(candidates) };
}

const NAMESAKES = 'there are others of this name, and nothing tells in which province it is';

/** Whether the row tells where in a country it is. */
function saysWhere({ where, hints, location }: Asked): boolean {
  return where.province !== null || hints.length > 0 || location !== null;
}

function whyOf(asking: readonly Bearer[]): string {
  if (asking.some(({ objections }) => objections.length === 0)) return 'several places bear this name';
  const isCountryAll = asking.every(({ objections }) => objections.every((one) => one === NO_COUNTRY));
  return isCountryAll ? `${NO_COUNTRY}, and the name alone is not enough` : 'what bears this name is not what the row says';
}

/** The places that bear the name and may be meant, each once. */
function bearersOf(asked: Asked, names: NameIndex, whereabouts: Whereabouts): Bearer[] {
  const wanted = letters(asked.name.full);
  const bearers = new Map<PlaceRecord, Bearer>();
  for (const { place, country, written, full } of names.same(asked.name)) {
    const whole = letters(full) === wanted;
    if (bearers.has(place) && !whole) continue;
    const assessed = assess(place, country, asked, whereabouts, !whole);
    if (assessed !== null) bearers.set(place, { place, written, whole, objections: assessed.objections });
  }
  return [...bearers.values()];
}

/** The one of several bearers that the row tells from the others; empty where it does not. */
function narrowed(fitting: readonly Bearer[], { level, name, location }: Asked): readonly Bearer[] {
  if (fitting.length === 1) return fitting;
  const near = fitting.filter(({ place }) => isNear(distanceTo(place, location)));
  if (near.length === 1) return near;
  // Lincoln and Lincoln City are two cities. But where no kind is told, Bogor is short for Kota and for Kabupaten Bogor.
  if (level === null && name.kinds === null) return [];
  const whole = fitting.filter((one) => one.whole);
  return whole.length === 1 ? whole : [];
}
