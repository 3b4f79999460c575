import type { Phase } from './stage.js';
import type { AgreementKind, Confidence, PlaceKind } from './vocabulary.js';

/**
 * Which ties count. A tie joins two places, its ends, that are parties of one agreement; an agreement
 * of three parties makes three. A country that stands for a party not yet chosen is no end of a tie.
 * null lets everything pass.
 */
export interface TieFilter {
  /** Kinds of the agreement. */
  readonly kinds: readonly AgreementKind[] | null;
  /** Phases that the agreement may be in on the day `asOf`. */
  readonly phases: readonly Phase[] | null;
  /** Ids of sectors, of which the agreement is in at least one. */
  readonly sectors: readonly string[] | null;
  /** How good the best source for the agreement must be at least. */
  readonly confidence: Confidence | null;
  /** ISO day: agreements that had reached a dated stage by then. null: now, and undated stages count. */
  readonly asOf: string | null;
  /** Kinds that both ends must be of. */
  readonly placeKinds: readonly PlaceKind[] | null;
  /** Id of a country that one end at least must be in. */
  readonly country: string | null;
  /** true: both ends in one country; false: in two. */
  readonly domestic: boolean | null;
}

export const ANY_TIE: TieFilter = {
  kinds: null,
  phases: null,
  sectors: null,
  confidence: null,
  asOf: null,
  placeKinds: null,
  country: null,
  domestic: null,
};

/** Two places, as questions about the ties between them take them. */
export interface Pair {
  readonly a: string;
  readonly b: string;
}

/** From the weakest to the strongest. */
const RISING: readonly Confidence[] = ['LOW', 'MEDIUM', 'HIGH'];

/** The grades that are at least as good as one. */
export function atLeast(confidence: Confidence): readonly Confidence[] {
  return RISING.slice(RISING.indexOf(confidence));
}

/** The best of some grades; null of none. */
export function bestOf(grades: readonly Confidence[]): Confidence | null {
  return RISING.findLast((grade) => grades.includes(grade)) ?? null;
}
