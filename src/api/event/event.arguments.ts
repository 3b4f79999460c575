import { ArgsType, Field, registerEnumType } from 'type-graphql';
import type { EventKind, ParticipationRole } from '../../domain/vocabulary.js';
import { connect, PageArgs } from '../connection/connection.js';
import type { Context } from '../context.js';
import { EventKindEnum, ParticipationRoleEnum } from '../enums.js';
import { isoDay } from '../partial-date/partial-date.type.js';
import { DayScalar } from '../scalars.js';
import { stretchArguments } from '../stretch.js';

export enum EventOrder {
  LATEST = 'LATEST',
  EARLIEST = 'EARLIEST',
}
registerEnumType(EventOrder, {
  name: 'EventOrder',
  description: 'How events are ordered.',
  valuesConfig: {
    LATEST: { description: 'The latest first; undated ones last.' },
    EARLIEST: { description: 'The earliest first; undated ones first.' },
  },
});

@ArgsType()
export class EventFilter extends PageArgs {
  @Field(() => [EventKindEnum], { nullable: true, description: 'Only these kinds.' })
  kinds?: EventKind[] | null;

  @Field(() => DayScalar, { nullable: true, description: 'Only events that can have been on this day or later.' })
  from?: Date | null;

  @Field(() => DayScalar, { nullable: true, description: 'Only events that can have been on this day or earlier.' })
  until?: Date | null;

  @Field(() => EventOrder, { defaultValue: EventOrder.LATEST, description: 'The order.' })
  orderBy!: EventOrder;
}

@ArgsType()
export class ParticipationFilter extends PageArgs {
  @Field(() => [ParticipationRoleEnum], { nullable: true, description: 'Only in these roles.' })
  roles?: ParticipationRole[] | null;
}

/** A list of participations of the query book as a connection, the latest first. */
export function participationList(context: Context, list: string, filter: ParticipationFilter, parent: string) {
  return connect(context, { label: 'Participation', list, direction: 'down', parent, filters: { roles: filter.roles ?? null } }, filter);
}

/** A list of events of the query book as a connection. */
export function eventList(context: Context, list: string, filter: EventFilter, parent?: string) {
  const [from, until] = [isoDay(filter.from), isoDay(filter.until)];
  stretchArguments('day', from, until);
  return connect(
    context,
    {
      label: 'Event',
      list,
      ...(parent === undefined ? {} : { parent }),
      direction: filter.orderBy === EventOrder.EARLIEST ? 'up' : 'down',
      filters: { kinds: filter.kinds ?? null, from, until },
    },
    filter,
  );
}
