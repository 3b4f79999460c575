import fc from 'fast-check';
import { MultiGraph, MultiUndirectedGraph } from 'graphology';
import gexf from 'graphology-gexf';
import graphml from 'graphology-graphml';
// @ts-expect-error a package without types
import jsonld from 'jsonld';
import { describe, expect, test } from 'vitest';
import { gexfText } from '../../../src/exchange/export/graph/gexf.js';
import type { GraphFile, PlaceNode, TieEdgeRecord } from '../../../src/exchange/export/graph/graph-file.js';
import { graphmlText } from '../../../src/exchange/export/graph/graphml.js';
import { jsonLdText } from '../../../src/exchange/export/graph/json-ld.js';
import { anyText, inPartsOf, PROVENANCE, whole } from './texts.js';

const place = (id: string, more: Partial<PlaceNode> = {}): PlaceNode => ({
  id,
  name: id,
  nameEn: null,
  kind: 'CITY',
  country: 'place:id',
  countryName: 'Indonesia',
  province: null,
  provinceName: null,
  latitude: null,
  longitude: null,
  population: null,
  wikidata: [],
  geonames: [],
  iso: [],
  kemendagri: [],
  ...more,
});
const tie = (agreement: string, source: string, target: string, more: Partial<TieEdgeRecord> = {}): TieEdgeRecord => ({
  id: `${agreement}.${source}.${target}`,
  source,
  target,
  sourceName: source,
  targetName: target,
  agreement,
  agreementName: agreement,
  kind: 'SISTER_CITY',
  phase: 'AGREEMENT',
  stage: 'SIGNED',
  since: null,
  sinceEarliest: null,
  sinceLatest: null,
  sinceStage: null,
  signed: null,
  confidence: null,
  sectors: [],
  sources: [],
  ...more,
});

const fileOf = (places: readonly PlaceNode[], ties: readonly TieEdgeRecord[]): GraphFile => ({
  provenance: PROVENANCE,
  places: inPartsOf(2, places),
  ties: inPartsOf(2, ties),
  sources: async (ids) =>
    ids.map((id) => ({ id, title: 'A source', publisher: 'Somebody', url: 'https://s.example/', licence: 'CC0 1.0' })),
});

const BATU = place('place:id-kota-batu', {
  name: 'Kota "Batu" & <more>',
  latitude: -7.87,
  longitude: 112.52,
  population: 213046,
  wikidata: ['Q10476'],
});
const DA_NANG = place('place:vn-dn', {
  name: 'Đà Nẵng',
  kind: 'PROVINCE',
  country: 'place:vn',
  countryName: 'Vietnam',
  geonames: ['1583992'],
});
const TIES = [
  tie('agreement:one', BATU.id, DA_NANG.id, {
    since: '199X',
    sinceEarliest: '1990-01-01',
    sinceLatest: '1999-12-31',
    sectors: ['sector:a', 'sector:b'],
  }),
  tie('agreement:two', BATU.id, DA_NANG.id, {
    phase: 'INTENT',
    since: '2018-04-30',
    sinceEarliest: '2018-04-30',
    sinceLatest: '2018-04-30',
  }),
];

