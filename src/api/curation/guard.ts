import type { GraphQLSchema } from 'graphql';
import { mustMay } from '../../domain/access/may.js';
import { DefectError } from '../../domain/errors.js';
import type { Context } from '../context.js';
import { OPERATIONS, type Operation } from './operations.js';

/** Lets nobody so far as to a mutation whose role does not have the permission, whatever else is wrong with what is asked. */
export function guardMutations(schema: GraphQLSchema): GraphQLSchema {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const { resolve } = field;
    const permission = OPERATIONS[field.name as Operation];
    if (resolve === undefined || permission === undefined)
      throw new DefectError(`the mutation ${field.name} has no permission in operations.ts`);
    field.resolve = (root, args, context: Context, info) => {
      mustMay(context.actor, permission);
      return resolve(root, args, context, info);
    };
  }
  return schema;
}
