import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { MissionKind, OfficeRole } from '../../domain/vocabulary.js';
import { connect, PageArgs } from '../connection/connection.js';
import type { Context } from '../context.js';
import { MissionKindEnum, OfficeRoleEnum } from '../enums.js';
import { entityArgument } from '../ids.js';
import { OfficeConnection } from '../office/office.type.js';
import { Place } from '../place/place.type.js';
import { Mission, MissionConnection } from './mission.type.js';

@Resolver(() => Mission)
export class MissionResolver {
  @Query(() => Mission, { nullable: true, description: 'A mission by id. Errors: BAD_INPUT, NOT_FOUND.' })
  mission(@Ctx() context: Context, @Arg('id', () => ID) id: string) {
    return entityArgument(context, 'id', id, 'Mission');
  }

  @Query(() => MissionConnection, { description: 'All missions, by name.' })
  missions(
    @Ctx() context: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('kinds', () => [MissionKindEnum], { nullable: true, description: 'Only these kinds.' }) kinds?: MissionKind[],
  ) {
    return connect(context, { label: 'Mission', list: 'mission/list-all', filters: { kinds: kinds ?? null } }, page);
  }

  @FieldResolver(() => Place, { description: 'The country that sends it.' })
  async sentBy(@Root() { id }: Mission, @Ctx() { load }: Context) {
    const [country] = await load.related('Mission', 'SENT_BY', 'Place', id);
    return load.entity('Place', country ?? '');
  }

  @FieldResolver(() => Place, { description: 'Where it is.' })
  async seat(@Root() { id }: Mission, @Ctx() { load }: Context) {
    const [seat] = await load.related('Mission', 'SEATED_IN', 'Place', id);
    return load.entity('Place', seat ?? '');
  }

  @FieldResolver(() => [Place], { description: 'The provinces in its district (60 at most).' })
  async covers(@Root() { id }: Mission, @Ctx() { load }: Context) {
    return load.entities('Place', await load.related('Mission', 'COVERS', 'Place', id));
  }

  @FieldResolver(() => OfficeConnection, { description: 'Its offices, by name.' })
  offices(
    @Root() { id }: Mission,
    @Ctx() context: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('roles', () => [OfficeRoleEnum], { nullable: true, description: 'Only these roles.' }) roles?: OfficeRole[],
  ) {
    return connect(context, { label: 'Office', list: 'office/list-of-mission', parent: id, filters: { roles: roles ?? null } }, page);
  }
}
