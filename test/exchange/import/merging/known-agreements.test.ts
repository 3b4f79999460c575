import { describe, expect, test } from 'vitest';
import type { AgreementDetailRecord } from '../../../../src/exchange/format/records.js';
import { known, merge, page, row, saysOf } from './merged.js';

const TWO = ['id-surabaya', 'us-seattle'] as const;
const PAPER = { key: 'paper', kind: 'NEWS' as const, title: 'A paper', publisher: 'The publisher', authors: [], language: 'en' };
const signed = (date: string | null) => [{ stage: 'SIGNED' as const, date }];

function only<T>(all: readonly T[]): T {
  expect(all).toHaveLength(1);
  return all[0] as T;
}

/** Who supports which step, in short. */
function supportsOf({ supports }: AgreementDetailRecord) {
  return supports.map(({ stage, cites }) => ({ stage, whole: saysOf(cites, undefined), date: saysOf(cites, 'date') }));
}

describe('an agreement that the graph has already', () => {
  test('gets a citation for each row, and no other agreement is made', async () => {
    const { agreements, details, report } = await merge([row(TWO, { line: 1 }), row(TWO.toReversed(), { line: 2, note: 'On a list.' })], {
      agreements: [known('surabaya-seattle', TWO)],
      sources: [PAPER],
    });
    expect(agreements).toEqual([]);
    const detail = only(details);
    expect(detail).toMatchObject({ key: 'surabaya-seattle', stages: [], supports: [], sectors: [] });
    expect(saysOf(detail.cites, undefined)).toEqual(['row 1', 'row 2']);
    expect(report).toMatchObject({ merged: 1, repeated: 1 });
  });

  test.each<[string, string | undefined, string | null, { whole: string[]; date: string[] }]>([
    ['supports a step of the same date', '2018', '2018', { whole: ['row 1'], date: [] }],
    ['supports it without a date', '2018', null, { whole: ['row 1'], date: [] }],
    ['supports it with a date that is less precise, and says so', '2018-04-30', '2018', { whole: ['row 1'], date: ['row 1 2018'] }],
    ['supports it with a date that is more precise, and says so', '2018', '2018-04-30', { whole: ['row 1'], date: ['row 1 2018-04-30'] }],
    ['is kept beside the date that it contradicts', '2018', '2019', { whole: [], date: ['not row 1 2019'] }],
  ])('a row %s', async (_, has, says, expected) => {
    const { details, report } = await merge([row(TWO, { steps: signed(says) })], {
      agreements: [
        known('surabaya-seattle', TWO, {
          stages: [
            { stage: 'EXPLORATION', cites: [{ source: 'paper' }] },
            { stage: 'SIGNED', date: has, cites: [{ source: 'paper' }] },
          ],
        }),
      ],
      sources: [PAPER],
    });
    expect(supportsOf(only(details))).toEqual([{ stage: 2, ...expected }]);
    expect(only(details).stages).toEqual([]);
    expect(report.conflicts).toHaveLength(says === '2019' ? 1 : 0);
    expect(report.morePrecise).toEqual(
      says === '2018-04-30' ? ['surabaya-seattle: SIGNED 2018, and 2018-04-30 in import.sheet, row 1'] : [],
    );
  });

  test('gets a dated step beside an undated one, since nothing could be asked of the date otherwise', async () => {
    const { details } = await merge([row(TWO, { steps: signed('1992') })], {
      agreements: [known('surabaya-seattle', TWO, { stages: [{ stage: 'SIGNED', cites: [{ source: 'paper' }] }] })],
      sources: [PAPER],
    });
    expect(only(details).stages).toMatchObject([{ stage: 'SIGNED', date: '1992' }]);
    expect(supportsOf(only(details))).toEqual([{ stage: 1, whole: ['row 1'], date: [] }]);
  });

  test('gets the steps, renewals and sectors that it lacks', async () => {
    const { details } = await merge(
      [
        row(TWO, {
          steps: [
            ...signed('2018'),
            { stage: 'RENEWED', date: '2023' },
            { stage: 'RENEWED', date: '2021' },
            { stage: 'LETTER_OF_INTENT', date: '2016' },
          ],
          sectors: ['Tourism', 'education'],
        }),
      ],
      {
        agreements: [
          known('surabaya-seattle', TWO, {
            sectors: ['education'],
            stages: [
              { stage: 'SIGNED', date: '2018', cites: [{ source: 'paper' }] },
              { stage: 'RENEWED', date: '2021-02', cites: [{ source: 'paper' }] },
            ],
          }),
        ],
        sources: [PAPER],
        sectors: [
          { key: 'education', name: { id: 'Pendidikan', en: 'Education' } },
          { key: 'tourism', name: { id: 'Pariwisata', en: 'Tourism' } },
        ],
      },
    );
    expect(only(details).stages.map(({ stage, date }) => `${stage} ${date}`)).toEqual(['LETTER_OF_INTENT 2016', 'RENEWED 2023']);
    expect(supportsOf(only(details)).map(({ stage, date }) => [stage, date])).toEqual([
      [1, []],
      [2, ['row 1 2021']],
    ]);
    expect(only(details).sectors).toEqual(['tourism']);
  });

  test('keeps a kind that contradicts its own, and is not contradicted by cooperation', async () => {
    const rows = (['FRIENDSHIP', 'COOPERATION', 'SISTER_CITY'] as const).map((kind, index) => row(TWO, { line: index + 1, kind }));
    const { details, report } = await merge(rows, { agreements: [known('surabaya-seattle', TWO)], sources: [PAPER] });
    expect(saysOf(only(details).cites, 'kind')).toEqual(['not row 1 FRIENDSHIP']);
    expect(report.conflicts).toEqual(['surabaya-seattle: SISTER_CITY, but also FRIENDSHIP']);
  });
});

