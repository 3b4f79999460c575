import { group } from 'd3-array';
import { COMPOSITIONS, labelOf, type NodeLabel, RELATIONSHIPS, type RelationshipType } from '../../domain/ontology.js';
import type { Asking } from '../../graph/graph.js';
import { type Properties, type Ref, Unit } from '../../graph/unit.js';
import type { Row } from '../../graph/values.js';
import { SAID_BY_TARGET, saidOf } from './said-by.js';
import { inParts } from './write-units.js';

const THINGS_PER_PART = 2_000;

/** Properties that the store keeps for itself, and those that follow from others. */
const MARKS = new Set(['id', 'dataset', 'hash', 'load', 'locatedBy', 'countedBy', 'knownSince']);

/** A unit as the graph holds it. */
export interface HeldUnit {
  readonly unit: Unit;
  readonly dataSet: string;
  /** The hash that was noted when it was written; null: not all of it was written. */
  readonly hash: string | null;
  /** The revision that brought it as it is, where that noted no change of it; null: the history tells, or nobody knows. */
  readonly knownSince: number | null;
}

/** The units that bring the things of one label, by id. `dataSet`: those of one only. */
export async function* readThings(graph: Asking, label: NodeLabel, dataSet: string | null = null): AsyncGenerator<HeldUnit> {
  for await (const rows of pages((after) => graph.ask('unit/things', { dataset: dataSet, after, limit: THINGS_PER_PART }, { label }))) {
    yield* heldThings(graph, label, rows);
  }
}

/** The units that bring the things of some ids of one label, by id. */
export async function* readThingsById(graph: Asking, label: NodeLabel, ids: readonly string[]): AsyncGenerator<HeldUnit> {
  for (const part of inParts([...new Set(ids)])) {
    yield* heldThings(graph, label, await graph.ask('unit/things-by-ids', { ids: part }, { label }));
  }
}

async function* heldThings(graph: Asking, label: NodeLabel, rows: readonly Row[]): AsyncGenerator<HeldUnit> {
  const things = rows.map(({ id, properties }) => ({ of: { label, id: id as string }, properties: properties as Properties }));
  const said = await saidAbout(graph, label, things);
  for (const { of, properties } of things) {
    const unit = new Unit(of);
    const by = properties.dataset as string;
    unit.addNode(of, ownProperties(properties, by));
    said.fill(unit, by);
    const { hash = null, knownSince = null } = properties as { hash?: string; knownSince?: number };
    yield { unit, dataSet: by, hash, knownSince };
  }
}

/** The units of a data set that add to things of others, by the id of the thing. */
export async function* readDetails(graph: Asking, dataSet: string): AsyncGenerator<HeldUnit> {
  for await (const rows of pages((after) => graph.ask('unit/details', { dataset: dataSet, after, limit: THINGS_PER_PART }))) {
    yield* heldDetails(graph, rows);
  }
}

/** What data sets add to some things, by the id of the thing. */
export async function* readDetailsOf(graph: Asking, ids: readonly string[]): AsyncGenerator<HeldUnit> {
  for (const part of inParts([...new Set(ids)])) yield* heldDetails(graph, await graph.ask('unit/details-of', { ids: part }));
}

async function* heldDetails(graph: Asking, rows: readonly Row[]): AsyncGenerator<HeldUnit> {
  for (const [label, ofLabel] of group(rows, ({ of }) => labelOf(of as string))) {
    if (label === null) continue;
    const things = [...new Set(ofLabel.map(({ of }) => of as string))].map((id) => ({ of: { label, id } }));
    const said = await saidAbout(graph, label, things);
    for (const row of ofLabel) {
      const unit = new Unit({ label, id: row.of as string });
      const { latitude = null, longitude = null, population = null } = row;
      const completion = Object.fromEntries(Object.entries({ latitude, longitude, population }).filter(([, value]) => value !== null));
      if (Object.keys(completion).length > 0) unit.complete(completion);
      const dataSet = row.dataset as string;
      said.fill(unit, dataSet);
      yield { unit, dataSet, hash: row.hash as string | null, knownSince: row.knownSince as number | null };
    }
  }
}

