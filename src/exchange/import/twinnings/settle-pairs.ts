import { agreementKey } from '../merging/agreement-key.js';
import type { RetiredAgreements } from '../merging/retired-agreements.js';
import { bothLists, type KnownAgreements, type Pair } from './pairs.js';
import type { Lists } from './world-rows.js';

export interface SettledPairs {
  /** Pairs that no agreement joins yet. */
  readonly created: readonly Pair[];
  /** The lists that have a known agreement, by its key. */
  readonly known: ReadonlyMap<string, Lists>;
  /** How many pairs are those of agreements that are known, or that another pair makes. */
  readonly joined: number;
  /** Pairs whose agreement is retired, with nothing that is there in its place. */
  readonly gone: readonly Pair[];
}

/** Finds the agreement of each pair: one that is known, a new one, or what took the place of one that is retired. */
export function settlePairs(pairs: readonly Pair[], agreements: KnownAgreements, retired: RetiredAgreements | null): SettledPairs {
  const created = new Map<string, Pair>();
  const known = new Map<string, Lists>();
  const add = (key: string, { lists }: Pair) => known.set(key, bothLists(known.get(key), lists));
  const left: Pair[] = [];
  for (const pair of pairs) {
    const joining = agreements.joining(pair);
    if (joining !== undefined) add(joining.key, pair);
    else if (retired?.has(keyOf(pair))) left.push(pair);
    else created.set(keyOf(pair), pair);
  }
  const gone: Pair[] = [];
  for (const pair of left) {
    const end = retired?.endOf(keyOf(pair)) ?? '';
    const successor = created.get(end);
    if (retired?.known(end) != null) add(end, pair);
    else if (successor !== undefined) created.set(end, { ...successor, lists: bothLists(successor.lists, pair.lists) });
    else gone.push(pair);
  }
  return { created: [...created.values()], known, joined: pairs.length - created.size - gone.length, gone };
}

function keyOf({ a, b }: Pair): string {
  return agreementKey([a.key, b.key]);
}
