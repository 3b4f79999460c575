import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { CITED_LABELS } from '../../../analytics/evidence/label-by-label.js';
import { BadInputError } from '../../../domain/errors.js';
import { labelOf } from '../../../domain/ontology.js';
import { isEntityLabel } from '../../../store/entities.js';
import type { Context } from '../../context.js';
import { evidenceOf } from '../../evidence/evidence.resolver.js';
import { Evidence } from '../../evidence/evidence.type.js';
import { entityArgument, shortened } from '../../ids.js';

@Resolver()
export class EvidenceQuestionResolver {
  @Query(() => Evidence, {
    nullable: true,
    description:
      'What supports a fact, and who says otherwise: of any thing that sources are cited for, what they say of it as a whole and of each field, beside what the record shows. Bounds: one thing, 50 citations at most. Cost: three statements, and one for each field that names other things. Errors: BAD_INPUT, NOT_FOUND.',
  })
  async evidence(
    @Ctx() context: Context,
    @Arg('id', () => ID, { description: 'Id of an agreement, stage, place, tenure, event or any other thing that has citations.' })
    id: string,
  ): Promise<Evidence> {
    const label = labelOf(id);
    if (!isEntityLabel(label) || !CITED_LABELS.includes(label))
      throw new BadInputError(
        `id "${shortened(id)}" is not of a thing that sources are cited for. Accepted are ids of ${CITED_LABELS.join(', ')}.`,
      );
    await entityArgument(context, 'id', id, label);
    return evidenceOf(context, id);
  }
}
