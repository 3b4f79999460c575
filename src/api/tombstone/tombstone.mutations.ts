import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { remove } from '../../curation/edits/remove.js';
import type { Context } from '../context.js';
import { CitationInput, citesOf } from '../curation/citation.input.js';
import { EditArg, type EditInput } from '../curation/edit.input.js';
import { mutate } from '../curation/mutate.js';
import { payloadOf } from '../curation/payload.js';
import { Tombstone } from './tombstone.type.js';

const DeletionPayload = payloadOf('Deletion', 'tombstone', () => Tombstone);

@Resolver()
export class TombstoneMutations {
  @Mutation(() => DeletionPayload, {
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
