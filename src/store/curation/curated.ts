import type { Asking } from '../../graph/graph.js';
import { type Ref, Unit } from '../../graph/unit.js';
import { statedTombstones } from '../tombstone/tombstones.js';

/**
 * The data set of what people write by hand. A thing that somebody corrects becomes one of it, so that no import writes
 * over the correction.
 */
export const CURATION = 'curation';

/** What people retired by hand: others neither bring it again nor refer to it. */
export class RetiredByHand {
  /** What took the place of each, by id; null: nothing did. */
  readonly #successors: ReadonlyMap<string, string | null>;

  constructor(successors: ReadonlyMap<string, string | null>) {
    this.#successors = successors;
  }

  static async in(graph: Asking): Promise<RetiredByHand> {
    const stated = await statedTombstones(graph);
    return new RetiredByHand(
      new Map(stated.filter(({ dataSet }) => dataSet === CURATION).map(({ retired, successor }) => [retired, successor])),
    );
  }

  has(id: string): boolean {
    return this.#successors.has(id);
  }

  /** A unit that refers to what took the place of things that are retired, and no longer to those without a successor. */
  redirected(unit: Unit): Unit {
    const isTouched = unit.relationships.some(({ from, to }) => this.has(from.id) || this.has(to.id));
    return isTouched ? this.#rewritten(unit) : unit;
  }

  #rewritten(unit: Unit): Unit {
    const rewritten = new Unit(unit.of);
    rewritten.nodes.push(...unit.nodes);
    if (unit.completion !== null) rewritten.complete(unit.completion);
    const seen = new Set<string>();
    for (const { type, from, to, properties } of unit.relationships) {
      const [start, end] = [this.#inPlaceOf(from), this.#inPlaceOf(to)];
      if (start === null || end === null) continue;
      const isMoved = start.id !== from.id || end.id !== to.id;
      const said = `${type} ${start.id} ${end.id}`;
      // Two things that are one now are referred to once; citations of one source may be several.
      if (isMoved && seen.has(said)) continue;
      seen.add(said);
      rewritten.addRelationship(type, start, end, properties);
    }
    return rewritten;
  }

  #inPlaceOf({ label, id }: Ref): Ref | null {
    const seen = new Set<string>();
    let at: string | null = id;
    while (at !== null && this.has(at) && !seen.has(at)) {
      seen.add(at);
      at = this.#successors.get(at) ?? null;
    }
    return at === null ? null : { label, id: at };
  }
}
