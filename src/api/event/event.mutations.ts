import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { type Correction, correct } from '../../curation/edits/correct.js';
import { derivedKey } from '../../curation/edits/derived-key.js';
import { addParticipants } from '../../curation/edits/event.js';
import { register } from '../../curation/edits/register.js';
import type { EventRecord } from '../../exchange/format/records.js';
import type { Context } from '../context.js';
import { CitationInput, citesOf } from '../curation/citation.input.js';
import { EditArg, type EditInput } from '../curation/edit.input.js';
import { keysOfArgument, optionalKey, withoutNulls } from '../curation/keys.js';
import { mutate } from '../curation/mutate.js';
import { namesOf } from '../curation/names.input.js';
import { payloadOf } from '../curation/payload.js';
import { CorrectEventInput, ParticipantInput, participantOf, RegisterEventInput } from './event.inputs.js';
import { Event } from './event.type.js';

const EventPayload = payloadOf('Event', 'event', () => Event);

function fieldsOf(input: RegisterEventInput | CorrectEventInput): Correction<EventRecord> {
  const { kind, title, date, place, venue, agreements, sectors, participants, note } = input;
  return {
    kind,
    title: title && namesOf(title),
    date,
    place: optionalKey('place', place, 'Place'),
    venue,
    agreements: agreements && keysOfArgument('agreements', agreements, 'Agreement'),
    sectors: sectors && keysOfArgument('sectors', sectors, 'Sector'),
    participants: participants?.map(participantOf),
    note,
  };
}

@Resolver()
export class EventMutations {
  @Mutation(() => EventPayload, { description: 'Brings a new event. The same again changes nothing.' })
  registerEvent(
    @Ctx() context: Context,
    @Arg('input', () => RegisterEventInput) input: RegisterEventInput,
    @EditArg() edit?: EditInput | null,
  ) {
    const { title, date, citations } = input;
    const key = () => input.key ?? derivedKey(title.en ?? title.id ?? '', date ?? undefined);
    const record = () => ({
      agreements: [],
      sectors: [],
      participants: [],
      ...withoutNulls(fieldsOf(input)),
      key: key(),
      cites: citesOf(citations),
    });
    return mutate(context, 'event', {
      operation: 'registerEvent',
      input,
      edit,
      citations: [...citations, ...(input.participants ?? []).flatMap((one) => one.citations ?? [])],
      plan: (desk) => register(desk, { type: 'events', record: record() as EventRecord }),
    });
  }

  @Mutation(() => EventPayload, { description: 'Corrects an event: what is given is written anew, with who says so.' })
  correctEvent(
    @Ctx() context: Context,
    @Arg('input', () => CorrectEventInput) input: CorrectEventInput,
    @EditArg() edit?: EditInput | null,
  ) {
    const { event, citations } = input;
    return mutate(context, 'event', {
      operation: 'correctEvent',
      input,
      edit,
      citations,
      ids: [event],
      plan: (desk) => correct(desk, 'events', event, fieldsOf(input), citesOf(citations)),
    });
  }

  @Mutation(() => EventPayload, { description: 'Adds who took part in an event; whom it has already in that role are left out.' })
  addParticipants(
    @Ctx() context: Context,
    @Arg('event', () => ID, { description: 'The event.' }) event: string,
    @Arg('participants', () => [ParticipantInput], { description: 'Who took part.' }) participants: ParticipantInput[],
    @Arg('citations', () => [CitationInput], { description: 'Who says so (1 to 50); added to the citations of the event.' })
    citations: CitationInput[],
    @EditArg() edit?: EditInput | null,
  ) {
    return mutate(context, 'event', {
      operation: 'addParticipants',
      input: { event, participants, citations },
      edit,
      citations,
      ids: [event],
      plan: (desk) => addParticipants(desk, event, participants.map(participantOf), citesOf(citations)),
    });
  }
}
