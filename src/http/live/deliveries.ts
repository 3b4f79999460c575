import {
  createSourceEventStream,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLFormattedError,
} from 'graphql';
import type { Context } from '../../api/context.js';
import { formatError, isDefect } from '../../api/errors.js';
import type { DefectLog } from '../graphql.js';

/** What is sent to a client, one answer for each event. It can be ended while an event is waited for. */
export interface Deliveries extends AsyncIterableIterator<ExecutionResult> {
  return(): Promise<IteratorResult<ExecutionResult>>;
}

/**
 * Answers a subscription, event by event, each in a context of its own: so every answer is read anew, and it is asked again
 * who asks. Gives a result with errors where there is nothing to follow.
 */
export async function deliveries(args: ExecutionArgs, contextOf: () => Promise<Context>): Promise<Deliveries | ExecutionResult> {
  let contextValue: Context;
  try {
    contextValue = await contextOf();
  } catch (error) {
    return { errors: [asGraphqlError(error)] };
  }
  const source = await createSourceEventStream({ ...args, contextValue });
  if (!(Symbol.asyncIterator in source)) return source;
  const events = source[Symbol.asyncIterator]();
  const done = async (): Promise<IteratorResult<ExecutionResult>> => {
    await events.return?.();
    return { done: true, value: undefined };
  };
  return {
    next: async () => {
      const event = await events.next();
      if (event.done === true) return { done: true, value: undefined };
      try {
        return { done: false, value: await execute({ ...args, rootValue: event.value, contextValue: await contextOf() }) };
      } catch (error) {
        await done();
        throw error;
      }
    },
    return: done,
    [Symbol.asyncIterator](): Deliveries {
      return this as Deliveries;
    },
  };
}

/** Errors as clients see them; defects go to the log. */
export function shownErrors(errors: readonly GraphQLError[], log: DefectLog): GraphQLFormattedError[] {
  return errors.map((error) => {
    const original = error.originalError ?? error;
    if (isDefect(original)) log.error({ err: original, cause: original.cause }, 'a subscription met a defect');
    return formatError(error.toJSON(), original);
  });
}

/** What ended a subscription, as clients see it. */
export function shownFault(fault: unknown, log: DefectLog): GraphQLFormattedError[] {
  return shownErrors([asGraphqlError(fault)], log);
}

function asGraphqlError(fault: unknown): GraphQLError {
  if (fault instanceof GraphQLError) return fault;
  const error = fault instanceof Error ? fault : new Error(String(fault));
  return new GraphQLError(error.message, { originalError: error });
}
