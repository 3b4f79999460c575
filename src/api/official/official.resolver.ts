import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { OfficeRole } from '../../domain/vocabulary.js';
import { connect, PageArgs } from '../connection/connection.js';
import type { Context } from '../context.js';
import { OfficeRoleEnum } from '../enums.js';
import { ParticipationFilter, participationList } from '../event/event.arguments.js';
import { ParticipationConnection } from '../event/event.type.js';
import { entityArgument } from '../ids.js';
import { TenureConnection } from '../tenure/tenure.type.js';
import { Official, OfficialConnection } from './official.type.js';

@Resolver(() => Official)
export class OfficialResolver {
  @Query(() => Official, { nullable: true, description: 'An official by id. Errors: BAD_INPUT, NOT_FOUND.' })
  official(@Ctx() context: Context, @Arg('id', () => ID) id: string) {
    return entityArgument(context, 'id', id, 'Official');
  }

  @Query(() => OfficialConnection, { description: 'All officials, by name.' })
  officials(
    @Ctx() context: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('roles', () => [OfficeRoleEnum], { nullable: true, description: 'Only those who hold or held an office of these roles.' })
    roles?: OfficeRole[],
  ) {
    return connect(context, { label: 'Official', list: 'official/list-all', filters: { roles: roles ?? null } }, page);
  }

  @FieldResolver(() => TenureConnection, { description: 'The offices that the person holds or held, the latest first.' })
  tenures(@Root() { id }: Official, @Ctx() context: Context, @Args(() => PageArgs) page: PageArgs) {
    return connect(context, { label: 'Tenure', list: 'tenure/list-of-official', direction: 'down', parent: id }, page);
  }

  @FieldResolver(() => ParticipationConnection, { description: 'What the person took part in, in whatever office, the latest first.' })
  participations(@Root() { id }: Official, @Ctx() context: Context, @Args(() => ParticipationFilter) filter: ParticipationFilter) {
    return participationList(context, 'participation/list-of-official', filter, id);
  }
}
