import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { SourceKind } from '../../domain/vocabulary.js';
import { connect, connectionWith, PageArgs, pageArguments } from '../connection/connection.js';
import type { Context } from '../context.js';
import { SourceKindEnum } from '../enums.js';
import { entityArgument } from '../ids.js';
import { PartialDate, partialDate } from '../partial-date/partial-date.type.js';
import { CitationConnection, Source, SourceConnection } from './source.type.js';
import { SourceImport, sourceImport } from './source-import.type.js';

const CITATIONS = 'source/list-citations';

@Resolver(() => Source)
export class SourceResolver {
  @Query(() => Source, { nullable: true, description: 'A source by id. Errors: BAD_INPUT, NOT_FOUND.' })
  source(@Ctx() context: Context, @Arg('id', () => ID) id: string) {
    return entityArgument(context, 'id', id, 'Source');
  }

  @Query(() => SourceConnection, { description: 'All sources, by title.' })
  sources(
    @Ctx() context: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('kinds', () => [SourceKindEnum], { nullable: true, description: 'Only these kinds.' }) kinds?: SourceKind[],
  ) {
    return connect(context, { label: 'Source', list: 'source/list-all', filters: { kinds: kinds ?? null } }, page);
  }

  @FieldResolver(() => PartialDate, { nullable: true, description: 'When it was published.' })
  published(@Root() { published }: Source) {
    return partialDate(published);
  }

  @FieldResolver(() => SourceImport, {
    nullable: true,
    description: 'How it came into the graph, of a source that is itself files which were imported; null for every other one.',
  })
  import(@Root() source: Source) {
    return sourceImport(source);
  }

  @FieldResolver(() => CitationConnection, { description: 'What it is cited for, by the id of the thing that it speaks of.' })
  citations(@Root() { id }: Source, @Ctx() { load }: Context, @Args(() => PageArgs) args: PageArgs) {
    const { first, after } = pageArguments(CITATIONS, 'text', args);
    const page = () => load.page({ list: CITATIONS, direction: 'up', filters: {}, first, after }, id);
    const present = async () => {
      const { items } = await page();
      const citations = await Promise.all(items.map((item) => load.citation(id, item)));
      return items.flatMap((position, index) => {
        const node = citations[index];
        return node ? [{ position, node }] : [];
      });
    };
    return connectionWith(CITATIONS, page, after, present, () => load.total(CITATIONS, {}, id));
  }
}
