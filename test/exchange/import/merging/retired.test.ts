import { describe, expect, test } from 'vitest';
import { RECORD_TYPES } from '../../../../src/exchange/format/records.js';
import { known, merge, row, saysOf } from './merged.js';

const PAPER = { key: 'paper', kind: 'NEWS' as const, title: 'A paper', publisher: 'The publisher', authors: [], language: 'en' };
const retired = (kind: 'agreement' | 'sector', key: string, successor?: string) =>
  RECORD_TYPES.retired.parse({ kind, key, successor, reason: 'Entered by mistake.', cites: [{ source: 'paper' }] });

describe('an agreement that somebody says is retired', () => {
  test('is not made again: what is said of it is said of what took its place', async () => {
    const rows = [
      row(['id-malang', 'jp-kochi'], { line: 1, kind: 'SISTER_CITY', sectors: ['culture'] }),
      row(['id-surabaya', 'jp-kochi'], { line: 2, kind: 'SISTER_CITY' }),
      row(['id-surabaya', 'us-seattle'], { line: 3, kind: 'SISTER_CITY' }),
    ];
    const { agreements, details, rejects, report } = await merge(rows, {
      agreements: [known('surabaya-kochi', ['id-surabaya', 'jp-kochi'])],
      sources: [PAPER],
      sectors: [{ key: 'culture', name: { id: 'Budaya', en: 'Culture' } }],
      retired: [
        retired('agreement', 'id-malang.jp-kochi', 'malang-kochi'),
        retired('agreement', 'malang-kochi', 'surabaya-kochi'),
        retired('agreement', 'another', 'surabaya-kochi'),
      ],
    });
    expect(agreements.map(({ key }) => key)).toEqual(['id-surabaya.us-seattle']);
    expect(details.map(({ key, sectors, cites }) => [key, sectors, saysOf(cites, undefined)])).toEqual([
      ['surabaya-kochi', [], ['row 2']],
      ['surabaya-kochi', ['culture'], ['row 1']],
    ]);
    expect({ rejects, report }).toMatchObject({ rejects: [], report: { merged: 2, leftOut: 0 } });
  });

  test('is left out, and told, where nothing took its place', async () => {
    const { agreements, details, rejects, report } = await merge([row(['id-malang', 'jp-kochi'], { line: 7, kind: 'SISTER_CITY' })], {
      retired: [retired('agreement', 'id-malang.jp-kochi')],
    });
    expect([agreements, details, report.leftOut]).toEqual([[], [], 1]);
    expect(rejects).toEqual([
      {
        file: 'sheet.csv',
        line: 7,
        field: 'parties',
        value: 'id-malang – jp-kochi',
        reason: 'the agreement "id-malang.jp-kochi" is retired: Entered by mistake.',
        remedy: 'leave it out; nothing took its place',
      },
    ]);
  });
});

test('a sector that is retired is the one that took its place, or none', async () => {
  const { agreements, sectors } = await merge(
    [row(['id-malang', 'jp-kochi'], { kind: 'SISTER_CITY', sectors: ['Batik', 'Space travel', 'Kites'] })],
    {
      sectors: [{ key: 'culture', name: { id: 'Budaya', en: 'Culture' } }],
      retired: [retired('sector', 'batik', 'culture'), retired('sector', 'space-travel')],
    },
  );
  expect(sectors.map(({ key }) => key)).toEqual(['kites']);
  expect(agreements.map((one) => one.sectors)).toEqual([['culture', 'kites']]);
});
