import { Field, ID, InputType } from 'type-graphql';
import { CitationInput } from '../curation/citation.input.js';
import { OtherNameInput } from '../curation/names.input.js';

@InputType()
export abstract class OfficialFields {
  @Field(() => [OtherNameInput], { nullable: true, description: 'Other names and spellings (50 at most).' })
  otherNames?: OtherNameInput[] | null;

  @Field(() => String, { nullable: true, description: 'A remark, in your own words. 600 characters at most.' })
  note?: string | null;
}

@InputType({ description: 'A new person who holds or held an office. Say nothing of a person but what belongs to the office.' })
export class RegisterOfficialInput extends OfficialFields {
  @Field(() => String, {
    nullable: true,
    description: 'What comes behind `official:` in its id, for ever; left out: the name, such as asrul-sani.',
  })
  key?: string | null;

  @Field(() => String, { description: 'The name. 200 characters at most.' })
  name!: string;

  @Field(() => [CitationInput], { description: 'Who says so (1 to 50).' })
  citations!: CitationInput[];
}

@InputType({
  description:
    'What is to be otherwise in a person. What is left out stays, null clears a field, and a list takes the place of the one before.',
})
export class CorrectOfficialInput extends OfficialFields {
  @Field(() => ID, { description: 'The person.' })
  official!: string;

  @Field(() => String, { nullable: true, description: 'The name. 200 characters at most.' })
  name?: string | null;

  @Field(() => [CitationInput], { description: 'Who says so (1 to 50); added to the citations of the person.' })
  citations!: CitationInput[];
}
