import { type GraphQLArgument, isRequiredArgument } from 'graphql';
import { BadInputError } from '../domain/errors.js';

/**
 * Refuses an empty list as a filter, however deep: nothing could pass it, and the zero that it gives looks like an
 * answer. A list that must be given is no filter, nor is one that is empty by itself. Throws `BadInputError`.
 */
export function refuseEmptyFilters(given: readonly GraphQLArgument[], values: Readonly<Record<string, unknown>>): void {
  for (const argument of given) {
    if (isRequiredArgument(argument) || isEmptyList(argument.defaultValue)) continue;
    const { name, defaultValue } = argument;
    refuseEmptyLists(name, values[name], Array.isArray(defaultValue) ? defaultValue.join(', ') : 'all');
  }
}

/** Refuses a value that is an empty list, or has one inside. Throws `BadInputError`. */
export function refuseEmptyLists(path: string, value: unknown, leftOut = 'all'): void {
  if (isEmptyList(value)) throw new BadInputError(`${path} is empty. Accepted is a list of one or more; leave it out for ${leftOut}.`);
  if (value === null || typeof value !== 'object') return;
  for (const [name, inner] of Object.entries(value)) refuseEmptyLists(`${path}.${name}`, inner);
}

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;
