import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { addParticipants } from '../../curation/edits/add-parts.js';
import type { Correction } from '../../curation/edits/correct.js';
import { keyOfName } from '../../curation/edits/readable-keys.js';
import type { EventRecord } from '../../exchange/format/records.js';
import type { Context } from '../context.js';
import { citesOf } from '../curation/citation.input.js';
import { EditArg, type EditInput } from '../curation/edit.input.js';
import { keysOfArgument, optionalKey } from '../curation/keys.js';
import { mutate } from '../curation/mutate.js';
import { namesOf } from '../curation/names.input.js';
import { payloadOf } from '../curation/payload.js';
import { correctThing, registerThing } from '../curation/things.js';
import { AddParticipantsInput, CorrectEventInput, RegisterEventInput } from './event.inputs.js';
import { Event } from './event.type.js';
import { participantOf } from './participant-of.js';

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
    participants: participants === null ? null : participants?.map((one, index) => participantOf(one, `participants[${index}]`)),
    note,
  };
}

@Resolver()
export class EventMutations {
  @Mutation(() => EventPayload, { nullable: true, description: 'Brings a new event. The same again changes nothing.' })
  registerEvent(
    @Ctx() context: Context,
    @Arg('input', () => RegisterEventInput) input: RegisterEventInput,
    @EditArg() edit?: EditInput | null,
  ) {
    const key = () => input.key ?? keyOfName(input.title, 'title', input.date);
    return registerThing(
      context,
      { operation: 'registerEvent', type: 'events', field: 'event', input, citations: input.citations, edit },
      fieldsOf(input),
      key,
    );
  }

  @Mutation(() => EventPayload, { nullable: true, description: 'Corrects an event: what is given is written anew, with who says so.' })
  correctEvent(
    @Ctx() context: Context,
    @Arg('input', () => CorrectEventInput) input: CorrectEventInput,
    @EditArg() edit?: EditInput | null,
  ) {
    return correctThing(
      context,
      { operation: 'correctEvent', type: 'events', field: 'event', input, citations: input.citations, edit },
      input.event,
      fieldsOf(input),
    );
  }

  @Mutation(() => EventPayload, { nullable: true, description: 'Adds who took part in an event. The same again changes nothing.' })
  addParticipants(
    @Ctx() context: Context,
    @Arg('input', () => AddParticipantsInput) input: AddParticipantsInput,
    @EditArg() edit?: EditInput | null,
  ) {
    const { event, participants, citations } = input;
    const cites = citesOf(citations);
    const more = participants.map((one, index) => participantOf(one, `participants[${index}]`));
    return mutate(context, 'event', {
      operation: 'addParticipants',
      input,
      edit,
      citations,
      ids: [event],
      added: ['participants'],
      plan: (desk) =>
        addParticipants(
          desk,
          event,
          more.map((one) => ({ ...one, cites: one.cites ?? cites })),
        ),
    });
  }
}
