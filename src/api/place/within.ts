import type { Context } from '../context.js';
import { entityArgument } from '../ids.js';

/** Checks an argument that says what places must be, or be inside of. Throws `BadInputError` or `NotFoundError`. */
export async function withinArgument(context: Context, within: string | null | undefined): Promise<string | null> {
  return within === undefined || within === null ? null : (await entityArgument(context, 'within', within, 'Place')).id;
}
