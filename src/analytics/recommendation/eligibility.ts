import { ALL_CRITERIA, applies, CRITERIA, type Criterion, type Verdict } from '../../domain/criteria.js';
import { DefectError } from '../../domain/errors.js';
import type { Phase } from '../../domain/stage.js';
import type { MissionKind, OfficeRole } from '../../domain/vocabulary.js';
import type { Graph } from '../../graph/graph.js';
import type { Row } from '../../graph/values.js';
import { whereaboutsOf } from '../../store/whereabouts.js';
import { DECISIONS, type Facts } from './decisions.js';

/** What the graph says of one criterion. */
export interface Finding {
  readonly criterion: Criterion;
  readonly verdict: Verdict;
  readonly explanation: string;
  /** What would decide it; null unless it is undecided. */
  readonly needed: string | null;
  /** Ids of things of any type, rising within each type. */
  readonly evidence: readonly string[];
}

/** Missions that a country sends only where it has relations. */
const CAREER_MISSIONS: readonly MissionKind[] = ['EMBASSY', 'CONSULATE_GENERAL', 'CONSULATE'];
/** Offices that lead a local government. */
const HEADS: readonly OfficeRole[] = ['GOVERNOR', 'MAYOR', 'REGENT'];

/** How a pair of places stands before each criterion, in the order of the table, on a day. Both places are there. */
export async function eligibility(graph: Graph, a: string, b: string, asOf: string | null): Promise<Finding[]> {
  const facts = await factsOf(graph, a, b, asOf);
  return ALL_CRITERIA.map((criterion) => findingOf(criterion, facts));
}

export function findingOf(criterion: Criterion, facts: Facts): Finding {
  const { a, b } = facts;
  if (!applies(criterion, a.country, b.country)) {
    const explanation = 'The rule is not for this pair.';
    return { criterion, verdict: 'NOT_APPLICABLE', explanation, needed: null, evidence: [] };
  }
  const { verdict, explanation, evidence } = DECISIONS[criterion](facts);
  return { criterion, verdict, explanation, needed: verdict === 'UNDECIDED' ? CRITERIA[criterion].needed : null, evidence };
}

/** Reads what the criteria ask about: three rounds of statements. */
async function factsOf(graph: Graph, one: string, other: string, asOf: string | null): Promise<Facts> {
  const [a, b] = await whereaboutsOf(graph, [one, other]);
  if (a === undefined || b === undefined) throw new DefectError(`${one} and ${other} are not both there`);
  const between = (phases: readonly Phase[] | null) =>
    graph.ask('agreement/between', { pairs: [{ a: one, b: other }], asOf, phases, kinds: null }).then(idsOf);
  const [onRecord, running, missions] = await Promise.all([
    between(null),
    between(['AGREEMENT']),
    a.country === null || b.country === null || a.country === b.country
      ? []
      : graph.ask('mission/between-countries', { a: a.country, b: b.country, kinds: CAREER_MISSIONS }).then(idsOf),
  ]);
  const [signings, subjects] = await Promise.all([
    running.length === 0 ? [] : graph.ask('agreement/signing-heads', { ids: running, roles: HEADS, asOf }),
    onRecord.length === 0 ? [] : graph.ask('graph/related', { ids: onRecord }, { from: 'Agreement', type: 'IN_SECTOR', to: 'Sector' }),
  ]);
  return {
    a,
    b,
    missions,
    onRecord,
    running,
    signings: signings.map(({ of, place, event }) => ({ agreement: of as string, place: place as string, event: event as string })),
    subjects: subjects.map(({ of, id }) => ({ agreement: of as string, sector: id as string })),
  };
}

function idsOf(rows: readonly Row[]): string[] {
  return rows.map(({ id }) => id as string);
}
