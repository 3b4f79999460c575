import { Args, ArgsType, Ctx, Field, FieldResolver, ID, Int, InterfaceType, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { PANEL_UNITS, type PanelOfYearsQuestion, type PanelUnit } from '../../../analytics/matrix/tie-panel.js';
import { connectionOf, PageArgs } from '../../connection/connection.js';
import { connectTable } from '../../connection/table.js';
import type { Context } from '../../context.js';
import { WHOLE_GRAPH } from '../../cost.js';
import { enumOf } from '../../enums.js';
import { entityArguments } from '../../ids.js';
import { numberArgument } from '../../numbers.js';
import { Place } from '../../place/place.type.js';
import { stretchArguments } from '../../stretch.js';
import { TieCount } from '../../tie/tie-count.js';
import { countryArgument, TieFilterInput, tieFilter } from '../../tie/tie-filter.js';

const PanelUnitEnum = enumOf('PanelUnit', 'What a panel follows through the years.', PANEL_UNITS);

const MOST_PLACES = 100;

@ArgsType()
class PanelArgs {
  @Field(() => ID, { nullable: true, description: 'Only places of this country; its id.' })
  country?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Only these places; ids, 100 at most.' })
  places?: string[] | null;

  @Field(() => PanelUnitEnum, { defaultValue: 'PLACE', description: 'What the panel follows.' })
  unit!: PanelUnit;

  @Field(() => Int, { nullable: true, description: 'The first year, from 1 to 9999; left out: that of the first tie.' })
  from?: number | null;

  @Field(() => Int, { nullable: true, description: 'The last year, from 1 to 9999; left out: that of the last tie.' })
  until?: number | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'true: every year for each unit and country that have a dated tie by the last year; false: only years with a new tie.',
  })
  balanced!: boolean;

  @Field(() => TieFilterInput, { nullable: true, description: 'Which ties count. With asOf, steps after that day are not known yet.' })
  ties?: TieFilterInput | null;
}

@InterfaceType({ description: 'A unit of a panel and the country of its partners.', autoRegisterImplementations: false })
abstract class UnitAndPartner {
  unit!: string | null;
  country!: string;
  partnerCountry!: string;
}

@ObjectType({
  implements: [TieCount, UnitAndPartner],
  simpleResolvers: true,
  description: 'The ties that are new in a year between the places of a unit and the places of a country.',
})
class PanelRow {
  @Field(() => Int, { description: 'The year.' })
  year!: number;

  @Field(() => Int, {
    description: 'How many ties there are up to and including this year, also those from before the first year that is shown.',
  })
  cumulativeTieCount!: number;
}

@ObjectType({
  implements: [TieCount, UnitAndPartner],
  simpleResolvers: true,
  description: 'The ties between the places of a unit and the places of a country whose year is not known.',
})
class UndatedTies {}

const PanelRowConnection = connectionOf(() => PanelRow, 'PanelRow');
const UndatedTiesConnection = connectionOf(() => UndatedTies, 'UndatedTies');

@ObjectType({ simpleResolvers: true, description: 'Ties by unit, partner country and year.' })
class TiePanel {
  asked!: PanelOfYearsQuestion;
}

@Resolver(() => TiePanel)
export class TiePanelResolver {
  @Query(() => TiePanel, {
    nullable: true,
    complexity: WHOLE_GRAPH,
    description:
      'Which units got how many ties with which country in which year? For statistics: unit × partner country × year, with new and cumulative ties. A tie counts where one end is in the unit and the other in the partner country, so that a tie has a row from either end, and a tie within a unit one. The year of a tie is that of the earliest dated step of its agreement in the phase AGREEMENT (signed, implemented, renewed). A date that is known in part counts from its earliest day, or, when its start is open, from its latest one: 199X is 1990. Ties that lapse stay in the cumulative count. Bounds: 100,000 rows. Cost: the whole graph, once for each revision and set of arguments. Errors: BAD_INPUT, NOT_FOUND, STORE_BUSY.',
  })
  async tiePanel(@Ctx() context: Context, @Args(() => PanelArgs) args: PanelArgs) {
    const { country = null, places = null, unit, from = null, until = null, balanced, ties } = args;
    if (from !== null) numberArgument('from', from, 1, 9_999);
    if (until !== null) numberArgument('until', until, 1, 9_999);
    stretchArguments('year', from, until);
    if (country !== null) await countryArgument(context, 'country', country);
    if (places !== null) await entityArguments(context, 'places', places, 'Place', MOST_PLACES);
    return { asked: { ties: await tieFilter(context, ties), country, places, unit, from, until, balanced } };
  }

  @FieldResolver(() => PanelRowConnection, { description: 'The rows, by country, unit, partner country and year.' })
  rows(@Root() { asked }: TiePanel, @Ctx() context: Context, @Args(() => PageArgs) page: PageArgs) {
    return connectTable(context, { table: 'tiePanel', asked, keys: 'text' }, page);
  }

  @FieldResolver(() => UndatedTiesConnection, {
    description:
      'The ties that the rows leave out, by country, unit and partner country: no step of the phase AGREEMENT is dated, or there is none, as in talks; `ties: {phases: [AGREEMENT, LAPSED]}` leaves talks out.',
  })
  undated(@Root() { asked }: TiePanel, @Ctx() context: Context, @Args(() => PageArgs) page: PageArgs) {
    const { ties, unit, country, places } = asked;
    return connectTable(context, { table: 'undatedTies', asked: { ties, unit, country, places }, keys: 'text' }, page);
  }
}

@Resolver(() => UnitAndPartner)
export class UnitAndPartnerResolver {
  @FieldResolver(() => Place, { nullable: true, description: 'The unit; null: places of its country that are in no province.' })
  unit(@Root() { unit }: UnitAndPartner, @Ctx() { load }: Context) {
    return unit === null ? null : load.entity('Place', unit);
  }

  @FieldResolver(() => Place, { description: 'The country of the unit.' })
  country(@Root() { country }: UnitAndPartner, @Ctx() { load }: Context) {
    return load.entity('Place', country);
  }

  @FieldResolver(() => Place, { description: 'The country of the partners.' })
  partnerCountry(@Root() { partnerCountry }: UnitAndPartner, @Ctx() { load }: Context) {
    return load.entity('Place', partnerCountry);
  }
}
