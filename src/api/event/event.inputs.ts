import { Field, ID, InputType } from 'type-graphql';
import type { EventKind, ParticipationRole } from '../../domain/vocabulary.js';
import { CitationInput, citesOf } from '../curation/citation.input.js';
import { given, optionalKey } from '../curation/keys.js';
import { NameInput } from '../curation/names.input.js';
import { EventKindEnum, ParticipationRoleEnum } from '../enums.js';

@InputType({ description: 'Somebody who takes part: a person in an office, an office, or a delegation of a place; one of them.' })
export class ParticipantInput {
  @Field(() => ParticipationRoleEnum, { description: 'In which role.' })
  role!: ParticipationRole;

  @Field(() => ID, { nullable: true, description: 'A person in an office.' })
  tenure?: string | null;

  @Field(() => ID, { nullable: true, description: 'An office whose holder no source names.' })
  office?: string | null;

  @Field(() => ID, { nullable: true, description: 'A place that sends a delegation.' })
  place?: string | null;

  @Field(() => String, { nullable: true, description: 'A remark, in your own words. 300 characters at most.' })
  note?: string | null;

  @Field(() => [CitationInput], { nullable: true, description: 'Who says so; left out: whoever is cited for the event as a whole.' })
  citations?: CitationInput[] | null;
}

export function participantOf({ role, tenure, office, place, note, citations }: ParticipantInput) {
  return {
    role,
    tenure: given(optionalKey('tenure', tenure, 'Tenure')),
    office: given(optionalKey('office', office, 'Office')),
    place: given(optionalKey('place', place, 'Place')),
    note: given(note),
    cites: citations == null ? undefined : citesOf(citations),
  };
}

@InputType()
export abstract class EventFields {
  @Field(() => String, {
    nullable: true,
    description: 'When it took place, in EDTF level 1, as precise as the source: 2019-02-14, 2019, 199X.',
  })
  date?: string | null;

  @Field(() => ID, { nullable: true, description: 'Where it took place.' })
  place?: string | null;

  @Field(() => String, { nullable: true, description: 'The venue. 200 characters at most.' })
  venue?: string | null;

  @Field(() => [ID], { nullable: true, description: 'The agreements that it concerns (20 at most).' })
  agreements?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'What was spoken of (30 sectors at most).' })
  sectors?: string[] | null;

  @Field(() => [ParticipantInput], { nullable: true, description: 'Who took part (100 at most).' })
  participants?: ParticipantInput[] | null;

  @Field(() => String, { nullable: true, description: 'A remark, in your own words. 1,000 characters at most.' })
  note?: string | null;
}

@InputType({ description: 'A new event: a visit, meeting, offer, signing or announcement.' })
export class RegisterEventInput extends EventFields {
  @Field(() => String, {
    nullable: true,
    description: 'What comes behind `event:` in its id, for ever; left out: its title and the date.',
  })
  key?: string | null;

  @Field(() => EventKindEnum, { description: 'What kind of event it is.' })
  kind!: EventKind;

  @Field(() => NameInput, { description: 'What it is called, in your own words.' })
  title!: NameInput;

  @Field(() => [CitationInput], { description: 'Who says so (1 to 50).' })
  citations!: CitationInput[];
}

@InputType({
  description:
    'What is to be otherwise in an event. What is left out stays, null clears a field, and a list takes the place of the one before.',
})
export class CorrectEventInput extends EventFields {
  @Field(() => ID, { description: 'The event.' })
  event!: string;

  @Field(() => EventKindEnum, { nullable: true, description: 'What kind of event it is.' })
  kind?: EventKind | null;

  @Field(() => NameInput, { nullable: true, description: 'What it is called, in your own words.' })
  title?: NameInput | null;

  @Field(() => [CitationInput], { description: 'Who says so (1 to 50); added to the citations of the event.' })
  citations!: CitationInput[];
}
