import { Arg, Args, Ctx, createUnionType, Field, Float, Int, ObjectType, Query, Resolver, registerEnumType } from 'type-graphql';
import { BadInputError } from '../../domain/errors.js';
import type { EntityLabel } from '../../store/entities.js';
import { Award } from '../award/award.type.js';
import { PageArgs, PageInfo, pageArguments, pageInfo } from '../connection/connection.js';
import { encodeCursor } from '../connection/cursor.js';
import type { Context } from '../context.js';
import { Mission } from '../mission/mission.type.js';
import { typeNameOf } from '../node/node.type.js';
import { Office } from '../office/office.type.js';
import { Official } from '../official/official.type.js';
import { Place } from '../place/place.type.js';
import { Sector } from '../sector/sector.type.js';

const MAX_TEXT = 200;

export enum Searchable {
  PLACE = 'Place',
  OFFICIAL = 'Official',
  OFFICE = 'Office',
  MISSION = 'Mission',
  AWARD = 'Award',
  SECTOR = 'Sector',
}
registerEnumType(Searchable, {
  name: 'Searchable',
  description: 'What can be searched by name.',
  valuesConfig: {
    PLACE: { description: 'Places.' },
    OFFICIAL: { description: 'Officials.' },
    OFFICE: { description: 'Offices.' },
    MISSION: { description: 'Diplomatic missions.' },
    AWARD: { description: 'Awards.' },
    SECTOR: { description: 'Sectors.' },
  },
});

const SearchResult = createUnionType({
  name: 'SearchResult',
  description: 'Something that was found by its name.',
  types: () => [Place, Official, Office, Mission, Award, Sector] as const,
  resolveType: typeNameOf,
});

@ObjectType({ simpleResolvers: true, description: 'A find, with how well it matches.' })
class SearchEdge {
  @Field(() => SearchResult, { description: 'What was found.' })
  node!: typeof SearchResult;

  @Field(() => String, { description: 'Where it stands in the list.' })
  cursor!: string;

  @Field(() => Float, {
    description: 'How well it matches, from 0 to 1: 1 for the whole name, less for a prefix, a part or a typo. The same on every engine.',
  })
  score!: number;

  @Field(() => String, { description: 'The name or alias that matched best, as it is written in the graph.' })
  matchedName!: string;
}

@ObjectType({ simpleResolvers: true, description: 'A page of finds, the best first.' })
class SearchConnection {
  @Field(() => [SearchEdge], { description: 'The finds of this page.' })
  edges!: SearchEdge[];

  @Field(() => [SearchResult], { description: 'What was found, without scores.' })
  nodes!: (typeof SearchResult)[];

  @Field(() => PageInfo, { description: 'Where this page ends.' })
  pageInfo!: PageInfo;

  @Field(() => Int, { description: 'How many finds there are; 1000 at most are ranked.' })
  totalCount!: number;
}

const ORDER = 'search';

@Resolver()
export class SearchResolver {
  @Query(() => SearchConnection, {
    description:
      'Finds things by their names and aliases in any language. Case and diacritics do not matter, the beginning of a word is enough, and a typo in a longer word is forgiven. Errors: BAD_INPUT.',
  })
  async search(
    @Ctx() { search, load }: Context,
    @Arg('text', () => String, { description: `What to look for, of ${MAX_TEXT} characters at most.` }) text: string,
    @Args(() => PageArgs) args: PageArgs,
    @Arg('types', () => [Searchable], { nullable: true, description: 'Only these types.' }) types?: Searchable[],
  ) {
    if (text.length > MAX_TEXT) throw new BadInputError(`text has ${text.length} characters. Accepted are ${MAX_TEXT} at most.`);
    const { first, after } = pageArguments(ORDER, args);
    const hits = await search.search(text, (types as EntityLabel[] | undefined) ?? null);
    const rest = after === null ? hits : hits.slice(hits.findIndex(({ id }) => id === after.id) + 1);
    const page = rest.slice(0, first);
    const nodes = await Promise.all(page.map(({ id, label }) => load.entity(label, id)));
    const edges = page.flatMap((hit, index) => {
      const node = nodes[index];
      return node
        ? [{ node, cursor: encodeCursor(ORDER, { key: hit.score, id: hit.id }), score: hit.score, matchedName: hit.matchedName }]
        : [];
    });
    return {
      edges,
      nodes: edges.map(({ node }) => node),
      pageInfo: pageInfo(
        ORDER,
        { items: page.map(({ id, score }) => ({ id, key: score })), hasNextPage: rest.length > first },
        after !== null,
      ),
      totalCount: hits.length,
    } as never;
  }
}