async function* pages(read: (after: string) => Promise<readonly Row[]>): AsyncGenerator<readonly Row[]> {
  for (let after = ''; ; ) {
    const page = await read(after);
    if (page.length > 0) yield page;
    if (page.length < THINGS_PER_PART) return;
    after = page.at(-1)?.id as string;
  }
}

/** What the node of a thing says itself, without what other data sets know of it. */
function ownProperties(properties: Properties, dataSet: string): Properties {
  const others = new Set([
    ...((properties.locatedBy ?? dataSet) === dataSet ? [] : ['latitude', 'longitude']),
    ...((properties.countedBy ?? dataSet) === dataSet ? [] : ['population']),
  ]);
  return Object.fromEntries(Object.entries(properties).filter(([name]) => !MARKS.has(name) && !others.has(name)));
}

interface PartRow {
  readonly part: Ref;
  readonly properties: Properties;
}
interface SaidRow {
  readonly type: RelationshipType;
  readonly from: Ref;
  readonly to: Ref;
  readonly by: string;
  readonly properties: Properties;
}

/** What data sets say of some things of one label by parts and relationships. */
async function saidAbout(graph: Asking, label: NodeLabel, things: readonly { readonly of: Ref }[]) {
  const ids = things.map(({ of }) => of.id);
  const parts = new Map<string, PartRow[]>();
  const said = new Map<string, SaidRow[]>();
  const shared = new Map<string, Properties>();
  const wholeOf = new Map<string, string>(ids.map((id) => [id, id]));

  for (const { type, whole, part, shared: isShared } of COMPOSITIONS.filter((one) => one.whole === label)) {
    for (const { of, id, properties } of await graph.ask('unit/parts', { ids }, { whole, type, part })) {
      if (isShared) shared.set(id as string, properties as Properties);
      else {
        put(parts, of as string, { part: { label: part, id: id as string }, properties: properties as Properties });
        wholeOf.set(id as string, of as string);
      }
    }
  }
  const take = (one: SaidRow, teller: string) => put(said, wholeOf.get(teller) ?? teller, one);
  for (const [from, nodes] of group(wholeOf.keys(), (id) => labelOf(id) as NodeLabel)) {
    for (const row of await graph.ask('unit/said', { ids: nodes }, { label: from })) {
      if (SAID_BY_TARGET.includes(row.type as string)) continue;
      const [to = label] = row.labels as NodeLabel[];
      take(saidRow(row, row.type as RelationshipType, from, to), row.from as string);
    }
  }
  for (const [type, from] of saidOf(label)) {
    for (const row of await graph.ask('unit/said-of', { ids }, { label, type, from })) {
      take(saidRow(row, type, from, label), row.to as string);
    }
  }

  return {
    /** Puts what a data set says into a unit. */
    fill(unit: Unit, dataSet: string): void {
      for (const { part, properties } of parts.get(unit.of.id) ?? []) {
        if (properties.dataset === dataSet) unit.addNode(part, ownProperties(properties, dataSet));
      }
      for (const { type, from, to, by, properties } of said.get(unit.of.id) ?? []) {
        if (by !== dataSet) continue;
        const sharedPart = shared.get(to.id);
        if (sharedPart !== undefined && isComposition(type)) unit.addNode(to, ownProperties(sharedPart, dataSet));
        unit.addRelationship(type, from, to, properties);
      }
    },
  };
}

function isComposition(type: RelationshipType): boolean {
  return 'part' in RELATIONSHIPS[type];
}

function saidRow(row: Row, type: RelationshipType, from: NodeLabel, to: NodeLabel): SaidRow {
  const { dataset, ...properties } = row.properties as Properties;
  return {
    type,
    from: { label: from, id: row.from as string },
    to: { label: to, id: row.to as string },
    by: dataset as string,
    properties,
  };
}

function put<T>(map: Map<string, T[]>, key: string, value: T): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
}
