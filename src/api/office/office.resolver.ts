import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { OfficeRole } from '../../domain/vocabulary.js';
import { connect, PageArgs } from '../connection/connection.js';
import type { Context } from '../context.js';
import { OfficeRoleEnum } from '../enums.js';
import { ParticipationFilter, participationList } from '../event/event.arguments.js';
import { ParticipationConnection } from '../event/event.type.js';
import { entityArgument } from '../ids.js';
import { TenureConnection } from '../tenure/tenure.type.js';
import { Office, OfficeBody, OfficeConnection } from './office.type.js';

@Resolver(() => Office)
export class OfficeResolver {
  @Query(() => Office, { nullable: true, description: 'An office by id. Errors: BAD_INPUT, NOT_FOUND.' })
  office(@Ctx() context: Context, @Arg('id', () => ID) id: string) {
    return entityArgument(context, 'id', id, 'Office');
  }

  @Query(() => OfficeConnection, { description: 'All offices, by name.' })
  offices(
    @Ctx() context: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('roles', () => [OfficeRoleEnum], { nullable: true, description: 'Only these roles.' }) roles?: OfficeRole[],
  ) {
    return connect(context, { label: 'Office', list: 'office/list-all', filters: { roles: roles ?? null } }, page);
  }

  @FieldResolver(() => OfficeBody, { description: 'The place or mission whose office it is.' })
  async of(@Root() { id }: Office, @Ctx() { load }: Context) {
    const [[place], [mission]] = await Promise.all([
      load.related('Office', 'OFFICE_OF', 'Place', id),
      load.related('Office', 'OFFICE_OF', 'Mission', id),
    ]);
    return place === undefined ? load.entity('Mission', mission ?? '') : load.entity('Place', place);
  }

  @FieldResolver(() => TenureConnection, { description: 'Who holds or held it, the latest first.' })
  tenures(@Root() { id }: Office, @Ctx() context: Context, @Args(() => PageArgs) page: PageArgs) {
    return connect(context, { label: 'Tenure', list: 'tenure/list-of-office', direction: 'down', parent: id }, page);
  }

  @FieldResolver(() => ParticipationConnection, { description: 'What its holders, named or not, took part in, the latest first.' })
  participations(@Root() { id }: Office, @Ctx() context: Context, @Args(() => ParticipationFilter) filter: ParticipationFilter) {
    return participationList(context, 'participation/list-of-office', filter, id);
  }
}
