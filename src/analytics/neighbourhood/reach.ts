import type { TieFilter } from '../../domain/tie.js';
import type { Graph } from '../../graph/graph.js';
import { placesInside } from '../../store/ties.js';
import { Levels } from '../paths/levels.js';
import { countWays, walkWays } from '../paths/ways.js';
import { inOrder } from '../whole-graph/question.js';

/** A place that a number of ties lead to, and no fewer. */
export interface Reached {
  readonly id: string;
  /** What it is sorted by. */
  readonly name: string;
  readonly distance: number;
}

/** Distances have one digit. */
export const positionOfReached = ({ id, name, distance }: Reached) => ({ key: `${distance} ${name}`, id });

/** The shortest chains to a reached place. */
export interface ReachingChains {
  readonly count: number;
  /** The places of one of them, from the start on. */
  readonly chain: readonly string[];
}

/** What can be reached from a place by a few ties. */
export class Reach {
  readonly #levels: Levels;
  /** By distance, then by name, then by id. */
  readonly places: readonly Reached[];

  private constructor(levels: Levels, places: readonly Reached[]) {
    this.#levels = levels;
    this.places = places;
  }

  /** Goes `steps` ties far, and lists the places that are `within` a place, or that one; null for anywhere. */
  static async from(graph: Graph, start: string, steps: number, ties: TieFilter, within: string | null): Promise<Reach> {
    const levels = new Levels(graph, start, ties);
    for (let step = 0; step < steps; step += 1) await levels.grow();
    const places: Reached[] = [];
    for (let distance = 1; distance <= steps; distance += 1) {
      const inside = await placesInside(graph, [...levels.at(distance).keys()], within);
      for (const [id, name] of levels.at(distance)) if (inside.has(id)) places.push({ id, name, distance });
    }
    return new Reach(levels, inOrder(places, 'up', positionOfReached));
  }

  /** How many places there are at each distance. */
  counts(steps: number): { readonly distance: number; readonly placeCount: number }[] {
    return Array.from({ length: steps }, (_, step) => ({
      distance: step + 1,
      placeCount: this.places.filter(({ distance }) => distance === step + 1).length,
    }));
  }

  /** The shortest chains to these places, in the order of the places; a statement for each distance less one. */
  async chainsTo(places: readonly Reached[]): Promise<ReachingChains[]> {
    const [start] = [...this.#levels.at(0).keys()] as [string];
    const found = new Map<string, ReachingChains>();
    for (const distance of new Set(places.map((place) => place.distance))) {
      const targets = places.filter((place) => place.distance === distance).map(({ id }) => id);
      const before = await this.#levels.waysTo(targets, distance);
      for (const from of targets) {
        const ways = { from, to: start, next: before };
        const [backwards = []] = walkWays(ways, null);
        found.set(from, { count: countWays(ways), chain: [...backwards].reverse() });
      }
    }
    return places.map(({ id }) => found.get(id) as ReachingChains);
  }
}
