import { type ASTNode, GraphQLError, GraphQLScalarType, print } from 'graphql';
import { GraphQLDate, GraphQLISO8601Duration, GraphQLJSON } from 'graphql-scalars';
import { A_DURATION } from '../analytics/elapsed.js';
import { shortened } from './ids.js';

/** Days as graphql-scalars reads them; before the year 1 there is none. */
export const DayScalar = saying(GraphQLDate, 'is not a day. Accepted is a day such as 2020-01-31, from the year 1 on.', isOfAYear);

/** Durations as graphql-scalars reads them. */
export const DurationScalar = saying(GraphQLISO8601Duration, `is not a duration. Accepted is ${A_DURATION}.`);

/** Any value in JSON, as graphql-scalars has it. */
export const JsonScalar = GraphQLJSON;

/** A scalar that says what is accepted when it refuses something. */
function saying<I, E>(scalar: GraphQLScalarType<I, E>, refusal: string, accepts: (value: I) => boolean = () => true) {
  const reading = (told: string, nodes: ASTNode | undefined, read: () => I): I => {
    const value = orNull(read);
    if (value !== null && accepts(value)) return value;
    throw new GraphQLError(`${shortened(told)} ${refusal}`, { nodes });
  };
  return new GraphQLScalarType<I, E>({
    ...scalar.toConfig(),
    parseValue: (value) => reading(JSON.stringify(value), undefined, () => scalar.parseValue(value)),
    parseLiteral: (node, variables) => reading(`${argumentOf(node)}${print(node)}`, node, () => scalar.parseLiteral(node, variables)),
  });
}

/** Scalars tell what they do not accept by throwing, whatever it is. */
function orNull<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}

/** The argument, or the field of one, that a value in a document is given to: GraphQL names it for variables only. */
function argumentOf({ loc }: ASTNode): string {
  const colon = loc?.startToken.prev;
  return colon?.kind === ':' ? `${colon.prev?.value} ` : '';
}

function isOfAYear(day: Date): boolean {
  return day.getUTCFullYear() > 0;
}
