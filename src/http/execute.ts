import type { ApolloServer } from '@apollo/server';
import type { Context } from '../api/context.js';
import { DefectError, ERROR_CODES, type ErrorCode, KembarError } from '../domain/errors.js';

/** Runs operations as requests of their own, under the limits of the API. Throws `KembarError` when anything in one fails. */
export function executing(apollo: ApolloServer<Context>) {
  return async (
    contextValue: Context,
    query: string,
    variables: Readonly<Record<string, unknown>>,
  ): Promise<Readonly<Record<string, unknown>>> => {
    const { body } = await apollo.executeOperation({ query, variables: { ...variables } }, { contextValue });
    if (body.kind !== 'single') throw new DefectError('an answer came in parts');
    const { data, errors } = body.singleResult;
    const [first] = errors ?? [];
    if (first !== undefined) throw errorOf(String(first.extensions?.code ?? ''), first.message);
    return data ?? {};
  };
}

function errorOf(code: string, message: string): KembarError {
  return code in ERROR_CODES && code !== 'INTERNAL' ? new KembarError(code as ErrorCode, message) : new DefectError(message);
}
