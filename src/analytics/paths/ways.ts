/** All the shortest ways between two places, as steps: from each place on them to the next ones, rising. */
export interface Ways {
  readonly from: string;
  readonly to: string;
  readonly next: ReadonlyMap<string, readonly string[]>;
}

/** How many ways there are, from their steps, without walking them. Exact up to 2^53. */
export function countWays({ from, to, next }: Ways): number {
  const counts = new Map<string, number>([[to, 1]]);
  const countFrom = (place: string): number => {
    let count = counts.get(place);
    if (count === undefined) {
      count = (next.get(place) ?? []).reduce((sum, one) => sum + countFrom(one), 0);
      counts.set(place, count);
    }
    return count;
  };
  return countFrom(from);
}

/**
 * The ways, each as its places from end to end, in the order of their ids, place by place. They are walked one after
 * another as they are asked for, beginning behind `after`, which need not be one of them.
 */
export function* walkWays({ from, to, next }: Ways, after: readonly string[] | null): Generator<readonly string[]> {
  /** `bound` is `after` as long as the way is the beginning of it. */
  function* walk(way: readonly string[], bound: readonly string[] | null): Generator<readonly string[]> {
    const place = way.at(-1) as string;
    if (place === to) {
      if (bound === null) yield way;
      return;
    }
    const least = bound?.[way.length] ?? null;
    for (const one of next.get(place) ?? []) {
      if (least === null || one >= least) yield* walk([...way, one], one === least ? bound : null);
    }
  }
  const first = after?.[0] ?? null;
  if (first === null || from >= first) yield* walk([from], from === first ? after : null);
}
