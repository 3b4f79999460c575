import { Field, ID, InputType } from 'type-graphql';
import type { OfficeRole } from '../../domain/vocabulary.js';
import type { CitationInput } from '../curation/citation.input.js';
import { CORRECTION, KeyField, MoreCitations, NewCitations } from '../curation/fields.input.js';
import { NameInput, OtherNameInput } from '../curation/names.input.js';
import { OfficeRoleEnum } from '../enums.js';

@InputType()
export abstract class OfficeFields {
  @Field(() => ID, { nullable: true, description: 'The place whose office it is; or else `mission`, one of them.' })
  place?: string | null;

  @Field(() => ID, { nullable: true, description: 'The mission whose office it is; or else `place`, one of them.' })
  mission?: string | null;

  @Field(() => [OtherNameInput], { nullable: true, description: 'Its other names (50 at most).' })
  otherNames?: OtherNameInput[] | null;
}

@InputType({ description: 'A new office.' })
export class RegisterOfficeInput extends OfficeFields {
  @KeyField('office', 'English name, else the Indonesian one')
  key?: string | null;

  @Field(() => OfficeRoleEnum, { description: 'What it is for.' })
  role!: OfficeRole;

  @Field(() => NameInput, { description: 'What it is called.' })
  name!: NameInput;

  @NewCitations()
  citations!: CitationInput[];
}

@InputType({ description: `What is to be otherwise in an office. ${CORRECTION}` })
export class CorrectOfficeInput extends OfficeFields {
  @Field(() => ID, { description: 'The office.' })
  office!: string;

  @Field(() => OfficeRoleEnum, { nullable: true, description: 'What it is for.' })
  role?: OfficeRole | null;

  @Field(() => NameInput, { nullable: true, description: 'What it is called.' })
  name?: NameInput | null;

  @MoreCitations()
  citations!: CitationInput[];
}
