import { describe, expect, test } from 'vitest';
import { withStubs } from '../../../../src/exchange/import/resolution/decision-stubs.js';
import { readDecisions } from '../../../../src/exchange/import/resolution/decisions.js';
import { PartyResolver } from '../../../../src/exchange/import/resolution/resolver.js';
import type { NamedParty } from '../../../../src/exchange/import/statement.js';
import { directory, party, province, shown } from './directory.js';

const KNOWN = directory([
  province('ID-JB', 'Jawa Barat'),
  ['id-kota-bogor', 'Kota Bogor', 'id-jb'],
  ['id-kabupaten-bogor', 'Kabupaten Bogor', 'id-jb', { kind: 'REGENCY' }],
  ['de-hildesheim', 'Hildesheim', 'de'],
]);
const resolver = new PartyResolver(KNOWN);
const finding = (at: string, name: string, said: Partial<NamedParty> = {}) => {
  const asked = party(name, said);
  return { party: asked, outcome: resolver.resolve(asked), at };
};

const FINDINGS = [
  finding('a.csv:2', 'Bogor', { country: 'Indonesia' }),
  finding('a.csv:3', 'Kota Bogor', { country: 'Indonesia' }),
  finding('a.csv:4', 'Hildshem', { country: 'Jerman', level: 'CITY', codes: [{ scheme: 'GEONAMES', value: '12' }] }),
  finding('b.csv:7', 'BOGOR', { country: 'ID' }),
  finding('b.csv:8', 'Atlantis'),
];

const STUBS = `# Which place a party is, where names and codes do not tell. An answer has three lines: at "place" the key of the place, which
# may be a country too, "new" for one that is not there yet, or "leave-out" for rows that are not to be taken; at "by" who
# decided; at "on" when, such as 2026-03-31. Without "place" nothing is decided. The key of any place is found with
#   kembar ask Search --text "Lima Puluh" --types PLACE --format table
# A place that is "new" needs a "kind", such as CITY, where its row tells no level. "besides" is filled in for "new" alone, and
# can be left as it is: the known places beside the question, of which the new one is none.

decisions:
  - name: Atlantis
    # b.csv:8: no known place is called so, or nearly so
    place:
    kind:
    by:
    on:
    note:

  - name: Bogor
    country: Indonesia
    # a.csv:2, b.csv:7: several places bear this name
    # id-kabupaten-bogor: Kabupaten Bogor, Jawa Barat, Indonesia (1.00: it is called Kabupaten Bogor)
    # id-kota-bogor: Kota Bogor, Jawa Barat, Indonesia (1.00: it is called Kota Bogor)
    place:
    kind:
    besides: [ id-kabupaten-bogor, id-kota-bogor ]
    by:
    on:
    note:

  - name: Hildshem
    country: Jerman
    level: CITY
    codes:
      - scheme: GEONAMES
        value: "12"
    # a.csv:4: no place bears this name, but some are called alike
    # de-hildesheim: Hildesheim, Germany (0.80: it is called Hildesheim)
    place:
    besides: [ de-hildesheim ]
    by:
    on:
    note:
`;

