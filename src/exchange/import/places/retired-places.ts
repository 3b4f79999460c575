import { keyOfId } from '../../../domain/ontology.js';
import { goneBy, idOfRecord, type Retirements } from '../../dataset/retirements.js';
import type { KnownPlaces } from './known-places.js';
import { type Keyed, possibleKeys } from './place-keys.js';

/** What became of a place that a new one would be. */
export interface RetiredPlace {
  /** The key that is retired. */
  readonly key: string;
  /** The key of what took its place; null: nothing did. */
  readonly successor: string | null;
  /** That it is retired, and why. */
  readonly reason: string;
}

/** Keys of places that somebody says are retired. They are never given again. */
export class RetiredPlaces {
  readonly #retirements: Retirements;
  readonly #known: KnownPlaces;

  constructor(retirements: Retirements, known: KnownPlaces) {
    this.#retirements = retirements;
    this.#known = known;
  }

  has(key: string): boolean {
    return this.#retirements.has(idOfRecord('places', key));
  }

  /** Whether a new place cannot have a key. */
  readonly isTaken = (key: string): boolean => this.#known.get(key) !== undefined || this.has(key);

  /** The retired place that a new one would be, whichever other new ones bear its name. Null: it would be none. */
  of(place: Keyed): RetiredPlace | null {
    for (const key of possibleKeys(place)) {
      if (this.has(key)) {
        const end = this.#retirements.end(idOfRecord('places', key));
        return { key, successor: end === null ? null : keyOfId(end), reason: goneBy('places', key, this.#retirements)?.reason ?? '' };
      }
      if (this.#known.get(key) === undefined) return null;
    }
    return null;
  }
}
