import Fastify from 'fastify';
import { describe, expect, test } from 'vitest';
import { ForbiddenError, type KembarError, SourceError, UnauthenticatedError } from '../../src/domain/errors.js';
import { serveFailures } from '../../src/http/failures.js';

/** What a request is answered with that ends with an error. */
async function answerTo(error: KembarError) {
  const http = Fastify();
  serveFailures(http);
  http.get('/', () => {
    throw error;
  });
  const { statusCode, headers, body } = await http.inject('/');
  return { status: statusCode, challenge: headers['www-authenticate'], ...JSON.parse(body).errors[0] };
}

describe('a request that is refused for who sends it says how to come in', () => {
  test.each<[KembarError, number, string | undefined]>([
    [new UnauthenticatedError('who?', { presented: false }), 401, 'Bearer realm="Kembar"'],
    [new UnauthenticatedError('who?', { presented: true }), 401, 'Bearer realm="Kembar", error="invalid_token"'],
    [new ForbiddenError('not you'), 403, 'Bearer realm="Kembar", error="insufficient_scope"'],
    [new SourceError('no keys'), 503, undefined],
  ])('%s', async (error, status, challenge) => {
    expect(await answerTo(error)).toEqual({ status, challenge, message: error.message, extensions: { code: error.code } });
  });
});
