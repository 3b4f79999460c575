import { describe, expect, test } from 'vitest';
import { RECORD_TYPES } from '../../../../src/exchange/format/records.js';
import { sourceRecord } from '../../../../src/exchange/import/merging/named-sources.js';
import { merge, page, row, saysOf } from './merged.js';

const TWO = ['id-surabaya', 'us-seattle'];

describe('a source that rows name', () => {
  test('is one, whatever they spell otherwise in its address or leave out', async () => {
    const url = 'https://www.news.example/a/?id=7#top';
    const { sources, agreements } = await merge([
      row(TWO, { line: 1, kind: 'SISTER_CITY', source: page('', { url: 'http://news.example/a?id=7', title: 'News', language: null }) }),
      row(['id-malang', 'us-seattle'], {
        line: 2,
        kind: 'SISTER_CITY',
        source: page('', { url, title: 'News of Seattle', kind: null, published: '2018' }),
      }),
    ]);
    expect(sources).toMatchObject([
      { kind: 'NEWS', title: 'News of Seattle', publisher: 'news.example', published: '2018', language: 'en' },
    ]);
    expect(new Set(agreements.map(({ cites }) => cites[0]?.source))).toEqual(new Set([sources[0]?.key]));
  });

  test('is told by its title, publisher and date where it has no address', async () => {
    const names = [
      { title: 'Berita Kota', published: '2018' },
      { title: 'BERITA KOTA', published: '2018' },
      { title: 'Berita Kota', published: '2019' },
    ];
    const { sources } = await merge(
      names.map((name, line) => row(TWO, { line, kind: 'SISTER_CITY', source: page('', { url: null, ...name }) })),
    );
    expect(sources.map(({ published }) => published).sort()).toEqual(['2018', '2019']);
    expect(sources.every(({ key }) => /^berita-kota-[0-9a-f]{10}$/.test(key))).toBe(true);
  });

  test('is the one that the graph has at that address', async () => {
    const antara = RECORD_TYPES.sources.parse({
      key: 'antara',
      kind: 'NEWS',
      title: 'x',
      publisher: 'Antara',
      language: 'id',
      url: 'http://www.news.example/a/',
    });
    const { sources, agreements } = await merge([row(TWO, { kind: 'SISTER_CITY', source: page('a') })], { sources: [antara] });
    expect(sources).toEqual([]);
    expect(saysOf(agreements[0]?.cites ?? [], undefined)).toEqual(['antara']);
  });

  test.each([
    ['https://www.surabaya.go.id/id/berita', 'GOVERNMENT'],
    ['https://city.gov/x', 'GOVERNMENT'],
    ['https://www.pref.kochi.lg.jp', 'GOVERNMENT'],
    ['https://repository.ui.ac.id/1', 'ACADEMIC'],
    ['https://abcnews.go.com/1', 'ORGANISATION'],
    [null, 'ORGANISATION'],
  ])('without a kind has that of its address: %s', (url, kind) => {
    const record = sourceRecord(page('a', { url, kind: null }));
    expect(record.kind).toBe(kind);
    expect(record.note).toContain('not stated');
  });

  test.each([
    { title: '   ', url: null },
    { title: 'x'.repeat(700), publisher: 'y'.repeat(700), licence: 'z'.repeat(700) },
    { title: '京都府の姉妹都市', url: 'not an address at all' },
    { title: '😀'.repeat(400), published: 'last year', language: 'Bahasa Indonesia' },
    { title: 'Page', url: `https://x.example/${'a'.repeat(1200)}` },
    { title: 'Page', url: `https://${'a'.repeat(63)}.${'b'.repeat(63)}.${'c'.repeat(63)}.example/`, language: 'zh-Hans' },
    { title: 'Page', url: 'ftp://x.example/a' },
  ])('never breaks the format: %#', (odd) => {
    const record = sourceRecord(page('a', { ...odd }));
    expect(RECORD_TYPES.sources.parse(record)).toEqual(record);
    expect(record.key.length).toBeLessThanOrEqual(120);
  });

  test('keeps an address and a date that the format does not take as what was given', () => {
    expect(sourceRecord(page('a', { url: 'see the annex', published: 'last year' })).note).toBe(
      'Its address is given as see the annex. Its date is given as last year.',
    );
  });
});
