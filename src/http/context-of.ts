import type { FastifyRequest } from 'fastify';
import type { Context } from '../api/context.js';

/** What a request is answered with. Throws `KembarError` where it is not to be answered: nobody is known, or nothing is ready. */
export type ContextOf = (request: FastifyRequest) => Context | Promise<Context>;
