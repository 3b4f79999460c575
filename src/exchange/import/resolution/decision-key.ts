import { foldName } from '../../../domain/names.js';
import type { NamedParty } from '../statement.js';
import type { CountryNames } from './country-names.js';
import { graphCode } from './written-codes.js';

/** What a source says of which place a party is: all that a decision is about. */
export type Naming = Pick<NamedParty, 'name' | 'country' | 'province' | 'level' | 'codes'> & Partial<Pick<NamedParty, 'usualLevel'>>;

/**
 * Equal for parties that are named the same, so that a decision about one holds for all of them and for no others: name
 * and province but for case and marks, the country by whichever of its names, level and codes. What one leaves out, the
 * other has to leave out as well.
 */
export function decisionKey({ name, country, province, level, codes }: Naming, countries: CountryNames): string {
  const called = country === null ? [] : countries.called(country).map(({ key }) => key);
  return JSON.stringify([
    foldName(name),
    called.length > 0 ? called.sort() : country === null ? null : foldName(country),
    province === null ? null : foldName(province),
    level,
    codes.map(({ scheme, value }) => `${scheme} ${graphCode(scheme, value)}`).sort(),
  ]);
}

/**
 * The keys under which a decision about a party may be: that of one that says its usual level itself, which is what the
 * party is asked about as, then that of what its row says.
 */
export function decisionKeys(party: Naming, countries: CountryNames): readonly [string, ...string[]] {
  const own = decisionKey(party, countries);
  const level = askedLevel(party);
  return level === party.level ? [own] : [decisionKey({ ...party, level }, countries), own];
}

/** What a party is asked about as: it goes by it whether its row says so or not. */
export function askedLevel({ level, usualLevel = null }: Naming): Naming['level'] {
  return level ?? usualLevel;
}
