import { createUnionType, Field, ObjectType } from 'type-graphql';
import type { EventKind, ParticipationRole } from '../../domain/vocabulary.js';
import { Cited } from '../citation/citation.type.js';
import { connectionOf } from '../connection/connection.js';
import { EventKindEnum, ParticipationRoleEnum } from '../enums.js';
import { Named } from '../names/named.type.js';
import { Node, typeNameOf } from '../node/node.type.js';
import { Office } from '../office/office.type.js';
import { Place } from '../place/place.type.js';
import { Recorded } from '../revision/recorded.type.js';
import { Tenure } from '../tenure/tenure.type.js';

@ObjectType({
  implements: [Node, Named, Cited, Recorded],
  simpleResolvers: true,
  description: 'A visit, meeting, offer, signing or announcement. Its name is its title.',
})
export class Event {
  id!: string;
  name!: string;

  @Field(() => EventKindEnum, { description: 'What kind of event it is.' })
  kind!: EventKind;

  date!: string | null;

  @Field(() => String, { nullable: true, description: 'The building or room, where a source names it.' })
  venue!: string | null;

  @Field(() => String, { nullable: true, description: 'A remark on the event.' })
  note!: string | null;
}

@ObjectType({ implements: [Node, Cited], simpleResolvers: true, description: 'Somebody taking part in an event, in a role.' })
export class Participation {
  id!: string;
  taker!: string;
  event!: string;

  @Field(() => ParticipationRoleEnum, { description: 'In which role.' })
  role!: ParticipationRole;

  @Field(() => String, { nullable: true, description: 'A remark on the participation.' })
  note!: string | null;
}

export const Participant = createUnionType({
  name: 'Participant',
  description: 'Who took part: a person in an office, an office whose holder no source names, or a delegation of a place.',
  types: () => [Tenure, Office, Place] as const,
  resolveType: typeNameOf,
});

export const EventConnection = connectionOf(() => Event, 'Event');
export const ParticipationConnection = connectionOf(() => Participation, 'Participation');
