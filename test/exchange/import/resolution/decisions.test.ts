import { describe, expect, test } from 'vitest';
import { DataInvalidError } from '../../../../src/domain/errors.js';
import { readDecisions } from '../../../../src/exchange/import/resolution/decisions.js';
import { PartyResolver } from '../../../../src/exchange/import/resolution/resolver.js';
import type { NamedParty } from '../../../../src/exchange/import/statement.js';
import { directory, party, province, shown } from './directory.js';

const KNOWN = directory([
  province('ID-JB', 'Jawa Barat'),
  ['id-kota-bogor', 'Kota Bogor', 'id-jb'],
  ['id-kabupaten-bogor', 'Kabupaten Bogor', 'id-jb', { kind: 'REGENCY' }],
]);
const DECIDED = 'by: Sari, on: 2026-03-31';

const found = (text: string, name: string, said: Partial<NamedParty> = {}) =>
  shown(new PartyResolver(KNOWN, readDecisions('decisions.yaml', text, KNOWN)).resolve(party(name, said)));

function problems(text: string): string[] {
  try {
    readDecisions('decisions.yaml', text, KNOWN);
  } catch (error) {
    if (error instanceof DataInvalidError)
      return error.problems.map(({ file, line, field, message }) => `${file}:${line} ${field}: ${message}`);
    throw error;
  }
  return [];
}

describe('a decision', () => {
  const BOGOR = `decisions:\n  - { name: Bogor, country: Indonesia, place: id-kabupaten-bogor, ${DECIDED} }\n`;

  test.each([
    ['Bogor', { country: 'Indonesia' }, 'DECISION id-kabupaten-bogor'],
    ['BOGOR', { country: 'ID' }, 'DECISION id-kabupaten-bogor'],
    // The row says more than the one that was decided about.
    ['Bogor', { country: 'ID', level: 'CITY' }, 'KIND_WORDS id-kota-bogor'],
    ['Bogor', { country: 'ID', province: 'Jawa Barat' }, '? id-kabupaten-bogor id-kota-bogor'],
    ['Bogor', { country: 'ID', codes: [{ scheme: 'WIKIDATA', value: 'Q1' }] }, '? id-kabupaten-bogor id-kota-bogor'],
    ['Bogor', {}, '? id-kabupaten-bogor id-kota-bogor'],
    ['Kota Bogor', { country: 'ID' }, 'NAME id-kota-bogor'],
  ] as [string, Partial<NamedParty>, string][])(
    'holds for parties that are named the same and no others: %s, %o: %s',
    (name, said, expected) => {
      expect(found(BOGOR, name, said)).toBe(expected);
    },
  );

  test('about one that says the usual level holds for one that does not tell, before one that leaves the level open', () => {
    const decided = `decisions:\n  - { name: Bogor, country: Indonesia, level: REGENCY, place: id-kota-bogor, ${DECIDED} }\n`;
    const usually = { country: 'ID', usualLevel: 'REGENCY' as const };
    expect(found(decided, 'Bogor', usually)).toBe('DECISION id-kota-bogor');
    expect(found(decided, 'Bogor', { country: 'ID', usualLevel: 'CITY' })).toBe('KIND_WORDS id-kota-bogor');
    expect(found(`${decided}  - { name: Bogor, country: Indonesia, place: leave-out, ${DECIDED} }\n`, 'Bogor', usually)).toBe(
      'DECISION id-kota-bogor',
    );
  });

  test('that leaves the level open holds while all parties that are named so are usually the same', () => {
    const decisions = readDecisions('decisions.yaml', BOGOR, KNOWN);
    const usually = (usualLevel: 'CITY' | 'REGENCY') => party('Bogor', { country: 'ID', usualLevel });
    const resolver = new PartyResolver(KNOWN, decisions);
    decisions.meet(usually('CITY'));
    decisions.meet(usually('CITY'));
    expect(shown(resolver.resolve(usually('CITY')))).toBe('DECISION id-kabupaten-bogor');
    decisions.meet(usually('REGENCY'));
    expect(shown(resolver.resolve(usually('CITY')))).toBe('KIND_WORDS id-kota-bogor');
  });

  test('may be about a country that nobody knows, a province, a level and codes', () => {
    const text = `decisions:
  - name: Bogor
    country: Indonesa
    province: Jabar
    level: CITY
    codes: [{ scheme: KEMENDAGRI, value: '3271' }]
    place: id-kota-bogor
    by: Sari
    on: 2026-03-31
    note: The file spells the country so throughout.
`;
    const said = { country: 'indonesa', province: 'JABAR', level: 'CITY', codes: [{ scheme: 'KEMENDAGRI', value: '32.71' }] } as const;
    expect(found(text, 'Bogor', said)).toBe('DECISION id-kota-bogor');
  });

  test('may be that a place is new, or that it is left out', () => {
    const text = `decisions:
  - { name: Ciawi, country: Indonesia, level: VILLAGE, province: Jawa Barat, place: new, ${DECIDED} }
  - { name: ASEAN, place: leave-out, ${DECIDED} }
`;
    expect(found(text, 'Ciawi', { country: 'ID', level: 'VILLAGE', province: 'Jawa Barat' })).toBe('new: a VILLAGE in id-jb');
    expect(found(text, 'ASEAN')).toBe('left out');
  });

  test('may say what a new place is, where the source does not', () => {
    const text = `decisions:\n  - { name: Ciawi, country: Indonesia, place: new, kind: VILLAGE, ${DECIDED} }\n`;
    expect(found(text, 'Ciawi', { country: 'ID' })).toBe('new: a VILLAGE in id');
  });

  test('that a place is new holds until there is one, unless it says that this is another one', () => {
    const newCity = (more: string) =>
      `decisions:\n  - { name: Kota Bogor, country: Indonesia, level: CITY, place: new, ${more}${DECIDED} }\n`;
    const said = { country: 'ID', level: 'CITY' } as const;
    expect(found(newCity(''), 'Kota Bogor', said)).toBe('NEW_ONCE id-kota-bogor');
    expect(found(newCity('besides: [id-kota-bogor], '), 'Kota Bogor', said)).toBe('new: a CITY in id');
  });

  test('may name a place by its id, as the API does', () => {
    const text = `decisions:\n  - { name: Bogor, country: ID, place: 'place:id-kota-bogor', ${DECIDED} }\n`;
    expect(found(text, 'Bogor', { country: 'ID' })).toBe('DECISION id-kota-bogor');
  });

  test('that is still open holds for nothing', () => {
    expect(found('decisions:\n  - name: Bogor\n    country: Indonesia\n    place:\n    by:\n', 'Bogor', { country: 'ID' })).toMatch(/^\?/);
  });

  test.each(['', 'decisions:\n', 'decisions: []\n', '# none yet\n'])('is not needed: %j', (text) => {
    expect(found(text, 'Kota Bogor', { country: 'ID' })).toBe('NAME id-kota-bogor');
  });
});

