import type { GraphQLSchema } from 'graphql';
import type { Context } from '../../api/context.js';
import type { Actor } from '../../domain/access/actor.js';
import { mustMay } from '../../domain/access/may.js';
import type { LiveSettings } from '../../settings.js';
import type { Authenticate } from '../access/authenticate.js';
import type { DefectLog } from '../graphql.js';
import type { Seats } from './seats.js';

/** What both ways to follow changes need. */
export interface Live {
  readonly schema: GraphQLSchema;
  readonly authenticate: Authenticate;
  /** What somebody is answered with. Throws `StoreError` where nothing is ready. */
  readonly contextFor: (actor: Actor) => Context;
  readonly settings: LiveSettings;
  readonly log: DefectLog;
  /** Connections of both kinds. */
  readonly seats: Seats;
}

/** Who follows, if they still may. Throws `UnauthenticatedError`, `ForbiddenError`, or `SourceError` where it is not to be known. */
export async function followerNow({ authenticate }: Live, authorization: string | undefined): Promise<Actor> {
  const actor = await authenticate(authorization);
  mustMay(actor, 'SUBSCRIBE');
  return actor;
}

/** What an event is answered with, as things are now. Throws as `followerNow`, and `StoreError`. */
export async function contextNow(live: Live, authorization: string | undefined): Promise<Context> {
  return live.contextFor(await followerNow(live, authorization));
}
