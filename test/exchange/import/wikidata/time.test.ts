import { describe, expect, test } from 'vitest';
import { readTime } from '../../../../src/exchange/import/wikidata/time.js';

describe('a time', () => {
  test.each([
    ['2003-05-17T00:00:00Z', '11', '2003-05-17'],
    ['2003-05-01T00:00:00Z', '10', '2003-05'],
    ['2003-01-01T00:00:00Z', '9', '2003'],
    ['2003-01-01T00:00:00Z', '11', '2003-01-01'],
    ['1990-01-01T00:00:00Z', '8', '199X'],
    ['+2003-05-00T00:00:00Z', '10', '2003-05'],
    ['2003-05-17T00:00:00Z', '14', '2003-05-17'],
    ['0836-01-01T00:00:00Z', '9', '0836'],
  ])('%s is as precise as %s says: %s', (time, precision, value) => {
    expect(readTime(time, precision)).toEqual({ value });
  });

  test.each([
    ['+2003-00-00T00:00:00Z', '11', '2003'],
    ['+2003-05-00T00:00:00Z', '11', '2003-05'],
  ])('%s is no more precise than it is written, whatever is said', (time, precision, value) => {
    expect(readTime(time, precision)).toEqual({ value });
  });

  test.each([
    ['2003-05-17T00:00:00Z', '2003-05-17'],
    ['2003-05-01T00:00:00Z', '2003-05'],
    ['2003-01-01T00:00:00Z', '2003'],
    ['2003-01-02', '2003-01-02'],
    ['+2003-00-00T00:00:00Z', '2003'],
    ['+2003-05-00T00:00:00Z', '2003-05'],
    ['2003', '2003'],
    ['2003-05', '2003-05'],
  ])('%s without its precision is trusted as far as it is not filled with ones: %s', (time, value) => {
    expect(readTime(time, null)).toEqual({ value });
  });

  test.each([
    ['-0043-03-15T00:00:00Z', '11', 'it is not in the years 1 to 9999'],
    ['0000-01-01T00:00:00Z', '9', 'it is not in the years 1 to 9999'],
    ['+12003-01-01T00:00:00Z', '9', 'it is not in the years 1 to 9999'],
    ['1900-01-01T00:00:00Z', '7', 'only its century is known, if that'],
    ['2003-02-30T00:00:00Z', '11', 'it is not in the calendar'],
    ['2003-13-01T00:00:00Z', '10', 'it is not in the calendar'],
    ['17 May 2003', null, 'it is no time'],
    ['2003-05-17T00:00:00Z', 'day', 'its precision is "day"'],
  ])('%s with precision %s is none: %s', (time, precision, reason) => {
    expect(readTime(time, precision)).toEqual({ reason, remedy: expect.any(String) });
  });
});
