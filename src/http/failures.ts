import type { FastifyInstance } from 'fastify';
import { ERROR_CODES, type ErrorCode, KembarError, UnauthenticatedError } from '../domain/errors.js';

const STATUSES: Readonly<Partial<Record<ErrorCode, number>>> = {
  BAD_INPUT: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  STORE_UNAVAILABLE: 503,
  STORE_BUSY: 503,
  SOURCE_UNAVAILABLE: 503,
  TOO_MANY_FOLLOWERS: 503,
};

/** The status that an error ends a request with, and the headers that belong to it. */
export function statusOf(error: KembarError): { readonly status: number; readonly headers: Readonly<Record<string, string>> } {
  return { status: statusOfCode(error.code), headers: headersOf(error) };
}

export function statusOfCode(code: ErrorCode): number {
  return STATUSES[code] ?? 500;
}

/** How to come in, as RFC 6750 has it told. */
function headersOf(error: KembarError): Readonly<Record<string, string>> {
  const wrong = error instanceof UnauthenticatedError && error.presented ? ', error="invalid_token"' : '';
  if (error.code === 'UNAUTHENTICATED') return { 'www-authenticate': `Bearer realm="Kembar"${wrong}` };
  if (error.code === 'FORBIDDEN') return { 'www-authenticate': 'Bearer realm="Kembar", error="insufficient_scope"' };
  return {};
}

/** A failure in the shape of GraphQL's own errors. */
export function failure(code: ErrorCode | 'BAD_REQUEST', message: string) {
  return { errors: [{ message, extensions: { code } }] };
}

/** Answers what fails outside GraphQL in the shape of GraphQL's own errors. */
export function serveFailures(http: FastifyInstance): void {
  http.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => {
    if (error instanceof KembarError && error.code in STATUSES) {
      const { status, headers } = statusOf(error);
      return reply.code(status).headers(headers).send(failure(error.code, error.message));
    }
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
