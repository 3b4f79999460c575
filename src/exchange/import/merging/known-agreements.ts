import { ascending } from 'd3-array';
import type { AgreementRecord, PlaceRecord } from '../../format/records.js';
import { byPlainness, joinedBy } from './agreement-kind.js';
import { partiesKey } from './parties.js';
import type { Said } from './said.js';

/** Agreements of other data sets, by each two places that they join. */
export class AgreementsByPair {
  readonly #byPair = new Map<string, AgreementRecord[]>();

  constructor(agreements: Iterable<AgreementRecord>) {
    for (const agreement of new Map([...agreements].map((one) => [one.key, one])).values()) {
      const parties = [...new Set(agreement.parties)];
      for (const [index, a] of parties.entries()) {
        for (const b of parties.slice(index + 1)) {
          const pair = partiesKey([a, b]);
          this.#byPair.set(pair, [...(this.#byPair.get(pair) ?? []), agreement]);
        }
      }
    }
  }

  /** Those that have all of some places among their parties, the one that says most plainly that they are twins first. */
  joining(keys: readonly string[]): AgreementRecord[] {
    return (this.#byPair.get(partiesKey(keys.slice(0, 2))) ?? [])
      .filter(({ parties }) => keys.every((key) => parties.includes(key)))
      .sort(
        (one, other) => byPlainness(one, other) || ascending(one.parties.length, other.parties.length) || ascending(one.key, other.key),
      );
  }
}

/** The known agreements that statements may be about: those that join the same as the statements do. */
export interface KnownOnes {
  /** Of these parties and no others. */
  readonly same: readonly AgreementRecord[];
  /** Of more parties than these. */
  readonly larger: readonly AgreementRecord[];
}

export function knownOnes(
  joining: readonly AgreementRecord[],
  parties: readonly PlaceRecord[],
  joins: ReturnType<typeof joinedBy>,
): KnownOnes {
  const alike = joining.filter(({ kind }) => joinedBy(kind, parties) === joins);
  const isLarger = ({ parties: keys }: AgreementRecord) => new Set(keys).size > parties.length;
  return { same: alike.filter((one) => !isLarger(one)), larger: alike.filter(isLarger) };
}

/**
 * The known agreement that a statement is about. Null: none. One of the same parties: of several the one that is called as
 * the statement calls it, else the one that says most plainly that they are twins. One of more parties has these among it, so
 * a list that only says that the two are partners says what it says. Statements that tell when the two signed tell of
 * something of their own (`isDated`).
 */
export function knownFor({ kind }: Said, { same, larger }: KnownOnes, isDated: boolean): AgreementRecord | null {
  return same.find((one) => one.kind === kind) ?? same[0] ?? (isDated ? null : (larger[0] ?? null));
}
