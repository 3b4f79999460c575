import { CONFIDENCES, type Confidence, membersOf } from '../../domain/vocabulary.js';
import type { Graph } from '../../graph/graph.js';
import type { EntityLabel } from '../../store/entities.js';
import type { Page, Position } from '../../store/pages.js';
import { pageLabelByLabel } from './label-by-label.js';

/** How well things are supported: by how many independent sources, and how good the best one is (null: not graded). */
export interface Support {
  readonly minSources: number;
  readonly maxSources: number;
  readonly grades: readonly (Confidence | null)[];
}

/** Things of one label that are supported alike. */
export interface SupportCount {
  readonly label: EntityLabel;
  readonly sources: number;
  readonly grade: Confidence | null;
  readonly total: number;
}

/** The grades as `source/support` of the query book counts them: none is 0. */
const COUNTED: readonly (Confidence | null)[] = [null, ...membersOf(CONFIDENCES).reverse()];

/** One page of the things that are supported so, by id. */
export function supportedThings(
  graph: Graph,
  labels: readonly EntityLabel[],
  { minSources, maxSources, grades }: Support,
  first: number,
  after: Position | null,
): Promise<Page> {
  const counted = grades.map((grade) => COUNTED.indexOf(grade));
  return pageLabelByLabel(labels, first, after, async (label, limit) => {
    const parameters = { after: String(after?.key ?? ''), minSources, maxSources, grades: counted, limit };
    const rows = await graph.ask('source/supported', parameters, { label });
    return rows.map(({ id }) => ({ key: id as string, id: '' }));
  });
}

/** How many things of each label are supported in which way: fewest sources first, then the best grade first. */
export async function supportCounts(graph: Graph, labels: readonly EntityLabel[]): Promise<SupportCount[]> {
  const counts = await Promise.all(
    labels.map(async (label) => {
      const rows = await graph.ask('source/support-counts', {}, { label });
      return rows.map(({ sources, grade, total }) => ({
        label,
        sources: sources as number,
        grade: COUNTED[grade as number] ?? null,
        total: total as number,
      }));
    }),
  );
  return counts.flat();
}

/** Things of one label that are supported alike: the first ones after a position, by id. */
export async function supportGroups(
  graph: Graph,
  label: EntityLabel,
  first: number,
  after: Position | null,
): Promise<(Pick<SupportCount, 'sources' | 'grade'> & { readonly page: Page })[]> {
  const rows = await graph.ask('source/support-groups', { after: String(after?.key ?? ''), limit: first + 1 }, { label });
  return rows.map(({ sources, grade, ids }) => {
    const items = (ids as readonly string[]).map((id) => ({ key: id, id: '' }));
    return {
      sources: sources as number,
      grade: COUNTED[grade as number] ?? null,
      page: { items: items.slice(0, first), hasNextPage: items.length > first },
    };
  });
}

/** Whether things that are counted together are supported so. */
export function isSupportedSo({ minSources, maxSources, grades }: Support, { sources, grade }: SupportCount): boolean {
  return sources >= minSources && sources <= maxSources && grades.includes(grade);
}
