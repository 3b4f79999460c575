import { Ctx, Query, Resolver } from 'type-graphql';
import { permissionsOf } from '../../domain/access/may.js';
import type { Context } from '../context.js';
import { Viewer } from './viewer.type.js';

@Resolver()
export class ViewerResolver {
  @Query(() => Viewer, { description: 'Who is asking, and what they may do, so that a client can offer only that.' })
  viewer(@Ctx() { actor }: Context): Viewer {
    const { name, role, within } = actor;
    return { name, role, within, permissions: permissionsOf(actor) };
  }
}
