import type { PlaceRecord } from '../../format/records.js';
import type { Asked } from './asked.js';
import { fits, fitsWords } from './fitting.js';
import { distanceTo, isFar, type Whereabouts } from './where.js';

/** What speaks against every place where nothing says in which country it is looked for. */
export const NO_COUNTRY = 'the row names no country';

/** What speaks against a known place that bears the name. */
export interface Assessment {
  /** In words; empty: nothing does. */
  readonly objections: readonly string[];
  /** Whether it has another code than the row gives. */
  readonly codedOtherwise: boolean;
}

/**
 * Compares all that a row says of a party but for its name with a known place; null where the place is in another
 * country. `byWords`: whether words for its kind count, which they do where the known name does not have them.
 */
export function assess(place: PlaceRecord, country: string, asked: Asked, whereabouts: Whereabouts, byWords: boolean): Assessment | null {
  const { level, name, where, hints, location, codes } = asked;
  if (where.countries.length > 0 && !where.countries.some(({ key }) => key === country)) return null;
  const objections: string[] = [];
  const isOfLevel = fits(place, level === null ? null : [level], country);
  if (!isOfLevel || (byWords && !fitsWords(place, name.kinds))) objections.push(`it is ${aKind(place)}`);

  const toldCountry = where.countries.length > 0 || hints.some((hint) => whereabouts.isCountryOf(place, hint));
  if (!toldCountry && !namesCountry(place, country, asked)) objections.push(NO_COUNTRY);
  if (where.unknown === 'province') objections.push('the province that the row names is not known');
  if (where.province !== null) {
    const isIn = whereabouts.isIn(place, where.province);
    if (isIn === false) objections.push(`it is not in ${where.province.name}`);
    if (isIn === null) objections.push(`it is not known to be in ${where.province.name}`);
  }
  for (const hint of hints) if (!whereabouts.isHintedAt(place, hint)) objections.push(`it is not known to be in, or called, ${hint}`);
  const kilometres = distanceTo(place, location);
  if (isFar(kilometres)) objections.push(`it is ${Math.round(kilometres ?? 0).toLocaleString('en')} km from where the row has it`);

  const other = codes.filter(({ scheme, value }) => {
    const own = place.codes.filter((code) => code.scheme === scheme);
    return own.length > 0 && !own.some((code) => code.value === value);
  });
  for (const { scheme, value } of other) {
    const own = place.codes.filter((code) => code.scheme === scheme).map((code) => code.value);
    objections.push(`its ${scheme} is ${own.join(' or ')}, not ${value}`);
  }
  return { objections, codedOtherwise: other.length > 0 };
}

/** Whether the name alone tells in which country a place is: it is one, or its words are those of Indonesian governments. */
function namesCountry(place: PlaceRecord, country: string, { name, level }: Asked): boolean {
  return (place.kind === 'COUNTRY' && (level === null || level === 'COUNTRY')) || (name.indonesian && country === 'id');
}

/** What a place is, as in `a regency`. */
function aKind({ kind, designation }: PlaceRecord): string {
  const noun = designation ?? kind.toLowerCase();
  return /^[aeiou]/i.test(noun) ? `an ${noun}` : `a ${noun}`;
}
