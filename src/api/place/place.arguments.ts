import { ArgsType, Field, registerEnumType } from 'type-graphql';
import type { PlaceKind } from '../../domain/vocabulary.js';
import { PageArgs } from '../connection/connection.js';
import { PlaceKindEnum } from '../enums.js';

export enum PlaceOrder {
  NAME = 'NAME',
  POPULATION = 'POPULATION',
}
registerEnumType(PlaceOrder, {
  name: 'PlaceOrder',
  description: 'How places are ordered.',
  valuesConfig: {
    NAME: { description: 'By name.' },
    POPULATION: { description: 'By population, the largest first; places whose population is not known last.' },
  },
});

@ArgsType()
export class PlaceFilter extends PageArgs {
  @Field(() => [PlaceKindEnum], { nullable: true, description: 'Only these kinds.' })
  kinds?: PlaceKind[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'true: only places that are party to an agreement, in whatever phase; false: only those that are not.',
  })
  withAgreements?: boolean | null;

  @Field(() => PlaceOrder, { defaultValue: PlaceOrder.NAME, description: 'The order.' })
  orderBy!: PlaceOrder;
}

/** How a list of places is to be read. */
export function placeFilters({ kinds, withAgreements, orderBy }: PlaceFilter) {
  const order = orderBy === PlaceOrder.POPULATION ? ({ direction: 'down', keys: 'number' } as const) : ({ direction: 'up' } as const);
  return { ...order, filters: { kinds: kinds ?? null, withAgreements: withAgreements ?? null, order: orderBy } };
}
