import type { InQuestion } from '../../../analytics/time/agreements-in-question.js';
import { BadInputError } from '../../../domain/errors.js';
import type { Context } from '../../context.js';
import { entityArgument } from '../../ids.js';
import { type TieFilterInput, tieFilter } from '../../tie/tie-filter.js';

export const WITHIN = 'Only agreements with a party that is this place or inside it: a city, province or country; its id.';
export const TIES =
  'Which agreements count. What it says of the ends of ties holds for agreements that have such a tie; agreements without any tie, as with a country that stands for a place, count where it says nothing of ends.';

/** Which agreements a question about time looks at. Throws `BadInputError` or `NotFoundError` for ids that are none. */
export async function inQuestion(
  context: Context,
  ties: TieFilterInput | null | undefined,
  within: string | null | undefined,
): Promise<InQuestion> {
  if (typeof within === 'string') await entityArgument(context, 'within', within, 'Place');
  return { ties: await tieFilter(context, ties), within: within ?? null };
}

/** Refuses a part of the filter that another argument of the question already says. Throws `BadInputError`. */
export function withoutPart(ties: TieFilterInput | null | undefined, part: 'asOf' | 'phases', why: string): void {
  if (ties?.[part] !== undefined && ties[part] !== null) throw new BadInputError(`ties.${part} is not accepted here: ${why}.`);
}
