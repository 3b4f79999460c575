import { Field, ID, InputType } from 'type-graphql';
import type { CitationInput } from '../curation/citation.input.js';
import { CORRECTION, DateField, KeyField, MoreCitations, NewCitations, TextField } from '../curation/fields.input.js';

@InputType()
export abstract class TenureFields {
  @DateField('From when')
  from?: string | null;

  @DateField('Until when')
  until?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether a source calls the official acting (penjabat, Pj.); false: none does.' })
  acting?: boolean | null;

  @TextField('A remark, in your own words', '600')
  note?: string | null;
}

@InputType({ description: 'A new tenure.' })
export class RegisterTenureInput extends TenureFields {
  @KeyField('tenure', 'the keys of official and office, such as ani.mayor-of-batu')
  key?: string | null;

  @Field(() => ID, { description: 'Who holds the office.' })
  official!: string;

  @Field(() => ID, { description: 'The office that is held.' })
  office!: string;

  @NewCitations()
  citations!: CitationInput[];
}

@InputType({ description: `What is to be otherwise in a tenure. ${CORRECTION}` })
export class CorrectTenureInput extends TenureFields {
  @Field(() => ID, { description: 'The tenure.' })
  tenure!: string;

  @Field(() => ID, { nullable: true, description: 'Who holds the office.' })
  official?: string | null;

  @Field(() => ID, { nullable: true, description: 'The office that is held.' })
  office?: string | null;

  @MoreCitations()
  citations!: CitationInput[];
}
