import { describe, expect, test } from 'vitest';
import { idOf, labelOf, NODES, type NodeLabel, RELATIONSHIPS } from '../../src/domain/ontology.js';

const LABELS = Object.keys(NODES) as NodeLabel[];
const PREFIXES = LABELS.map((label) => NODES[label].prefix as string);
const RELATIONSHIP_LIST = Object.values(RELATIONSHIPS);

describe('ids', () => {
  test.each(LABELS)('of %s tell their label', (label) => {
    for (const key of ['x', 'id-kota-batu', 'a.1', 'a:b', ':', '京都府', ...PREFIXES]) {
      expect(labelOf(idOf(label, key))).toBe(label);
    }
  });

  test('begin with the prefix of the label', () => {
    expect(idOf('AwardResult', 'we-love-cities.1')).toBe('award-result:we-love-cities.1');
  });

  test.each([
    '',
    ':',
    'place',
    'place:',
    ':x',
    'Place:x',
    'city:x',
    'award-:x',
    ' place:x',
    'place :x',
    'constructor:x',
    '__proto__:x',
    '1',
  ])('%j is none', (id) => {
    expect(labelOf(id)).toBeNull();
  });
});

describe('NODES', () => {
  test('have prefixes of their own, made of small letters', () => {
    expect(new Set(PREFIXES).size).toBe(LABELS.length);
    expect(PREFIXES.filter((prefix) => !/^[a-z]+(?:-[a-z]+)*$/.test(prefix))).toEqual([]);
  });

  test('have names that may stand in a query', () => {
    expect(LABELS.filter((label) => !/^[A-Z][A-Za-z]*$/.test(label))).toEqual([]);
  });

  test('are explained', () => {
    expect(LABELS.filter((label) => !/^[A-Z].*\.$/.test(NODES[label].description))).toEqual([]);
  });
});

describe('RELATIONSHIPS', () => {
  test('have names that may stand in a query', () => {
    expect(Object.keys(RELATIONSHIPS).filter((type) => !/^[A-Z]+(?:_[A-Z]+)*$/.test(type))).toEqual([]);
  });

  test('join nodes that there are, each label named once', () => {
    for (const { from, to } of RELATIONSHIP_LIST) {
      for (const ends of [from, to] as readonly (readonly NodeLabel[])[]) {
        expect(ends.length).toBeGreaterThan(0);
        expect(new Set(ends).size).toBe(ends.length);
        expect(LABELS).toEqual(expect.arrayContaining([...ends]));
      }
    }
  });

  test('are called differently from each end and from one another', () => {
    const names = RELATIONSHIP_LIST.flatMap(({ label, reverse }) => [label, reverse]);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  test('leave no node alone', () => {
    const joined = new Set(RELATIONSHIP_LIST.flatMap(({ from, to }): readonly NodeLabel[] => [...from, ...to]));
    expect(LABELS.filter((label) => !joined.has(label))).toEqual([]);
  });
});
