import { expect, test } from 'vitest';
import { inputField } from '../../../src/api/curation/input-field.js';

test.each([
  ['cites', 'citations'],
  ['cites[0].source', 'citations[0].source'],
  ['cites[0].at', 'citations[0].locator'],
  ['stages[1].cites[2].at', 'steps[1].citations[2].locator'],
  ['codes[0].value', 'codes[0].value'],
  ['name.id', 'name.id'],
  ['id', 'office'],
])('%s of a record is %s of an input', (field, expected) => {
  expect(inputField(field, { thing: 'office', added: [] })).toBe(expected);
});

test('a list that is added to is named as a whole', () => {
  expect(inputField('cites[3].source', { thing: 'office', added: ['citations'] })).toBe('citations');
});
