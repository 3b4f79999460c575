import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError, Kind } from 'graphql';
import { ERROR_CODES, KembarError, RetiredError } from '../domain/errors.js';

/** Codes of refusals that come as GraphQL errors already: its own, and those of a request that gets no context. */
const REFUSALS: ReadonlySet<string> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'STORE_UNAVAILABLE',
  'SOURCE_UNAVAILABLE',
  'UNAUTHENTICATED',
]);

/** GraphQL repeats what it refuses, however long that is; what is accepted stands at the end. */
function bounded(message: string): string {
  return message.length > 500 ? `${message.slice(0, 250)}…${message.slice(-250)}` : message;
}

/** GraphQL gives no code to what it refuses between validation and execution: variables, and operations of no kind that there is. */
function refusedByGraphql(error: unknown): boolean {
  const kind = error instanceof GraphQLError && error.originalError === undefined ? error.nodes?.[0]?.kind : undefined;
  return kind === Kind.VARIABLE || kind === Kind.OPERATION_DEFINITION;
}

/** Of an id that is retired: which one it is, where several were given, and what to ask for instead. */
function retirementOf(error: KembarError) {
  return error instanceof RetiredError ? { retired: error.retired, successor: error.successor } : {};
}

/** What a user sees of an error: message, place and code; of a defect not even the message. */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const place = { ...(formatted.locations && { locations: formatted.locations }), ...(formatted.path && { path: formatted.path }) };
  const original = unwrapResolverError(error);
  if (original instanceof KembarError && original.code !== 'INTERNAL') {
    return { message: original.message, ...place, extensions: { code: original.code, ...retirementOf(original) } };
  }
  const code = String(formatted.extensions?.code ?? '');
  if (REFUSALS.has(code)) {
    return { message: bounded(formatted.message), ...place, extensions: { code: code === 'BAD_USER_INPUT' ? 'BAD_INPUT' : code } };
  }
  if (refusedByGraphql(error)) return { message: formatted.message, ...place, extensions: { code: 'BAD_INPUT' } };
  return { message: ERROR_CODES.INTERNAL, ...place, extensions: { code: 'INTERNAL' } };
}

/** Whether an error is a defect that belongs into the server log, and not the fault of the request or the store. */
export function isDefect(error: unknown): boolean {
  const original = unwrapResolverError(error);
  if (original instanceof KembarError) return original.code === 'INTERNAL';
  if (refusedByGraphql(error)) return false;
  if (!(original instanceof GraphQLError)) return true;
  return !REFUSALS.has(String(original.extensions.code));
}
