import type { Phase } from '../../domain/stage.js';
import type { PlaceKind } from '../../domain/vocabulary.js';
import type { Graph } from '../../graph/graph.js';

export const STANDINGS = {
  AGREEMENT: 'Has a signed agreement that runs.',
  TALKS: 'Has talks, and no agreement that runs.',
  LAPSED: 'Had an agreement that no longer runs, and has no talks.',
  NONE: 'Has neither.',
} as const;
export type Standing = keyof typeof STANDINGS;

export interface CoveredPlace {
  readonly place: string;
  /** Key that the places are ordered by. */
  readonly sortName: string;
  readonly standing: Standing;
  /** Ids of the agreements and talks with the country that sends the mission. */
  readonly agreements: readonly string[];
}

/** How the places in the district of a mission stand with the country that sends it, by name of the place. */
export async function missionCoverage(
  graph: Graph,
  mission: string,
  placeKinds: readonly PlaceKind[],
  asOf: string | null,
): Promise<CoveredPlace[]> {
  const rows = await graph.ask('questions/mission-coverage', { mission, placeKinds, asOf });
  const places = new Map<string, { sortName: string; agreements: string[]; phases: Set<Phase> }>();
  for (const row of rows) {
    const entry = places.get(row.place as string) ?? { sortName: row.sortName as string, agreements: [], phases: new Set<Phase>() };
    places.set(row.place as string, entry);
    if (row.agreement === null) continue;
    entry.agreements.push(row.agreement as string);
    entry.phases.add(row.phase as Phase);
  }
  return [...places]
    .map(([place, { sortName, agreements, phases }]) => ({ place, sortName, agreements: agreements.sort(), standing: standingOf(phases) }))
    .sort((one, other) => (one.sortName < other.sortName ? -1 : one.sortName > other.sortName ? 1 : one.place < other.place ? -1 : 1));
}

function standingOf(phases: ReadonlySet<Phase>): Standing {
  if (phases.has('AGREEMENT')) return 'AGREEMENT';
  if (phases.has('EXPLORATION') || phases.has('INTENT')) return 'TALKS';
  return phases.has('LAPSED') ? 'LAPSED' : 'NONE';
}
