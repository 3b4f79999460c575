import { Field, ID, InputType } from 'type-graphql';
import type { MissionKind } from '../../domain/vocabulary.js';
import { CitationInput } from '../curation/citation.input.js';
import { NameInput, OtherNameInput } from '../curation/names.input.js';
import { MissionKindEnum } from '../enums.js';

@InputType()
export abstract class MissionFields {
  @Field(() => [ID], { nullable: true, description: 'The provinces in its district (60 at most).' })
  covers?: string[] | null;

  @Field(() => [OtherNameInput], { nullable: true, description: 'Its other names (50 at most).' })
  otherNames?: OtherNameInput[] | null;
}

@InputType({ description: 'A new diplomatic mission.' })
export class RegisterMissionInput extends MissionFields {
  @Field(() => String, {
    nullable: true,
    description: 'What comes behind `mission:` in its id, for ever; left out: its name.',
  })
  key?: string | null;

  @Field(() => MissionKindEnum, { description: 'What kind of mission it is.' })
  kind!: MissionKind;

  @Field(() => NameInput, { description: 'What it is called.' })
  name!: NameInput;

  @Field(() => ID, { description: 'The country that sends it.' })
  sentBy!: string;

  @Field(() => ID, { description: 'The place where it is.' })
  seat!: string;

  @Field(() => [CitationInput], { description: 'Who says so (1 to 50).' })
  citations!: CitationInput[];
}

@InputType({
  description:
    'What is to be otherwise in a mission. What is left out stays, null clears a field, and a list takes the place of the one before.',
})
export class CorrectMissionInput extends MissionFields {
  @Field(() => ID, { description: 'The mission.' })
  mission!: string;

  @Field(() => MissionKindEnum, { nullable: true, description: 'What kind of mission it is.' })
  kind?: MissionKind | null;

  @Field(() => NameInput, { nullable: true, description: 'What it is called.' })
  name?: NameInput | null;

  @Field(() => ID, { nullable: true, description: 'The country that sends it.' })
  sentBy?: string | null;

  @Field(() => ID, { nullable: true, description: 'The place where it is.' })
  seat?: string | null;

  @Field(() => [CitationInput], { description: 'Who says so (1 to 50); added to the citations of the mission.' })
  citations!: CitationInput[];
}
