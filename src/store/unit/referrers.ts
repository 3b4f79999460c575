import { group } from 'd3-array';
import { COMPOSITIONS, type NodeLabel, RELATIONSHIPS, type RelationshipType } from '../../domain/ontology.js';
import type { Asking } from '../../graph/graph.js';
import { inParts } from './write-units.js';

interface Definition {
  readonly from: readonly NodeLabel[];
  readonly to: readonly NodeLabel[];
  readonly part?: 'from' | 'to';
  readonly saidBy?: 'to';
}

/** Types by which a thing refers to another one, and does not hold a part of its own. */
const REFERRING = (Object.entries(RELATIONSHIPS) as [RelationshipType, Definition][]).filter(([, { part }]) => part === undefined);

/** The ids of the things that refer to some things of one label, themselves or by a part. */
export async function referrersOf(graph: Asking, label: NodeLabel, ids: readonly string[]): Promise<string[]> {
  const towards = REFERRING.flatMap(([type, { to, saidBy }]) => (saidBy !== 'to' && to.includes(label) ? [type] : []));
  const found = new Map<string, NodeLabel>();
  for (const part of inParts(ids)) {
    for (const { from, label: of } of await graph.ask('write/referrers', { ids: part, types: towards }, { label })) {
      found.set(from as string, of as NodeLabel);
    }
    for (const [type, { from, to, saidBy }] of REFERRING) {
      if (saidBy !== 'to' || !from.includes(label)) continue;
      for (const end of to) {
        for (const { id } of await graph.ask('graph/related', { ids: part }, { from: label, type, to: end })) found.set(id as string, end);
      }
    }
  }
  const wholes = new Set<string>();
  for (const [of, nodes] of group(found, ([, one]) => one)) {
    const held = nodes.map(([id]) => id);
    const compositions = COMPOSITIONS.filter(({ part }) => part === of);
    if (compositions.length === 0) for (const id of held) wholes.add(id);
    for (const { type, whole, part } of compositions) {
      for (const row of await graph.ask('write/wholes-of', { ids: held }, { whole, type, part })) wholes.add(row.whole as string);
    }
  }
  return [...wholes].sort();
}
