import { describe, expect, test } from 'vitest';
import { known, merge, page, row } from './merged.js';

const TWO = ['id-surabaya', 'us-seattle'] as const;
const PAPER = { key: 'paper', kind: 'NEWS' as const, title: 'A paper', publisher: 'The publisher', authors: [], language: 'en' };
const steps = [{ stage: 'SIGNED' as const, date: '2019' }];
const until = (date: string) => ({ until: date, months: null });
const counted = (date: string) => ({ until: date, months: 60, inferred: '5 tahun, counted from 2019.' });
const term = (months: number) => ({ until: null, months });
type Said = ReturnType<typeof until> | ReturnType<typeof counted> | ReturnType<typeof term>;
const rows = (...said: readonly Said[]) => said.map((validity, index) => row(TWO, { line: index + 1, steps, validity }));

describe('until when an agreement holds', () => {
  test('is an end that is expected', async () => {
    const { agreements } = await merge(rows(until('2024-11-14')));
    expect(agreements[0]?.plans).toMatchObject([
      {
        stage: 'EXPIRED',
        date: '2024-11-14',
        description: { id: 'Masa berlakunya berakhir.', en: 'Its term of validity ends.' },
        cites: [{ at: 'row 1', basis: 'STATED' }],
      },
    ]);
    expect(agreements[0]?.stages.map(({ stage }) => stage)).toEqual(['SIGNED']);
  });

  test('is inferred where it is counted', async () => {
    const { agreements } = await merge(rows(counted('2024')));
    expect(agreements[0]?.plans).toMatchObject([{ date: '2024', cites: [{ basis: 'INFERRED', note: '5 tahun, counted from 2019.' }] }]);
  });

  test('is one end for rows that agree, as precise as any of them', async () => {
    const { agreements } = await merge(rows(until('2024'), until('2024-11-14'), counted('2024')));
    expect(agreements[0]?.plans.map(({ date }) => date)).toEqual(['2024-11-14']);
    const cites = agreements[0]?.plans[0]?.cites.map(({ at, field, value }) => [at, field, value]);
    expect(cites).toContainEqual(['row 1', 'date', '2024']);
    expect(cites).toContainEqual(['row 2', 'date', '2024-11-14']);
  });

  test('is an end for each term, the earliest first, and contradicts nothing', async () => {
    const { agreements, report } = await merge(rows(until('2024'), until('2019-05')));
    expect(agreements[0]?.plans.map(({ date }) => date)).toEqual(['2019-05', '2024']);
    expect(report.conflicts).toEqual([]);
  });

  test('is a term without an end where it cannot be counted, and no other row did', async () => {
    const { agreements } = await merge(rows(term(60), term(18), term(12)));
    expect(agreements[0]?.plans.map(({ date, description }) => [date, description.en, description.id])).toEqual([
      [undefined, 'Valid for 1 year.', 'Berlaku 1 tahun.'],
      [undefined, 'Valid for 18 months.', 'Berlaku 18 bulan.'],
      [undefined, 'Valid for 5 years.', 'Berlaku 5 tahun.'],
    ]);
    const with60 = await merge(rows(term(60), counted('2024')));
    expect(with60.agreements[0]?.plans.map(({ date }) => date)).toEqual(['2024']);
  });

  test.each<[string, Said, (string | undefined)[]]>([
    ['the same end', until('2024-11-14'), []],
    ['a less precise one', until('2024'), []],
    ['another end', until('2029'), ['2029']],
    ['a term', term(60), [undefined]],
  ])('is added to an agreement that the graph has unless it has it: %s', async (_, said, expected) => {
    const plans = [{ stage: 'EXPIRED' as const, date: '2024-11-14', description: { en: 'It ends.' }, cites: [{ source: 'paper' }] }];
    const { details } = await merge([row(TWO, { steps, validity: said, source: page('a') })], {
      agreements: [known('surabaya-seattle', TWO, { plans: plans as never })],
      sources: [PAPER],
    });
    expect(details[0]?.plans.map(({ date }) => date)).toEqual(expected);
  });
});
