import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { countDisagreements, disagreements } from '../../../analytics/evidence/disagreements.js';
import type { Page, Position } from '../../../store/pages.js';
import { connectionWith, PageArgs, pageArguments } from '../../connection/connection.js';
import type { Context } from '../../context.js';
import { SURROUNDINGS } from '../../cost.js';
import { evidenceOf } from '../../evidence/evidence.resolver.js';
import { type CitedType, CitedTypeEnum, ClaimConnection, labelsOf, TYPES } from '../../evidence/evidence.type.js';

const ORDER = 'disagreements';

@Resolver()
export class DisagreementsResolver {
  @Query(() => ClaimConnection, {
    nullable: true,
    complexity: SURROUNDINGS,
    description:
      'On which facts do sources disagree? Those of which a citation is kept that says otherwise than what the record shows, by the id of the thing and the field, with both sides. Bounds: paged; names and plans, which are no things of their own in the API, are not looked through. Cost: the whole graph: a statement over the citations of each type until the page is full, whatever its length. Errors: BAD_INPUT.',
  })
  disagreements(
    @Ctx() context: Context,
    @Args(() => PageArgs) args: PageArgs,
    @Arg('types', () => [CitedTypeEnum], { nullable: true, description: TYPES }) types?: CitedType[],
  ) {
    const { first, after } = pageArguments(ORDER, 'text', args);
    const labels = labelsOf(types);
    let asked: Promise<Page> | undefined;
    const page = () => (asked ??= disagreements(context.graph, labels, first, after));
    return connectionWith(
      ORDER,
      page,
      after,
      async () => {
        const { items } = await page();
        const claims = await Promise.all(items.map((position) => claimAt(context, position)));
        return items.flatMap((position, index) => {
          const node = claims[index];
          return node === undefined ? [] : [{ position, node }];
        });
      },
      () => countDisagreements(context.graph, labels),
    );
  }
}

async function claimAt(context: Context, { key, id }: Position) {
  const { claims } = await evidenceOf(context, String(key));
  return claims.find(({ field }) => (field ?? '') === id);
}
