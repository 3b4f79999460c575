import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type AssembledDataSet, assemble } from '../../src/exchange/dataset/shipped.js';
import { openNeo4j } from '../../src/graph/engines/neo4j.js';
import { Graph } from '../../src/graph/graph.js';
import { type Properties, Unit } from '../../src/graph/unit.js';
import { loadedDataSets } from '../../src/store/data-set/data-sets.js';
import { replaceDataSet } from '../../src/store/data-set/replace-data-set.js';
import { prepareGraph } from '../../src/store/prepare.js';
import { markOf, revisionOf } from '../../src/store/summary.js';
import { ENGINES } from '../engines.js';
import { neo4jOfWorker } from '../neo4j/neo4j-of-worker.js';
import { randomWorld } from './oracle/random-world.js';

const world = (seed: number): AssembledDataSet & { id: string } => ({ id: 'world', ...assemble(randomWorld(seed)) });

describe.each(ENGINES)('preparing and loading on $name', (engine) => {
  let graph: Graph;
  beforeEach(async () => {
    graph = new Graph(await engine.open(), undefined, { deadlineMs: 120_000 });
  });
  afterEach(() => graph.engine.close());

  const size = async () => {
    const [[nodes], [relationships]] = await Promise.all([
      // Who has the right to import is kept beside what is imported.
      graph.engine.read("MATCH (n) WHERE NOT 'Import' IN labels(n) RETURN count(n) AS total"),
      graph.engine.read('MATCH ()-[r]->() RETURN count(r) AS total'),
    ]);
    return { nodes: nodes?.total, relationships: relationships?.total };
  };

  test('an empty store is prepared once, and preparing again changes nothing', async () => {
    expect((await prepareGraph(graph)).applied).toEqual([
      'setup/0001-unique-ids',
      'setup/0002-lookups',
      'setup/0003-whereabouts',
      'setup/0004-imports',
      'setup/0005-tombstones',
      'setup/0006-history',
      'setup/0007-hooks',
    ]);
    expect((await prepareGraph(graph)).applied).toEqual([]);
    expect(await revisionOf(graph)).toBe(0);
  });

  test('a store that holds something else is refused and left alone', async () => {
    await graph.engine.write((transaction) => transaction.run("CREATE (:Person {name: 'Somebody'})"));
    await expect(prepareGraph(graph)).rejects.toMatchObject({ code: 'NOT_A_KEMBAR_GRAPH' });
    expect(await size()).toEqual({ nodes: 1, relationships: 0 });
  });

  test('a graph of a newer version is refused and left alone', async () => {
    await prepareGraph(graph);
    await graph.write((transaction) => transaction.run('graph/set-schema', { schema: 999 }));
    await expect(prepareGraph(graph)).rejects.toMatchObject({ code: 'NOT_A_KEMBAR_GRAPH' });
  });

  test('loading the same again changes nothing, not even the revision', async () => {
    await prepareGraph(graph);
    await replaceDataSet(graph, world(1));
    const before = { size: await size(), sets: await loadedDataSets(graph), mark: await markOf(graph) };
    await replaceDataSet(graph, world(1));
    expect({ size: await size(), sets: await loadedDataSets(graph), mark: await markOf(graph) }).toEqual(before);
  });

  test('a load waits for the end of another one where it is told to, and the same is loaded once', async () => {
    await prepareGraph(graph);
    await Promise.all([replaceDataSet(graph, world(1), { wait: true }), replaceDataSet(graph, world(1), { wait: true })]);
    const { nodes, relationships } = world(1).batch.size;
    // The mark of the graph and that of the data set come on top.
    expect(await size()).toEqual({ nodes: nodes + 2, relationships });
  });

  test('another version takes the place of the one before', async () => {
    await prepareGraph(graph);
    await replaceDataSet(graph, world(1));
    await replaceDataSet(graph, world(2));
    const { nodes, relationships } = world(2).batch.size;
    const ids = new Set(world(2).units.map(({ of }) => of.id));
    const tombstones = world(1).units.filter(({ of }) => !ids.has(of.id)).length;
    expect(await size()).toEqual({ nodes: nodes + 2 + tombstones, relationships });
    expect(await revisionOf(graph)).toBe(2);
  });

  test('what completes the places of another data set is taken back with it', async () => {
    const bare = world(1)
      .batch.nodes.get('Place')
      ?.find(({ properties }) => properties.latitude === null && properties.population === null);
    const id = bare?.id ?? '';
    const completing = (fingerprint: string, properties: Properties | null) => {
      const unit = new Unit({ label: 'Place', id });
      if (properties !== null) unit.complete(properties);
      return { id: 'list', fingerprint, units: properties === null ? [] : [unit] };
    };
    const place = async () =>
      (
        await graph.engine.read(
          'MATCH (p:Place {id: $id}) RETURN p.name AS name, p.latitude AS latitude, p.longitude AS longitude, p.population AS population',
          { id },
        )
      )[0];
    await prepareGraph(graph);
    await replaceDataSet(graph, world(1));
    const before = await place();
    expect(before).toMatchObject({ latitude: null, longitude: null, population: null });
    await replaceDataSet(graph, completing('1', { latitude: 1.5, longitude: -2.5 }));
    expect(await place()).toEqual({ ...before, latitude: 1.5, longitude: -2.5 });
    await replaceDataSet(graph, completing('2', { population: 7 }));
    expect(await place()).toEqual({ ...before, population: 7 });
    await replaceDataSet(graph, completing('3', null));
    expect(await place()).toEqual(before);
  });

  test('a revision says when it was made, one from before that was noted says when its data was loaded', async () => {
    await prepareGraph(graph);
    expect(await markOf(graph)).toEqual({ revision: 0, changedAt: null });
    await replaceDataSet(graph, world(1));
    const [{ loadedAt } = { loadedAt: '' }] = await loadedDataSets(graph);
    expect(await markOf(graph)).toEqual({ revision: 1, changedAt: loadedAt });
    await graph.engine.write((transaction) => transaction.run("MATCH (g:Kembar {id: 'graph'}) REMOVE g.changedAt"));
    expect(await markOf(graph)).toEqual({ revision: 1, changedAt: loadedAt });
  });

  test('a data set with a loose end leaves nothing behind', async () => {
    await prepareGraph(graph);
    await replaceDataSet(graph, world(1));
    const before = await size();
    const broken = world(3);
    broken.units.at(-1)?.addRelationship('HAS_PARTY', { label: 'Agreement', id: 'agreement:x' }, { label: 'Place', id: 'place:nowhere' });
    await expect(replaceDataSet(graph, broken)).rejects.toMatchObject({ code: 'INTERNAL' });
    expect(await size()).toEqual(before);
    expect(await revisionOf(graph)).toBe(1);
  });
});

const address = neo4jOfWorker();
describe.skipIf(!address)('two servers on one empty Neo4j', () => {
  test('prepare and load it once between them', async () => {
    const first = ENGINES.find(({ name }) => name === 'neo4j');
    if (first === undefined || address === null) throw new Error('no Neo4j');
    const graphs = [
      new Graph(await first.open(), undefined, { deadlineMs: 120_000 }),
      new Graph(openNeo4j(address), undefined, { deadlineMs: 120_000 }),
    ];
    await prepareGraph(graphs[0] as Graph);
    await Promise.all(graphs.map((graph) => replaceDataSet(graph, world(1), { wait: true })));
    const [row] = await (graphs[0] as Graph).engine.read('MATCH ()-[r]->() RETURN count(r) AS total');
    expect(row?.total).toBe(world(1).batch.size.relationships);
    await Promise.all(graphs.map(({ engine }) => engine.close()));
  });
});
