import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { GraphEngine } from '../../src/graph/engine.js';
import { Graph } from '../../src/graph/graph.js';
import { type Properties, type Ref, Unit } from '../../src/graph/unit.js';
import { loadedDataSets } from '../../src/store/data-set/data-sets.js';
import { replaceDataSet } from '../../src/store/data-set/replace-data-set.js';
import { prepareGraph } from '../../src/store/prepare.js';
import { delegating } from '../delegating-engine.js';
import { ENGINES } from '../engines.js';
import { factsOf } from './facts-of.js';
import { failingAt, forgetImport } from './failing-engine.js';

const agreement = (key: string): Ref => ({ label: 'Agreement', id: `agreement:${key}` });
const event = (key: string): Ref => ({ label: 'Event', id: `event:${key}` });
const place = (key: string): Ref => ({ label: 'Place', id: `place:${key}` });

function thing(of: Ref, properties: Properties = {}, says: readonly (readonly [string, Ref])[] = []): Unit {
  const unit = new Unit(of);
  unit.addNode(of, { name: of.id, ...properties });
  return tell(unit, says);
}
function tell(unit: Unit, says: readonly (readonly [string, Ref])[]): Unit {
  for (const [type, to] of says) unit.addRelationship(type as 'UNDER', unit.of, to);
  return unit;
}
/** An agreement with a step that an event marks. */
function marked(key: string, by: string, says: readonly (readonly [string, Ref])[]): Unit {
  const unit = thing(agreement(key), {}, says);
  const stage: Ref = { label: 'Stage', id: `stage:${key}.1` };
  unit.addNode(stage, { stage: 'SIGNED', rank: 1 });
  unit.addRelationship('REACHED', unit.of, stage, { position: 0 });
  unit.addRelationship('MARKED_BY', stage, event(by));
  return unit;
}

const KEYS = ['a1', 'a2', 'a3', 'a4'];
/** Agreements, each under the next and the last under the first, that are marked by events about them. */
const CIRCLE = KEYS.flatMap((key, index) => [
  thing(event(key), {}, [['CONCERNS', agreement(key)]]),
  marked(key, key, [['UNDER', agreement(KEYS[(index + 1) % KEYS.length] as string)]]),
]);
const BASE = ['b1', 'b2'].map((key) => thing(place(key), { kind: 'CITY', slug: key }));
const STAYS = thing(agreement('stays'));
const ALL = [
  STAYS,
  thing(place('p1'), { kind: 'COUNTRY', slug: 'p1' }),
  thing(place('p2'), { kind: 'CITY', slug: 'p2' }, [['PART_OF', place('p1')]]),
  thing(place('p3'), { kind: 'CITY', slug: 'p3' }, [['PART_OF', place('p1')]]),
  ...CIRCLE,
  // Another data set refers to the first of them, and so all of them are needed.
  thing(agreement('k1'), {}, [['UNDER', agreement('k2')]]),
  thing(agreement('k2'), {}, [
    ['UNDER', agreement('k3')],
    ['HAS_PARTY', place('p2')],
  ]),
  thing(agreement('k3')),
  ...['b1', 'b2'].map((key, index) => {
    const unit = new Unit(place(key));
    unit.complete({ population: index });
    return unit;
  }),
];
/** Refers to things of the data set, and adds to one of the circle what leads across it. */
const OTHER = [thing(agreement('other'), {}, [['UNDER', agreement('k1')]]), tell(new Unit(agreement('a4')), [['UNDER', agreement('a1')]])];

describe.each(ENGINES)('the removal of much on $name', (engine) => {
  let graph: Graph;
  beforeEach(async () => {
    graph = new Graph(await engine.open(), undefined, { deadlineMs: 120_000 });
    await prepareGraph(graph);
  });
  afterEach(() => graph.engine.close());

  const load = (id: string, units: readonly Unit[], { on = graph, parts = false } = {}) =>
    replaceDataSet(on, { id, fingerprint: `${units.length}`, units }, parts ? { rowsPerTransaction: 1 } : {});
  async function fill(): Promise<void> {
    await load('base', BASE);
    await load('mine', ALL);
    await load('other', OTHER);
  }
  const withoutTombstones = async () => (await factsOf(graph)).filter(({ of }) => !of.startsWith('tombstone:'));

  test('is several transactions, and ends as one would', async () => {
    await fill();
    const counts = await load('mine', [STAYS]);
    const facts = await factsOf(graph);
    await load('mine', ALL);
    await load('other', OTHER);
    let writes = 0;
    const write: GraphEngine['write'] = (work, options) => {
      writes += 1;
      return graph.engine.write(work, options);
    };
    const counting = new Graph(delegating(graph.engine, { write }), undefined, { deadlineMs: 120_000 });
    expect((await load('mine', [STAYS], { on: counting, parts: true })).toJSON()).toEqual(counts.toJSON());
    expect(writes).toBeGreaterThan(11);
    expect(await factsOf(graph)).toEqual(facts);
    expect(counts.toJSON()).toMatchObject({
      Agreement: { removed: 4, kept: 3 },
      Event: { removed: 4, kept: 0 },
      Place: { removed: 1, kept: 2 },
      'Place of others': { removed: 2 },
    });
    expect(facts.filter(({ of }) => of.startsWith('tombstone:'))).toHaveLength(9);
  });

  test('that is cut off anywhere is completed by doing it again, and undone by what was there before', async () => {
    await fill();
    const before = await factsOf(graph);
    await load('mine', [STAYS]);
    const after = await factsOf(graph);
    for (let failing = 1, ended = false; !ended; failing += 1) {
      for (const undone of [false, true]) {
        await load('mine', ALL);
        await load('other', OTHER);
        expect(await withoutTombstones()).toEqual(before);
        const cut = new Graph(failingAt(graph.engine, failing), undefined, { deadlineMs: 120_000 });
        ended = await load('mine', [STAYS], { on: cut, parts: true }).then(
          () => true,
          () => false,
        );
        await forgetImport(graph);
        if (undone) continue;
        const [, mine] = await loadedDataSets(graph);
        if (mine?.complete && mine.fingerprint === '1') expect(await factsOf(graph)).toEqual(after);
        await load('mine', [STAYS], { parts: true });
        expect(await factsOf(graph)).toEqual(after);
      }
    }
  });
});
