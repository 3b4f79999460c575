import { describe, expect, test } from 'vitest';
import { BadInputError } from '../../src/domain/errors.js';
import { parsePartialDate } from '../../src/domain/partial-date.js';

function refusalOf(text: string): string {
  try {
    parsePartialDate(text);
  } catch (error) {
    expect(error).toBeInstanceOf(BadInputError);
    return (error as BadInputError).message;
  }
  throw new Error(`"${text}" is accepted`);
}

const yearText = (year: number) => String(year).padStart(4, '0');

describe('parsePartialDate', () => {
  test.each<[shape: string, text: string, earliest: string | null, latest: string | null, effective: string]>([
    ['a day', '2018-04-30', '2018-04-30', '2018-04-30', '2018-04-30'],
    ['a month', '2018-04', '2018-04-01', '2018-04-30', '2018-04-01'],
    ['a month of 31 days', '2018-12', '2018-12-01', '2018-12-31', '2018-12-01'],
    ['a year', '2018', '2018-01-01', '2018-12-31', '2018-01-01'],
    ['a decade', '199X', '1990-01-01', '1999-12-31', '1990-01-01'],
    ['a century', '19XX', '1900-01-01', '1999-12-31', '1900-01-01'],
    ['a day that is not known in its month', '2018-04-XX', '2018-04-01', '2018-04-30', '2018-04-01'],
    ['a month that is not known in its year', '2018-XX', '2018-01-01', '2018-12-31', '2018-01-01'],
    ['neither month nor day known', '2018-XX-XX', '2018-01-01', '2018-12-31', '2018-01-01'],
    ['about a year', '1991~', '1991-01-01', '1991-12-31', '1991-01-01'],
    ['an uncertain month', '2007-02?', '2007-02-01', '2007-02-28', '2007-02-01'],
    ['a day both about and uncertain', '2018-04-30%', '2018-04-30', '2018-04-30', '2018-04-30'],
    ['from a day to a day', '2023-10-23/2023-10-24', '2023-10-23', '2023-10-24', '2023-10-23'],
    ['from a decade to a month', '199X/2005-06', '1990-01-01', '2005-06-30', '1990-01-01'],
    ['from about a year to an uncertain one', '2018~/2019?', '2018-01-01', '2019-12-31', '2018-01-01'],
    ['from a year on', '2018/..', '2018-01-01', null, '2018-01-01'],
    ['by a day at the latest', '../2019-02-14', null, '2019-02-14', '2019-02-14'],
    ['by a year at the latest', '../2019', null, '2019-12-31', '2019-12-31'],
    ['a year before 1000', '0099', '0099-01-01', '0099-12-31', '0099-01-01'],
    ['the last year', '9999', '9999-01-01', '9999-12-31', '9999-01-01'],
  ])('reads %s: %s', (_, text, earliest, latest, effective) => {
    expect(parsePartialDate(text)).toEqual({ edtf: text, earliest, latest, effective });
  });

  describe('a qualifier changes no day', () => {
    const shapes = ['2018-04-30', '2018-04', '2018', '199X'];
    test.each(shapes.flatMap((shape) => ['~', '?'].map((qualifier) => [shape, qualifier])))('%s%s', (shape, qualifier) => {
      const text = `${shape}${qualifier}`;
      expect(parsePartialDate(text)).toEqual({ ...parsePartialDate(shape as string), edtf: text });
    });
  });

  test.each([
    ['2025-02-30', 'there is no 2025-02-30'],
    ['2015-02-29', 'there is no 2015-02-29'],
    ['2018-04-31', 'there is no 2018-04-31'],
    ['2018-04-00', 'there is no 2018-04-00'],
    ['2018-04-32', 'there is no 2018-04-32'],
    ['2018/2019-02-29', 'there is no 2019-02-29'],
    ['2018-02-30/2019', 'there is no 2018-02-30'],
    ['../2019-02-29', 'there is no 2019-02-29'],
    ['2016-13', 'there is no month 13'],
    ['2018-00', 'there is no month 00'],
    ['2016-13-XX', 'there is no month 13'],
    ['2018-21', 'there is no month 21'],
    ['2019/2018', 'it ends before it begins'],
    ['2018-04-30/2018-04-29', 'it ends before it begins'],
    ['', 'its shape is unknown'],
    ['../..', 'its shape is unknown'],
    ['..', 'its shape is unknown'],
    ['/2018', 'its shape is unknown'],
    ['2018/', 'its shape is unknown'],
    ['2017/2018/2019', 'its shape is unknown'],
    ['XXXX-12-XX', 'its shape is unknown'],
    ['XXXX', 'its shape is unknown'],
    ['1XXX', 'its shape is unknown'],
    ['199X-04', 'its shape is unknown'],
    ['spring 2018', 'its shape is unknown'],
    ['12018', 'its shape is unknown'],
    ['Y12018', 'its shape is unknown'],
    ['-2018', 'its shape is unknown'],
    ['18', 'its shape is unknown'],
    [' 2018', 'its shape is unknown'],
    ['2018 ', 'its shape is unknown'],
    ['2018 / 2019', 'its shape is unknown'],
    ['2018\n', 'its shape is unknown'],
    ['2018-04-30T10:00', 'its shape is unknown'],
    ['2018-04-30 (approx.)', 'its shape is unknown'],
    ['2018?~', 'its shape is unknown'],
    ['~2018', 'its shape is unknown'],
    ['2018-4-3', 'its shape is unknown'],
    ['20180430', 'its shape is unknown'],
    ['30-04-2018', 'its shape is unknown'],
    ['2018/04/30', 'its shape is unknown'],
    ['２０１８', 'its shape is unknown'],
    ['[2018,2019]', 'its shape is unknown'],
  ])('refuses %j: %s', (text, reason) => {
    expect(refusalOf(text)).toContain(`"${text}" is not a date: ${reason}. Accepted is `);
  });

  test('names only examples that it accepts when it refuses', () => {
    const accepted = refusalOf('soon').split('Accepted is ')[1] ?? '';
    const examples = accepted.match(/[\d.][\dX.-]*(?:\/[\dX.-]+)?(?<!\.)/g) ?? [];
    expect(examples).toEqual(['2018-04-30', '2018-04', '2018', '199X', '2023-10-23/2023-10-24', '../2019-02-14']);
    expect(examples.map((example) => parsePartialDate(example).edtf)).toEqual(examples);
  });

  test.each([4, 1600, 1904, 1996, 2000, 2016, 2024, 2400])('has a 29 February in the year %d', (year) => {
    const day = `${yearText(year)}-02-29`;
    expect(parsePartialDate(day)).toMatchObject({ earliest: day, latest: day });
    expect(parsePartialDate(`${yearText(year)}-02`).latest).toBe(day);
  });

  test.each([1, 1700, 1800, 1900, 2015, 2100, 2200])('has no 29 February in the year %d', (year) => {
    expect(refusalOf(`${yearText(year)}-02-29`)).toContain('there is no');
    expect(parsePartialDate(`${yearText(year)}-02`).latest).toBe(`${yearText(year)}-02-28`);
  });

  test.each(['0000', '0004-02', '0099', '0099-02', '1900-02', '1999', '2000-02', '2023-12', '2024-02', '9999-12', '2024-02-29'])(
    'gives the days of %s that an interval from it to it has',
    (text) => {
      const { earliest, latest, effective } = parsePartialDate(`${text}/${text}`);
      expect(parsePartialDate(text)).toEqual({ edtf: text, earliest, latest, effective });
    },
  );

  test('gives every day of a year as itself', () => {
    const days = Array.from({ length: 366 }, (_, index) => new Date(Date.UTC(2024, 0, 1 + index)).toISOString().slice(0, 10));
    expect(days.at(-1)).toBe('2024-12-31');
    for (const day of days) expect(parsePartialDate(day)).toEqual({ edtf: day, earliest: day, latest: day, effective: day });
  });
});
