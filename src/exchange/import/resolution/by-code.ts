import type { PlaceRecord } from '../../format/records.js';
import { type KnownPlaces, namesOf } from '../places/known-places.js';
import type { Asked } from './asked.js';
import { fits, isLocalToo } from './fitting.js';
import { readName } from './kind-words.js';
import { likeliest, type Outcome } from './outcome.js';
import { letters } from './spelling.js';

/**
 * Finds a party by its codes. Null when no known place has one of them. Codes of several places, and a code whose place is
 * elsewhere, of another level or not the one that bears the name (`named`), contradict one another and are asked about.
 */
export function byCode(asked: Asked, known: KnownPlaces, named: () => Outcome | null): Outcome | null {
  const coded = asked.codes.flatMap(({ scheme, value }) => {
    const place = known.withCode(scheme, value);
    return place === undefined ? [] : [{ place, code: `${scheme} ${value}` }];
  });
  const [place, ...more] = new Set(coded.map((one) => one.place));
  if (place === undefined) return null;
  const ask = (why: string, others: readonly PlaceRecord[], reason: string): Outcome => ({
    kind: 'AMBIGUOUS',
    why,
    candidates: likeliest([
      ...coded.map((one) => ({ place: one.place, score: 1, reason: `it has the code ${one.code}`, against: [] })),
      ...others.map((other) => ({ place: other, score: 1, reason, against: [] })),
    ]),
  });
  if (more.length > 0) return ask('its codes are those of several places', [], '');

  const country = known.countryOf(place) ?? place;
  const { countries } = asked.where;
  if (countries.length > 0 && !countries.includes(country)) {
    return ask(`its code is that of a place in ${country.name}, not in ${countries.map(({ name }) => name).join(' or ')}`, [], '');
  }
  const { level } = asked;
  if (level !== null && !fits(place, [level], country.key) && !isLocalToo(place, level, country.key))
    return ask('its code is that of a place of another level', [], '');
  const other = asked.codes.find(({ scheme, value }) => {
    const own = place.codes.filter((code) => code.scheme === scheme);
    return own.length > 0 && !own.some((code) => code.value === value);
  });
  if (other !== undefined)
    return ask(`its codes contradict one another: the place of one has another ${other.scheme} than ${other.value}`, [], '');
  if (!bears(place, asked)) {
    const found = named();
    if (found?.kind === 'FOUND' && found.place !== place)
      return ask('its code and its name are those of two places', [found.place], 'it bears the name');
  }
  return { kind: 'FOUND', place, rule: 'CODE', score: 1 };
}

/** Whether a place has the name that is asked for, in full, or without words for its kind where the row has none. */
function bears(place: PlaceRecord, { name }: Asked): boolean {
  return namesOf(place)
    .map(readName)
    .some((own) => letters(own.full) === letters(name.full) || (name.kinds === null && letters(own.core) === letters(name.core)));
}
