import { Field, ID, InputType } from 'type-graphql';
import type { OfficeRole } from '../../domain/vocabulary.js';
import { CitationInput } from '../curation/citation.input.js';
import { NameInput, OtherNameInput } from '../curation/names.input.js';
import { OfficeRoleEnum } from '../enums.js';

@InputType()
export abstract class OfficeFields {
  @Field(() => ID, { nullable: true, description: 'The place whose office it is; or else `mission`.' })
  place?: string | null;

  @Field(() => ID, { nullable: true, description: 'The mission whose office it is; or else `place`.' })
  mission?: string | null;

  @Field(() => [OtherNameInput], { nullable: true, description: 'Its other names (50 at most).' })
  otherNames?: OtherNameInput[] | null;
}

@InputType({ description: 'A new office: a post of a place or of a mission.' })
export class RegisterOfficeInput extends OfficeFields {
  @Field(() => String, {
    nullable: true,
    description: 'What comes behind `office:` in its id, for ever; left out: its name, such as mayor-of-batu.',
  })
  key?: string | null;

  @Field(() => OfficeRoleEnum, { description: 'What it is for.' })
  role!: OfficeRole;

  @Field(() => NameInput, { description: 'What it is called.' })
  name!: NameInput;

  @Field(() => [CitationInput], { description: 'Who says so (1 to 50).' })
  citations!: CitationInput[];
}

@InputType({
  description:
    'What is to be otherwise in an office. What is left out stays, null clears a field, and a list takes the place of the one before.',
})
export class CorrectOfficeInput extends OfficeFields {
  @Field(() => ID, { description: 'The office.' })
  office!: string;

  @Field(() => OfficeRoleEnum, { nullable: true, description: 'What it is for.' })
  role?: OfficeRole | null;

  @Field(() => NameInput, { nullable: true, description: 'What it is called.' })
  name?: NameInput | null;

  @Field(() => [CitationInput], { description: 'Who says so (1 to 50); added to the citations of the office.' })
  citations!: CitationInput[];
}
