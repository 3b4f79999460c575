import type { PlaceKind } from '../../../domain/vocabulary.js';
import type { PlaceRecord } from '../../format/records.js';

/** The rules by which a place is found, in the order in which they are tried. */
export const RULES = {
  DECISION: 'a decision that somebody wrote down',
  NEW_ONCE: 'a decision that it is new, which is there by now',
  CODE: 'its codes',
  NAME: 'its name',
  KIND_WORDS: 'its name, but for words for what it is',
  LIKENESS: 'a name that is like it',
  RETIRED: 'an id that is retired, for the place that took its place',
} as const;
export type Rule = keyof typeof RULES;

/** A place that may be the one that was named. */
export interface Candidate {
  readonly place: PlaceRecord;
  /** How alike the names are, from 0 to 1, which is the same name or code. */
  readonly score: number;
  /** Why it may be the one. */
  readonly reason: string;
  /** What of the row speaks against it. */
  readonly against: readonly string[];
}

/** What a new place needs to be made. */
export interface NewPlaceFrame {
  readonly kind: PlaceKind;
  /** The next larger place that is known: its province, or else its country. */
  readonly within: PlaceRecord;
}

/** What was found out about the place that a party is. */
export type Outcome =
  | { readonly kind: 'FOUND'; readonly place: PlaceRecord; readonly rule: Rule; readonly score: number }
  /** It may be one of these, or none of them: a person has to say. At most five, the likeliest first; none where it may be a new one. */
  | { readonly kind: 'AMBIGUOUS'; readonly why: string; readonly candidates: readonly Candidate[] }
  /**
   * No known place is like it. `frame`: it may become a new place, since its country and level are told and not all
   * places of that level are known already; null: it may not, and the row has to be mended or decided.
   */
  | { readonly kind: 'UNKNOWN'; readonly why: string; readonly nearest: readonly Candidate[]; readonly frame: NewPlaceFrame | null }
  /** Somebody says that what it would be is retired, and nothing that is there took its place: a person has to say. */
  | { readonly kind: 'RETIRED'; readonly why: string }
  /** Somebody decided that it is a place that the graph does not have. */
  | { readonly kind: 'DECIDED_NEW'; readonly frame: NewPlaceFrame }
  /** Somebody decided that what is said of it is not taken. */
  | { readonly kind: 'LEFT_OUT' };

/** What a person has to decide about. */
export type OpenQuestion = Extract<Outcome, { readonly why: string }>;

export function isQuestion(outcome: Outcome): outcome is OpenQuestion {
  return 'why' in outcome;
}

/** How many candidates are shown of those that there are. */
const MOST_CANDIDATES = 5;

/** Why a place is a candidate, and what speaks against it, in words. */
export function explained({ reason, against }: Candidate): string {
  return [reason, ...against].join(', but ');
}

/** The likeliest candidates, in an order that is the same every time. */
export function likeliest<C extends Candidate>(candidates: readonly C[]): C[] {
  return candidates
    .toSorted(
      (a, b) =>
        b.score - a.score || a.against.length - b.against.length || (a.place.key < b.place.key ? -1 : a.place.key > b.place.key ? 1 : 0),
    )
    .slice(0, MOST_CANDIDATES);
}
