import { Field, ID, InputType } from 'type-graphql';
import type { CitationInput } from '../curation/citation.input.js';
import { CORRECTION, KeyField, MoreCitations, NewCitations, TextField } from '../curation/fields.input.js';
import { OtherNameInput } from '../curation/names.input.js';

@InputType()
export abstract class OfficialFields {
  @Field(() => [OtherNameInput], { nullable: true, description: 'Its other names (50 at most).' })
  otherNames?: OtherNameInput[] | null;

  @TextField('A remark, in your own words', '600')
  note?: string | null;
}

@InputType({ description: 'A new official.' })
export class RegisterOfficialInput extends OfficialFields {
  @KeyField('official', 'name')
  key?: string | null;

  @Field(() => String, { description: 'The name of the person, without titles of offices. 200 characters at most.' })
  name!: string;

  @NewCitations()
  citations!: CitationInput[];
}

@InputType({ description: `What is to be otherwise in an official. ${CORRECTION}` })
export class CorrectOfficialInput extends OfficialFields {
  @Field(() => ID, { description: 'The official.' })
  official!: string;

  @Field(() => String, { nullable: true, description: 'The name of the person, without titles of offices. 200 characters at most.' })
  name?: string | null;

  @MoreCitations()
  citations!: CitationInput[];
}