describe('the file for what has to be decided', () => {
  test('has a place to fill in for every party, with its candidates beside it', () => {
    expect(withStubs('decisions.yaml', '', FINDINGS, KNOWN)).toBe(STUBS);
  });

  test('is the same whichever way the findings come', () => {
    expect(withStubs('decisions.yaml', '', FINDINGS.toReversed(), KNOWN)).toBe(STUBS);
  });

  test('has no second question about a party of the usual level that was asked about as one of that level', () => {
    const before = `decisions:\n  - { name: Hildshem, country: Jerman, level: CITY, place: de-hildesheim, by: A, on: 2026-01-01 }\n`;
    const asked = finding('a.csv:4', 'Hildshem', { country: 'Jerman', usualLevel: 'CITY' });
    expect(withStubs('decisions.yaml', before, [asked], KNOWN)).toBe(before);
    expect(withStubs('decisions.yaml', '', [asked], KNOWN)).toMatch(
      /- name: Hildshem\n {4}country: Jerman\n {4}level: CITY\n {4}# a.csv:4/,
    );
  });

  test('asks about parties of one name that are usually different things one by one', () => {
    const asked = (['CITY', 'REGENCY'] as const).map((usualLevel) => finding('a.csv:4', 'Hildshem', { country: 'Jerman', usualLevel }));
    const text = withStubs('decisions.yaml', '', asked, KNOWN);
    expect(text.match(/level: \w+/g)).toEqual(['level: CITY', 'level: REGENCY']);
    expect(withStubs('decisions.yaml', text, asked, KNOWN)).toBe(text);
  });

  test('puts a question that left the level open anew, unless somebody began to answer it', () => {
    const asked = finding('a.csv:4', 'Hildshem', { country: 'Jerman', usualLevel: 'CITY' });
    const open = (note: string) => `decisions:\n  - name: Hildshem\n    country: Jerman\n    place:\n    note:${note}\n`;
    expect(withStubs('decisions.yaml', open(''), [asked], KNOWN).match(/name: .*|level: .*/g)).toEqual(['name: Hildshem', 'level: CITY']);
    expect(withStubs('decisions.yaml', open(' Ani asks'), [asked], KNOWN)).toBe(open(' Ani asks'));
  });

  test('names the first rows of a party, and counts the others, of however many rows it is', () => {
    const met = Array.from({ length: 80_000 }, (_, row) => ({ ...finding('', 'Bogor', { country: 'ID' }), at: `a.csv:${row + 2}` }));
    const begun = performance.now();
    expect(withStubs('decisions.yaml', '', met.toReversed(), KNOWN)).toContain('# a.csv:2, a.csv:3, a.csv:4 and 79997 more: several');
    expect(performance.now() - begun).toBeLessThan(15_000);
  });

  test('can be read as it is, and decides nothing', () => {
    const decided = new PartyResolver(KNOWN, readDecisions('decisions.yaml', STUBS, KNOWN));
    for (const { party: asked, outcome } of FINDINGS) expect(decided.resolve(asked)).toEqual(outcome);
  });

  test('decides for the same parties once it is filled in', () => {
    const filled = STUBS.replace(
      /(Jawa Barat.*\n) {4}place:\n([\s\S]*?) {4}by:\n {4}on:/,
      '$1    place: id-kota-bogor\n$2    by: Sari\n    on: 2026-03-31',
    );
    expect(filled).not.toBe(STUBS);
    const decided = new PartyResolver(KNOWN, readDecisions('decisions.yaml', filled, KNOWN));
    expect(FINDINGS.map(({ party: asked }) => shown(decided.resolve(asked)))).toEqual([
      'DECISION id-kota-bogor',
      'NAME id-kota-bogor',
      '? de-hildesheim',
      'DECISION id-kota-bogor',
      'unknown',
    ]);
  });

  test('stays as it is when nothing is new', () => {
    expect(withStubs('decisions.yaml', STUBS, FINDINGS, KNOWN)).toBe(STUBS);
    expect(withStubs('decisions.yaml', '', [], KNOWN)).toBe('');
  });

  test('loses the questions that are not asked any more, but for those that somebody wrote to', () => {
    const atlantis = FINDINGS.slice(4);
    expect(withStubs('decisions.yaml', STUBS, atlantis, KNOWN)).toBe(STUBS.slice(0, STUBS.indexOf('\n  - name: Bogor')));
    const [withNote, withComment] = [
      STUBS.replace(/(name: Hildshem[\s\S]*?note:)/, '$1 Ani asks them'),
      STUBS.replace(/(name: Hildshem[\s\S]*?by:)/, '$1 # Ani asks them'),
    ];
    for (const before of [withNote, withComment]) {
      const after = withStubs('decisions.yaml', before, atlantis, KNOWN);
      expect(after).toContain('Ani asks them');
      expect(after).not.toContain('Bogor');
    }
    expect(withStubs('decisions.yaml', STUBS, [], KNOWN)).toMatch(/^# Which place .*\ndecisions:\s*\[\]\n$/s);
  });

  test('keeps what is written in it, and puts what is new behind', () => {
    const before = `# Ours.
decisions:
  # Asked in Bogor.
  - { name: Bogor, country: Indonesia, place: id-kota-bogor, by: Sari, on: 2026-03-31, note: 'by phone' }
`;
    const after = withStubs('decisions.yaml', before, FINDINGS, KNOWN);
    expect(after).toContain(
      before
        .trimEnd()
        .replace(/\{ | \}/g, '')
        .slice(0, 40),
    );
    expect(after).toContain('# Asked in Bogor.');
    expect(after.match(/name: \w+/g)).toEqual(['name: Bogor', 'name: Atlantis', 'name: Hildshem']);
    expect(shown(new PartyResolver(KNOWN, readDecisions('decisions.yaml', after, KNOWN)).resolve(party('Bogor', { country: 'ID' })))).toBe(
      'DECISION id-kota-bogor',
    );
  });

  test('is not written over one that cannot be read', () => {
    expect(() => withStubs('decisions.yaml', 'decisions: [', FINDINGS, KNOWN)).toThrow(/not YAML/);
  });
});
