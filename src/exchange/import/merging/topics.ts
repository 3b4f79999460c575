import { ascending, group } from 'd3-array';
import type { AgreementRecord, PlaceRecord } from '../../format/records.js';
import { joinedBy } from './agreement-kind.js';
import { EnclosingPlaces } from './enclosing-places.js';
import { AgreementsByPair, type KnownOnes, knownFor, knownOnes } from './known-agreements.js';
import type { MergingGround } from './merging-ground.js';
import { byWeight, type Said } from './said.js';
import type { StatementGroup } from './statement-groups.js';

/** What is said of one agreement. */
export interface Topic {
  readonly parties: readonly PlaceRecord[];
  /** In the order of its weight. */
  readonly said: readonly Said[];
  /** The agreement, where it is known; it may have more parties. */
  readonly agreement: AgreementRecord | null;
  /** A known agreement that it may be all the same, where it is not known itself. */
  readonly perhaps: AgreementRecord | undefined;
  readonly isDomestic: boolean;
  /** Keys that known agreements of these parties have. */
  readonly taken: ReadonlySet<string>;
}

/** How many sets of parties the ground is asked about at once. */
const PART = 200;

/** What statements are about, agreement by agreement. `keyOf` gives the key of a source. */
export async function* topicsOf(
  groups: readonly StatementGroup[],
  ground: MergingGround,
  keyOf: (source: string) => string,
): AsyncGenerator<Topic> {
  for (let at = 0; at < groups.length; at += PART) {
    const part = groups.slice(at, at + PART);
    const places = await enclosing(part, ground);
    const known = new AgreementsByPair(await ground.agreementsJoining(part.flatMap(({ parties }) => pairsToAsk(parties, places))));
    for (const { parties, said } of part) {
      const weighed = said.map((one) => ({ ...one, source: keyOf(one.source) })).sort(byWeight);
      yield* topicsAmong(parties, weighed, { places, known });
    }
  }
}

/** What is said of one set of parties, by what it joins and by the agreement that it is about. */
function* topicsAmong(
  parties: readonly PlaceRecord[],
  said: readonly Said[],
  { places, known }: { readonly places: EnclosingPlaces; readonly known: AgreementsByPair },
): Generator<Topic> {
  const joining = known.joining(parties.map(({ key }) => key));
  const isDomestic = places.areOfOneCountry(parties);
  const taken = new Set(joining.map(({ key }) => key));
  for (const [joins, some] of sortedGroups(said, ({ kind }) => joinedBy(kind, parties))) {
    const ones = knownOnes(joining, parties, joins);
    for (const { agreement, said: about } of byAgreement(some, ones)) {
      const perhaps = ones.larger[0] ?? (joins === null ? likely(parties, places, known) : undefined);
      yield { parties, said: about, agreement, perhaps, isDomestic, taken };
    }
  }
}

/** What is said, by the agreement that it is about; null: none that is known. */
function byAgreement(said: readonly Said[], ones: KnownOnes): { agreement: AgreementRecord | null; said: Said[] }[] {
  const isDated = said.some(({ steps }) => steps.some(({ date }) => date !== null));
  const agreements = new Map([...ones.same, ...ones.larger].map((one) => [one.key, one]));
  return sortedGroups(said, (one) => knownFor(one, ones, isDated)?.key ?? null).map(([key, some]) => ({
    agreement: key === null ? null : (agreements.get(key) ?? null),
    said: some,
  }));
}

function sortedGroups<T, K extends string | null>(items: readonly T[], keyOf: (item: T) => K): [K, T[]][] {
  return [...group(items, keyOf)].sort(([one], [other]) => ascending(one ?? '', other ?? ''));
}

async function enclosing(groups: readonly StatementGroup[], ground: MergingGround): Promise<EnclosingPlaces> {
  const parties = groups.flatMap((one) => one.parties);
  const above = [...new Set(parties.flatMap(({ partOf }) => partOf ?? []))];
  return new EnclosingPlaces([...(await ground.places(above)), ...parties]);
}

/** The pairs that tell all known agreements of some parties, and, where these are two, those of the places around them. */
function pairsToAsk(parties: readonly PlaceRecord[], places: EnclosingPlaces): [string, string][] {
  const [a, b] = parties;
  if (a === undefined || b === undefined) return [];
  return [[a.key, b.key], ...(parties.length === 2 ? places.pairsAround(a, b) : [])];
}

/** An agreement that joins not two places, but places that enclose them: perhaps the same one. */
function likely(parties: readonly PlaceRecord[], places: EnclosingPlaces, known: AgreementsByPair): AgreementRecord | undefined {
  const [a, b] = parties;
  if (a === undefined || b === undefined || parties.length > 2) return undefined;
  return places.pairsAround(a, b).flatMap((pair) => known.joining(pair))[0];
}