/** What a reader that follows XML makes of a text: what XML cannot hold is not there to be read. */
const readable = (text: string) => text.replace(/[^\t\n\r -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\u{FFFD}');

describe.each([
  ['GraphML', graphmlText, (text: string) => graphml.parse(MultiUndirectedGraph, text)],
  ['GEXF', gexfText, (text: string) => gexf.parse(MultiGraph, text)],
] as const)('the graph as %s', (_, write, read) => {
  test('is read back by graphology: nodes, edges, their types and what they carry', async () => {
    const graph = read(await whole(write(fileOf([BATU, DA_NANG], TIES))));
    expect([graph.order, graph.size]).toEqual([2, 2]);
    expect(graph.getNodeAttributes(BATU.id)).toMatchObject({
      label: 'Kota "Batu" & <more>',
      kind: 'CITY',
      countryName: 'Indonesia',
      latitude: -7.87,
      population: 213046,
      wikidata: 'Q10476',
    });
    const [since] = graph.edges().map((edge) => graph.getEdgeAttributes(edge));
    expect(since).toMatchObject({ agreement: 'agreement:one', since: '199X', sinceEarliest: '1990-01-01', sectors: 'sector:a | sector:b' });
  });

  test('keeps every text that XML can hold', () =>
    fc.assert(
      fc.asyncProperty(anyText, async (name) => {
        const graph = read(await whole(write(fileOf([place('place:x', { name, nameEn: `${name}!` })], []))));
        expect(graph.getNodeAttribute('place:x', 'nameEn')).toBe(readable(`${name}!`));
      }),
    ));

  test('says where its facts come from', async () => {
    const text = await whole(write(fileOf([], [])));
    for (const part of ['revision 7', '2026-01-02', 'CC BY 4.0', 'Ask first', '京都府']) expect(text).toContain(part);
  });

  test('of no ties is a graph all the same', async () => {
    expect(read(await whole(write(fileOf([], [])))).order).toBe(0);
  });
});

describe('the graph as JSON-LD', () => {
  /** Expands without a network: a context that is fetched would fail. */
  const expand = async (file: GraphFile) =>
    (await jsonld.expand(JSON.parse(await whole(jsonLdText(file))), {
      documentLoader: async (url: string) => {
        throw new Error(`${url} is not in the file`);
      },
    })) as Record<string, unknown>[];
  const SCHEMA = 'https://schema.org/';

  test('says what places are in the words of schema.org', async () => {
    const nodes = await expand(fileOf([BATU, DA_NANG], []));
    expect(nodes.find((node) => node['@id'] === 'urn:x-kembar:place:id-kota-batu')).toMatchObject({
      '@type': [`${SCHEMA}City`],
      [`${SCHEMA}name`]: [{ '@value': 'Kota "Batu" & <more>' }],
      [`${SCHEMA}containedInPlace`]: [{ '@id': 'urn:x-kembar:place:id', '@type': [`${SCHEMA}Country`] }],
      [`${SCHEMA}geo`]: [{ '@type': [`${SCHEMA}GeoCoordinates`], [`${SCHEMA}latitude`]: [{ '@value': -7.87 }] }],
      [`${SCHEMA}sameAs`]: [{ '@id': 'http://www.wikidata.org/entity/Q10476' }],
    });
    expect(nodes.find((node) => node['@id'] === 'urn:x-kembar:place:vn-dn')).toMatchObject({ '@type': [`${SCHEMA}AdministrativeArea`] });
  });

  test('says what agreements are, since when only where the day is known', async () => {
    const nodes = await expand(fileOf([BATU, DA_NANG], TIES));
    const [one, two] = ['one', 'two'].map((key) => nodes.find((node) => node['@id'] === `urn:x-kembar:agreement:${key}`));
    expect(one).toMatchObject({
      '@type': [`${SCHEMA}Action`, 'urn:x-kembar:vocabulary:Agreement'],
      'urn:x-kembar:vocabulary:party': [{ '@id': 'urn:x-kembar:place:id-kota-batu' }, { '@id': 'urn:x-kembar:place:vn-dn' }],
      [`${SCHEMA}actionStatus`]: [{ '@id': `${SCHEMA}ActiveActionStatus` }],
      'urn:x-kembar:vocabulary:since': [{ '@value': '199X' }],
    });
    expect(one).not.toHaveProperty(`${SCHEMA}startTime`);
    expect(two).toMatchObject({
      [`${SCHEMA}startTime`]: [{ '@value': '2018-04-30' }],
      [`${SCHEMA}actionStatus`]: [{ '@id': `${SCHEMA}PotentialActionStatus` }],
    });
  });

  test('describes itself as a data set, with every source that it is cited to', async () => {
    const nodes = await expand(fileOf([BATU, DA_NANG], [tie('agreement:x', BATU.id, DA_NANG.id, { sources: ['source:cited'] })]));
    expect(nodes.find((node) => (node['@type'] as string[])[0] === `${SCHEMA}Dataset`)).toMatchObject({
      [`${SCHEMA}dateModified`]: [{ '@value': '2026-01-02T03:04:05.678Z' }],
      [`${SCHEMA}version`]: [{ '@value': 'revision 7' }],
      [`${SCHEMA}license`]: [{ '@id': 'https://creativecommons.org/licenses/by/4.0/' }],
    });
    const sources = nodes.filter((node) => (node['@type'] as string[])[0] === `${SCHEMA}CreativeWork`).map((node) => node['@id']);
    expect(sources).toEqual(['urn:x-kembar:source:a', 'urn:x-kembar:source:b', 'urn:x-kembar:source:cited']);
  });

  test('gives every word a meaning: nothing is dropped when it is expanded', async () => {
    const lost: string[] = [];
    await jsonld.expand(JSON.parse(await whole(jsonLdText(fileOf([BATU, DA_NANG], TIES)))), {
      eventHandler: ({ event }: { event: { code: string } }) => void lost.push(event.code),
    });
    expect(lost).toEqual([]);
  });
});
