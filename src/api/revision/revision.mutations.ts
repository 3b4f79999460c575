import { Arg, Ctx, Int, Mutation, Resolver } from 'type-graphql';
import { undo } from '../../curation/edits/undo.js';
import { refuse } from '../../curation/faults.js';
import { idOf } from '../../domain/ontology.js';
import type { Context } from '../context.js';
import { EditArg, type EditInput } from '../curation/edit.input.js';
import { mutate } from '../curation/mutate.js';
import { payloadOf } from '../curation/payload.js';
import { Node } from '../node/node.type.js';

const UndoPayload = payloadOf<Node>('Undo', 'thing', () => Node as never);

@Resolver()
export class RevisionMutations {
  @Mutation(() => UndoPayload, {
    nullable: true,
    description:
      'Takes back all that one revision changed, by a new revision. Refused with CONFLICT where any of it was changed again since, and with IMPORTED where an import made it.',
  })
  async undo(
    @Ctx() context: Context,
    @Arg('revision', () => Int, { description: 'The number of the revision.' }) revision: number,
    @EditArg() edit?: EditInput | null,
  ) {
    const undone = await context.load.entity('Revision', idOf('Revision', `${revision}`));
    return mutate(context, 'thing', {
      operation: 'undo',
      ...(undone !== null && undone.actor !== context.actor.id ? { permission: 'UNDO_OTHERS' as const } : {}),
      input: { revision },
      edit,
      cited: undone?.sources ?? [],
      undoes: revision,
      plan: async (desk) =>
        undone === null ? refuse('NOT_FOUND', `there is no revision ${revision} in the history`, 'revision') : undo(desk, undone),
    });
  }
}
