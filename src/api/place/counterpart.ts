import { ArgsType, Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import type { Phase } from '../../domain/stage.js';
import type { AgreementKind } from '../../domain/vocabulary.js';
import type { Parameters } from '../../graph/values.js';
import { Agreement } from '../agreement/agreement.type.js';
import { connect, connectionOf, edgeOf, PageArgs } from '../connection/connection.js';
import type { Context } from '../context.js';
import { AgreementKindEnum, PhaseEnum } from '../enums.js';
import type { Pair } from '../loaders.js';
import { isoDay } from '../partial-date/partial-date.type.js';
import { DayScalar } from '../scalars.js';
import { Place } from './place.type.js';

/** Which agreements make another party a counterpart. */
@ArgsType()
export class CounterpartFilter extends PageArgs {
  @Field(() => [AgreementKindEnum], { nullable: true, description: 'Only agreements of these kinds.' })
  kinds?: AgreementKind[] | null;

  @Field(() => [PhaseEnum], { nullable: true, description: 'Only agreements in one of these phases.' })
  phases?: Phase[] | null;

  @Field(() => DayScalar, { nullable: true, description: 'The state on this day; left out: now, and undated stages count.' })
  asOf?: Date | null;
}

export function counterpartParameters({ kinds, phases, asOf }: CounterpartFilter): Parameters {
  return { kinds: kinds ?? null, phases: phases ?? null, asOf: isoDay(asOf) };
}

@ObjectType({ simpleResolvers: true, description: 'Another party, with the agreements that make it one.' })
export class CounterpartEdge extends edgeOf(() => Place, 'CounterpartBase') {
  pair!: Pair;
  filters!: Parameters;
}

export const CounterpartConnection = connectionOf(() => Place, 'Counterpart', CounterpartEdge);

export function counterpartList(context: Context, id: string, filter: CounterpartFilter) {
  const filters = counterpartParameters(filter);
  return connect(
    context,
    {
      label: 'Place',
      list: 'place/list-counterparts',
      parent: id,
      filters,
      edge: (position) => ({ pair: { a: id, b: position.id }, filters }),
    },
    filter,
  );
}

@Resolver(() => CounterpartEdge)
export class CounterpartEdgeResolver {
  @FieldResolver(() => [Agreement], { description: 'The agreements between the two.' })
  async agreements(@Root() { pair, filters }: CounterpartEdge, @Ctx() { load }: Context) {
    const rows = await load.pairRows<Pair & { id: string }>('agreement/between', filters, pair);
    return load.entities(
      'Agreement',
      rows.map(({ id }) => id),
    );
  }
}
