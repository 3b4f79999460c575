import { BadInputError } from '../../domain/errors.js';
import type { Context } from '../context.js';
import { entityArgument } from '../ids.js';

/** Checks an argument that says what places must be in. Throws `BadInputError` or `NotFoundError`. */
export async function withinArgument(context: Context, within: string | null | undefined): Promise<string | null> {
  if (within === undefined || within === null) return null;
  const { kind } = await entityArgument(context, 'within', within, 'Place');
  if (kind !== 'COUNTRY' && kind !== 'PROVINCE')
    throw new BadInputError(`within "${within}" is a ${kind.toLowerCase()}. Accepted is the id of a country or a province.`);
  return within;
}
