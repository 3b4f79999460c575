import { group } from 'd3-array';
import type { PlaceRecord } from '../../format/records.js';
import { distanceKm } from './distance.js';
import { isPopulated, isSeat } from './feature-codes.js';
import { type Finding, NEARBY_KM, RULE_ORDER, type Rule } from './find-geonames.js';
import type { Geoname } from './geoname.js';

/** A known place with the row that is taken for it. */
export interface Settled {
  readonly place: PlaceRecord;
  readonly row: Geoname;
  readonly rule: Rule;
}

export interface SettledRows {
  readonly settled: readonly Settled[];
  /** Other rows for a place, such as the area of a city: of them nothing is taken. */
  readonly besides: readonly { readonly place: PlaceRecord; readonly row: Geoname; readonly taken: Geoname }[];
  /** Rows that only bear the name of a place which is found to be another row. */
  readonly namesakes: readonly Geoname[];
  readonly doubtful: readonly { readonly row: Geoname; readonly doubt: string }[];
}

/** A populated place that bears the name of a known one and lies farther than this from it is another one. */
const FARTHEST_KM: Partial<Record<PlaceRecord['kind'], number>> = { CITY: 50, VILLAGE: 25, DISTRICT: 50, REGENCY: 200, REGION: 300 };

/** Takes at most one row for every known place: what is not told apart by rule, kind or location is doubtful. */
export function settleRows(findings: readonly Finding[]): SettledRows {
  const settled: Settled[] = [];
  const besides: SettledRows['besides'][number][] = [];
  const namesakes: Geoname[] = [];
  const doubtful: SettledRows['doubtful'][number][] = [];
  const single: Settled[] = [];
  for (const { row, rule, places } of findings) {
    const [place, ...others] = places.length > 1 ? nearestOf(places, row) : places;
    if (place !== undefined && others.length === 0) single.push({ place, row, rule });
    else doubtful.push({ row, doubt: `it may be ${places.map(called).sort().join(' or ')}` });
  }
  const byPlace = [...group(single, ({ place }) => place).values()].sort((a, b) =>
    (a[0]?.place.key ?? '') < (b[0]?.place.key ?? '') ? -1 : 1,
  );
  for (const found of byPlace) {
    const outcome = settle(found);
    if ('doubt' in outcome) doubtful.push(...found.map(({ row }) => ({ row, doubt: outcome.doubt })));
    else {
      settled.push(outcome);
      for (const { place, row, rule } of found) {
        if (row === outcome.row) continue;
        if (rule === 'code' || isPopulated(row.feature) !== isPopulated(outcome.row.feature))
          besides.push({ place, row, taken: outcome.row });
        else namesakes.push(row);
      }
    }
  }
  return { settled, besides, namesakes, doubtful: doubtful.sort((a, b) => byId(a.row, b.row)) };
}

/** Of places whose locations are all known those that are near a row. */
function nearestOf(places: readonly PlaceRecord[], row: Geoname): PlaceRecord[] {
  const distances = places.map((place) => distanceKm(place, row));
  return distances.includes(null) ? [...places] : places.filter((_, index) => (distances[index] as number) <= NEARBY_KM);
}

function settle(found: readonly Settled[]): Settled | { readonly doubt: string } {
  const [{ place }] = found as [Settled];
  const rule = RULE_ORDER.find((one) => found.some((finding) => finding.rule === one)) as Rule;
  const candidates = found.filter((finding) => finding.rule === rule).sort((a, b) => byId(a.row, b.row));
  if (rule !== 'code') {
    const own = place.codes.find(({ scheme }) => scheme === 'GEONAMES');
    if (own !== undefined) return { doubt: `it bears the name of ${called(place)}, whose GeoNames id is ${own.value}` };
  }
  // A place that has several ids is each of them.
  const only = theOne(place, candidates) ?? (rule === 'code' ? (candidates[0] ?? null) : null);
  if (only === null) {
    return { doubt: `${called(place)} may be any of ${candidates.map(({ row }) => `${row.id} ${row.name} (${row.feature})`).join(', ')}` };
  }
  const [km, bound] = [distanceKm(place, only.row), FARTHEST_KM[place.kind]];
  if (km !== null && bound !== undefined && km > bound) {
    const found = rule === 'code' ? 'is' : 'bears the name of';
    return { doubt: `it ${found} ${called(place)}, from which it lies ${Math.round(km)} km` };
  }
  return only;
}

/** The one row among those for a place that is it; null: it is not said which. */
function theOne(place: PlaceRecord, candidates: readonly Settled[]): Settled | null {
  for (const alike of classesFor(place, candidates)) {
    const [first, ...others] = alike;
    if (first !== undefined && others.length === 0) return first;
    const near = alike.filter(({ row }) => (distanceKm(place, row) ?? Number.POSITIVE_INFINITY) <= NEARBY_KM);
    if (near.length === 1 && near[0] !== undefined) return near[0];
    // Hamlets that share the name of a city have no population in GeoNames, and no government.
    const large = alike.filter(({ row }) => row.population !== null || isSeat(row.feature));
    if (large.length === 1 && large[0] !== undefined) return large[0];
  }
  return null;
}

/** Rows of a place by what they are, those that tell best of it first: of a city its populated place, of others the area. */
function classesFor({ kind }: PlaceRecord, candidates: readonly Settled[]): Settled[][] {
  const populated = candidates.filter(({ row }) => isPopulated(row.feature));
  const areas = candidates.filter(({ row }) => !isPopulated(row.feature));
  return kind === 'REGENCY' || kind === 'REGION' ? [areas, populated] : [populated, areas];
}

function byId(a: Geoname, b: Geoname): number {
  return Number(a.id) - Number(b.id);
}

function called({ name, key }: PlaceRecord): string {
  return `${name} (${key})`;
}
