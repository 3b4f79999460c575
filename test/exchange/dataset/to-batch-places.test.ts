import { describe, expect, test } from 'vitest';
import type { GraphBatch } from '../../../src/graph/batch.js';
import { SMALL_DATA } from '../small-data.js';
import { batchOf, batchOfPlaces, CITES, nodeOf, relationshipsOf } from './batches.js';

describe('slugs', () => {
  const slugsOf = (batch: GraphBatch) => (batch.nodes.get('Place') ?? []).map(({ properties }) => properties.slug);

  test('are the name and the country; of a country the name', () => {
    expect(slugsOf(batchOf(SMALL_DATA))).toEqual(['indonesia', 'japan', 'jawa-timur-id', 'kyoto-jp', 'kota-batu-id', 'uji-jp']);
  });

  test('may be chosen', () => {
    expect(slugsOf(batchOfPlaces('key: us-wa, slug: washington-state, kind: PROVINCE, name: Washington, partOf: us'))).toEqual([
      'washington-state',
    ]);
  });

  test('of places that would share one are their keys', () => {
    const springfields = batchOfPlaces(
      'key: us-il-springfield, kind: CITY, name: Springfield, partOf: us-il',
      'key: us-mo-springfield, kind: CITY, name: Springfield, partOf: us-mo',
    );
    expect(slugsOf(springfields)).toEqual(['us-il-springfield', 'us-mo-springfield']);
  });

  test('stay different where one is the key of another place', () => {
    const slugs = slugsOf(
      batchOfPlaces(
        'key: id-a, kind: CITY, name: X, partOf: id',
        'key: id-b, kind: CITY, name: X, partOf: id',
        'key: id-c, slug: id-a, kind: CITY, name: Y, partOf: id',
      ),
    );
    expect(new Set(slugs).size).toBe(3);
  });
});

describe('placeDetails', () => {
  const DETAIL = `\
placeDetails:
  - key: jp
    name: Nippon
    names: { en: Japan }
    designation: state
    location: { latitude: 35.68, longitude: 139.76 }
    population: 125000000
    note: Islands.
    codes: [{ scheme: ISO_3166_1, value: JP }]
    otherNames: [{ text: 日本, kind: LOCAL, language: ja }]
    cites: [{ source: paper, at: p2 }]
`;
  const batch = batchOf(
    SMALL_DATA,
    DETAIL,
    `placeDetails:\n  - { key: jp, codes: [{ scheme: WIKIDATA, value: Q17 }], cites: [{ source: paper, at: p3 }] }\n`,
  );

  test('replace single values and add to the names', () => {
    expect(nodeOf(batch, 'Place', 'place:jp')).toEqual({
      slug: 'nippon',
      kind: 'COUNTRY',
      country: 'place:jp',
      province: null,
      designation: 'state',
      name: 'Nippon',
      nameId: 'Jepang',
      nameEn: 'Japan',
      sortName: 'nippon',
      latitude: 35.68,
      longitude: 139.76,
      population: 125_000_000,
      note: 'Islands.',
    });
  });

  test('make lists longer, in the order of the files', () => {
    expect(relationshipsOf(batch, 'Place HAS_CODE Code', 'place:jp').map(({ to }) => to)).toEqual([
      'code:iso-3166-1.JP',
      'code:wikidata.Q17',
    ]);
    expect(relationshipsOf(batch, 'Place CITES Source', 'place:jp').map(({ to, locator }) => [to, locator])).toEqual([
      ['source:list', null],
      ['source:paper', 'p2'],
      ['source:paper', 'p3'],
    ]);
  });

  test('leave alone what they do not speak of', () => {
    const [before, after] = [batchOf(SMALL_DATA), batchOf(SMALL_DATA, `placeDetails:\n  - { key: jp, ${CITES} }\n`)];
    expect(nodeOf(after, 'Place', 'place:jp')).toEqual(nodeOf(before, 'Place', 'place:jp'));
  });
});

describe('codes', () => {
  test('that two places share are one node', () => {
    const batch = batchOfPlaces(
      'key: id-a, kind: CITY, name: A, partOf: id, codes: [{ scheme: KEMENDAGRI, value: 91, until: 2022 }]',
      'key: id-b, kind: CITY, name: B, partOf: id, codes: [{ scheme: KEMENDAGRI, value: 91, from: 2023 }]',
    );
    const node = { id: 'code:kemendagri.91', properties: { scheme: 'KEMENDAGRI', value: '91' } };
    expect(batch.nodes.get('Code')).toEqual([node, node]);
    expect(relationshipsOf(batch, 'Place HAS_CODE Code', 'place:id-a')).toEqual([
      expect.objectContaining({ to: 'code:kemendagri.91', until: '2022', untilLatest: '2022-12-31' }),
    ]);
    expect(relationshipsOf(batch, 'Place HAS_CODE Code', 'place:id-b')).toEqual([
      expect.objectContaining({ to: 'code:kemendagri.91', from: '2023', fromEarliest: '2023-01-01' }),
    ]);
  });
});
