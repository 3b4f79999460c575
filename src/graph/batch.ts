import type { NodeLabel, RelationshipType } from '../domain/ontology.js';
import type { Properties, Unit } from './unit.js';

export interface NodeRow {
  readonly id: string;
  readonly properties: Properties;
}

export interface RelationshipRow {
  readonly from: string;
  readonly to: string;
  readonly properties: Properties;
}

export interface RelationshipGroup {
  readonly type: RelationshipType;
  readonly from: NodeLabel;
  readonly to: NodeLabel;
  readonly rows: RelationshipRow[];
}

/** Units with their nodes and relationships grouped the way statements take them. */
export class GraphBatch {
  readonly units: readonly Unit[];
  readonly nodes = new Map<NodeLabel, NodeRow[]>();
  /** Grouped by type and the labels of both ends, which statements name so that look-ups use an index. */
  readonly relationships = new Map<string, RelationshipGroup>();

  constructor(units: Iterable<Unit>) {
    this.units = [...units];
    for (const unit of this.units) {
      for (const { label, id, properties } of unit.nodes) {
        const rows = this.nodes.get(label);
        if (rows === undefined) this.nodes.set(label, [{ id, properties }]);
        else rows.push({ id, properties });
      }
      for (const { type, from, to, properties } of unit.relationships) {
        const name = `${from.label} ${type} ${to.label}`;
        let group = this.relationships.get(name);
        if (group === undefined) {
          group = { type, from: from.label, to: to.label, rows: [] };
          this.relationships.set(name, group);
        }
        group.rows.push({ from: from.id, to: to.id, properties });
      }
    }
  }

  get size(): { readonly nodes: number; readonly relationships: number } {
    const count = (groups: Iterable<readonly unknown[]>) => [...groups].reduce((sum, rows) => sum + rows.length, 0);
    return { nodes: count(this.nodes.values()), relationships: count([...this.relationships.values()].map(({ rows }) => rows)) };
  }
}
