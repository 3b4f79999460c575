import type { TieFilter } from '../../domain/tie.js';
import type { Graph } from '../../graph/graph.js';
import { Levels } from './levels.js';
import { countWays, type Ways } from './ways.js';

export const CHAIN_STATUSES = {
  CONNECTED: 'A chain of agreements leads from the one to the other.',
  NOT_WITHIN: 'No chain of the greatest length or a smaller one does; whether a longer one does was not looked for.',
  NOT_CONNECTED: 'No chain does, of whatever length.',
} as const;
export type ChainStatus = keyof typeof CHAIN_STATUSES;

/** What a search for chains found. */
export interface FoundChains {
  readonly status: ChainStatus;
  /** Ties in each of the shortest chains; null when there is none. */
  readonly length: number | null;
  readonly count: number;
  /** Places that the search came by. */
  readonly searched: number;
  readonly ways: Ways | null;
}

/**
 * The shortest chains of ties between two places. The search goes by levels from both ends, always from the side that has
 * fewer places to go on from, until the sides meet.
 */
export async function chainsBetween(graph: Graph, from: string, to: string, maxLength: number, ties: TieFilter): Promise<FoundChains> {
  const [here, there] = [new Levels(graph, from, ties), new Levels(graph, to, ties)];
  const found = (rest: Partial<FoundChains> & Pick<FoundChains, 'status'>): FoundChains => ({
    length: null,
    count: 0,
    searched: here.size + there.size,
    ways: null,
    ...rest,
  });
  let meeting = common(here.last, there.last);
  while (meeting.length === 0) {
    if (here.depth + there.depth === maxLength) return found({ status: 'NOT_WITHIN' });
    const [side, other] = here.last.size <= there.last.size ? [here, there] : [there, here];
    const level = await side.grow();
    if (level.size === 0) return found({ status: 'NOT_CONNECTED' });
    meeting = common(level, other.last);
  }
  const [before, after] = await Promise.all([here.waysTo(meeting, here.depth), there.waysTo(meeting, there.depth)]);
  const ways = { from, to, next: joined(before, after) };
  return found({
    status: 'CONNECTED',
    length: here.depth + there.depth,
    count: countWays(ways),
    searched: here.size + there.size - meeting.length,
    ways,
  });
}

function common(one: ReadonlyMap<string, unknown>, other: ReadonlyMap<string, unknown>): string[] {
  return [...one.keys()].filter((id) => other.has(id));
}

/** Steps forwards, from steps backwards as far as the meeting and steps forwards from there. */
function joined(
  before: ReadonlyMap<string, readonly string[]>,
  after: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, readonly string[]> {
  const next = new Map<string, string[]>();
  for (const [place, closer] of before) {
    for (const one of closer) {
      const known = next.get(one);
      if (known === undefined) next.set(one, [place]);
      else known.push(place);
    }
  }
  for (const places of next.values()) places.sort();
  return new Map<string, readonly string[]>([...next, ...after]);
}
