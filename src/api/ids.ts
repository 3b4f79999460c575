import { BadInputError, NotFoundError } from '../domain/errors.js';
import { labelOf, NODES } from '../domain/ontology.js';
import type { Entities, EntityLabel } from '../store/entities.js';
import type { Context } from './context.js';

/** Checks that an argument is an id of a label. */
export function idArgument(argument: string, id: string, label: EntityLabel): string {
  if (labelOf(id) !== label) {
    throw new BadInputError(
      `${argument} "${shortened(id)}" is not an id of type ${NODES[label].prefix}. Accepted are ids such as ${NODES[label].prefix}:…`,
    );
  }
  return id;
}

/** The entity that an argument names. Throws `BadInputError` or `NotFoundError`. */
export async function entityArgument<L extends EntityLabel>(
  context: Context,
  argument: string,
  id: string,
  label: L,
): Promise<Entities[L]> {
  const entity = await context.load.entity(label, idArgument(argument, id, label));
  if (entity === null) throw new NotFoundError(`${argument}: there is no ${NODES[label].prefix} "${shortened(id)}"`);
  return entity;
}

/** The entities that an argument lists. Throws `BadInputError` or `NotFoundError`. */
export async function entityArguments<L extends EntityLabel>(
  context: Context,
  argument: string,
  ids: readonly string[],
  label: L,
  most: number,
): Promise<Entities[L][]> {
  if (ids.length > most) throw new BadInputError(`${argument} has ${ids.length} ids. Accepted are ${most} at most.`);
  return Promise.all(ids.map((id) => entityArgument(context, argument, id, label)));
}

export function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
