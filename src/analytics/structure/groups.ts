import { type AskedOfProjection, projected } from '../network/projection.js';
import type { SimpleGraph } from '../network/simple-graph.js';
import { inOrder, type TableQuestion } from '../whole-graph/question.js';
import { communitiesOf } from './communities.js';
import { componentsOf } from './components.js';

/** Nodes of a projection that belong together. */
export interface NodeGroup {
  /** Id of its smallest member. */
  readonly id: string;
  readonly size: number;
  /** Edges between two members. */
  readonly innerEdges: number;
  /** Edges from a member to another node. */
  readonly outerEdges: number;
  /** Ids, rising. */
  readonly members: readonly string[];
}

const position = ({ id, size }: NodeGroup) => ({ key: size, id });

/** The connected components of a projection, those with most nodes first. */
export const components: TableQuestion<AskedOfProjection, NodeGroup> = {
  direction: 'down',
  position,
  rows: (snapshot, { projection }) => {
    const { graph } = projected(snapshot, projection);
    return groupsOf(graph, componentsOf(graph));
  },
};

/** The communities of a projection, those with most nodes first. */
export const communities: TableQuestion<AskedOfProjection, NodeGroup> = {
  direction: 'down',
  position,
  rows: (snapshot, { projection }) => {
    const { graph } = projected(snapshot, projection);
    return groupsOf(graph, communitiesOf(graph).members);
  },
};

function groupsOf(graph: SimpleGraph, groups: readonly (readonly number[])[]): NodeGroup[] {
  const groupOf: number[] = [];
  for (const [group, members] of groups.entries()) for (const node of members) groupOf[node] = group;
  const inner = new Array<number>(groups.length).fill(0);
  const outer = new Array<number>(groups.length).fill(0);
  for (const { a, b } of graph.edges) {
    const [one, other] = [groupOf[a] as number, groupOf[b] as number];
    if (one === other) inner[one] = (inner[one] as number) + 1;
    else for (const group of [one, other]) outer[group] = (outer[group] as number) + 1;
  }
  const rows = groups.map((nodes, group): NodeGroup => {
    const members = nodes.map((node) => graph.nodes[node] as string);
    return {
      id: members[0] as string,
      size: members.length,
      innerEdges: inner[group] as number,
      outerEdges: outer[group] as number,
      members,
    };
  });
  return inOrder(rows, 'down', position);
}
