import { BadInputError } from '../../domain/errors.js';
import { type AskedOfProjection, projected } from '../network/projection.js';
import type { FigureQuestion } from '../whole-graph/question.js';
import { clusteringOf } from './clustering.js';
import { communitiesOf, RESOLUTION } from './communities.js';
import { componentsOf } from './components.js';
import { type CoreSize, coreNumbers, coreSizes } from './cores.js';
import { type DegreeCount, degreeAssortativity, degreeDistribution } from './degrees.js';
import { type Distances, distancesWithin } from './distances.js';

/** How many of the largest components are told of. */
const LARGEST = 10;
/** Between how many nodes distances are worked out; the time grows with their number times that of their edges. */
export const MOST_DISTANT = 25_000;

/** The figures of a projection that are worked out at once. */
export interface Structure {
  readonly nodes: number;
  readonly edges: number;
  readonly componentCount: number;
  /** How many nodes the largest components have. */
  readonly largestComponents: readonly number[];
  readonly degrees: readonly DegreeCount[];
  readonly meanDegree: number | null;
  readonly maxDegree: number | null;
  /** The share of the pairs of nodes that are joined. */
  readonly density: number | null;
  readonly triangles: number;
  readonly wedges: number;
  readonly transitivity: number | null;
  readonly averageClustering: number | null;
  readonly degreeAssortativity: number | null;
  readonly cores: readonly CoreSize[];
}

/** The shape of a projection in figures. What is not defined for it, as the mean degree of no node, is null. */
export const structure: FigureQuestion<AskedOfProjection, Structure> = {
  answer: (snapshot, { projection }) => {
    const { graph } = projected(snapshot, projection);
    const [nodes, edges] = [graph.nodes.length, graph.edges.length];
    const components = componentsOf(graph);
    const degrees = degreeDistribution(graph);
    const { triangles, wedges, transitivity, average } = clusteringOf(graph);
    return {
      nodes,
      edges,
      componentCount: components.length,
      largestComponents: components.slice(0, LARGEST).map(({ length }) => length),
      degrees,
      meanDegree: nodes === 0 ? null : (2 * edges) / nodes,
      maxDegree: degrees.at(-1)?.degree ?? null,
      density: nodes === 0 ? null : (2 * edges) / (nodes * (nodes - 1)),
      triangles,
      wedges,
      transitivity,
      averageClustering: average,
      degreeAssortativity: degreeAssortativity(graph),
      cores: coreSizes(coreNumbers(graph)),
    };
  },
};

/** The distances within the largest component. `distances` is null for a graph without nodes. */
export const structureDistances: FigureQuestion<AskedOfProjection, { readonly distances: Distances | null }> = {
  answer: (snapshot, { projection }) => {
    const { graph } = projected(snapshot, projection);
    const [largest] = componentsOf(graph);
    if (largest === undefined) return { distances: null };
    if (largest.length > MOST_DISTANT)
      throw new BadInputError(
        `the largest component of the projection has ${largest.length} nodes. Accepted are ${MOST_DISTANT} at most: take a higher level, or fewer ties.`,
      );
    return { distances: distancesWithin(graph, largest) };
  },
};

export interface CommunityFigures {
  readonly count: number;
  readonly modularity: number | null;
  readonly resolution: number;
}

/** How well a projection falls into communities. */
export const structureCommunities: FigureQuestion<AskedOfProjection, CommunityFigures> = {
  answer: (snapshot, { projection }) => {
    const { members, modularity } = communitiesOf(projected(snapshot, projection).graph);
    return { count: members.length, modularity, resolution: RESOLUTION };
  },
};
