import { describe, expect, test } from 'vitest';
import { dateOf } from '../../../../src/exchange/import/sheet/dates.js';

describe('a date in a sheet', () => {
  test.each([
    ['2019-02-14', '2019-02-14'],
    ['2019-02', '2019-02'],
    ['2019', '2019'],
    ['199X', '199X'],
    ['1991~', '1991~'],
    ['2007-02?', '2007-02?'],
    ['../2019-02-14', '../2019-02-14'],
    ['2023-10-23/2023-10-24', '2023-10-23/2023-10-24'],
    ['14 Februari 2019', '2019-02-14'],
    ['14 februari 2019', '2019-02-14'],
    ['14-Feb-2019', '2019-02-14'],
    ['4 Agustus 1990', '1990-08-04'],
    ['4 Agu 1990', '1990-08-04'],
    ['4 Agt. 1990', '1990-08-04'],
    ['5 Mei 2001', '2001-05-05'],
    ['10 Nopember 1945', '1945-11-10'],
    ['1 Pebruari 1960', '1960-02-01'],
    ['14 February 2019', '2019-02-14'],
    ['February 14, 2019', '2019-02-14'],
    ['Dec 1, 2020', '2020-12-01'],
    ['Februari 2019', '2019-02'],
    ['March 2019', '2019-03'],
    ['14/02/2019', '2019-02-14'],
    ['3/4/2019', '2019-04-03'],
    ['14-02-2019', '2019-02-14'],
    ['14.2.2019', '2019-02-14'],
    ['2018/05/06', '2018-05-06'],
    ['2018/5/6', '2018-05-06'],
    ['2018.05.06', '2018-05-06'],
    ['02/2019', '2019-02'],
    ['1990-an', '199X'],
    ['1990an', '199X'],
    ['tahun 1990-an', '199X'],
    ['1990s', '199X'],
    ['29 Februari 2020', '2020-02-29'],
    ['sekitar 2012', '2012~'],
    ['akhir 2015', '2015'],
    ['Awal tahun 2015', '2015'],
    ['pertengahan 2015', '2015'],
    ['akhir Februari 2012', '2012-02'],
    ['awal 1990-an', '199X'],
    ['end of 2015', '2015'],
    ['mid-1990s', '199X'],
    ['Sekitar tahun 2012', '2012~'],
    ['ca. Februari 2012', '2012-02~'],
  ])('may be %s', (text, edtf) => {
    expect(dateOf(text)).toBe(edtf);
  });

  test('is read month first only when that is said', () => {
    expect(dateOf('03/04/2019', 'MDY')).toBe('2019-03-04');
    expect(() => dateOf('02/14/2019')).toThrow(
      'there is no month 14, and dates are read as day, month, year; say dateOrder: MDY if they are month, day, year',
    );
    expect(() => dateOf('14/02/2019', 'MDY')).toThrow('say dateOrder: DMY');
    expect(dateOf('14 Februari 2019', 'MDY')).toBe('2019-02-14');
  });

  test('has a year of four digits, for two may be in more than one century', () => {
    for (const text of ['3/4/18', '14/02/19', '14.2.19', '18-04-03']) {
      expect(() => dateOf(text)).toThrow('a year of two digits may be in more than one century; write it with four');
    }
  });

  test('has its year first in one order only', () => {
    expect(dateOf('2018/05/06', 'MDY')).toBe('2018-05-06');
    expect(() => dateOf('2018/14/02')).toThrow('there is no 2018-14-02');
  });

  test.each([
    '2025-02-30',
    '30/02/2025',
    'sekitar',
    'sekitar sekitar 2012',
    'akhir',
    'akhir 14 Februari 2019',
    'akhir masa jabatan',
    '2018/02/30',
    '2018/05-06',
    'sekitar 30/02/2025',
    '30 Februari 2025',
    '29 Februari 2019',
    '31 Juni 2019',
    '2019-06-31',
    '2019-00-10',
    '00/02/2019',
    '2019-13',
    '13/2019',
    '32/13/2019',
    '14/02/19',
    '14 Fabruari 2019',
    '2019-2024',
    '1991-an',
    '43510',
    'kemarin',
    'NA',
    '14 Februari',
    '14/02-2019',
    '1/2/3/2019',
  ])('is not %s', (text) => {
    expect(() => dateOf(text)).toThrow(expect.objectContaining({ code: 'BAD_INPUT' }));
  });
});
