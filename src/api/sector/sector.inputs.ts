import { Field, ID, InputType } from 'type-graphql';
import { NameInput } from '../curation/names.input.js';

@InputType({ description: 'A new field of cooperation.' })
export class RegisterSectorInput {
  @Field(() => String, {
    nullable: true,
    description: 'What comes behind `sector:` in its id, for ever; left out: its English name.',
  })
  key?: string | null;

  @Field(() => NameInput, { description: 'What it is called, in Indonesian and in English. 120 characters at most.' })
  name!: NameInput;
}

@InputType({ description: 'What is to be otherwise in a sector.' })
export class CorrectSectorInput {
  @Field(() => ID, { description: 'The sector.' })
  sector!: string;

  @Field(() => NameInput, { description: 'What it is called, in Indonesian and in English. 120 characters at most.' })
  name!: NameInput;
}
