import { describe, expect, test } from 'vitest';
import type { Facts } from '../../../src/analytics/recommendation/decisions.js';
import { findingOf } from '../../../src/analytics/recommendation/eligibility.js';
import { ALL_CRITERIA, type Criterion } from '../../../src/domain/criteria.js';
import type { PlaceKind } from '../../../src/domain/vocabulary.js';

const place = (id: string, country: string | null, kind: PlaceKind = 'CITY', population: number | null = null) => ({
  id: `place:${id}`,
  kind,
  country: country === null ? null : `place:${country}`,
  province: null,
  population,
});

/** An Indonesian and a Japanese city of which nothing else is known, but for what is said. */
const facts = (known: Partial<Facts> = {}): Facts => ({
  a: place('kupang', 'id'),
  b: place('kochi', 'jp'),
  missions: [],
  onRecord: [],
  running: [],
  signings: [],
  subjects: [],
  ...known,
});
const verdict = (criterion: Criterion, known?: Partial<Facts>) => findingOf(criterion, facts(known)).verdict;

describe('a criterion', () => {
  test('that is undecided says what would decide it, and one that is decided does not', () => {
    for (const criterion of ALL_CRITERIA) {
      const { verdict: found, needed } = findingOf(criterion, facts());
      expect(needed === null, criterion).toBe(found !== 'UNDECIDED');
    }
  });

  test('of Indonesian law does not apply to places elsewhere', () => {
    const elsewhere = { a: place('kyoto', 'jp'), b: place('xian', 'cn') };
    const applied = ALL_CRITERIA.filter((criterion) => verdict(criterion, elsewhere) !== 'NOT_APPLICABLE');
    expect(applied).toEqual(['NO_AGREEMENT_YET', 'CLAIR_SIGNED_BY_HEADS', 'CLAIR_SEVERAL_FIELDS', 'CLAIR_ASSEMBLY_APPROVED']);
  });

  test('of cooperation abroad does not apply to two regions of Indonesia, which are no foreign partners', () => {
    const domestic = { a: place('palopo', 'id'), b: place('batu', 'id') };
    const applied = ALL_CRITERIA.filter((criterion) => verdict(criterion, domestic) !== 'NOT_APPLICABLE');
    expect(applied).toEqual(['FOREIGN_PARTNER', 'NO_AGREEMENT_YET']);
    expect(verdict('FOREIGN_PARTNER', domestic)).toBe('NOT_MET');
  });

  test('of CLAIR does not apply within Japan', () => {
    expect(verdict('CLAIR_SIGNED_BY_HEADS', { a: place('kyoto', 'jp') })).toBe('NOT_APPLICABLE');
  });

  test('is not decided by a country that is not known', () => {
    expect(verdict('FOREIGN_PARTNER', { b: place('nowhere', null) })).toBe('UNDECIDED');
    expect(verdict('DIPLOMATIC_RELATIONS', { b: place('nowhere', null) })).toBe('NOT_APPLICABLE');
  });
});

describe('diplomatic relations', () => {
  test('are shown by a mission', () => {
    expect(findingOf('DIPLOMATIC_RELATIONS', facts({ missions: ['mission:embassy'] }))).toMatchObject({
      verdict: 'MET',
      evidence: ['mission:embassy'],
    });
  });

  test('are not denied by there being none', () => {
    expect(verdict('DIPLOMATIC_RELATIONS')).toBe('UNDECIDED');
  });
});

describe('equal status', () => {
  test.each([
    ['CITY', 'REGENCY', 'MET'],
    ['PROVINCE', 'PROVINCE', 'MET'],
    ['PROVINCE', 'CITY', 'NOT_MET'],
    ['VILLAGE', 'CITY', 'NOT_MET'],
    ['AUTHORITY', 'AUTHORITY', 'UNDECIDED'],
    ['REGION', 'CITY', 'UNDECIDED'],
    ['CITY', 'COUNTRY', 'UNDECIDED'],
  ] as const)('of a %s and a %s is %s', (one, other, expected) => {
    expect(verdict('EQUAL_STATUS', { a: place('a', 'id', one), b: place('b', 'jp', other) })).toBe(expected);
  });
});

describe('similar characteristics', () => {
  test('are not shown by populations, which are told', () => {
    const finding = findingOf('SIMILAR_CHARACTERISTICS', facts({ a: place('a', 'id', 'CITY', 300), b: place('b', 'jp', 'CITY', 400) }));
    expect(finding).toMatchObject({ verdict: 'UNDECIDED', evidence: ['place:a', 'place:b'] });
    expect(finding.explanation).toContain('0.75');
  });
});

describe('an agreement', () => {
  test('that runs stands in the way of another one', () => {
    const running = { onRecord: ['agreement:1', 'agreement:2'], running: ['agreement:2'] };
    expect(findingOf('NO_AGREEMENT_YET', facts(running))).toMatchObject({ verdict: 'NOT_MET', evidence: ['agreement:2'] });
  });

  test('that is talked about or has lapsed does not', () => {
    expect(findingOf('NO_AGREEMENT_YET', facts({ onRecord: ['agreement:1'] }))).toMatchObject({
      verdict: 'MET',
      evidence: ['agreement:1'],
    });
  });

  const signed = (name: string, ...places: string[]) =>
    places.map((of) => ({ agreement: `agreement:${name}`, place: `place:${of}`, event: `event:${name}` }));

  test('counts for CLAIR when the heads of both signed the same one', () => {
    expect(findingOf('CLAIR_SIGNED_BY_HEADS', facts({ signings: signed('1', 'kupang', 'kochi') }))).toMatchObject({
      verdict: 'MET',
      evidence: ['agreement:1', 'event:1'],
    });
    expect(verdict('CLAIR_SIGNED_BY_HEADS', { signings: [...signed('1', 'kupang'), ...signed('2', 'kochi')] })).toBe('UNDECIDED');
  });

  test('counts for CLAIR when it is about more than one sector, and runs', () => {
    const subjects = ['a', 'b'].map((sector) => ({ agreement: 'agreement:1', sector: `sector:${sector}` }));
    expect(verdict('CLAIR_SEVERAL_FIELDS', { subjects, running: ['agreement:1'] })).toBe('MET');
    expect(verdict('CLAIR_SEVERAL_FIELDS', { subjects, running: [] })).toBe('UNDECIDED');
    expect(verdict('CLAIR_SEVERAL_FIELDS', { subjects: subjects.slice(1), running: ['agreement:1'] })).toBe('UNDECIDED');
  });
});
