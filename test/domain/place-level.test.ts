import { expect, test } from 'vitest';
import { equalsOf, levelOf } from '../../src/domain/place-level.js';
import { membersOf, PLACE_KINDS } from '../../src/domain/vocabulary.js';

test('kinds are equals of each other, and of themselves', () => {
  for (const kind of membersOf(PLACE_KINDS)) {
    expect(equalsOf(kind)).toContain(kind);
    for (const equal of equalsOf(kind)) expect(equalsOf(equal)).toEqual(equalsOf(kind));
  }
});

test('cities and regencies are equals, as Indonesian law has it', () => {
  expect(equalsOf('REGENCY')).toEqual(['REGENCY', 'CITY']);
  expect(levelOf('CITY')).toBe(levelOf('REGENCY'));
});

test('a body without a rank has no equals but those of its kind', () => {
  expect(equalsOf('AUTHORITY')).toEqual(['AUTHORITY']);
  expect(levelOf('REGION')).toBeNull();
});
