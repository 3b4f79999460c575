import { GraphQLDate } from 'graphql-scalars';
import { ArgsType, Field } from 'type-graphql';
import { BadInputError } from '../../domain/errors.js';
import type { EventKind } from '../../domain/vocabulary.js';
import { connect, PageArgs } from '../connection/connection.js';
import type { Context } from '../context.js';
import { EventKindEnum } from '../enums.js';
import { isoDay } from '../partial-date/partial-date.type.js';

@ArgsType()
export class EventFilter extends PageArgs {
  @Field(() => [EventKindEnum], { nullable: true, description: 'Only these kinds.' })
  kinds?: EventKind[] | null;

  @Field(() => GraphQLDate, { nullable: true, description: 'Only events that can have been on this day or later.' })
  from?: Date | null;

  @Field(() => GraphQLDate, { nullable: true, description: 'Only events that can have been on this day or earlier.' })
  until?: Date | null;
}

/** A list of events of the query book as a connection, the latest first. */
export function eventList(context: Context, list: string, filter: EventFilter, parent?: string) {
  const [from, until] = [isoDay(filter.from), isoDay(filter.until)];
  if (from !== null && until !== null && from > until)
    throw new BadInputError(`the range begins on ${from} and ends before, on ${until}. Accepted is a from that is not after until.`);
  return connect(
    context,
    {
      label: 'Event',
      list,
      ...(parent === undefined ? {} : { parent }),
      direction: 'down',
      filters: { kinds: filter.kinds ?? null, from, until },
    },
    filter,
  );
}
