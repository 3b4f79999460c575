import { expect, test } from 'vitest';
import { type Precision, precisionOf } from '../../src/domain/date-precision.js';

test.each<[edtf: string, precision: Precision]>([
  ['2018-04-30', 'DAY'],
  ['2018-04-30?', 'DAY'],
  ['2018-04', 'MONTH'],
  ['2018-04-XX', 'MONTH'],
  ['2007-02~', 'MONTH'],
  ['2018', 'YEAR'],
  ['2018-XX', 'YEAR'],
  ['2018-XX-XX', 'YEAR'],
  ['1991~', 'YEAR'],
  ['199X', 'DECADE'],
  ['199X?', 'DECADE'],
  ['19XX', 'DECADE'],
  ['2023-10-23/2023-10-24', 'SPAN'],
  ['../2019-02-14', 'SPAN'],
  ['2018/..', 'SPAN'],
])('%s is a %s', (edtf, precision) => {
  expect(precisionOf(edtf)).toBe(precision);
});
