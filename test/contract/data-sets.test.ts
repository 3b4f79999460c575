import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { assemble } from '../../src/exchange/dataset/shipped.js';
import { toUnits } from '../../src/exchange/dataset/to-units.js';
import { readDataTexts } from '../../src/exchange/format/read-files.js';
import type { DataSet } from '../../src/exchange/format/records.js';
import { Graph } from '../../src/graph/graph.js';
import { type Properties, Unit } from '../../src/graph/unit.js';
import { GroundChangedError, groundOf, loadedDataSets } from '../../src/store/data-set/data-sets.js';
import { type DataSetVersion, type ReplaceOptions, replaceDataSet } from '../../src/store/data-set/replace-data-set.js';
import { prepareGraph } from '../../src/store/prepare.js';
import { revisionOf } from '../../src/store/summary.js';
import { hashOf } from '../../src/store/unit/unit-hash.js';
import { ENGINES } from '../engines.js';
import { SMALL_DATA } from '../exchange/small-data.js';
import { factsOf } from './facts-of.js';
import { failingAt, forgetImport } from './failing-engine.js';
import { randomWorld } from './oracle/random-world.js';

const unitsOf = (units: DataSetVersion['units']): Unit[] => [...(units as Iterable<Unit>)];
const read = (text: string): DataSet => readDataTexts([{ file: 'data.yaml', text }]).data;
const version = (id: string, data: DataSet, fingerprint = JSON.stringify(data)): DataSetVersion => ({
  id,
  fingerprint,
  units: [...toUnits(data, { dataSet: id, ground: { places: small.places, agreements: small.agreements } })],
});
const small = read(SMALL_DATA);
const shipped = (text = SMALL_DATA): DataSetVersion => {
  const data = read(text);
  return { id: 'shipped', fingerprint: text, units: [...toUnits(data, { dataSet: 'shipped' })] };
};
/** What a list says of the small data set's place and agreement, with an agreement of its own. */
const SHEET = `
sources:
  - { key: sheet, kind: DATASET, title: A sheet, publisher: Somebody, language: id }
places:
  - { key: jp-kobe, kind: CITY, name: Kōbe, partOf: jp-26, cites: [{ source: sheet }] }
placeDetails:
  - { key: jp-uji, codes: [{ scheme: WIKIDATA, value: Q1 }], otherNames: [{ text: Udji, kind: ALIAS }], location: { latitude: 34.5, longitude: 135 }, population: 7, cites: [{ source: sheet }] }
agreements:
  - { key: batu-kobe, kind: SISTER_CITY, parties: [id-kota-batu, jp-kobe], stages: [{ stage: SIGNED, cites: [{ source: sheet }] }], cites: [{ source: sheet }] }
agreementDetails:
  - key: batu-uji
    sectors: [sport]
    stages: [{ stage: TERMINATED, date: 2024-05, cites: [{ source: sheet }] }]
    supports: [{ stage: 2, cites: [{ source: sheet, field: date, value: 2017, preferred: false }] }]
    cites: [{ source: sheet }]
sectors:
  - { key: sport, name: { id: Olahraga, en: Sport } }
`;
/** Agreements, each under the one that comes so many later. */
const chained = (count: number, ahead: number, name = 'a'): Unit[] => {
  const of = (index: number) => ({ label: 'Agreement' as const, id: `agreement:${name}${String(index).padStart(3, '0')}` });
  return Array.from({ length: count }, (_, index) => {
    const unit = new Unit(of(index));
    unit.addNode(unit.of, { name: unit.of.id });
    if (index + ahead < count) unit.addRelationship('UNDER', unit.of, of(index + ahead));
    return unit;
  });
};
const sheet = (text = SHEET) => version('sheet', read(text));

