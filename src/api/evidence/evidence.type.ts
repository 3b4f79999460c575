import { Field, Int, ObjectType } from 'type-graphql';
import type { Claim as ClaimOf } from '../../analytics/evidence/claims.js';
import { CITED_LABELS } from '../../analytics/evidence/label-by-label.js';
import { NODES } from '../../domain/ontology.js';
import type { Basis, Confidence } from '../../domain/vocabulary.js';
import type { EntityLabel } from '../../store/entities.js';
import { Citation, type CitationRow, Cited } from '../citation/citation.type.js';
import { connectionOf } from '../connection/connection.js';
import { BasisEnum, ConfidenceEnum, enumOf } from '../enums.js';

const memberOf = (label: EntityLabel) => NODES[label].prefix.toUpperCase().replaceAll('-', '_');

export const CitedTypeEnum = enumOf(
  'CitedType',
  'A type of things that sources are cited for.',
  Object.fromEntries(CITED_LABELS.map((label) => [memberOf(label), NODES[label].description])),
);
export type CitedType = keyof typeof CitedTypeEnum;

export const TYPES = 'Only things of these types; left out: of all.';

/** The labels that an argument of types asks for. */
export function labelsOf(types: readonly CitedType[] | null | undefined): readonly EntityLabel[] {
  return CITED_LABELS.filter((label) => types === undefined || types === null || types.includes(memberOf(label)));
}

export function citedType(label: EntityLabel): CitedType {
  return memberOf(label);
}

@ObjectType({ simpleResolvers: true, description: 'What sources say of one field of a thing, or of the thing as a whole.' })
export class Claim implements ClaimOf<CitationRow> {
  of!: string;

  @Field(() => String, { nullable: true, description: 'The field, as the data format names it; null: the thing as a whole.' })
  field!: string | null;

  @Field(() => [Citation], {
    description: 'Who says what the record shows; where no source speaks of the field alone, those of the thing as a whole.',
  })
  supporting!: readonly CitationRow[];

  @Field(() => Boolean, { description: 'Whether the supporting ones speak of the thing as a whole.' })
  asAWhole!: boolean;

  @Field(() => [Citation], { description: 'Who says otherwise.' })
  dissenting!: readonly CitationRow[];

  @Field(() => Int, {
    description: 'How many independent sources support it: of different publishers.',
  })
  independentSources!: number;

  @Field(() => ConfidenceEnum, { nullable: true, description: 'The best grade of a supporting source; null: none is graded.' })
  bestConfidence!: Confidence | null;

  @Field(() => BasisEnum, { nullable: true, description: 'STATED when a supporting source says it; null: there is none.' })
  basis!: Basis | null;
}

@ObjectType({ simpleResolvers: true, description: 'What supports a thing, claim by claim.' })
export class Evidence {
  of!: string;

  @Field(() => [Claim], { description: 'What sources say: of the thing as a whole, then of its fields in the order of the record.' })
  claims!: readonly Claim[];

  @Field(() => Int, { description: 'How many independent sources support the thing or a field of it: of different publishers.' })
  independentSources!: number;

  @Field(() => ConfidenceEnum, { nullable: true, description: 'The best grade of any of them; null: none is graded.' })
  bestConfidence!: Confidence | null;
}

export const ClaimConnection = connectionOf(() => Claim, 'Claim');
export const CitedConnection = connectionOf(() => Cited as never, 'Cited');
