import { Arg, Args, Ctx, Int, Query, Resolver } from 'type-graphql';
import { isSupportedSo, type Support, supportCounts, supportedThings } from '../../../analytics/evidence/supported.js';
import { CONFIDENCES, type Confidence, membersOf } from '../../../domain/vocabulary.js';
import type { Position } from '../../../store/pages.js';
import { PageArgs } from '../../connection/connection.js';
import type { Context } from '../../context.js';
import { SURROUNDINGS } from '../../cost.js';
import { ConfidenceEnum } from '../../enums.js';
import { CitedConnection, type CitedType, CitedTypeEnum, labelsOf, TYPES } from '../../evidence/evidence.type.js';
import { numberArgument } from '../../numbers.js';
import { connectSupported } from './supported-things.js';

const MOST_SOURCES = 50;

@Resolver()
export class WeaklySupportedResolver {
  @Query(() => CitedConnection, {
    nullable: true,
    complexity: SURROUNDINGS,
    description:
      'Which things rest on weak evidence? Those whose supporting citations, of the thing and of its fields, come from at most `maxSources` independent sources (of different publishers) and have no grade better than `confidence`. Citations without a grade say nothing of how good a source is: things that have no graded citation are left out unless asked for. By id. Bounds: paged; maxSources from 1 to 50. Cost: the whole graph: a statement over the citations of each type until the page is full, whatever its length. Errors: BAD_INPUT.',
  })
  weaklySupported(
    @Ctx() context: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('types', () => [CitedTypeEnum], { nullable: true, description: TYPES }) types?: CitedType[],
    @Arg('confidence', () => ConfidenceEnum, { defaultValue: 'LOW', description: 'The best grade that their sources may have.' })
    confidence: Confidence = 'LOW',
    @Arg('maxSources', () => Int, { defaultValue: 1, description: 'How many independent sources they may have, from 1 to 50.' })
    maxSources = 1,
    @Arg('ungraded', () => Boolean, { defaultValue: false, description: 'Whether things that have no graded citation are weak too.' })
    ungraded = false,
  ) {
    numberArgument('maxSources', maxSources, 1, MOST_SOURCES);
    const grades = membersOf(CONFIDENCES);
    const support: Support = {
      minSources: 1,
      maxSources,
      grades: [...grades.slice(grades.indexOf(confidence)), ...(ungraded ? [null] : [])],
    };
    const labels = labelsOf(types);
    const ask = (first: number, after: Position | null) => supportedThings(context.graph, labels, support, first, after);
    return connectSupported(context, ask, page, async () => {
      const counts = await supportCounts(context.graph, labels);
      return counts.filter((count) => isSupportedSo(support, count)).reduce((sum, { total }) => sum + total, 0);
    });
  }
}
