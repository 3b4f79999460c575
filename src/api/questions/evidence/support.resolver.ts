import { Arg, Args, Ctx, Field, FieldResolver, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { type SupportCount, supportCounts, supportGroups } from '../../../analytics/evidence/supported.js';
import type { Confidence } from '../../../domain/vocabulary.js';
import type { Graph } from '../../../graph/graph.js';
import type { EntityLabel } from '../../../store/entities.js';
import type { Page, Position } from '../../../store/pages.js';
import { PageArgs } from '../../connection/connection.js';
import type { Context } from '../../context.js';
import { SURROUNDINGS } from '../../cost.js';
import { ConfidenceEnum } from '../../enums.js';
import { CitedConnection, type CitedType, CitedTypeEnum, citedType, labelsOf, TYPES } from '../../evidence/evidence.type.js';
import { connectSupported } from './supported-things.js';

/** The first things after a position of every group of a label: one statement for all that ask for the same ones. */
type GroupsOfLabel = (first: number, after: Position | null) => ReturnType<typeof supportGroups>;

function groupsOf(graph: Graph, label: EntityLabel): GroupsOfLabel {
  const asked = new Map<string, ReturnType<typeof supportGroups>>();
  return (first, after) => {
    const question = JSON.stringify([first, after]);
    const known = asked.get(question) ?? supportGroups(graph, label, first, after);
    asked.set(question, known);
    return known;
  };
}

@ObjectType({ simpleResolvers: true, description: 'Things of one type that are supported alike.' })
class SupportGroup {
  row!: SupportCount;
  groups!: GroupsOfLabel;

  @Field(() => CitedTypeEnum, { description: 'Their type.' })
  type!: CitedType;

  @Field(() => Int, { description: 'How many independent sources support each of them: of different publishers.' })
  independentSources!: number;

  @Field(() => ConfidenceEnum, { nullable: true, description: 'The best grade of a supporting citation; null: none is graded.' })
  bestConfidence!: Confidence | null;

  @Field(() => Int, { description: 'How many things.' })
  count!: number;
}

@Resolver(() => SupportGroup)
export class SupportResolver {
  @Query(() => [SupportGroup], {
    nullable: true,
    complexity: SURROUNDINGS,
    description:
      'How well is the graph supported? How many things of each type there are by number of independent sources and by best grade, over the citations of the thing and of its fields that support what the record shows. Bounds: the types, and few groups of each; the things are paged. Cost: the whole graph: one statement over the citations of each type, and one more for the things of all its groups. Errors: BAD_INPUT.',
  })
  async support(
    @Ctx() { graph }: Context,
    @Arg('types', () => [CitedTypeEnum], { nullable: true, description: TYPES }) types?: CitedType[],
  ): Promise<SupportGroup[]> {
    const labels = labelsOf(types);
    const groups = new Map(labels.map((label) => [label, groupsOf(graph, label)]));
    const counts = await supportCounts(graph, labels);
    return counts.map((row) => ({
      row,
      groups: groups.get(row.label) as GroupsOfLabel,
      type: citedType(row.label),
      independentSources: row.sources,
      bestConfidence: row.grade,
      count: row.total,
    }));
  }

  @FieldResolver(() => CitedConnection, { description: 'The things, by id.' })
  things(@Root() { row, groups }: SupportGroup, @Ctx() context: Context, @Args(() => PageArgs) page: PageArgs) {
    const ask = async (first: number, after: Position | null): Promise<Page> => {
      const found = (await groups(first, after)).find(({ sources, grade }) => sources === row.sources && grade === row.grade);
      return found?.page ?? { items: [], hasNextPage: false };
    };
    return connectSupported(context, ask, page, async () => row.total);
  }
}
