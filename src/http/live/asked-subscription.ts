import { type DocumentNode, type ExecutionArgs, GraphQLError, type GraphQLSchema, getOperationAST, parse, validate } from 'graphql';
import { mustBeAffordable } from '../cost.js';
import { MAX_TOKENS } from '../graphql.js';

/** What a client asks to be told. */
export interface AskedSubscription {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
}

/** Checks what is asked by the rules for queries, and that it is a subscription. Gives what is wrong with it, or how to run it. */
export function subscriptionArgs(schema: GraphQLSchema, asked: AskedSubscription): ExecutionArgs | readonly GraphQLError[] {
  try {
    const document = parse(asked.query, { maxTokens: MAX_TOKENS });
    const faults = validate(schema, document);
    if (faults.length > 0) return faults.map((fault) => coded(fault, 'GRAPHQL_VALIDATION_FAILED'));
    const args = { document, operationName: asked.operationName ?? undefined, variables: asked.variables ?? {} };
    mustBeSubscription(document, asked.operationName);
    mustBeAffordable(schema, args);
    return { schema, document, operationName: asked.operationName ?? null, variableValues: args.variables };
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return [error.extensions.code === undefined ? coded(error, 'GRAPHQL_PARSE_FAILED') : error];
  }
}

function mustBeSubscription(document: DocumentNode, operationName: string | null | undefined): void {
  const kind = getOperationAST(document, operationName)?.operation;
  if (kind === 'subscription') return;
  const message =
    kind === undefined
      ? 'it is not clear which operation is meant: name one in operationName'
      : `only subscriptions are accepted here; send a ${kind} to /graphql by POST`;
  throw new GraphQLError(message, { extensions: { code: 'BAD_REQUEST' } });
}

function coded({ message, nodes, source, positions }: GraphQLError, code: string): GraphQLError {
  return new GraphQLError(message, { nodes, source, positions, extensions: { code } });
}
