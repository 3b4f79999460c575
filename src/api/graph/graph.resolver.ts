import { Ctx, Field, FieldResolver, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { loadedDataSets } from '../../store/data-set/data-sets.js';
import { countsOf, markOf, revisionOf } from '../../store/summary.js';
import type { Context } from '../context.js';

@ObjectType({ simpleResolvers: true, description: 'How many things of a type there are.' })
class TypeCount {
  @Field(() => String, { description: 'The type.' })
  label!: string;

  @Field(() => Int, { description: 'How many.' })
  total!: number;
}

@ObjectType({ simpleResolvers: true, description: 'A data set that was loaded.' })
class DataSet {
  @Field(() => String, { description: 'What it is called.' })
  id!: string;

  @Field(() => String, { description: 'A hash of its content: the same content has the same fingerprint.' })
  fingerprint!: string;

  @Field(() => Boolean, {
    description:
      'Whether all of it is in the graph; false while it is being loaded, or where its load was cut off: the next one completes it.',
  })
  complete!: boolean;

  @Field(() => String, { description: 'When it was loaded (ISO 8601, UTC).' })
  loadedAt!: string;
}

@ObjectType({ description: 'The graph as a whole.' })
class GraphSummary {
  @Field(() => String, { simple: true, description: 'The engine that holds it: embedded or neo4j.' })
  engine!: string;
}

@Resolver(() => GraphSummary)
export class GraphResolver {
  @Query(() => GraphSummary, { description: 'What this graph is and how much it holds.' })
  graph(@Ctx() { graph }: Context): GraphSummary {
    return { engine: graph.engine.name };
  }

  @FieldResolver(() => Int, { nullable: true, description: 'Its revision: it rises with every change of a fact.' })
  revision(@Ctx() { graph }: Context) {
    return revisionOf(graph);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'When this revision was made (ISO 8601, UTC); null while nothing was put into it.',
  })
  async changedAt(@Ctx() { graph }: Context) {
    return (await markOf(graph)).changedAt;
  }

  @FieldResolver(() => [TypeCount], { description: 'How many things of each type it holds.' })
  counts(@Ctx() { graph }: Context) {
    return countsOf(graph);
  }

  @FieldResolver(() => [DataSet], { description: 'The data sets that were loaded into it.' })
  dataSets(@Ctx() { graph }: Context) {
    return loadedDataSets(graph);
  }
}
