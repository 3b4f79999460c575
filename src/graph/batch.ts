import type { NodeLabel, RelationshipType } from '../domain/ontology.js';
import type { PlainValue } from './values.js';

/** The properties of a node or relationship. A null removes the property. */
export type Properties = Readonly<Record<string, PlainValue>>;

export interface NodeRow {
  readonly id: string;
  readonly properties: Properties;
}

export interface RelationshipRow {
  readonly from: string;
  readonly to: string;
  readonly properties: Properties;
}

/** Nodes and relationships to be written together, grouped the way statements take them. */
export class GraphBatch {
  readonly nodes = new Map<NodeLabel, NodeRow[]>();
  /** Grouped by type and the labels of both ends, which statements name so that look-ups use an index. */
  readonly relationships = new Map<
    string,
    { readonly type: RelationshipType; readonly from: NodeLabel; readonly to: NodeLabel; readonly rows: RelationshipRow[] }
  >();

  /** What is said of places of another data set that this one does not say. */
  readonly completions: NodeRow[] = [];

  addNode(label: NodeLabel, id: string, properties: Properties): void {
    const rows = this.nodes.get(label);
    if (rows === undefined) this.nodes.set(label, [{ id, properties }]);
    else rows.push({ id, properties });
  }

  /** Properties for a place of another data set that does not have them. */
  complete(id: string, properties: Properties): void {
    this.completions.push({ id, properties });
  }

  addRelationship(
    type: RelationshipType,
    from: { label: NodeLabel; id: string },
    to: { label: NodeLabel; id: string },
    properties: Properties = {},
  ): void {
    const group = `${from.label} ${type} ${to.label}`;
    let entry = this.relationships.get(group);
    if (entry === undefined) {
      entry = { type, from: from.label, to: to.label, rows: [] };
      this.relationships.set(group, entry);
    }
    entry.rows.push({ from: from.id, to: to.id, properties });
  }

  get size(): { readonly nodes: number; readonly relationships: number } {
    const count = (groups: Iterable<readonly unknown[]>) => [...groups].reduce((sum, rows) => sum + rows.length, 0);
    return { nodes: count(this.nodes.values()), relationships: count([...this.relationships.values()].map(({ rows }) => rows)) };
  }
}
