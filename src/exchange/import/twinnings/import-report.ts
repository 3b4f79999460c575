import { group } from 'd3-array';
import { agreementKey } from '../merging/agreement-key.js';
import { someLines } from '../some-lines.js';
import type { MergedPairs, Pair } from './pairs.js';
import { type Resolution, RULES } from './resolve-places.js';
import type { SettledPlaces } from './settle-places.js';

/** What became of the places and pairs of an import. */
export interface ImportReport {
  readonly places: {
    readonly read: number;
    /** How many were found among the known places, by the rule that found them. */
    readonly resolved: Readonly<Record<string, number>>;
    /** How many are new, by their kind. */
    readonly created: Readonly<Record<string, number>>;
    /** How many of those found get names, codes, a location or a population that they did not have. */
    readonly completed: number;
    /** How many new places are in no first-level subdivision that the graph has. */
    readonly withoutProvince: number;
    /** Rows that are the same new place as another one. */
    readonly repeated: number;
    /** Places of the table that turned out to be one, as `id name, id name → key`. */
    readonly joined: readonly string[];
    /** What a person should look at. */
    readonly doubtful: readonly string[];
  };
  readonly agreements: {
    readonly read: number;
    /** How many are new, by their kind. */
    readonly created: Readonly<Record<string, number>>;
    /** Pairs that an agreement joins already; it cites the lists now. */
    readonly merged: number;
    /** Pairs that said the same as another one. */
    readonly repeated: number;
    /** Pairs whose two places are one: they are left out. */
    readonly withItself: number;
    /** New agreements that may be one that there is already, with a place around or inside one of the parties. */
    readonly doubtful: readonly string[];
  };
}

export interface Outcome {
  readonly resolutions: readonly Resolution[];
  readonly settled: SettledPlaces;
  readonly completed: number;
  readonly withoutProvince: number;
  readonly twinnings: number;
  readonly merged: MergedPairs;
  readonly kinds: readonly string[];
  readonly known: number;
  readonly alike: readonly { readonly pair: Pair; readonly agreement: string }[];
}

/** Makes the report of an import from what happened in it. */
export function reportOn({
  resolutions,
  settled,
  completed,
  withoutProvince,
  twinnings,
  merged,
  kinds,
  known,
  alike,
}: Outcome): ImportReport {
  const sharing = [...group(resolutions, ({ world }) => settled.placeOf.get(world.id)?.key ?? '')].filter(([, all]) => all.length > 1);
  return {
    places: {
      read: resolutions.length,
      resolved: counted(resolutions.flatMap(({ rule }) => (rule === null ? [] : [RULES[rule]]))),
      created: counted(settled.created.map(({ kind }) => kind)),
      completed,
      withoutProvince,
      repeated: resolutions.filter(({ place }) => place === null).length - settled.created.length,
      joined: sharing.map(([key, all]) => `${all.map(({ world }) => `${world.id} ${world.name}`).join(', ')} → ${key}`),
      doubtful: resolutions.flatMap(({ world, doubt }) => (doubt === null ? [] : [`${world.id} ${world.name}: ${doubt}`])),
    },
    agreements: {
      read: twinnings,
      created: counted(kinds),
      merged: known,
      repeated: merged.repeated,
      withItself: merged.withItself.length,
      doubtful: alike.map(({ pair, agreement }) => `${shown(pair)}: perhaps ${agreement}`),
    },
  };
}

function shown({ a, b }: Pair): string {
  return `${a.name} – ${b.name} (${agreementKey([a.key, b.key])})`;
}

function counted(values: Iterable<string>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

/** The report in lines for people. */
export function reportLines({ places, agreements }: ImportReport, { all = false } = {}): string[] {
  const total = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((sum, one) => sum + one, 0);
  const counts = (of: Readonly<Record<string, number>>) =>
    Object.entries(of).map(([what, count]) => `    ${String(count).padStart(6)}  ${what}`);
  return [
    `places: ${places.read} read`,
    `  ${total(places.resolved)} are in the graph already${total(places.resolved) > 0 ? ', found by' : ''}`,
    ...counts(places.resolved),
    `  ${places.completed} of these get names, codes, a location or a population that they did not have`,
    `  ${total(places.created)} are new`,
    ...counts(places.created),
    `  ${places.withoutProvince} of these are in no province; --subdivisions tells which code is which`,
    `  ${places.repeated} are the same new place as another row`,
    `  ${places.joined.length} places, known and new, are in the table more than once`,
    ...someLines(places.joined, all),
    `  ${places.doubtful.length} are doubtful`,
    ...someLines(places.doubtful, all),
    `agreements: ${agreements.read} pairs read`,
    `  ${total(agreements.created)} are new`,
    ...counts(agreements.created),
    `  ${agreements.merged} are in the graph already; these agreements cite the lists now`,
    `  ${agreements.repeated} said the same as another pair`,
    `  ${agreements.withItself} would join a place with itself and are left out`,
    `  ${agreements.doubtful.length} are doubtful`,
    ...someLines(agreements.doubtful, all),
  ];
}
