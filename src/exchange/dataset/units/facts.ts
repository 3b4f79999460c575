import { keyOfId, type NodeLabel, type RelationshipType } from '../../../domain/ontology.js';
import type { Properties, Ref, Unit, UnitNode, UnitRelationship } from '../../../graph/unit.js';
import type { PlainValue } from '../../../graph/values.js';

/** The key of a record, from the id of its node. */
export function keyOf({ id }: Ref): string {
  return keyOfId(id);
}

/** What a unit says, for turning it back into a record. What a record may leave out is undefined. */
export class Facts {
  readonly #unit: Unit;

  constructor(unit: Unit) {
    this.#unit = unit;
  }

  get key(): string {
    return keyOf(this.#unit.of);
  }

  get of(): Ref {
    return this.#unit.of;
  }

  /** The properties of the thing itself. */
  get own(): Properties {
    return this.#unit.nodes.find(({ id }) => id === this.#unit.of.id)?.properties ?? {};
  }

  /** Parts of the thing of one label, in their order. */
  parts(label: NodeLabel): UnitNode[] {
    const held = new Map(this.#from(this.of).map(({ to, properties }) => [to.id, properties.position]));
    const position = ({ id, properties }: UnitNode) => ((properties.position ?? held.get(id)) as number | undefined) ?? 0;
    return this.#unit.nodes.filter((node) => node.label === label).sort((a, b) => position(a) - position(b) || (a.id < b.id ? -1 : 1));
  }

  /** The relationships of a type that begin at a node, in their order. */
  said(type: RelationshipType, from: Ref = this.of): UnitRelationship[] {
    const position = ({ properties }: UnitRelationship) => (properties.position as number | undefined) ?? 0;
    return this.#from(from)
      .filter((one) => one.type === type)
      .sort((a, b) => position(a) - position(b) || (a.to.id < b.to.id ? -1 : 1));
  }

  /** The keys of what relationships of a type lead to, in their order. */
  keys(type: RelationshipType, from: Ref = this.of): string[] {
    return this.said(type, from).map(({ to }) => keyOf(to));
  }

  /** The key of what the one relationship of a type leads to. */
  keyTo(type: RelationshipType, from: Ref = this.of): string | undefined {
    return this.keys(type, from)[0];
  }

  /** The key of where the one relationship of a type begins that leads to the thing. */
  keyFrom(type: RelationshipType): string | undefined {
    const found = this.#unit.relationships.find((one) => one.type === type && one.to.id === this.of.id);
    return found === undefined ? undefined : keyOf(found.from);
  }

  /** The nodes beside the thing of which it says something by relationships of a type. */
  tellers(type: RelationshipType): Ref[] {
    const own = new Set([this.of.id, ...this.#unit.nodes.map(({ id }) => id)]);
    const others = this.#unit.relationships.filter((one) => one.type === type && !own.has(one.from.id)).map(({ from }) => from);
    return [...new Map(others.map((one) => [one.id, one])).values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  #from(ref: Ref): UnitRelationship[] {
    return this.#unit.relationships.filter(({ from }) => from.id === ref.id);
  }
}

/** A property as a record has it: undefined where there is none. */
export function given<T extends PlainValue>(value: PlainValue | undefined): T | undefined {
  return (value ?? undefined) as T | undefined;
}
