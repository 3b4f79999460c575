import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { ParticipationFilter, participationList } from '../event/event.arguments.js';
import { ParticipationConnection } from '../event/event.type.js';
import { Office } from '../office/office.type.js';
import { Official } from '../official/official.type.js';
import { PartialDate, partialDate } from '../partial-date/partial-date.type.js';
import { Tenure } from './tenure.type.js';

@Resolver(() => Tenure)
export class TenureResolver {
  @FieldResolver(() => Official, { description: 'Who.' })
  async official(@Root() { id }: Tenure, @Ctx() { load }: Context) {
    const [official] = await load.relatedBack('Official', 'SERVED', 'Tenure', id);
    return load.entity('Official', official ?? '');
  }

  @FieldResolver(() => Office, { description: 'In which office.' })
  async office(@Root() { id }: Tenure, @Ctx() { load }: Context) {
    const [office] = await load.related('Tenure', 'IN_OFFICE', 'Office', id);
    return load.entity('Office', office ?? '');
  }

  @FieldResolver(() => PartialDate, { nullable: true, description: 'Since when; null when no source says.' })
  from(@Root() { from }: Tenure) {
    return partialDate(from);
  }

  @FieldResolver(() => PartialDate, { nullable: true, description: 'Until when; null when it goes on or no source says.' })
  until(@Root() { until }: Tenure) {
    return partialDate(until);
  }

  @FieldResolver(() => ParticipationConnection, { description: 'What the official took part in during it, the latest first.' })
  participations(@Root() { id }: Tenure, @Ctx() context: Context, @Args(() => ParticipationFilter) filter: ParticipationFilter) {
    return participationList(context, 'participation/list-of-tenure', filter, id);
  }
}
