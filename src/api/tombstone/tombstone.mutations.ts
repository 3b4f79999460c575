import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { merge } from '../../curation/edits/merge.js';
import { remove } from '../../curation/edits/remove.js';
import type { Context } from '../context.js';
import { CitationInput, citesOf } from '../curation/citation.input.js';
import { EditArg, type EditInput } from '../curation/edit.input.js';
import { mutate } from '../curation/mutate.js';
import { payloadOf } from '../curation/payload.js';
import { Node } from '../node/node.type.js';
import { Tombstone } from './tombstone.type.js';

const DeletionPayload = payloadOf('Deletion', 'tombstone', () => Tombstone);

const MergePayload = payloadOf<Node>('Merge', 'thing', () => Node as never);

@Resolver()
export class TombstoneMutations {
  @Mutation(() => MergePayload, {
    nullable: true,
    description:
      'Makes one thing of two that are the same: what the duplicate says besides is added to the other, all that referred to it refers to the other, and its id goes on answering with its successor. What other data sets bring later is led on too.',
  })
  mergeDuplicates(
    @Ctx() context: Context,
    @Arg('duplicate', () => ID, { description: 'The thing that goes.' }) duplicate: string,
    @Arg('into', () => ID, { description: 'The thing of the same type that stays.' }) into: string,
    @Arg('because', () => String, { description: 'Why they are the same, in your own words. 600 characters at most.' }) because: string,
    @Arg('citations', () => [CitationInput], { description: 'Who says so (1 to 50).' }) citations: CitationInput[],
    @EditArg() edit?: EditInput | null,
  ) {
    return mutate(context, 'thing', {
      operation: 'mergeDuplicates',
      input: { duplicate, into, because, citations },
      edit,
      citations,
      ids: [duplicate, into],
      plan: (desk) => merge(desk, { duplicate, into }, { reason: because, cites: citesOf(citations), today: context.today }),
    });
  }

  @Mutation(() => DeletionPayload, {
    nullable: true,
    description:
      'Deletes a thing to which nothing refers any more. Its id goes on answering with what is left of it (Tombstone), and the history keeps what it was.',
  })
  delete(
    @Ctx() context: Context,
    @Arg('id', () => ID, { description: 'The thing.' }) id: string,
    @Arg('because', () => String, { description: 'Why, in your own words: never existed, not of this field. 600 characters at most.' })
    because: string,
    @Arg('citations', () => [CitationInput], { description: 'Who says so (1 to 50).' }) citations: CitationInput[],
    @EditArg() edit?: EditInput | null,
  ) {
    return mutate(context, 'tombstone', {
      operation: 'delete',
      input: { id, because, citations },
      edit,
      citations,
      ids: [id],
      plan: (desk) => remove(desk, id, { reason: because, cites: citesOf(citations), today: context.today }),
    });
  }
}
