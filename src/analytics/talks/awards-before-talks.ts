import type { Graph } from '../../graph/graph.js';
import { dayAfter, daysBetween } from '../elapsed.js';

export interface AwardBeforeTalks {
  /** Ids of the award result, the agreement, and the step with which its talks began. */
  readonly result: string;
  readonly agreement: string;
  readonly stage: string;
  /** Whole days between the award and the talks: at least, and at most, since the award's day may be known in part. */
  readonly daysAtLeast: number;
  readonly daysAtMost: number;
  /** Whether a source says that the award led to the talks. */
  readonly linked: boolean;
}

/** How many pairs of award and talks are looked at. */
const MOST_PAIRS = 10_000;

/** Names a pair of award result and agreement in its list. */
export function idOfPair({ result, agreement }: AwardBeforeTalks): string {
  return `${result} ${agreement}`;
}

/** Awards of places and the talks of those places that began within a duration after them, by `idOfPair`. */
export async function awardsBeforeTalks(graph: Graph, within: string): Promise<AwardBeforeTalks[]> {
  // Also refused when no award is there to be compared with.
  dayAfter('2000-01-01', 'within', within);
  const rows = await graph.ask('questions/awards-before-talks', { limit: MOST_PAIRS });
  const pairs = rows.flatMap((row) => {
    const { awardEarliest, awardLatest, began } = row as { awardEarliest: string; awardLatest: string | null; began: string };
    const latest = awardLatest ?? awardEarliest;
    if (began > dayAfter(latest, 'within', within)) return [];
    return [
      {
        result: row.result as string,
        agreement: row.agreement as string,
        stage: row.stage as string,
        daysAtLeast: Math.max(0, daysBetween(latest, began)),
        daysAtMost: daysBetween(awardEarliest, began),
        linked: row.linked as boolean,
      },
    ];
  });
  return pairs.sort((one, other) => (idOfPair(one) < idOfPair(other) ? -1 : 1));
}
