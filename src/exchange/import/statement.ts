import type { Stage } from '../../domain/stage.js';
import type { AgreementKind, CodeScheme, Confidence, PlaceKind, SourceKind } from '../../domain/vocabulary.js';

/** A place as a source names it, before it is known which one it is. What the source does not say is null. */
export interface NamedParty {
  /** As it is written. */
  readonly name: string;
  /** A country, by a name in English or Indonesian or by a code of ISO 3166-1. `NA` is Namibia. */
  readonly country: string | null;
  /** A first-level subdivision, by name or by a code of ISO 3166-2. */
  readonly province: string | null;
  readonly level: PlaceKind | null;
  /** What a party is where the source does not tell, unless words in its name or its codes say otherwise. */
  readonly usualLevel: PlaceKind | null;
  readonly codes: readonly { readonly scheme: CodeScheme; readonly value: string }[];
  /** Degrees, WGS 84. */
  readonly location: { readonly latitude: number; readonly longitude: number } | null;
}

/** Where a row says that it was told. */
export interface NamedSource {
  readonly title: string;
  readonly publisher: string | null;
  readonly kind: SourceKind | null;
  readonly url: string | null;
  /** EDTF. */
  readonly published: string | null;
  /** ISO 639. */
  readonly language: string | null;
  readonly licence: string | null;
}

/** A step of an agreement as a row tells it. */
export interface StatedStep {
  readonly stage: Stage;
  /** EDTF, as precise as the row. */
  readonly date: string | null;
  /** Why the step or its date follows from the row, where the row does not say it itself; absent: the row says it. */
  readonly inferred?: string;
}

/** Until when an agreement holds, or for how long, as a row tells it. */
export interface StatedValidity {
  /** EDTF; null: the row does not say from when its term counts. */
  readonly until: string | null;
  /** Its term; null: the row names its end instead. */
  readonly months: number | null;
  /** Why the end follows from the row, where the row does not say it itself. */
  readonly inferred?: string;
}

/**
 * What one row of a source says of one agreement. Every importer of agreements makes these; finding the places
 * (`resolution`) and making one agreement of what several rows say of it (`merging`) come after, the same for all.
 */
export interface Statement {
  /** The file, or the address that was asked. */
  readonly file: string;
  /** Line in the file, or number of the row, from 1; null: it has none. */
  readonly line: number | null;
  /** Where in the source it stands, for citations: `row 12`, `Q11462`. */
  readonly at: string;
  /** Two or more. */
  readonly parties: readonly NamedParty[];
  readonly kind: AgreementKind | null;
  readonly title: { readonly id?: string; readonly en?: string } | null;
  /** Empty: the row only says that the parties cooperate. */
  readonly steps: readonly StatedStep[];
  /** Null: the row does not say, or that it has no end. */
  readonly validity: StatedValidity | null;
  /** Sectors as they are written. */
  readonly sectors: readonly string[];
  /** Null: the row is its own source. */
  readonly source: NamedSource | null;
  readonly confidence: Confidence | null;
  readonly note: string | null;
  /** The row is left out for something else that is wrong with it, and only says who its parties are, or one of them. */
  readonly isLeftOut?: true;
}
