import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { labelOf } from '../../domain/ontology.js';
import type { ParticipationRole } from '../../domain/vocabulary.js';
import { Agreement, Stage } from '../agreement/agreement.type.js';
import { connect, PageArgs } from '../connection/connection.js';
import type { Context } from '../context.js';
import { ParticipationRoleEnum } from '../enums.js';
import { entityArgument } from '../ids.js';
import { PartialDate, partialDate } from '../partial-date/partial-date.type.js';
import { Place } from '../place/place.type.js';
import { Sector } from '../sector/sector.type.js';
import { EventFilter, eventList } from './event.arguments.js';
import { Event, EventConnection, Participant, Participation, ParticipationConnection } from './event.type.js';

@Resolver(() => Event)
export class EventResolver {
  @Query(() => Event, { nullable: true, description: 'An event by id. Errors: BAD_INPUT, NOT_FOUND.' })
  event(@Ctx() context: Context, @Arg('id', () => ID) id: string) {
    return entityArgument(context, 'id', id, 'Event');
  }

  @Query(() => EventConnection, { description: 'Events.' })
  events(@Ctx() context: Context, @Args(() => EventFilter) filter: EventFilter) {
    return eventList(context, 'event/list-all', filter);
  }

  @FieldResolver(() => PartialDate, { nullable: true, description: 'When it was; null when no source says.' })
  date(@Root() { date }: Event) {
    return partialDate(date);
  }

  @FieldResolver(() => Place, { nullable: true, description: 'Where it took place; null when no source says.' })
  async place(@Root() { id }: Event, @Ctx() { load }: Context) {
    const [place] = await load.related('Event', 'HELD_IN', 'Place', id);
    return place === undefined ? null : load.entity('Place', place);
  }

  @FieldResolver(() => [Agreement], { description: 'The agreements that it concerns (20 at most).' })
  async agreements(@Root() { id }: Event, @Ctx() { load }: Context) {
    return load.entities('Agreement', await load.related('Event', 'CONCERNS', 'Agreement', id));
  }

  @FieldResolver(() => [Sector], { description: 'What was spoken of (30 sectors at most).' })
  async sectors(@Root() { id }: Event, @Ctx() { load }: Context) {
    return load.entities('Sector', await load.related('Event', 'IN_SECTOR', 'Sector', id));
  }

  @FieldResolver(() => [Stage], { description: 'The steps of agreements that were reached at it.' })
  async stages(@Root() { id }: Event, @Ctx() { load }: Context) {
    return load.entities('Stage', await load.relatedBack('Stage', 'MARKED_BY', 'Event', id));
  }

  @FieldResolver(() => ParticipationConnection, { description: 'Who took part, in the order of the record.' })
  participants(
    @Root() { id }: Event,
    @Ctx() context: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('roles', () => [ParticipationRoleEnum], { nullable: true, description: 'Only in these roles.' }) roles?: ParticipationRole[],
  ) {
    return connect(
      context,
      { label: 'Participation', list: 'participation/list-of-event', keys: 'number', parent: id, filters: { roles: roles ?? null } },
      page,
    );
  }
}

@Resolver(() => Participation)
export class ParticipationResolver {
  @FieldResolver(() => Event, { description: 'The event.' })
  event(@Root() { event }: Participation, @Ctx() { load }: Context) {
    return load.entity('Event', event);
  }

  @FieldResolver(() => Participant, { description: 'Who took part.' })
  participant(@Root() { taker }: Participation, @Ctx() { load }: Context) {
    return load.entity(labelOf(taker) as 'Tenure' | 'Office' | 'Place', taker);
  }
}
