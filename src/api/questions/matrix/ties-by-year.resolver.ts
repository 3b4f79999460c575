import { Arg, Args, Ctx, Field, FieldResolver, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { TIE_GROUPS, type TieGroup, type TiesByYearQuestion } from '../../../analytics/matrix/ties-by-year.js';
import type { AgreementKind } from '../../../domain/vocabulary.js';
import { connectionOf, PageArgs } from '../../connection/connection.js';
import { connectTable } from '../../connection/table.js';
import type { Context } from '../../context.js';
import { WHOLE_GRAPH } from '../../cost.js';
import { AgreementKindEnum, enumOf } from '../../enums.js';
import { TieCount } from '../../tie/tie-count.js';
import { TieFilterInput, tieFilter } from '../../tie/tie-filter.js';

const TieGroupEnum = enumOf('TieGroup', 'What ties are told apart by.', TIE_GROUPS);

@ObjectType({ implements: [TieCount], simpleResolvers: true, description: 'The ties that came to be in a year.' })
class TiesOfYear {
  @Field(() => Int, { nullable: true, description: 'The year; null: not known.' })
  year!: number | null;

  @Field(() => AgreementKindEnum, { nullable: true, description: 'The kind of the agreements; null when ties are not told apart by it.' })
  kind!: AgreementKind | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the two places are in one country; null when ties are not told apart by it.',
  })
  domestic!: boolean | null;
}

const TiesOfYearConnection = connectionOf(() => TiesOfYear, 'TiesOfYear');

@ObjectType({ simpleResolvers: true, description: 'Ties by the year in which they came to be.' })
class TiesByYear {
  asked!: Omit<TiesByYearQuestion, 'dated'>;
}

@Resolver(() => TiesByYear)
export class TiesByYearResolver {
  @Query(() => TiesByYear, {
    nullable: true,
    complexity: WHOLE_GRAPH,
    description:
      'How many ties came to be in each year? The year of a tie is that of the earliest dated step of its agreement in the phase AGREEMENT (signed, implemented, renewed). A date that is known in part counts from its earliest day, or, when its start is open, from its latest one: 199X is 1990. Bounds: a row for each year and group that has a tie. Cost: the whole graph, once for each revision and filter. Errors: BAD_INPUT, NOT_FOUND, STORE_BUSY.',
  })
  async tiesByYear(
    @Ctx() context: Context,
    @Arg('by', () => [TieGroupEnum], { defaultValue: [], description: 'What the ties of a year are told apart by.' }) by: TieGroup[],
    @Arg('ties', () => TieFilterInput, {
      nullable: true,
      description: 'Which ties count. With asOf, steps after that day are not known yet.',
    })
    ties?: TieFilterInput,
  ) {
    return { asked: { ties: await tieFilter(context, ties), by: [...new Set(by)].sort() } };
  }

  @FieldResolver(() => TiesOfYearConnection, { description: 'The years that have a new tie, from the first on.' })
  years(@Root() { asked }: TiesByYear, @Ctx() context: Context, @Args(() => PageArgs) page: PageArgs) {
    return connectTable(context, { table: 'tiesByYear', asked: { ...asked, dated: true }, keys: 'number' }, page);
  }

  @FieldResolver(() => TiesOfYearConnection, {
    description:
      'The ties whose year is not known: no step of the phase AGREEMENT is dated, or there is none, as in talks; `ties: {phases: [AGREEMENT, LAPSED]}` leaves talks out.',
  })
  undated(@Root() { asked }: TiesByYear, @Ctx() context: Context, @Args(() => PageArgs) page: PageArgs) {
    return connectTable(context, { table: 'tiesByYear', asked: { ...asked, dated: false }, keys: 'number' }, page);
  }
}
