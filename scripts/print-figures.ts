import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { LEVELS, type Level, projected } from '../src/analytics/network/projection.js';
import { betweennessOf } from '../src/analytics/structure/betweenness.js';
import { structure, structureCommunities, structureDistances } from '../src/analytics/structure/structure.js';
import { readSnapshot } from '../src/analytics/whole-graph/read-snapshot.js';
import { type Snapshot, SnapshotBuilder } from '../src/analytics/whole-graph/snapshot.js';
import { ANY_TIE, type TieFilter } from '../src/domain/tie.js';
import { SHIPPED } from '../src/exchange/dataset/shipped.js';
import { WORLD } from '../src/exchange/import/twinnings/import-twinnings.js';
import { openEmbedded } from '../src/graph/engines/embedded.js';
import { Graph } from '../src/graph/graph.js';
import { replaceDataSet } from '../src/store/data-set/replace-data-set.js';
import { prepareGraph } from '../src/store/prepare.js';
import { tied } from '../test/analytics/structure/tied.js';
import { LISTS, listedPairs } from '../test/world/lists.js';
import { assembleWorld } from '../test/world-graph.js';

/** What http://konect.cc/networks/twin/ publishes. */
const KONECT: Figures = {
  ...{ nodes: 14_274, edges: 20_573, meanDegree: 2.88258, maxDegree: 99, triangles: 6_327, wedges: 170_445, transitivity: 0.111361 },
  ...{ degreeAssortativity: 0.386786, largestComponent: 10_320, diameter: 25, meanDistance: 7.65392 },
};

const ROWS = {
  nodes: 'nodes',
  edges: 'edges',
  meanDegree: 'mean degree',
  maxDegree: 'maximum degree',
  density: 'density',
  triangles: 'triangles',
  wedges: 'wedges',
  transitivity: 'transitivity',
  averageClustering: 'average local clustering',
  degreeAssortativity: 'degree assortativity',
  degeneracy: 'degeneracy',
  componentCount: 'components',
  largestComponent: 'nodes of the largest component',
  diameter: 'its diameter',
  meanDistance: 'its mean distance',
  communities: 'communities (Louvain)',
  modularity: 'their modularity',
} as const;
type Figures = Partial<Record<keyof typeof ROWS, number | null>>;

function figuresOf(snapshot: Snapshot, { level = 'PLACE', ties = {} }: { level?: Level; ties?: Partial<TieFilter> } = {}): Figures {
  const asked = { projection: { level, ties: { ...ANY_TIE, ...ties } } };
  const figures = structure.answer(snapshot, asked);
  const { distances } = structureDistances.answer(snapshot, asked);
  const { count, modularity } = structureCommunities.answer(snapshot, asked);
  return {
    ...figures,
    degeneracy: figures.cores.at(-1)?.k ?? null,
    largestComponent: figures.largestComponents[0] ?? null,
    diameter: distances?.diameter ?? null,
    meanDistance: distances?.mean ?? null,
    communities: count,
    modularity,
  };
}

function table(columns: Readonly<Record<string, Figures>>): string {
  const shown = (value: number | null | undefined) =>
    value === undefined || value === null
      ? ''
      : Number.isInteger(value)
        ? value.toLocaleString('en')
        : String(Number(value.toPrecision(6)));
  const names = Object.keys(columns);
  const rows = Object.entries(ROWS).map(
    ([row, title]) =>
      `| ${title} | ${Object.values(columns)
        .map((figures) => shown(figures[row as keyof Figures]))
        .join(' | ')} |`,
  );
  return [`| | ${names.join(' | ')} |`, `| --- |${names.map(() => ' ---: |').join('')}`, ...rows].join('\n');
}

/** The snapshot of a graph that holds the shipped data and the world. */
async function snapshotOfWorld(): Promise<Snapshot> {
  const { shipped, world } = await assembleWorld();
  const engine = await openEmbedded({ path: null });
  const graph = new Graph(engine, undefined, { deadlineMs: 600_000 });
  await prepareGraph(graph);
  await replaceDataSet(graph, { id: SHIPPED, ...shipped });
  await replaceDataSet(graph, { id: WORLD, ...world });
  const builder = new SnapshotBuilder();
  for await (const { part, rows } of readSnapshot(graph)) builder.add(part, rows);
  await engine.close();
  return builder.build();
}

