import type { FastifyInstance } from 'fastify';
import { ERROR_CODES, type ErrorCode, KembarError } from '../domain/errors.js';

const STATUSES: Readonly<Partial<Record<ErrorCode, number>>> = {
  BAD_INPUT: 400,
  NOT_FOUND: 404,
  STORE_UNAVAILABLE: 503,
  STORE_BUSY: 503,
};

/** A failure in the shape of GraphQL's own errors. */
export function failure(code: ErrorCode | 'BAD_REQUEST', message: string) {
  return { errors: [{ message, extensions: { code } }] };
}

/** Answers what fails outside GraphQL in the shape of GraphQL's own errors. */
export function serveFailures(http: FastifyInstance): void {
  http.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => {
    if (error instanceof KembarError && error.code in STATUSES)
      return reply.code(STATUSES[error.code] ?? 500).send(failure(error.code, error.message));
    const status = error.statusCode ?? 500;
    if (status >= 500) http.log.error({ err: error, cause: error.cause }, 'a request met a defect');
    return reply.code(status).send(status >= 500 ? failure('INTERNAL', ERROR_CODES.INTERNAL) : failure('BAD_REQUEST', error.message));
  });
  http.setNotFoundHandler((request, reply) =>
    reply
      .code(404)
      .send(
        failure(
          'NOT_FOUND',
          `nothing answers ${request.method} here; the API is at /graphql, the explorer at /graphiql, files at /ask and /export`,
        ),
      ),
  );
}
