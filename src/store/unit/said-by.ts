import { type NodeLabel, RELATIONSHIPS, type RelationshipType } from '../../domain/ontology.js';

interface Definition {
  readonly from: readonly NodeLabel[];
  readonly to: readonly NodeLabel[];
  readonly saidBy?: 'to';
}
const DEFINITIONS = Object.entries(RELATIONSHIPS) as [RelationshipType, Definition][];

/** Types of relationships that the thing at their end says. */
export const SAID_BY_TARGET: readonly string[] = DEFINITIONS.flatMap(([type, { saidBy }]) => (saidBy === 'to' ? [type] : []));

/** Relationships that lead to things of a label and that these say themselves, with the label where each begins. */
export function saidOf(label: NodeLabel): [RelationshipType, NodeLabel][] {
  return DEFINITIONS.flatMap(([type, { from, to, saidBy }]) =>
    saidBy === 'to' && to.includes(label) ? from.map((one): [RelationshipType, NodeLabel] => [type, one]) : [],
  );
}
