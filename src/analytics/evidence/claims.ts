import { type Basis, CONFIDENCES, type Confidence, membersOf } from '../../domain/vocabulary.js';
import type { Citation } from '../../store/entities.js';

/** What sources say of one field of a thing, or of the thing as a whole. */
export interface Claim<C extends Citation = Citation> {
  /** null: the thing as a whole. */
  readonly field: string | null;
  /** Citations of what the record shows; where no source speaks of the field alone, those of the thing as a whole. */
  readonly supporting: readonly C[];
  /** Whether the supporting ones are those of the thing as a whole. */
  readonly asAWhole: boolean;
  /** Citations of sources that say otherwise. */
  readonly dissenting: readonly C[];
  /** How many publishers the supporting ones are of: sources of one publisher are not independent. */
  readonly independentSources: number;
  /** The best grade of the supporting ones; null when none is graded. */
  readonly bestConfidence: Confidence | null;
  /** STATED when a supporting source says it; null when there is none. */
  readonly basis: Basis | null;
}

/** What a thing's citations claim: of the thing as a whole first, then of its fields in the order in which they come. */
export function claimsOf<C extends Citation>(citations: readonly C[], publisherOf: (source: string) => string): Claim<C>[] {
  const whole = citations.filter(({ field, preferred }) => field === null && preferred);
  const fields = [...new Set(citations.map(({ field }) => field))].sort((one, other) => Number(one !== null) - Number(other !== null));
  return fields.map((field) => {
    const own = citations.filter((citation) => citation.field === field);
    const ofField = own.filter(({ preferred }) => preferred);
    const supporting = ofField.length === 0 ? whole : ofField;
    return {
      field,
      supporting,
      asAWhole: field === null || (ofField.length === 0 && whole.length > 0),
      dissenting: own.filter(({ preferred }) => !preferred),
      ...supportOf(supporting, publisherOf),
    };
  });
}

/** How good the support is that citations give together. */
export function supportOf(
  supporting: readonly Citation[],
  publisherOf: (source: string) => string,
): Pick<Claim, 'independentSources' | 'bestConfidence' | 'basis'> {
  return {
    independentSources: new Set(supporting.map(({ source }) => publisherOf(source))).size,
    bestConfidence: membersOf(CONFIDENCES).find((grade) => supporting.some(({ confidence }) => confidence === grade)) ?? null,
    basis: supporting.length === 0 ? null : supporting.some(({ basis }) => basis === 'STATED') ? 'STATED' : 'INFERRED',
  };
}
