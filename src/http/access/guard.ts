import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Actor } from '../../domain/access/actor.js';
import type { Authenticate } from './authenticate.js';

/**
 * Addresses that answer, with all beneath them, nobody who may not read. GraphQL sees to itself, since a browser gets a page
 * at its address.
 */
const GUARDED = ['/ask', '/export'];

/**
 * Guards the addresses of files, before anything else is said of a request; to be called before they are served. Gives what
 * tells who sends a request, which is found out once for each.
 */
export function guarding(http: FastifyInstance, authenticate: Authenticate): (request: FastifyRequest) => Promise<Actor> {
  const actors = new WeakMap<FastifyRequest, Promise<Actor>>();
  const actorOf = (request: FastifyRequest): Promise<Actor> => {
    const actor = actors.get(request) ?? authenticate(request.headers.authorization);
    actors.set(request, actor);
    return actor;
  };
  http.addHook('onRequest', async (request) => {
    const url = request.routeOptions.url ?? '';
    if (GUARDED.some((address) => url === address || url.startsWith(`${address}/`))) await actorOf(request);
  });
  return actorOf;
}