describe.each(ENGINES)('data sets on $name', (engine) => {
  let graph: Graph;
  beforeEach(async () => {
    graph = new Graph(await engine.open(), undefined, { deadlineMs: 120_000 });
    await prepareGraph(graph);
  });
  afterEach(() => graph.engine.close());
  const load = (one: DataSetVersion, options?: ReplaceOptions) => replaceDataSet(graph, one, options);

  test('are read back as they were written, what they add to one another included', async () => {
    await load(shipped());
    await load(sheet());
    const written = [shipped(), sheet()].flatMap(({ id, units }) =>
      unitsOf(units).map((unit) => ({ dataSet: id, of: unit.of.id, hash: hashOf(unit) })),
    );
    const facts = await factsOf(graph);
    expect(facts.map(({ dataSet, of, hash }) => ({ dataSet, of, hash }))).toEqual(
      written.sort((a, b) => (`${a.dataSet} ${a.of}` < `${b.dataSet} ${b.of}` ? -1 : 1)),
    );
    expect(facts.filter(({ hash, noted }) => hash !== noted)).toEqual([]);
  });

  test('come in several transactions to the same as in one', async () => {
    const world: DataSetVersion = { id: 'world', ...assemble(randomWorld(7)) };
    await load(world, { rowsPerTransaction: 100 });
    const parts = await factsOf(graph);
    expect(parts.filter(({ hash, noted }) => hash !== noted)).toEqual([]);
    expect(parts).toHaveLength(unitsOf(world.units).length);
    expect(await revisionOf(graph)).toBeGreaterThan(3);
  });

  test('may refer to what comes in a later transaction, however far', async () => {
    for (const ahead of [1, 2, 3, 7]) {
      const units = chained(20, ahead);
      await load({ id: 'chain', fingerprint: `${ahead}`, units }, { rowsPerTransaction: 4 });
      const facts = await factsOf(graph);
      expect(facts.map(({ of, hash, noted }) => [of, hash, noted])).toEqual(units.map((unit) => [unit.of.id, hashOf(unit), hashOf(unit)]));
    }
  });

  test('that were cut off anywhere are completed by doing it again', async () => {
    const [before, after]: DataSetVersion[] = [
      { id: 'world', ...assemble(randomWorld(1)) },
      { id: 'world', ...assemble(randomWorld(2)) },
    ];
    if (before === undefined || after === undefined) throw new Error('no worlds');
    const isTombstone = (of: string) => of.startsWith('tombstone:');
    const thingsIn = async () =>
      (await factsOf(graph))
        .filter(({ of }) => !isTombstone(of))
        .map(({ of, hash }) => `${of} ${hash}`)
        .sort();
    const thingsOf = ({ units }: DataSetVersion) =>
      unitsOf(units)
        .map((unit) => `${unit.of.id} ${hashOf(unit)}`)
        .sort();
    const ids = new Set(unitsOf(after.units).map(({ of }) => of.id));
    const gone = unitsOf(before.units).flatMap(({ of: { id } }) => (ids.has(id) ? [] : [`tombstone:${id}`]));
    for (let failing = 1, ended = false; !ended; failing += 1) {
      await load(before);
      const cut = new Graph(failingAt(graph.engine, failing), undefined, { deadlineMs: 120_000 });
      ended = await replaceDataSet(cut, after, { rowsPerTransaction: 60 }).then(
        () => true,
        () => false,
      );
      if (ended) expect(failing).toBeGreaterThan(4);
      await forgetImport(graph);
      const [loaded] = await loadedDataSets(graph);
      if (loaded?.complete) expect(await thingsIn()).toEqual(thingsOf(loaded.fingerprint === before.fingerprint ? before : after));
      await load(after);
      const facts = await factsOf(graph);
      expect(facts.filter(({ hash, noted }) => hash !== noted)).toEqual([]);
      expect(await thingsIn()).toEqual(thingsOf(after));
      expect(facts.filter(({ of }) => isTombstone(of)).map(({ of }) => of)).toEqual(gone.sort());
    }
  });

  test('are refused where another import changed what they were assembled on, and nothing is written', async () => {
    await load({ id: 'ground', fingerprint: '1', units: chained(2, 1) });
    const above = { id: 'above', fingerprint: '1', ground: await groundOf(graph, 'above'), units: chained(2, 1, 'b') };
    await load({ id: 'ground', fingerprint: '2', units: chained(1, 1) });
    const before = { facts: await factsOf(graph), revision: await revisionOf(graph) };
    await expect(load(above)).rejects.toThrow(GroundChangedError);
    await expect(load(above, { wait: true })).rejects.toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('again') });
    expect({ facts: await factsOf(graph), revision: await revisionOf(graph) }).toEqual(before);
    expect((await loadedDataSets(graph)).map(({ id }) => id)).toEqual(['ground']);
    expect((await load({ ...above, ground: await groundOf(graph, 'above') })).none).toBe(false);
    expect((await load({ ...above, ground: await groundOf(graph, 'above') })).none).toBe(true);
  });

  test('stand on other ground once all is there of what was cut off', async () => {
    const whole = { id: 'ground', fingerprint: '1', units: chained(20, 1) };
    const cut = new Graph(failingAt(graph.engine, 4), undefined, { deadlineMs: 120_000 });
    await expect(replaceDataSet(cut, whole, { rowsPerTransaction: 4 })).rejects.toThrow('killed');
    await forgetImport(graph);
    const [{ complete } = {}] = await loadedDataSets(graph);
    const half = await groundOf(graph, 'above');
    await load(whole);
    expect(complete).toBe(false);
    expect(await groundOf(graph, 'above')).not.toBe(half);
  });

  test('write only what changed', async () => {
    await load(shipped());
    const changes: unknown[] = [];
    const counts = await load(shipped(SMALL_DATA.replace('name: Uji', 'name: Uji-shi')), {
      onChange: ({ kind, of }) => changes.push([kind, of.id]),
    });
    // The name of the place is in the title of its agreement.
    expect(changes).toEqual([
      ['changed', 'place:jp-uji'],
      ['changed', 'agreement:batu-uji'],
    ]);
    expect(counts.none).toBe(false);
  });

  test('change what they said of the things of others, and say that they do', async () => {
    await load(shipped());
    await load(sheet());
    const counts = await load(sheet(SHEET.replace('population: 7', 'population: 8')));
    expect(counts.toJSON()).toEqual({ 'Place of others': { created: 0, changed: 1, removed: 0, kept: 0 } });
  });

  test('change nothing, not even the revision, where only their fingerprint is another', async () => {
    await load(shipped());
    const revision = await revisionOf(graph);
    expect((await load({ ...shipped(), fingerprint: 'other' })).none).toBe(true);
    expect(await revisionOf(graph)).toBe(revision);
  });

  test('tell what they would change, and change nothing, when they are only tried', async () => {
    await load(shipped());
    const before = { facts: await factsOf(graph), revision: await revisionOf(graph) };
    const counts = await load(sheet(), { dryRun: true });
    expect(counts.toJSON()).toEqual({
      Agreement: { created: 1, changed: 0, removed: 0, kept: 0 },
      'Agreement of others': { created: 1, changed: 0, removed: 0, kept: 0 },
      Place: { created: 1, changed: 0, removed: 0, kept: 0 },
      'Place of others': { created: 1, changed: 0, removed: 0, kept: 0 },
      Sector: { created: 1, changed: 0, removed: 0, kept: 0 },
      Source: { created: 1, changed: 0, removed: 0, kept: 0 },
    });
    expect({ facts: await factsOf(graph), revision: await revisionOf(graph) }).toEqual(before);
  });

  test('give a place what it does not say itself, the first of them by name, in whatever order they come and go', async () => {
    const shown = async () => (await factsOf(graph)).find(({ of }) => of === 'place:x')?.shown;
    const place = (says: Properties) => {
      const unit = new Unit({ label: 'Place', id: 'place:x' });
      unit.addNode(unit.of, { kind: 'CITY', name: 'X', slug: 'x', ...says });
      return unit;
    };
    const adding = (says: Properties | null) => {
      const unit = new Unit({ label: 'Place', id: 'place:x' });
      unit.addRelationship('CITES', unit.of, { label: 'Source', id: 'source:s' }, { position: 0 });
      if (says !== null) unit.complete(says);
      return unit;
    };
    const source = new Unit({ label: 'Source', id: 'source:s' });
    source.addNode(source.of, { title: 'S' });
    let versions = 0;
    const put = (id: string, ...units: Unit[]) => load({ id, fingerprint: `${++versions}`, units });
    const a = () => put('a', adding({ latitude: 1, longitude: 10, population: 100 }));
    const b = () => put('b', adding({ latitude: 2, longitude: 20, population: 200 }));
    await put('owner', source, place({}));
    await a();
    await b();
    expect(await shown()).toEqual([1, 10, 100]);
    await put('a', adding(null));
    expect(await shown()).toEqual([2, 20, 200]);
    await a();
    expect(await shown()).toEqual([1, 10, 100]);
    await put('a', adding({ population: 101 }));
    expect(await shown()).toEqual([2, 20, 101]);
    await put('a');
    expect(await shown()).toEqual([2, 20, 200]);
    await put('owner', source, place({ latitude: 3, longitude: 30 }));
    await a();
    expect(await shown()).toEqual([3, 30, 100]);
    await put('owner', source, place({ population: 300 }));
    expect(await shown()).toEqual([1, 10, 300]);
    expect((await factsOf(graph)).filter(({ hash, noted }) => hash !== noted)).toEqual([]);
  });

  test('decide the state of an agreement together', async () => {
    const spans = () =>
      graph.engine.read(
        "MATCH (:Agreement {id: 'agreement:batu-uji'})-[:REACHED]->(s:Stage) RETURN s.id AS id, s.supersededOn AS until, s.isLast AS last ORDER BY id",
      );
    await load(shipped());
    const alone = await spans();
    await load(sheet());
    expect(await spans()).toEqual([
      { id: 'stage:batu-uji.1', until: '2018-04-01', last: false },
      { id: 'stage:batu-uji.2', until: '2024-05-01', last: false },
      { id: 'stage:batu-uji.sheet-1', until: null, last: true },
    ]);
    await load(shipped(`${SMALL_DATA}\n`));
    expect((await spans())[2]).toEqual({ id: 'stage:batu-uji.sheet-1', until: null, last: true });
    await load(sheet('sectors: []'));
    expect(await spans()).toEqual(alone);
  });

  test('keep what others refer to, and say so', async () => {
    await load(shipped());
    await load(sheet());
    const kept: unknown[] = [];
    const data = { ...read(SMALL_DATA), agreements: [], events: [], missions: [], offices: [], tenures: [], awards: [], placeDetails: [] };
    data.places = data.places.filter(({ key }) => key === 'id' || key === 'jp');
    await load(
      { id: 'shipped', fingerprint: 'fewer', units: [...toUnits(data, { dataSet: 'shipped' })] },
      { onChange: (change) => change.kind === 'kept' && kept.push([change.of.id, change.reason]) },
    );
    expect(kept).toEqual([
      ['place:id-ji', '"sheet" refers to it'],
      ['place:id-kota-batu', '"sheet" refers to it'],
      ['place:jp-26', '"sheet" refers to it'],
    ]);
    expect(
      await graph.engine.read("MATCH (:Agreement {id: 'agreement:batu-kobe'})-[:HAS_PARTY]->(p:Place) RETURN p.id AS id ORDER BY id"),
    ).toEqual([{ id: 'place:id-kota-batu' }, { id: 'place:jp-kobe' }]);
  });

  test('lose what they added to a thing that its own data set removes, and add it again when they come again', async () => {
    await load(shipped());
    await load(sheet());
    const data = read(SMALL_DATA);
    data.agreements = data.agreements.filter(({ key }) => key !== 'batu-uji');
    data.events = [];
    await load({ id: 'shipped', fingerprint: 'fewer', units: [...toUnits(data, { dataSet: 'shipped' })] });
    const details = async () => (await factsOf(graph)).filter(({ dataSet, owns }) => dataSet === 'sheet' && !owns).map(({ of }) => of);
    expect(await details()).toEqual(['place:jp-uji']);
    await load(shipped());
    await load(sheet());
    expect(await details()).toEqual(['agreement:batu-uji', 'place:jp-uji']);
  });

  test('may not bring what another one has, unless they take it over', async () => {
    await load(shipped());
    const kyoto = `places:\n  - { key: jp-26, kind: PROVINCE, name: Another Kyoto, partOf: jp, cites: [{ source: list }] }\n`;
    const other = version('other', read(kyoto));
    await expect(load(other)).rejects.toMatchObject({
      code: 'CONFLICT',
      message: 'place:jp-26 is in the data set "shipped" already, so "other" cannot bring it too',
    });
    await load(other, { takesOver: true });
    expect((await factsOf(graph)).filter(({ of }) => of === 'place:jp-26').map(({ dataSet }) => dataSet)).toEqual(['other']);
  });
});
