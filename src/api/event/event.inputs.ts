import { Field, ID, InputType } from 'type-graphql';
import type { EventKind, ParticipationRole } from '../../domain/vocabulary.js';
import { CitationInput } from '../curation/citation.input.js';
import { CORRECTION, DateField, KeyField, MoreCitations, NewCitations, TextField } from '../curation/fields.input.js';
import { NameInput } from '../curation/names.input.js';
import { EventKindEnum, ParticipationRoleEnum } from '../enums.js';

@InputType({ description: 'Somebody who took part in an event: a tenure, an office or a place, one of them.' })
export class ParticipantInput {
  @Field(() => ParticipationRoleEnum, { description: 'In which role.' })
  role!: ParticipationRole;

  @Field(() => ID, { nullable: true, description: 'A person in an office.' })
  tenure?: string | null;

  @Field(() => ID, { nullable: true, description: 'An office whose holder no source names.' })
  office?: string | null;

  @Field(() => ID, { nullable: true, description: 'A place that sent a delegation.' })
  place?: string | null;

  @TextField('A remark, in your own words', '300')
  note?: string | null;

  @Field(() => [CitationInput], { nullable: true, description: 'Who says so (1 to 50); left out: whoever is cited for the event.' })
  citations?: CitationInput[] | null;
}

@InputType()
export abstract class EventFields {
  @DateField('When it was')
  date?: string | null;

  @Field(() => ID, { nullable: true, description: 'Where it took place.' })
  place?: string | null;

  @TextField('The building or room, where a source names it', '200')
  venue?: string | null;

  @Field(() => [ID], { nullable: true, description: 'The agreements that it is about (20 at most).' })
  agreements?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'The fields that it is about (30 at most).' })
  sectors?: string[] | null;

  @Field(() => [ParticipantInput], { nullable: true, description: 'Who took part (100 at most).' })
  participants?: ParticipantInput[] | null;

  @TextField('A remark, in your own words', '1,000')
  note?: string | null;
}

@InputType({ description: 'A new event.' })
export class RegisterEventInput extends EventFields {
  @KeyField('event', 'English title, else the Indonesian one, and the date')
  key?: string | null;

  @Field(() => EventKindEnum, { description: 'What kind of event it is.' })
  kind!: EventKind;

  @Field(() => NameInput, { description: 'What it is called, in your own words.' })
  title!: NameInput;

  @NewCitations()
  citations!: CitationInput[];
}

@InputType({ description: `What is to be otherwise in an event. ${CORRECTION}` })
export class CorrectEventInput extends EventFields {
  @Field(() => ID, { description: 'The event.' })
  event!: string;

  @Field(() => EventKindEnum, { nullable: true, description: 'What kind of event it is.' })
  kind?: EventKind | null;

  @Field(() => NameInput, { nullable: true, description: 'What it is called, in your own words.' })
  title?: NameInput | null;

  @MoreCitations()
  citations!: CitationInput[];
}

@InputType({ description: 'Who else took part in an event. Somebody who is there already in the same role is not added again.' })
export class AddParticipantsInput {
  @Field(() => ID, { description: 'The event.' })
  event!: string;

  @Field(() => [ParticipantInput], { description: 'Who took part (1 to 100, with those that are there already).' })
  participants!: ParticipantInput[];

  @Field(() => [CitationInput], { description: 'Who says so (1 to 50), of those whose own citations are left out.' })
  citations!: CitationInput[];
}