describe('of several agreements that the graph has between two places', () => {
  const agreements = [
    known('a-cooperation', TWO, { kind: 'COOPERATION' }),
    known('b-friendship', TWO, { kind: 'FRIENDSHIP' }),
    known('c-sister', TWO),
    known('d-port', TWO, { kind: 'SISTER_PORT' }),
  ];
  const graph = { agreements, sources: [PAPER] };

  test.each([
    [null, 'c-sister'],
    ['SISTER_CITY', 'c-sister'],
    ['SISTER_PROVINCE', 'c-sister'],
    ['FRIENDSHIP', 'b-friendship'],
    ['COOPERATION', 'a-cooperation'],
    ['SISTER_PORT', 'd-port'],
  ] as const)('a row that says %s is about %s', async (kind, key) => {
    const { details } = await merge([row(TWO, { kind })], graph);
    expect(details.map((detail) => detail.key)).toEqual([key]);
  });

  test('a port beside which no agreement of the cities is known does not stand for one', async () => {
    const { agreements: created } = await merge([row(TWO, { kind: 'SISTER_CITY' })], {
      agreements: [known('id-surabaya.us-seattle', TWO, { kind: 'SISTER_PORT' })],
      sources: [PAPER],
    });
    expect(created.map(({ key }) => key)).toEqual(['id-surabaya.us-seattle.sister-city']);
  });
});

describe('an agreement of more parties that the graph has', () => {
  const three = known('three', [...TWO, 'jp-kochi']);

  test('is what undated rows of two of them speak of, in one detail', async () => {
    const rows = [row(TWO, { line: 1, kind: 'SISTER_CITY' }), row(['jp-kochi', 'us-seattle'], { line: 2, kind: 'SISTER_CITY' })];
    const { agreements, details, report } = await merge(rows, { agreements: [three], sources: [PAPER] });
    expect(agreements).toEqual([]);
    expect(saysOf(only(details).cites, undefined)).toEqual(['row 1', 'row 2']);
    expect(report.merged).toBe(1);
  });

  test('is perhaps what dated ones speak of, which the report tells', async () => {
    const { agreements, details, report } = await merge([row(TWO, { steps: signed('1992') })], { agreements: [three], sources: [PAPER] });
    expect(details).toEqual([]);
    expect(agreements.map(({ key }) => key)).toEqual(['id-surabaya.us-seattle']);
    expect(report.doubtful).toEqual(['id-surabaya – us-seattle (id-surabaya.us-seattle): perhaps three']);
  });

  test('gives way to one of just the two', async () => {
    const { details } = await merge([row(TWO)], { agreements: [three, known('two', TWO, { kind: 'COOPERATION' })], sources: [PAPER] });
    expect(details.map(({ key }) => key)).toEqual(['two']);
  });
});

test('an agreement of the places that enclose two is perhaps that of the two, which the report tells', async () => {
  const graph = { agreements: [known('provinces', ['jp-26', 'id-ji'])], sources: [PAPER] };
  const { report } = await merge([row(['id-surabaya', 'jp-kochi'], { kind: 'SISTER_CITY', source: page('a') })], graph);
  expect(report.doubtful).toEqual(['id-surabaya – jp-kochi (id-surabaya.jp-kochi): perhaps provinces']);
});
