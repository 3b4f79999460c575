import { BadInputError, NotFoundError, RetiredError } from '../domain/errors.js';
import { labelOf, NODES } from '../domain/ontology.js';
import type { Entities, EntityLabel } from '../store/entities.js';
import type { Context } from './context.js';
import { thingInPlaceOf } from './tombstone/successor.js';

/** Checks that an argument is an id of a label. */
export function idArgument(argument: string, id: string, label: EntityLabel): string {
  if (labelOf(id) !== label) {
    throw new BadInputError(
      `${argument} "${shortened(id)}" is not an id of type ${NODES[label].prefix}. Accepted are ids such as ${NODES[label].prefix}:…`,
    );
  }
  return id;
}

/** What to answer for an id that nothing has: of one that is retired, what to ask for instead. */
async function notFound(context: Context, argument: string, id: string, label: EntityLabel): Promise<NotFoundError> {
  const { prefix } = NODES[label];
  const tombstone = await context.load.tombstone(id);
  if (tombstone === null) return new NotFoundError(`${argument}: there is no ${prefix} "${shortened(id)}"`);
  const successor = (await thingInPlaceOf(context, tombstone.successor))?.id ?? null;
  const instead = successor === null ? 'nothing took its place' : `ask for "${successor}", which took its place`;
  return new RetiredError(`${argument}: the ${prefix} "${shortened(id)}" is retired; ${instead}`, { retired: id, successor });
}

/** The entity that an argument names. Throws `BadInputError` or `NotFoundError`. */
export async function entityArgument<L extends EntityLabel>(
  context: Context,
  argument: string,
  id: string,
  label: L,
): Promise<Entities[L]> {
  const entity = await context.load.entity(label, idArgument(argument, id, label));
  if (entity === null) throw await notFound(context, argument, id, label);
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
