import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { Projection } from '../../../analytics/network/projection.js';

@ObjectType({ simpleResolvers: true, description: 'How many nodes have a degree.' })
export class DegreeCount {
  @Field(() => Int, { description: 'To how many others they are joined.' })
  degree!: number;

  @Field(() => Int, { description: 'How many nodes have this degree.' })
  nodes!: number;
}

@ObjectType({
  simpleResolvers: true,
  description: 'How large a k-core is: the largest subgraph in which every node has k neighbours or more.',
})
export class CoreSize {
  @Field(() => Int, { description: 'k.' })
  k!: number;

  @Field(() => Int, { description: 'How many nodes are in it.' })
  nodes!: number;

  @Field(() => Int, { description: 'How many of them are not in the next core.' })
  shell!: number;
}

@ObjectType({ simpleResolvers: true, description: 'How many pairs of nodes are at a distance.' })
export class DistanceCount {
  @Field(() => Int, { description: 'How many edges the shortest way between them has.' })
  distance!: number;

  @Field(() => Int, { description: 'How many pairs of distinct nodes are at this distance.' })
  pairs!: number;
}

@ObjectType({ simpleResolvers: true, description: 'How far apart the nodes of the largest component are; exact, over all pairs.' })
export class Distances {
  @Field(() => Int, { description: 'How many nodes the component has; of equally large ones it is that with the smallest id.' })
  nodes!: number;

  @Field(() => Int, { description: 'The largest distance.' })
  diameter!: number;

  @Field(() => Float, { description: 'The mean distance of all pairs of distinct nodes.' })
  mean!: number;

  @Field(() => [DistanceCount], { description: 'How many pairs are at each distance, from 1 up to the diameter.' })
  distribution!: DistanceCount[];
}

@ObjectType({ simpleResolvers: true, description: 'How well a graph falls into communities, of which `communities` gives the members.' })
export class CommunityFigures {
  @Field(() => Int, { description: 'How many communities there are.' })
  count!: number;

  @Field(() => Float, {
    nullable: true,
    description: "Newman's modularity of the communities, without weights, at this resolution; null without edges.",
  })
  modularity!: number | null;

  @Field(() => Float, { description: 'The resolution that modularity was maximised at.' })
  resolution!: number;
}

@ObjectType({ simpleResolvers: true, description: 'The shape of a graph of ties in figures. null: not defined for this graph.' })
export class Structure {
  projection!: Projection;

  @Field(() => Int, { description: 'How many nodes it has: ends of edges.' })
  nodes!: number;

  @Field(() => Int, { description: 'How many pairs of nodes are joined.' })
  edges!: number;

  @Field(() => Int, { description: 'How many connected components it has.' })
  componentCount!: number;

  @Field(() => [Int], { description: 'How many nodes the ten largest components have, falling.' })
  largestComponents!: number[];

  @Field(() => [DegreeCount], { description: 'How many nodes have each degree that occurs, by rising degree.' })
  degrees!: DegreeCount[];

  @Field(() => Float, { nullable: true, description: 'Mean degree: 2 × edges / nodes. null without nodes.' })
  meanDegree!: number | null;

  @Field(() => Int, { nullable: true, description: 'The highest degree. null without nodes.' })
  maxDegree!: number | null;

  @Field(() => Float, { nullable: true, description: 'The share of all pairs of nodes that are joined. null without nodes.' })
  density!: number | null;

  @Field(() => Int, { description: 'How many sets of three nodes are all joined.' })
  triangles!: number;

  @Field(() => Int, { description: 'How many pairs of edges share a node: the sum of degree × (degree − 1) / 2.' })
  wedges!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      'Transitivity, or global clustering coefficient: 3 × triangles / wedges, which KONECT calls the clustering coefficient. null without wedges.',
  })
  transitivity!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'Average local clustering coefficient (Watts and Strogatz): the mean over all nodes of the share of the pairs of their neighbours that are joined, which is 0 for nodes with fewer than two. null without nodes.',
  })
  averageClustering!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      "Degree assortativity (Newman 2002): Pearson's correlation of the degrees at the two ends of an edge, each edge taken both ways, from -1 to 1. null where all ends have the same degree.",
  })
  degreeAssortativity!: number | null;

  @Field(() => [CoreSize], { description: 'The sizes of the k-cores, from 1 up to the degeneracy of the graph, which is the last k.' })
  cores!: CoreSize[];
}
