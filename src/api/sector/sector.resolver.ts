import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { AgreementFilter, agreementList } from '../agreement/agreement.arguments.js';
import { AgreementConnection } from '../agreement/agreement.type.js';
import { connect, PageArgs } from '../connection/connection.js';
import type { Context } from '../context.js';
import { EventFilter, eventList } from '../event/event.arguments.js';
import { EventConnection } from '../event/event.type.js';
import { entityArgument } from '../ids.js';
import { Sector, SectorConnection } from './sector.type.js';

@Resolver(() => Sector)
export class SectorResolver {
  @Query(() => Sector, { nullable: true, description: 'A sector by id. Errors: BAD_INPUT, NOT_FOUND.' })
  sector(@Ctx() context: Context, @Arg('id', () => ID) id: string) {
    return entityArgument(context, 'id', id, 'Sector');
  }

  @Query(() => SectorConnection, { description: 'All sectors, by name.' })
  sectors(@Ctx() context: Context, @Args(() => PageArgs) page: PageArgs) {
    return connect(context, { label: 'Sector', list: 'sector/list-all' }, page);
  }

  @FieldResolver(() => AgreementConnection, { description: 'The agreements that are about it.' })
  agreements(@Root() { id }: Sector, @Ctx() context: Context, @Args(() => AgreementFilter) filter: AgreementFilter) {
    return agreementList(context, 'agreement/list-of-sector', filter, id);
  }

  @FieldResolver(() => EventConnection, { description: 'The events at which it was spoken of, the latest first.' })
  events(@Root() { id }: Sector, @Ctx() context: Context, @Args(() => EventFilter) filter: EventFilter) {
    return eventList(context, 'event/list-of-sector', filter, id);
  }
}
