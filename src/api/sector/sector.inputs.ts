import { Field, ID, InputType } from 'type-graphql';
import { CORRECTION, KeyField } from '../curation/fields.input.js';

@InputType({ description: 'The name of a field of cooperation, in both languages.' })
export class SectorNameInput {
  @Field(() => String, { description: 'In Indonesian. 120 characters at most.' })
  id!: string;

  @Field(() => String, { description: 'In English. 120 characters at most.' })
  en!: string;
}

@InputType({ description: 'A new sector.' })
export class RegisterSectorInput {
  @KeyField('sector', 'English name')
  key?: string | null;

  @Field(() => SectorNameInput, { description: 'What it is called, in both languages.' })
  name!: SectorNameInput;
}

@InputType({ description: `What is to be otherwise in a sector. ${CORRECTION}` })
export class CorrectSectorInput {
  @Field(() => ID, { description: 'The sector.' })
  sector!: string;

  @Field(() => SectorNameInput, { nullable: true, description: 'What it is called, in both languages.' })
  name?: SectorNameInput | null;
}
