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
      ['surabaya-kochi', ['culture'], ['row 1', 'row 2']],
    ]);
    expect({ rejects, report }).toMatchObject({ rejects: [], report: { merged: 1, repeated: 1, leftOut: 0 } });
  });

  test('adds to what took its place as one: a step that both state comes once, and dates that differ are a contradiction', async () => {
    const steps = (date: string) => ({ steps: [{ stage: 'RENEWED' as const, date }] });
    const rows = [
      row(['id-malang', 'jp-kochi'], { line: 1, ...steps('2019') }),
      row(['id-surabaya', 'jp-kochi'], { line: 2, ...steps('2019') }),
      row(['id-surabaya', 'jp-kochi'], { line: 3, steps: [{ stage: 'IMPLEMENTATION', date: '2020' }] }),
      row(['id-malang', 'jp-kochi'], { line: 4, steps: [{ stage: 'IMPLEMENTATION', date: '2021' }] }),
    ];
    const { details, report } = await merge(rows, {
      agreements: [known('surabaya-kochi', ['id-surabaya', 'jp-kochi'])],
      sources: [PAPER],
      retired: [retired('agreement', 'id-malang.jp-kochi', 'surabaya-kochi')],
    });
    expect(details.map(({ stages }) => stages.map(({ stage, date }) => `${stage} ${date}`))).toEqual([
      ['IMPLEMENTATION 2020', 'RENEWED 2019'],
    ]);
    expect(report.conflicts).toHaveLength(1);
  });

  test('may have something in its place that the same rows bring', async () => {
    const rows = [
      row(['id-malang', 'jp-kochi'], { line: 1, kind: 'SISTER_CITY', steps: [{ stage: 'SIGNED', date: '2019' }] }),
      row(['id-surabaya', 'us-seattle'], { line: 2, kind: 'FRIENDSHIP' }),
      row(['jp-kochi', 'us-seattle'], { line: 3, kind: 'SISTER_CITY' }),
    ];
    for (const [from, to] of [
      ['id-malang.jp-kochi', 'id-surabaya.us-seattle'],
      ['id-surabaya.us-seattle', 'id-malang.jp-kochi'],
    ] as const) {
      const { agreements, rejects } = await merge(rows, { retired: [retired('agreement', from, to)] });
      expect(agreements.map(({ key, cites }) => [key, saysOf(cites, undefined)]).sort()).toEqual(
        [
          [to, ['row 1', 'row 2']],
          ['jp-kochi.us-seattle', ['row 3']],
        ].sort(),
      );
      expect(rejects).toEqual([]);
    }
  });

  test('is left out where what took its place is nowhere', async () => {
    const { agreements, rejects } = await merge([row(['id-malang', 'jp-kochi'], { kind: 'SISTER_CITY' })], {
      retired: [retired('agreement', 'id-malang.jp-kochi', 'gone-too')],
    });
    expect(agreements).toEqual([]);
    expect(rejects).toMatchObject([{ remedy: 'import "gone-too" first, which the graph does not have, or leave it out' }]);
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
  const { agreements, sectors, report } = await merge(
    [row(['id-malang', 'jp-kochi'], { kind: 'SISTER_CITY', sectors: ['Batik', 'Space travel', 'Kites', 'Wayang'] })],
    {
      sectors: [{ key: 'culture', name: { id: 'Budaya', en: 'Culture' } }],
      retired: [retired('sector', 'batik', 'culture'), retired('sector', 'space-travel'), retired('sector', 'wayang', 'kites')],
    },
  );
  expect(sectors.map(({ key }) => key)).toEqual(['kites']);
  expect(agreements.map((one) => one.sectors)).toEqual([['culture', 'kites']]);
  expect(report.retiredSectors).toEqual(['Space travel']);
});
