import { ArgsType, Field, ID, registerEnumType } from 'type-graphql';
import type { Phase, Stage } from '../../domain/stage.js';
import type { AgreementKind } from '../../domain/vocabulary.js';
import { connect, PageArgs } from '../connection/connection.js';
import type { Context } from '../context.js';
import { AgreementKindEnum, PhaseEnum, StageEnum } from '../enums.js';
import { entityArguments } from '../ids.js';
import { isoDay } from '../partial-date/partial-date.type.js';
import { withinArgument } from '../place/within.js';
import { DayScalar } from '../scalars.js';

export enum AgreementOrder {
  TITLE = 'TITLE',
  NEWEST = 'NEWEST',
  OLDEST = 'OLDEST',
}
registerEnumType(AgreementOrder, {
  name: 'AgreementOrder',
  description: 'How agreements are ordered.',
  valuesConfig: {
    TITLE: { description: 'By title.' },
    NEWEST: { description: 'By the day of the step that decides the state, the latest first; undated ones last.' },
    OLDEST: { description: 'By the day of the step that decides the state, the earliest first; undated ones first.' },
  },
});

@ArgsType()
export class AgreementFilter extends PageArgs {
  @Field(() => DayScalar, {
    nullable: true,
    description:
      'The state on this day. A step counts from its earliest possible day, or, where its start is open, from its latest; undated steps do not count, and agreements without any step by then are left out. Left out: the state now, in which undated steps count.',
  })
  asOf?: Date | null;

  @Field(() => [AgreementKindEnum], { nullable: true, description: 'Only these kinds.' })
  kinds?: AgreementKind[] | null;

  @Field(() => [PhaseEnum], { nullable: true, description: 'Only those in one of these phases.' })
  phases?: Phase[] | null;

  @Field(() => [StageEnum], { nullable: true, description: 'Only those whose state is decided by one of these steps.' })
  stages?: Stage[] | null;

  @Field(() => [ID], { nullable: true, description: 'Only those in one of these sectors (30 at most).' })
  sectors?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'Only those with a party that is this place or inside it: a city, province or country.' })
  within?: string | null;

  @Field(() => AgreementOrder, { defaultValue: AgreementOrder.TITLE, description: 'The order.' })
  orderBy!: AgreementOrder;
}

/** How many sectors a list can be asked for. */
const MOST_SECTORS = 30;

/** A list of agreements of the query book as a connection. Throws `BadInputError` or `NotFoundError`. */
export async function agreementList(context: Context, list: string, filter: AgreementFilter, parent?: string) {
  const { asOf, kinds, phases, stages, sectors, within, orderBy } = filter;
  return connect(
    context,
    {
      label: 'Agreement',
      list,
      ...(parent === undefined ? {} : { parent }),
      direction: orderBy === AgreementOrder.NEWEST ? 'down' : 'up',
      filters: {
        asOf: isoDay(asOf),
        kinds: kinds ?? null,
        phases: phases ?? null,
        stages: stages ?? null,
        sectors: sectors ? (await entityArguments(context, 'sectors', sectors, 'Sector', MOST_SECTORS)).map(({ id }) => id) : null,
        within: await withinArgument(context, within),
        order: orderBy === AgreementOrder.TITLE ? 'TITLE' : 'DATE',
      },
    },
    filter,
  );
}
