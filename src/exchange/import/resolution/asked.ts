import type { PlaceKind } from '../../../domain/vocabulary.js';
import type { NamedParty } from '../statement.js';
import { type ReadName, readName } from './kind-words.js';
import { partsOfName } from './name-parts.js';
import { withNumbersInWords } from './number-words.js';
import type { Where } from './where.js';
import { graphCode } from './written-codes.js';

/** A party as it is looked for: by one way of reading its name. */
export interface Asked extends Pick<NamedParty, 'level' | 'location' | 'codes'> {
  readonly name: ReadName;
  readonly where: Where;
  /** What stands behind the name to tell it from others. */
  readonly hints: readonly string[];
}

/**
 * The ways of reading the name of a party, the plainest first: as a whole, with what stands in brackets or behind a comma
 * as where it lies, and in Indonesia with its numbers in words.
 */
export function readingsOf(party: Omit<NamedParty, 'usualLevel'>, where: Where): readonly [Asked, ...Asked[]] {
  const codes = party.codes.map(({ scheme, value }) => ({ scheme, value: graphCode(scheme, value) }));
  const asked = { level: party.level, location: party.location, codes, where };
  const parts = partsOfName(party.name);
  const isIndonesian = where.countries.some(({ key }) => key === 'id');
  const numbered = isIndonesian ? withNumbersInWords(parts?.name ?? party.name) : null;
  return [
    { ...asked, name: readName(party.name), hints: [] },
    ...(parts === null ? [] : [{ ...asked, name: readName(parts.name), hints: parts.hints }]),
    ...(numbered === null ? [] : [{ ...asked, name: readName(numbered), hints: parts?.hints ?? [] }]),
  ];
}

/**
 * A reading of a party whose row does not tell its level: it is what is usual, unless words of this reading say otherwise.
 * That a place of the name is known to be something else says nothing: Nagasaki is a prefecture, and there may be a city.
 */
export function supposing(asked: Asked, usual: PlaceKind | null): Asked {
  const { kinds } = asked.name;
  if (asked.level !== null || usual === null) return asked;
  if (kinds === null || kinds.includes(usual)) return { ...asked, level: usual };
  const [only, ...more] = kinds;
  return more.length === 0 && only !== undefined ? { ...asked, level: only } : asked;
}
