/** What became of the places and pairs of an import. */
export interface ImportReport {
  readonly places: {
    readonly read: number;
    /** How many were found among the known places, by the rule that found them. */
    readonly resolved: Readonly<Record<string, number>>;
    readonly created: Readonly<Record<string, number>>;
    /** Places of the table that turned out to be one, as `id, id → key`. */
    readonly joined: readonly string[];
    /** What a person should look at, in sentences. */
    readonly doubtful: readonly string[];
  };
  readonly agreements: {
    readonly read: number;
    readonly created: Readonly<Record<string, number>>;
    /** Pairs that an agreement joins already; it cites the lists now. */
    readonly merged: number;
    /** Pairs that said the same as another one. */
    readonly repeated: number;
    /** Pairs whose two places are one. */
    readonly withItself: number;
  };
}

const sum = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((total, one) => total + one, 0);

/** The report in lines for people. */
export function reportLines({ places, agreements }: ImportReport, { all = false } = {}): string[] {
  const counts = (of: Readonly<Record<string, number>>) =>
    Object.entries(of).map(([what, count]) => `    ${String(count).padStart(6)}  ${what}`);
  const some = (lines: readonly string[]) => [
    ...lines.slice(0, all ? undefined : 10).map((line) => `            ${line}`),
    ...(all || lines.length <= 10 ? [] : [`            and ${lines.length - 10} more`]),
  ];
  return [
    `places: ${places.read} read`,
    `  ${sum(places.resolved)} are in the graph already, found by`,
    ...counts(places.resolved),
    `  ${sum(places.created)} are new`,
    ...counts(places.created),
    `  ${places.joined.length} times several of them are one place`,
    ...some(places.joined),
    `  ${places.doubtful.length} are doubtful`,
    ...some(places.doubtful),
    `agreements: ${agreements.read} pairs read`,
    `  ${sum(agreements.created)} are new`,
    ...counts(agreements.created),
    `  ${agreements.merged} are in the graph already; these agreements cite the lists now`,
    `  ${agreements.repeated} said the same as another pair`,
    `  ${agreements.withItself} would join a place with itself`,
  ];
}
