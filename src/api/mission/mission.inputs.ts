import { Field, ID, InputType } from 'type-graphql';
import type { MissionKind } from '../../domain/vocabulary.js';
import type { CitationInput } from '../curation/citation.input.js';
import { CORRECTION, KeyField, MoreCitations, NewCitations } from '../curation/fields.input.js';
import { NameInput, OtherNameInput } from '../curation/names.input.js';
import { MissionKindEnum } from '../enums.js';

@InputType()
export abstract class MissionFields {
  @Field(() => [ID], { nullable: true, description: 'The provinces in its district (60 at most).' })
  covers?: string[] | null;

  @Field(() => [OtherNameInput], { nullable: true, description: 'Its other names (50 at most).' })
  otherNames?: OtherNameInput[] | null;
}

@InputType({ description: 'A new mission.' })
export class RegisterMissionInput extends MissionFields {
  @KeyField('mission', 'English name, else the Indonesian one')
  key?: string | null;

  @Field(() => MissionKindEnum, { description: 'What kind of mission it is.' })
  kind!: MissionKind;

  @Field(() => NameInput, { description: 'What it is called.' })
  name!: NameInput;

  @Field(() => ID, { description: 'The country that sends it.' })
  sentBy!: string;

  @Field(() => ID, { description: 'The place where it is.' })
  seat!: string;

  @NewCitations()
  citations!: CitationInput[];
}

@InputType({ description: `What is to be otherwise in a mission. ${CORRECTION}` })
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

  @MoreCitations()
  citations!: CitationInput[];
}
