import type { TieFilter } from '../../domain/tie.js';
import type { Graph } from '../../graph/graph.js';
import { neighboursOf, placesBeside } from '../../store/ties.js';

/**
 * The places around one, by distance: a search by levels, each found by asking for the places beside the level before
 * it. What a level holds is asked in statements of a bounded number of ids, so that the number of statements follows
 * the distance and not the number of places.
 */
export class Levels {
  readonly #graph: Graph;
  readonly #ties: TieFilter;
  readonly #levels: ReadonlyMap<string, string>[];
  readonly #seen: Set<string>;

  constructor(graph: Graph, start: string, ties: TieFilter) {
    this.#graph = graph;
    this.#ties = ties;
    this.#levels = [new Map([[start, '']])];
    this.#seen = new Set([start]);
  }

  /** The distance of the last level. */
  get depth(): number {
    return this.#levels.length - 1;
  }

  /** How many places were found, with the start. */
  get size(): number {
    return this.#seen.size;
  }

  /** The places at a distance, by id, with the names that they are sorted by; the start has none. */
  at(distance: number): ReadonlyMap<string, string> {
    return this.#levels[distance] ?? new Map();
  }

  get last(): ReadonlyMap<string, string> {
    return this.at(this.depth);
  }

  /** Adds the next level, which is empty when nothing is farther away. */
  async grow(): Promise<ReadonlyMap<string, string>> {
    const next = new Map<string, string>();
    if (this.last.size > 0) {
      for (const [id, name] of await placesBeside(this.#graph, [...this.last.keys()], this.#ties)) {
        if (this.#seen.has(id)) continue;
        this.#seen.add(id);
        next.set(id, name);
      }
    }
    this.#levels.push(next);
    return next;
  }

  /**
   * The shortest ways from the start to places at one distance, backwards: of each place on them, the places of the level
   * before it that it is tied to, rising.
   */
  async waysTo(targets: Iterable<string>, distance: number): Promise<ReadonlyMap<string, readonly string[]>> {
    const before = new Map<string, readonly string[]>();
    let places = [...targets];
    for (let level = distance; level > 0; level -= 1) {
      const closer = this.at(level - 1);
      const neighbours = level === 1 ? null : await neighboursOf(this.#graph, places, this.#ties);
      for (const place of places)
        before.set(place, neighbours === null ? [...closer.keys()] : (neighbours.get(place) ?? []).filter((one) => closer.has(one)));
      places = [...new Set(places.flatMap((place) => before.get(place) ?? []))];
    }
    return before;
  }
}
