import { Arg, Args, Ctx, createUnionType, Field, Float, ObjectType, Query, Resolver, registerEnumType } from 'type-graphql';
import { BadInputError } from '../../domain/errors.js';
import { foldName } from '../../domain/names.js';
import type { EntityLabel } from '../../store/entities.js';
import type { SearchHit } from '../../store/search-index.js';
import { Award } from '../award/award.type.js';
import { connectInHand, connectionOf, edgeOf, PageArgs } from '../connection/connection.js';
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
class SearchEdge extends edgeOf(() => SearchResult as never, 'SearchBase') {
  @Field(() => Float, {
    description: 'How well it matches, from 0 to 1: 1 for the whole name, less for a prefix, a part or a typo. The same on every engine.',
  })
  score!: number;

  @Field(() => String, { description: 'The name or alias that matched best, as it is written in the graph.' })
  matchedName!: string;
}

const SearchConnection = connectionOf(() => SearchResult as never, 'Search', SearchEdge);

@Resolver()
export class SearchResolver {
  @Query(() => SearchConnection, {
    description:
      'Finds things by their names and aliases in any language. Case and diacritics do not matter, the beginning of a word is enough, and a typo in a longer word is forgiven. Errors: BAD_INPUT.',
  })
  search(
    @Ctx() { search, load }: Context,
    @Arg('text', () => String, { description: `What to look for, with a letter or a digit, of ${MAX_TEXT} characters at most.` })
    text: string,
    @Args(() => PageArgs) args: PageArgs,
    @Arg('types', () => [Searchable], { nullable: true, description: 'Only these types.' }) types?: Searchable[],
  ) {
    if (!/[\p{L}\p{N}]/u.test(foldName(text)))
      throw new BadInputError(`text has no letter or digit. Accepted is a text with one at least, of ${MAX_TEXT} characters at most.`);
    if (text.length > MAX_TEXT) throw new BadInputError(`text has ${text.length} characters. Accepted are ${MAX_TEXT} at most.`);
    let found: Promise<SearchHit[]> | undefined;
    return connectInHand(
      {
        order: 'search',
        direction: 'down',
        keys: 'number',
        items: () => (found ??= search.search(text, (types as EntityLabel[] | undefined) ?? null)),
        position: ({ score, id }) => ({ key: score, id }),
        node: ({ label, id }) => load.entity(label, id),
        edge: ({ score, matchedName }) => ({ score, matchedName }),
      },
      args,
    );
  }
}
