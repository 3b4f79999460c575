import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type AssembledDataSet, assemble, SHIPPED } from '../../../../src/exchange/dataset/shipped.js';
import { readDataTexts } from '../../../../src/exchange/format/read-files.js';
import { WORLD } from '../../../../src/exchange/import/twinnings/import-twinnings.js';
import { openEmbedded } from '../../../../src/graph/engines/embedded.js';
import { Graph } from '../../../../src/graph/graph.js';
import { loadedDataSets } from '../../../../src/store/data-set/data-sets.js';
import { replaceDataSet } from '../../../../src/store/data-set/replace-data-set.js';
import { prepareGraph } from '../../../../src/store/prepare.js';
import { revisionOf } from '../../../../src/store/summary.js';
import { SMALL_DATA } from '../../small-data.js';
import { imported, shippedData, type Tables } from './tables.js';

beforeAll(shippedData, 60_000);

/** Data that ships, in small: its places are a few, and one agreement of theirs is in the lists. */
const SOURCES = `
sources:
  - { key: geonames, kind: DATASET, title: GeoNames, publisher: GeoNames, language: en }
  - { key: wikidata, kind: DATASET, title: Wikidata, publisher: Wikimedia, language: en }
`;
const COUNTRIES = `
places:
  - { key: de, kind: COUNTRY, name: Germany, cites: [{ source: list }] }
  - { key: fr, kind: COUNTRY, name: France, cites: [{ source: list }] }
`;
const shipped = (...more: string[]): AssembledDataSet =>
  assemble(readDataTexts([SMALL_DATA, SOURCES, COUNTRIES, ...more].map((text, index) => ({ file: `${index}.yaml`, text }))));

const TABLES: Tables = {
  places: [
    { id: 'w:de:aachen', name: 'Aachen', geonameid: 1, qid: 'Q1', lat: '50.7', lng: '6.1' },
    { id: 'w:fr:reims', name: 'Reims', qid: 'Q2' },
    { id: 'w:fr:lille', name: 'Lille' },
    { id: 'w:jp:uji', name: 'Uji', admin1_code: 'JP.22' },
    { id: 'w:id:batu', name: 'Batu', admin1_code: 'ID.08' },
  ],
  twinnings: [
    ['w:de:aachen', 'w:fr:reims', 'DW'],
    ['w:fr:lille', 'w:jp:uji', 'W'],
    ['w:id:batu', 'w:jp:uji', 'D'],
  ],
  subdivisions: [],
};
/** The small data has no ISO codes, so its provinces are found by their names. */
const NAMED = { 'w:jp:uji': 'Kyōto', 'w:id:batu': 'Jawa Timur' } as Record<string, string>;
const tables: Tables = { ...TABLES, places: TABLES.places.map((row) => ({ ...row, admin1_name: NAMED[row.id] ?? '' })) };

let graph: Graph;
beforeEach(async () => {
  graph = new Graph(await openEmbedded({ path: null, shuffleUnordered: true }));
  await prepareGraph(graph);
});
afterEach(() => graph.engine.close());

const load = (id: string, dataSet: AssembledDataSet) => replaceDataSet(graph, { id, ...dataSet }, { takesOver: id === SHIPPED });

/** Everything in the graph that a data set brought, in words. */
async function contents(dataset?: string): Promise<string[]> {
  const [nodes, relationships] = await Promise.all([
    graph.engine.read('MATCH (n) WHERE $dataset IS NULL OR n.dataset = $dataset RETURN labels(n)[0] AS label, n.id AS id', {
      dataset: dataset ?? null,
    }),
    graph.engine.read(
      'MATCH (a)-[r]->(b) WHERE $dataset IS NULL OR r.dataset = $dataset RETURN a.id AS a, type(r) AS type, b.id AS b, r.position AS position',
      { dataset: dataset ?? null },
    ),
  ]);
  return [
    ...nodes.map(({ label, id }) => `${label} ${id}`),
    ...relationships.map(({ a, type, b, position }) => `${a} ${type} ${b} ${position ?? ''}`),
  ].sort();
}

