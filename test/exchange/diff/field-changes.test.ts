import { describe, expect, test } from 'vitest';
import { fieldChanges } from '../../../src/exchange/diff/field-changes.js';
import { formOf, hashOfForm } from '../../../src/exchange/diff/record-form.js';

describe('the form of a record', () => {
  test('has no order of fields, and nothing of what says nothing', () => {
    const one = formOf({ key: 'a', note: undefined, stages: [{ stage: 'SIGNED', cites: [], date: null }], names: {} });
    const other = formOf({ stages: [{ stage: 'SIGNED' }], key: 'a' });
    expect(one).toEqual(other);
    expect(hashOfForm(one)).toBe(hashOfForm(other));
  });

  test('keeps the order of lists, what is false, and what is zero', () => {
    expect(formOf({ parties: ['b', 'a'], acting: false, population: 0 })).toEqual({ parties: ['b', 'a'], acting: false, population: 0 });
    expect(hashOfForm(formOf({ parties: ['a', 'b'] }))).not.toBe(hashOfForm(formOf({ parties: ['b', 'a'] })));
  });
});

describe('the fields in which two records differ', () => {
  const stage = (name: string, date?: string) => ({ stage: name, ...(date === undefined ? {} : { date }) });

  test('are none for equal ones', () => {
    expect(fieldChanges({ a: [1, { b: 2 }] }, { a: [1, { b: 2 }] })).toEqual([]);
  });

  test('are told as deep as they go', () => {
    expect(
      fieldChanges(
        { kind: 'SISTER_CITY', stages: [stage('INITIATIVE', '2017'), stage('SIGNED', '2018')] },
        { note: 'New', stages: [stage('INITIATIVE', '2017'), stage('SIGNED', '2018-04')] },
      ),
    ).toEqual([
      { field: 'kind', before: 'SISTER_CITY' },
      { field: 'note', after: 'New' },
      { field: 'stages[1].date', before: '2018', after: '2018-04' },
    ]);
  });

  test('are only what came or went of a list, wherever it stands', () => {
    const [a, b, c] = [stage('INITIATIVE'), stage('LETTER_OF_INTENT'), stage('SIGNED')];
    expect(fieldChanges({ stages: [a, c] }, { stages: [a, b, c] })).toEqual([{ field: 'stages[1]', after: b }]);
    expect(fieldChanges({ stages: [a, b, c] }, { stages: [b, c] })).toEqual([{ field: 'stages[0]', before: a }]);
    expect(fieldChanges({ parties: ['x', 'x'] }, { parties: ['x', 'x', 'x'] })).toEqual([{ field: 'parties[2]', after: 'x' }]);
  });
});
