import { describe, expect, test } from 'vitest';
import type { Actor } from '../../../src/domain/access/actor.js';
import { mustMayTouch } from '../../../src/domain/access/may.js';
import type { Permission } from '../../../src/domain/access/permissions.js';
import { type EnclosedPlace, isWithin, type Touched } from '../../../src/domain/access/touched.js';

const JATIM: EnclosedPlace = { id: 'place:id-ji', enclosing: ['place:id'] };
const BATU: EnclosedPlace = { id: 'place:id-kota-batu', enclosing: ['place:id-ji', 'place:id'] };
const KLATEN: EnclosedPlace = { id: 'place:id-klaten', enclosing: ['place:id-jt', 'place:id'] };
const FUJIAN: EnclosedPlace = { id: 'place:cn-fj', enclosing: ['place:cn'] };

const editorOf = (...within: string[]): Actor => ({ id: 'token:jatim', name: 'jatim', role: 'editor', within });
const placed = (place: EnclosedPlace): Touched => ({ kind: 'PLACED', place });
const sharedBy = (...places: EnclosedPlace[]): Touched => ({ kind: 'SHARED_BY', places });
const COMMON: Touched = { kind: 'COMMON' };

describe('an editor of Jawa Timur', () => {
  test.each<[string, Permission, Touched[], boolean]>([
    ['the province itself', 'CORRECT', [placed(JATIM)], true],
    ['a city in it', 'CORRECT', [placed(BATU)], true],
    ['a regency of another province', 'CORRECT', [placed(KLATEN)], false],
    ['the country around it', 'CORRECT', [placed({ id: 'place:id', enclosing: [] })], false],
    ['an agreement of a city in it', 'CORRECT', [sharedBy(BATU, FUJIAN)], true],
    ['the same, named the other way round', 'CORRECT', [sharedBy(FUJIAN, BATU)], true],
    ['an agreement of others', 'CORRECT', [sharedBy(KLATEN, FUJIAN)], false],
    ['an agreement without parties', 'CORRECT', [sharedBy()], false],
    ['a city that is to be moved out of it', 'CORRECT', [placed(BATU), placed({ ...BATU, enclosing: ['place:id-jt', 'place:id'] })], false],
    ['an agreement that is to be handed to others', 'CORRECT', [sharedBy(BATU, FUJIAN), sharedBy(KLATEN, FUJIAN)], false],
    ['a new place in it', 'ADD', [placed({ id: 'place:new', enclosing: ['place:id-ji', 'place:id'] })], true],
    ['a new place anywhere', 'ADD', [placed({ id: 'place:new', enclosing: [] })], false],
    ['a new source', 'ADD', [COMMON], true],
    ['a source that is there', 'CORRECT', [COMMON], false],
    ['what rests on a sector', 'CITE', [COMMON], false],
    ['nothing that matters', 'CORRECT', [], true],
  ])('and %s (%s): %#', (_, permission, touched, within) => {
    expect(isWithin(editorOf('place:id-ji'), permission, touched)).toBe(within);
  });
});

test('one of several limits is enough', () => {
  expect(isWithin(editorOf('place:id-jt', 'place:id-kota-batu'), 'CORRECT', [placed(BATU), placed(KLATEN)])).toBe(true);
});

test('a limit to no place lets nothing through', () => {
  expect(isWithin(editorOf(), 'CORRECT', [sharedBy(BATU, FUJIAN)])).toBe(false);
});

test('who has no limit is within everywhere', () => {
  expect(isWithin({ ...editorOf(), within: null }, 'CORRECT', [placed(KLATEN), COMMON])).toBe(true);
});

describe('mustMayTouch', () => {
  test.each<[string, Permission, Touched[], string]>([
    ['what is outside', 'CORRECT', [placed(KLATEN)], '"jatim" is editor within place:id-ji, and this is outside'],
    [
      'what all share',
      'CORRECT',
      [COMMON],
      '"jatim" is editor within place:id-ji, and may add what all places share, such as sources, but not change it',
    ],
    ['what needs another role', 'MERGE', [placed(BATU)], 'MERGE needs the role curator; "jatim" is editor'],
  ])('refuses %s, with the reason', (_, permission, touched, message) => {
    expect(() => mustMayTouch(editorOf('place:id-ji'), permission, touched)).toThrow(
      expect.objectContaining({ code: 'FORBIDDEN', message }),
    );
  });

  test('lets through what is inside', () => {
    expect(() => mustMayTouch(editorOf('place:id-ji'), 'CORRECT', [placed(BATU), sharedBy(KLATEN, BATU)])).not.toThrow();
  });
});