describe('a file of decisions is refused, with the line, for', () => {
  test.each([
    ['an unknown field', `decisions:\n  - name: Bogor\n    town: x\n`, 'decisions.yaml:3 decisions[0].town: unknown field'],
    ['another list', 'decision: []\n', 'decisions.yaml:1 decision: unknown field'],
    ['no name', `decisions:\n  - { place: new }\n`, /decisions\[0\]\.name/],
    [
      'a place that is not there',
      `decisions:\n\n  - { name: X, place: id-x, ${DECIDED} }\n`,
      'decisions.yaml:3 decisions[0].place: there is no place id-x; accepted are keys of places, new and leave-out',
    ],
    [
      'nobody who decided',
      'decisions:\n  - { name: X, place: id, on: 2026-03-31 }\n',
      'decisions.yaml:2 decisions[0].by: a decision says who made it',
    ],
    ['no day', 'decisions:\n  - { name: X, place: id, by: Sari }\n', /decisions\[0\]\.on: a decision says when it was made/],
    ['a day that is none', 'decisions:\n  - { name: X, place: id, by: Sari, on: 2026-02-31 }\n', /decisions\[0\]\.on: must be a date/],
    ['a level that is none', 'decisions:\n  - { name: X, level: TOWN }\n', /decisions\[0\]\.level: must be one of COUNTRY/],
    [
      'a new place without a level',
      `decisions:\n  - { name: X, country: ID, place: new, ${DECIDED} }\n`,
      /decisions\[0\]\.place: a new place needs/,
    ],
    ['a new place in no country', `decisions:\n  - { name: X, country: Y, level: CITY, place: new, ${DECIDED} }\n`, /a new place needs/],
    ['what is not YAML', 'decisions: [', /not YAML/],
  ])('%s', (_, text, problem) => {
    const [first, ...more] = problems(text);
    expect(more).toEqual([]);
    if (typeof problem === 'string') expect(first).toBe(problem);
    else expect(first).toMatch(problem);
  });

  test('two decisions about the same party', () => {
    const text = `decisions:
  - { name: Bogor, country: Indonesia, place: id-kota-bogor, ${DECIDED} }
  - { name: BOGOR, country: ID, place: id-kabupaten-bogor, ${DECIDED} }
`;
    expect(problems(text)).toEqual(['decisions.yaml:3 decisions[1].name: the same party is in line 2 already; keep one of the two']);
  });

  test('all that is wrong in it at once', () => {
    expect(problems('decisions:\n  - { name: X, place: id-x }\n  - { name: Y, place: id-y }\n')).toHaveLength(6);
  });
});