/** How far estimated betweenness is from the exact one, for the places that have most of it. */
function sampling(snapshot: Snapshot): string {
  const { graph } = projected(snapshot, { level: 'PLACE', ties: ANY_TIE });
  const { values, sampledFrom } = betweennessOf(graph);
  const exact = betweennessOf(graph, { mostExact: graph.nodes.length }).values;
  const first = [...exact.keys()].sort((one, other) => (exact[other] as number) - (exact[one] as number)).slice(0, 100);
  const errors = first.map((node) => Math.abs((values[node] as number) / (exact[node] as number) - 1));
  const percent = (share: number) => `${(100 * share).toFixed(0)} %`;
  const mean = percent(errors.reduce((sum, error) => sum + error, 0) / errors.length);
  return `Of the 100 places with most betweenness, the values estimated from ${sampledFrom?.toLocaleString('en')} sources are off by ${mean} on average, and by ${percent(Math.max(...errors))} at most.`;
}

const loaded = await snapshotOfWorld();
const lists = Object.fromEntries(Object.keys(LISTS).map((list) => [list, figuresOf(tied(listedPairs(list as keyof typeof LISTS)))]));
const page = `<!-- Generated by "KEMBAR_WORLD=<folder of the world's files> npm run figures". Do not edit. -->

# The graph of ties in figures

Each figure is defined by its field of \`structure\` ([questions.md](questions.md#structure)). The columns on Wikidata and Wikipedia are about the lists of the world's files as they are, without what Kembar does when it takes them in; networkx and igraph come to the same figures (\`test/world/structure.test.ts\`). The last two are about the graph that holds the shipped data and the world: all its ties, and those with a source of medium confidence or better.

${table({
  '[KONECT "twin"](http://konect.cc/networks/twin/), Wikidata 2017': KONECT,
  'Wikidata 2016': lists.Wikidata as Figures,
  'Wikipedia 2026': lists.Wikipedia as Figures,
  'either list': lists.any as Figures,
  'Kembar, all ties': figuresOf(loaded),
  'Kembar, `confidence: MEDIUM`': figuresOf(loaded, { ties: { confidence: 'MEDIUM' } }),
})}

## Why KONECT's figures are others

KONECT extracted its network from Wikidata in October 2017. The list of 2016 was collected by following statements from place to place ([sister-cities](https://github.com/L3viathan/sister-cities), commit d3028c2, \`get_graph.py\`), so it is one connected component: 10,055 items with 17,401 pairs, against the 10,320 of KONECT's largest component. As it was collected it has a maximum degree of 98, 6,065 triangles and 159,293 wedges, a transitivity of 0.1142, an assortativity of +0.350, a diameter of 25 and a mean distance of 7.397. The 3,954 nodes that KONECT has outside its largest component are in small ones, which a search from place to place never meets: they add nodes and edges but few wedges and triangles, lower the mean degree, and raise the assortativity, since both ends of their edges have few others.

The world's files keep those of the items that could be located, and one place where two items are the same, which leaves 9,014 places and 15,990 pairs in 43 components. Wikipedia's lists are ten years younger and reach small places that Wikidata did not have; most of the small components come from them. KONECT's mean distance may count each node as at distance 0 from itself, which makes no difference in the first three digits.

The API cannot be asked for the ties of one list. \`confidence: MEDIUM\` is close to Wikipedia's, since ties that Wikidata alone has are graded LOW; the reverse is not to be had.

## By level

Ties within one province or country make no edge.

${table(Object.fromEntries((Object.keys(LEVELS) as Level[]).map((level) => [level, figuresOf(loaded, { level })])))}

## Estimated betweenness

${sampling(loaded)} The exact ones take the better part of a minute.
`;
writeFileSync(fileURLToPath(new URL('../docs/figures.md', import.meta.url)), page);
