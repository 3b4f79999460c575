import { Field, ID, InputType } from 'type-graphql';
import type { Basis, Confidence } from '../../domain/vocabulary.js';
import type { CiteRecord } from '../../exchange/format/records.js';
import { BasisEnum, ConfidenceEnum } from '../enums.js';
import { keyOfArgument } from './keys.js';

@InputType({ description: 'Who says so, and where. Never the quoted sentence.' })
export class CitationInput {
  @Field(() => ID, { description: 'The source, such as source:palopo-pos-batu-2023; `registerSource` brings a new one.' })
  source!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Where in the source: headline, lead, caption, p3 (third paragraph), row 12. 80 characters at most.',
  })
  locator?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The field that the source speaks of, as the data format names it, such as date; left out: the thing as a whole.',
  })
  field?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the source says of the field, where that needs saying. 300 characters at most.',
  })
  value?: string | null;

  @Field(() => BasisEnum, { defaultValue: 'STATED', description: 'Whether the source says it or lets it follow.' })
  basis!: Basis;

  @Field(() => Boolean, {
    defaultValue: true,
    description: 'false: what the source says of the field is kept beside what is shown, and `value` says what that is.',
  })
  preferred!: boolean;

  @Field(() => ConfidenceEnum, { nullable: true, description: 'How far the source can be relied upon for this.' })
  confidence?: Confidence | null;

  @Field(() => String, {
    nullable: true,
    description: 'In your own words: the reasoning behind an inference or a preference. 600 characters at most.',
  })
  note?: string | null;
}

/** A citation as records have it. */
export function citeOf({ source, locator, field, value, basis, preferred, confidence, note }: CitationInput): CiteRecord {
  return {
    source: keyOfArgument('citations.source', source, 'Source'),
    at: locator ?? undefined,
    field: field ?? undefined,
    value: value ?? undefined,
    basis,
    preferred,
    confidence: confidence ?? undefined,
    note: note ?? undefined,
  };
}

export function citesOf(citations: readonly CitationInput[]): CiteRecord[] {
  return citations.map(citeOf);
}
