import DataLoader from 'dataloader';
import { labelOf, type NodeLabel, type RelationshipType } from '../domain/ontology.js';
import type { Pair } from '../domain/tie.js';
import type { Graph } from '../graph/graph.js';
import type { Parameters } from '../graph/values.js';
import { type Citation, type Entities, type EntityLabel, entitiesByIds, rowsOf } from '../store/entities.js';
import { type ListRequest, type Page, type Position, pagesOf, totalsOf } from '../store/pages.js';
import { type Tombstone, tombstonesOf } from '../store/tombstone/tombstones.js';

export type { Pair };

/** How many things one statement is asked about. */
const MOST_AT_ONCE = 1_000;

const keyOf = ({ a, b }: Pair) => `${a} ${b}`;

/**
 * Batches what the fields of one level ask for into one call of the store. One object per request:
 * nothing is remembered from one request to the next.
 */
export class Loaders {
  readonly #graph: Graph;
  readonly #loaders = new Map<string, DataLoader<never, unknown>>();

  constructor(graph: Graph) {
    this.#graph = graph;
  }

  /** Forgets what was read: after a write of the same request it may be otherwise. */
  forget(): void {
    this.#loaders.clear();
  }

  /** The entity with an id; null when there is none. */
  entity<L extends EntityLabel>(label: L, id: string): Promise<Entities[L] | null> {
    return this.#loader<string, Entities[L] | null>(['entity', label], (ids) => entitiesByIds(this.#graph, label, ids)).load(id);
  }

  /** The entities with these ids, without those that are gone. */
  async entities<L extends EntityLabel>(label: L, ids: readonly string[]): Promise<Entities[L][]> {
    const found = await Promise.all(ids.map((id) => this.entity(label, id)));
    return found.filter((entity) => entity !== null) as Entities[L][];
  }

  /** What is left of an id that nothing has any more; null: nothing ever had it. */
  tombstone(retired: string): Promise<Tombstone | null> {
    return this.#loader<string, Tombstone | null>(['tombstone'], (ids) => tombstonesOf(this.#graph, ids)).load(retired);
  }

  /** Ids that a relationship leads to from one node. For types of which a node has few. */
  related(from: NodeLabel, type: RelationshipType, to: NodeLabel, id: string): Promise<string[]> {
    return this.rows<{ id: string }>('graph/related', id, { slots: { from, type, to } }).then((rows) => rows.map((row) => row.id));
  }

  /** Ids that a relationship comes from to one node. For types of which a node has few. */
  relatedBack(from: NodeLabel, type: RelationshipType, to: NodeLabel, id: string): Promise<string[]> {
    return this.rows<{ id: string }>('graph/related-back', id, { slots: { from, type, to } }).then((rows) => rows.map((row) => row.id));
  }

  /** The rows that a question of the book answers for one id. */
  rows<T>(
    query: string,
    id: string,
    { slots = {}, filters = {} }: { slots?: Readonly<Record<string, string>>; filters?: Readonly<Record<string, string | null>> } = {},
  ): Promise<T[]> {
    return this.#loader<string, T[]>(['rows', query, slots, filters], (ids) => rowsOf<T>(this.#graph, query, ids, slots, filters)).load(id);
  }

  /** One item of the citations of a source: the citation at a position of the thing that the item's key names. */
  async citation(source: string, { id, key }: Position): Promise<(Citation & { readonly of: string }) | null> {
    const subject = String(key);
    const position = Number(id.slice(id.lastIndexOf('#') + 1));
    const rows = await this.rows<Citation & { of: string; position: number }>('source/citations-of', subject, {
      slots: { label: labelOf(subject) ?? '' },
    });
    return rows.find((row) => row.source === source && row.position === position) ?? null;
  }

  /** One page of a list of a parent. */
  page(request: ListRequest, parent: string): Promise<Page> {
    return this.#loader<string, Page>(['page', request], (parents) => pagesOf(this.#graph, request, parents)).load(parent);
  }

  /** How long a list of a parent is. */
  total(list: string, filters: Parameters, parent: string): Promise<number> {
    return this.#loader<string, number>(['total', list, filters], (parents) => totalsOf(this.#graph, list, filters, parents)).load(parent);
  }

  /** What is worked out for many ids at once, for one of them. `asked` tells apart what is worked out. */
  forId<T>(asked: readonly unknown[], work: (graph: Graph, ids: readonly string[]) => Promise<readonly T[]>, id: string): Promise<T> {
    return this.#loader<string, T>(['for ids', ...asked], async (ids) => [...(await work(this.#graph, ids))]).load(id);
  }

  /** What is worked out for many numbers at once, for one of them. `asked` tells apart what is worked out. */
  forNumber<T>(
    asked: readonly unknown[],
    work: (graph: Graph, numbers: readonly number[]) => Promise<readonly T[]>,
    number: number,
  ): Promise<T> {
    return this.#loader<number, T>(['for numbers', ...asked], async (numbers) => [...(await work(this.#graph, numbers))]).load(number);
  }

  /** The rows that a question of the book answers for one pair of places. */
  pairRows<T extends Pair>(query: string, filters: Parameters, pair: Pair): Promise<T[]> {
    return this.#loader<Pair, T[]>(
      ['pairs', query, filters],
      async (pairs) => {
        const groups = new Map<string, T[]>(pairs.map((one) => [keyOf(one), []]));
        const rows = (await this.#graph.ask(query, { ...filters, pairs: pairs.map(({ a, b }) => ({ a, b })) })) as unknown as T[];
        for (const row of rows) groups.get(keyOf(row))?.push(row);
        return pairs.map((one) => groups.get(keyOf(one)) ?? []);
      },
      keyOf,
    ).load(pair);
  }

  /** What is worked out for many pairs of places at once, for one of them. `asked` tells apart what is worked out. */
  forPair<T>(asked: readonly unknown[], work: (graph: Graph, pairs: readonly Pair[]) => Promise<readonly T[]>, pair: Pair): Promise<T> {
    return this.#loader<Pair, T>(['for pairs', ...asked], async (pairs) => [...(await work(this.#graph, pairs))], keyOf).load(pair);
  }

  #loader<K, V>(key: readonly unknown[], batch: (keys: readonly K[]) => Promise<V[]>, cacheKey?: (key: K) => string): DataLoader<K, V> {
    const name = JSON.stringify(key);
    let loader = this.#loaders.get(name) as DataLoader<K, V> | undefined;
    if (loader === undefined) {
      loader = new DataLoader<K, V, unknown>(batch, {
        maxBatchSize: MOST_AT_ONCE,
        ...(cacheKey !== undefined && { cacheKeyFn: cacheKey }),
      }) as DataLoader<K, V>;
      this.#loaders.set(name, loader as unknown as DataLoader<never, unknown>);
    }
    return loader;
  }
}
