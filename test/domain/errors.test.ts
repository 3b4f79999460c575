import { describe, expect, test } from 'vitest';
import {
  BadInputError,
  DataInvalidError,
  type DataProblem,
  DefectError,
  ERROR_CODES,
  KembarError,
  NotFoundError,
  StoreError,
} from '../../src/domain/errors.js';

const problem = (number: number): DataProblem => ({ file: 'a.yaml', line: number, field: `agreements[${number}]`, message: 'is wrong' });
const problems = (count: number) => Array.from({ length: count }, (_, index) => problem(index + 1));

describe('the family of errors', () => {
  test.each([
    [new BadInputError('no'), 'BadInputError', 'BAD_INPUT'],
    [new NotFoundError('no'), 'NotFoundError', 'NOT_FOUND'],
    [new StoreError('STORE_BUSY', 'no'), 'StoreError', 'STORE_BUSY'],
    [new DefectError('no'), 'DefectError', 'INTERNAL'],
    [new DataInvalidError(problems(1)), 'DataInvalidError', 'DATA_INVALID'],
  ])('%s says its name and its code', (error, name, code) => {
    expect(error).toBeInstanceOf(KembarError);
    expect({ name: error.name, code: error.code }).toEqual({ name, code });
    expect(Object.keys(ERROR_CODES)).toContain(error.code);
  });

  test('keeps the cause', () => {
    const cause = new Error('socket closed');
    expect(new StoreError('STORE_UNAVAILABLE', 'no', cause).cause).toBe(cause);
  });

  test('has no cause where none is given', () => {
    expect('cause' in new BadInputError('no')).toBe(false);
  });
});

describe('DataInvalidError', () => {
  /** The lines of the message that speak of problems. */
  const listed = (error: DataInvalidError) => error.message.split('\n').slice(1);

  test('says that nothing was loaded', () => {
    expect(new DataInvalidError(problems(1)).message.split('\n')[0]).toMatch(/not valid.*nothing was loaded/);
  });

  test('lists a problem as file, line, field and message', () => {
    expect(listed(new DataInvalidError([problem(7)]))).toEqual(['  a.yaml:7  agreements[7]: is wrong']);
  });

  test('leaves out the line where there is none', () => {
    expect(listed(new DataInvalidError([{ ...problem(7), line: null }]))).toEqual(['  a.yaml  agreements[7]: is wrong']);
  });

  test('lists 20 problems in full', () => {
    const lines = listed(new DataInvalidError(problems(20)));
    expect(lines).toHaveLength(20);
    expect(lines.at(-1)).toContain('agreements[20]');
  });

  test.each([
    [21, 1],
    [143, 123],
  ])('of %d problems lists 20 and counts the other %d', (count, more) => {
    const lines = listed(new DataInvalidError(problems(count)));
    expect(lines).toHaveLength(21);
    expect(lines[19]).toContain('agreements[20]');
    expect(lines[20]).toBe(`  and ${more} more`);
  });

  test('keeps all problems', () => {
    expect(new DataInvalidError(problems(143)).problems).toEqual(problems(143));
  });
});
