import type { GraphQLSchema } from 'graphql';
import { mustMay } from '../../domain/access/may.js';
import { DefectError } from '../../domain/errors.js';
import type { Context } from '../context.js';

/** Lets nobody so far as to a subscription who may not be told of changes, whatever else is wrong with what is asked. */
export function guardSubscriptions(schema: GraphQLSchema): GraphQLSchema {
  for (const field of Object.values(schema.getSubscriptionType()?.getFields() ?? {})) {
    const { subscribe } = field;
    if (subscribe === undefined) throw new DefectError(`the subscription ${field.name} has nothing to follow`);
    field.subscribe = (root, args, context: Context, info) => {
      mustMay(context.actor, 'SUBSCRIBE');
      return subscribe(root, args, context, info);
    };
  }
  return schema;
}
