import { describe, expect, test } from 'vitest';
import type { Statement } from '../../../../src/exchange/import/statement.js';
import { merge, outlineOf, page, row, saysOf } from './merged.js';

const TWO = ['id-surabaya', 'us-seattle'];
type Told = readonly [date: string | null, more?: Partial<Statement>];

/** Rows from line 1 on that each tell when one step was reached. */
async function told(stage: Statement['steps'][number]['stage'], ...dates: Told[]) {
  const merged = await merge(dates.map(([date, more], index) => row(TWO, { line: index + 1, steps: [{ stage, date }], ...more })));
  const [agreement] = merged.agreements;
  if (agreement === undefined) throw new Error('no agreement was made');
  return { ...merged, agreement, steps: outlineOf(agreement).split(': ')[1], cites: agreement.stages[0]?.cites ?? [] };
}

describe('what rows say of when a step was reached', () => {
  test('is one step of two citations where they say the same', async () => {
    const { steps, cites } = await told('SIGNED', ['1992'], ['1992', { source: page('a') }]);
    expect(steps).toBe('SIGNED 1992');
    expect(saysOf(cites, undefined)).toEqual(['row 1', 'news-example-a']);
    expect(saysOf(cites, 'date')).toEqual([]);
  });

  test('is shown as precisely as any of them says, and each is cited for what it says', async () => {
    const { steps, cites, report } = await told('SIGNED', ['2018', { confidence: 'HIGH' }], ['2018-04-30'], ['2018-04'], [null]);
    expect(steps).toBe('SIGNED 2018-04-30');
    expect(saysOf(cites, undefined)).toEqual(['row 1', 'row 2', 'row 3', 'row 4']);
    expect(saysOf(cites, 'date')).toEqual(['row 1 2018', 'row 2 2018-04-30', 'row 3 2018-04']);
    expect(report.conflicts).toEqual([]);
  });

  test('does not let one who gives no date vouch for the date of another', async () => {
    const { cites } = await told('SIGNED', ['2018'], [null]);
    expect(saysOf(cites, 'date')).toEqual(['row 1 2018']);
  });

  test('is no contradiction where the one is only the latest that it can be', async () => {
    const { steps, report } = await told('SIGNED', ['../2019-02-14'], ['1992-09']);
    expect(steps).toBe('SIGNED 1992-09');
    expect(report.conflicts).toEqual([]);
  });

  test.each<[string, Told[], string, string[], string]>([
    [
      'the better source',
      [
        ['1991', { confidence: 'LOW' }],
        ['1992', { confidence: 'HIGH' }],
      ],
      'SIGNED 1992',
      ['not row 1 1991'],
      'its sources are more to be relied on',
    ],
    [
      'more sources',
      [
        ['1991', { source: page('a') }],
        ['1992', { source: page('b') }],
        ['1992', { source: page('c') }],
      ],
      'SIGNED 1992',
      ['not news-example-a 1991'],
      'more sources say so',
    ],
    ['the more precise one', [['1991'], ['1992-09-29']], 'SIGNED 1992-09-29', ['not row 1 1991'], 'it is more precise'],
    ['the first row', [['1992'], ['1991']], 'SIGNED 1992', ['not row 2 1991'], 'it comes first'],
  ])('is that of %s where dates contradict each other, and the other one is kept with why', async (_, rows, shown, dissent, why) => {
    const { steps, cites, report } = await told('SIGNED', ...rows);
    expect(steps).toBe(shown);
    expect(saysOf(cites, 'date')).toEqual(dissent);
    expect(cites.find(({ preferred }) => !preferred)?.note).toContain(why);
    expect(report.conflicts).toHaveLength(1);
  });

  test('is what a source states rather than what follows from a better one', async () => {
    const { agreements } = await merge([
      row(TWO, { line: 1, steps: [{ stage: 'SIGNED', date: '1991', inferred: 'It began then.' }], confidence: 'HIGH' }),
      row(TWO, { line: 2, steps: [{ stage: 'SIGNED', date: '1992' }], confidence: 'LOW' }),
    ]);
    expect(agreements[0]?.stages).toMatchObject([
      {
        date: '1992',
        cites: [
          { at: 'row 2' },
          { at: 'row 1', value: '1991', preferred: false, basis: 'INFERRED', note: expect.stringContaining('It began then.') },
        ],
      },
    ]);
  });

  test('counts a year for both of two months in it that contradict each other', async () => {
    const { steps, cites } = await told(
      'SIGNED',
      ['2007', { confidence: 'HIGH' }],
      ['2007-01', { confidence: 'LOW' }],
      ['2007-02', { confidence: 'MEDIUM' }],
    );
    expect(steps).toBe('SIGNED 2007-02');
    expect(saysOf(cites, 'date')).toEqual(['row 1 2007', 'row 3 2007-02', 'not row 2 2007-01']);
  });

  test('does not make a renewal of a second signing many years later', async () => {
    const { steps, cites } = await told('SIGNED', ['1992'], ['2012']);
    expect(steps).toBe('SIGNED 1992');
    expect(saysOf(cites, 'date')).toEqual(['not row 2 2012']);
  });

  test('is several renewals where a row says that it is one', async () => {
    const { steps, report } = await told('RENEWED', ['2012'], ['2007-05'], ['2012-03'], [null]);
    expect(steps).toBe('RENEWED 2007-05, RENEWED 2012-03');
    expect(report.conflicts).toEqual([]);
  });
});
