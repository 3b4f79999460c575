import { Arg, Args, Ctx, Field, FieldResolver, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import type { TieFilter } from '../../../domain/tie.js';
import type { PlaceKind } from '../../../domain/vocabulary.js';
import { Agreement } from '../../agreement/agreement.type.js';
import { connectionOf, edgeOf, PageArgs } from '../../connection/connection.js';
import { connectTable } from '../../connection/table.js';
import type { Context } from '../../context.js';
import { WHOLE_GRAPH } from '../../cost.js';
import { PlaceKindEnum } from '../../enums.js';
import { TieCount } from '../../tie/tie-count.js';
import { TieFilterInput, tieFilter } from '../../tie/tie-filter.js';

@ObjectType({ simpleResolvers: true, description: 'An agreement that ties places of different level, with their kinds.' })
class LevelMismatchEdge extends edgeOf(() => Agreement, 'LevelMismatchBase') {
  @Field(() => [PlaceKindEnum], { description: 'The kinds of the places, from the highest level down.' })
  kinds!: PlaceKind[];

  @Field(() => Int, { description: 'How many levels lie between them at most, from 1.' })
  levels!: number;
}

const LevelMismatchConnection = connectionOf(() => Agreement, 'LevelMismatch', LevelMismatchEdge);

@ObjectType({ implements: [TieCount], simpleResolvers: true, description: 'The ties between places of two kinds of different level.' })
class KindPair {
  @Field(() => PlaceKindEnum, { description: 'The kind of the higher level.' })
  higher!: PlaceKind;

  @Field(() => PlaceKindEnum, { description: 'The kind of the lower level.' })
  lower!: PlaceKind;
}

const KindPairConnection = connectionOf(() => KindPair, 'KindPair');

@ObjectType({ simpleResolvers: true, description: 'Ties between places of different administrative level.' })
class LevelMismatches {
  ties!: TieFilter;
}

@Resolver(() => LevelMismatches)
export class LevelMismatchesResolver {
  @Query(() => LevelMismatches, {
    nullable: true,
    complexity: WHOLE_GRAPH,
    description:
      'Which agreements tie places of different administrative level, such as a province and a city? Levels, from the highest: PROVINCE; REGENCY and CITY, which are equals; DISTRICT; VILLAGE. AUTHORITY and REGION have none and are left out. A city with the rank of a province, such as Jakarta or Vienna, is a province; a municipality that has no province above it is a city. Bounds: each agreement once. Cost: the whole graph, once for each revision and filter. Errors: BAD_INPUT, NOT_FOUND, STORE_BUSY.',
  })
  async levelMismatches(
    @Ctx() context: Context,
    @Arg('ties', () => TieFilterInput, {
      nullable: true,
      description: 'Which ties count; `placeKinds: [PROVINCE, CITY]` leaves ties of provinces with cities.',
    })
    ties?: TieFilterInput,
  ) {
    return { ties: await tieFilter(context, ties) };
  }

  @FieldResolver(() => LevelMismatchConnection, { description: 'The agreements, those with most levels between their places first.' })
  agreements(@Root() { ties }: LevelMismatches, @Ctx() context: Context, @Args(() => PageArgs) page: PageArgs) {
    const node = ({ agreement }: { readonly agreement: string }) => context.load.entity('Agreement', agreement);
    return connectTable(
      context,
      { table: 'levelMismatches', asked: { ties }, keys: 'number', node, edge: ({ kinds, levels }) => ({ kinds, levels }) },
      page,
    );
  }

  @FieldResolver(() => KindPairConnection, { description: 'How many ties join which kinds, those with most first.' })
  kindPairs(@Root() { ties }: LevelMismatches, @Ctx() context: Context, @Args(() => PageArgs) page: PageArgs) {
    return connectTable(context, { table: 'levelMismatchKinds', asked: { ties }, keys: 'number' }, page);
  }
}