describe('twinnings beside the data that ships', () => {
  test('refer to its places, sources and agreements, and write none of them again', async () => {
    const ground = shipped();
    await load(SHIPPED, ground);
    const before = await contents(SHIPPED);
    await load(WORLD, await imported(tables, ground));
    expect(await contents(SHIPPED)).toEqual(before);
    expect(await contents(WORLD)).toEqual(
      expect.arrayContaining([
        'Place place:de-aachen',
        'Agreement agreement:de-aachen.fr-reims',
        'agreement:fr-lille.jp-uji HAS_PARTY place:jp-uji 1',
        'place:de-aachen PART_OF place:de ',
        'place:de-aachen CITES source:geonames 0',
        'agreement:batu-uji CITES source:world-twinnings-wikidata 1',
      ]),
    );
    const world = await contents(WORLD);
    expect(world).not.toContain('Place place:jp-uji');
    expect(world.filter((one) => one.startsWith('Agreement '))).toHaveLength(2);
  });

  test('change nothing when they come again', async () => {
    const ground = shipped();
    await load(SHIPPED, ground);
    await load(WORLD, await imported(tables, ground));
    const before = { all: await contents(), revision: await revisionOf(graph), loaded: await loadedDataSets(graph) };
    await load(WORLD, await imported(tables, shipped()));
    await load(SHIPPED, shipped());
    expect({ all: await contents(), revision: await revisionOf(graph), loaded: await loadedDataSets(graph) }).toEqual(before);
  });

  test('stay when a new version of it comes, and it stays when they change', async () => {
    const ground = shipped();
    await load(SHIPPED, ground);
    await load(WORLD, await imported(tables, ground));
    const world = await contents(WORLD);

    const later = shipped('places:\n  - { key: fr-lyon, kind: CITY, name: Lyon, partOf: fr, cites: [{ source: list }] }\n');
    await load(SHIPPED, later);
    expect(await contents(WORLD)).toEqual(world);

    const ships = await contents(SHIPPED);
    expect(ships).toContain('Place place:fr-lyon');
    const fewer = { ...tables, twinnings: tables.twinnings?.slice(0, 1) };
    await load(WORLD, await imported(fewer, later));
    expect(await contents(SHIPPED)).toEqual(ships);
    expect((await contents(WORLD)).filter((one) => one.startsWith('Agreement '))).toEqual(['Agreement agreement:de-aachen.fr-reims']);
    expect(await contents()).not.toContain('agreement:batu-uji CITES source:world-twinnings-wikidata 1');
  });

  test('give up a place that it has in a new version, once they come again', async () => {
    const ground = shipped();
    await load(SHIPPED, ground);
    await load(WORLD, await imported(tables, ground));
    // Under the key that the import gave, and under another one that the Wikidata item tells.
    const later = shipped(`places:
  - { key: fr-lille, kind: CITY, name: Lille, partOf: fr, cites: [{ source: list }] }
  - { key: fr-reims-city, kind: CITY, name: Reims, partOf: fr, codes: [{ scheme: WIKIDATA, value: Q2 }], cites: [{ source: list }] }
`);
    await load(SHIPPED, later);
    await load(WORLD, await imported(tables, later));
    const all = await contents();
    expect(all.filter((one) => /^(?:Place|Agreement) \w+:fr-|^Agreement .*fr-/.test(one))).toEqual([
      'Agreement agreement:de-aachen.fr-reims-city',
      'Agreement agreement:fr-lille.jp-uji',
      'Place place:fr-lille',
      'Place place:fr-reims-city',
    ]);
    expect(all.filter((one) => one.startsWith('place:fr-lille PART_OF'))).toEqual(['place:fr-lille PART_OF place:fr ']);
    expect(await contents(SHIPPED)).toEqual(
      expect.arrayContaining(['Place place:fr-lille', 'place:fr-reims-city HAS_CODE code:wikidata.Q2 ']),
    );
    const slugs = await graph.engine.read('MATCH (p:Place) RETURN p.slug AS slug');
    expect(slugs.filter(({ slug }) => slug === null)).toEqual([]);
  });

  test('complete its places, and take that back when they no longer say so', async () => {
    const batu = async () =>
      (
        await graph.engine.read(`MATCH (p:Place {id: 'place:id-kota-batu'})
          OPTIONAL MATCH (p)-[:HAS_CODE]->(c:Code)
          OPTIONAL MATCH (p)-[cited:CITES]->(s:Source {id: 'source:geonames'})
          RETURN p.name AS name, c.value AS code, count(cited) AS cites,
            p.latitude AS latitude, p.longitude AS longitude, p.population AS population`)
      )[0];
    const asShipped = { name: 'Kota Batu', code: null, cites: 0, latitude: null, longitude: null, population: null };
    const known = { geonameid: 1650, lat: '-7.87', lng: '112.53', population: 200_000 };
    const listed: Tables = { ...tables, places: tables.places.map((row) => (row.name === 'Batu' ? { ...row, ...known } : row)) };
    const ground = shipped();
    await load(SHIPPED, ground);
    await load(WORLD, await imported(listed, ground));
    expect(await batu()).toEqual({
      ...{ name: 'Kota Batu', code: '1650', cites: 3 },
      ...{ latitude: -7.87, longitude: 112.53, population: 200_000 },
    });
    await load(WORLD, await imported({ ...tables, twinnings: tables.twinnings?.slice(0, 1) }, ground));
    expect(await batu()).toEqual(asShipped);
  });

  test('leave a place as it is where it says otherwise', async () => {
    const located = shipped(
      'placeDetails:\n  - { key: jp-uji, location: { latitude: 1, longitude: 2 }, population: 3, cites: [{ source: list }] }\n',
    );
    await load(SHIPPED, located);
    const rows = tables.places.map((row) => (row.name === 'Uji' ? { ...row, lat: '34.9', lng: '135.8', population: 180_000 } : row));
    await load(WORLD, await imported({ ...tables, places: rows }, located));
    expect(
      await graph.engine.read(
        `MATCH (p:Place {id: 'place:jp-uji'}) RETURN p.latitude AS latitude, p.longitude AS longitude, p.population AS population`,
      ),
    ).toEqual([{ latitude: 1, longitude: 2, population: 3 }]);
  });

  test('leave nothing behind when they cannot be written', async () => {
    await load(SHIPPED, shipped());
    const before = await contents();
    const broken = await imported(tables, shipped());
    broken.units.at(-1)?.addRelationship('HAS_PARTY', { label: 'Agreement', id: 'agreement:x' }, { label: 'Place', id: 'place:nowhere' });
    await expect(load(WORLD, broken)).rejects.toMatchObject({ code: 'INTERNAL' });
    expect(await contents()).toEqual(before);
  });
});
