import type { NodeLabel, RelationshipType } from '../domain/ontology.js';
import type { PlainValue } from './values.js';

/** The properties of a node or relationship. A null is no property. */
export type Properties = Readonly<Record<string, PlainValue>>;

/** A node, by what tells it from all others. */
export interface Ref {
  readonly label: NodeLabel;
  readonly id: string;
}

export interface UnitNode extends Ref {
  readonly properties: Properties;
}

export interface UnitRelationship {
  readonly type: RelationshipType;
  readonly from: Ref;
  readonly to: Ref;
  readonly properties: Properties;
}

/**
 * What one data set says of one thing: the smallest that is written, replaced or removed, and always as a whole.
 * It either brings the node of the thing, with the nodes that are parts of it, or adds to the node of another data set.
 */
export class Unit {
  /** The thing that it is about. */
  readonly of: Ref;
  /** The node of the thing where this unit brings it, and its parts. */
  readonly nodes: UnitNode[] = [];
  readonly relationships: UnitRelationship[] = [];
  #completion: Properties | null = null;

  constructor(of: Ref) {
    this.of = of;
  }

  /** Whether it brings the thing itself. */
  get owns(): boolean {
    return this.nodes[0]?.id === this.of.id;
  }

  /** Properties for a thing of another data set that does not have them. */
  get completion(): Properties | null {
    return this.#completion;
  }

  /** How many nodes and relationships it holds. */
  get rows(): number {
    return this.nodes.length + this.relationships.length;
  }

  /** Adds a node: the thing itself first. */
  addNode({ label, id }: Ref, properties: Properties): void {
    this.nodes.push({ label, id, properties });
  }

  addRelationship(type: RelationshipType, from: Ref, to: Ref, properties: Properties = {}): void {
    this.relationships.push({ type, from, to, properties });
  }

  complete(properties: Properties): void {
    this.#completion = properties;
  }
}
