import { PHASES, type Phase, STAGES, type Stage } from '../../domain/stage.js';
import type { Graph } from '../../graph/graph.js';

export const FUNNEL_GROUPS = {
  PROVINCE: 'By the province that the place at home is in.',
  KIND: 'By the kind of agreement.',
  YEAR: 'By the year in which the first dated step counts.',
} as const;
export type FunnelGroup = keyof typeof FUNNEL_GROUPS;

export interface FunnelRow {
  /** Id of the province, kind of agreement, or year; null: in no province, or without a dated step. */
  readonly group: string | null;
  readonly total: number;
  /** How many are in each phase, in the order of the phases. */
  readonly phases: readonly { readonly phase: Phase; readonly total: number }[];
  /** How many are at each step, and how many have ever reached it, in the order of the steps. */
  readonly stages: readonly { readonly stage: Stage; readonly now: number; readonly ever: number }[];
}

/** How far the cooperations of a country's places have come, in groups ordered by their names; null last. */
export async function negotiationFunnel(graph: Graph, country: string, by: FunnelGroup, asOf: string | null): Promise<FunnelRow[]> {
  const rows = await graph.ask('questions/negotiation-funnel', { country, by, asOf });
  const groups = new Map<string | null, Map<Stage, { now: number; ever: number }>>();
  for (const row of rows) {
    const group = row.grp as string | null;
    const stages = groups.get(group) ?? new Map<Stage, { now: number; ever: number }>();
    groups.set(group, stages);
    stages.set(row.stage as Stage, { now: row.now as number, ever: row.ever as number });
  }
  return [...groups]
    .sort(([one], [other]) => (one === null ? 1 : other === null ? -1 : one < other ? -1 : 1))
    .map(([group, stages]) => {
      const ordered = (Object.keys(STAGES) as Stage[]).flatMap((stage) => {
        const counts = stages.get(stage);
        return counts === undefined ? [] : [{ stage, ...counts }];
      });
      const inPhase = (phase: Phase) => ordered.filter(({ stage }) => STAGES[stage].phase === phase).reduce((sum, { now }) => sum + now, 0);
      const phases = (Object.keys(PHASES) as Phase[]).map((phase) => ({ phase, total: inPhase(phase) }));
      return { group, total: phases.reduce((sum, { total }) => sum + total, 0), phases, stages: ordered };
    });
}
