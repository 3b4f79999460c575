import type { Stage } from '../stage.js';
import type { AgreementKind, PlaceKind } from '../vocabulary.js';

/** A party, as far as rules ask for it. Ids. */
export interface PartyFacts {
  readonly id: string;
  readonly name: string;
  readonly kind: PlaceKind;
  readonly country: string | null;
  /** The places that it is part of, at any depth. */
  readonly enclosing: readonly string[];
}

/** A step that an agreement has reached. */
export interface StepFacts {
  readonly stage: Stage;
  /** In EDTF; null: no source gives a date. */
  readonly date: string | null;
  /** Where it stands in what is asked, such as `stages[1]`; null: another data set adds it. */
  readonly field: string | null;
}

/** An agreement as it is, or as it is to be, with what rules ask about around it. */
export interface AgreementSituation {
  readonly kind: AgreementKind;
  readonly parties: readonly PartyFacts[];
  readonly steps: readonly StepFacts[];
  /** The parties of its umbrella, by id; null: it is under none. */
  readonly umbrella: readonly string[] | null;
  /** Missions with a diplomat at their head between the countries of its parties. Ids. */
  readonly missions: readonly string[];
  /** Other agreements of the same places. Ids. */
  readonly others: readonly string[];
  /** ISO day. */
  readonly today: string;
}
