import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { DataInvalidError, type DataProblem } from '../../../src/domain/errors.js';
import { readDataFolder, readDataTexts } from '../../../src/exchange/format/read-files.js';
import { problemsOf, SMALL_DATA } from '../small-data.js';

const SOURCE = `\
sources:
  - key: paper
    kind: NEWS
    title: A paper
    publisher: The publisher
    language: id
`;
const AGREEMENT = `\
agreements:
  - key: batu-uji
    kind: SISTER_CITY
    parties: [id-kota-batu, jp-uji]
    stages:
      - stage: SIGNED
        date: 2018-04-30
        cites:
          - source: paper
    cites:
      - source: paper
`;

const read = (text: string, file = 'a.yaml') => readDataTexts([{ file, text }]);
const problemsIn = (text: string) => problemsOf(() => read(text));

describe('a mistake in a record is reported with line and field', () => {
  test.each<[mistake: string, text: string, line: number, field: string, message: RegExp]>([
    ['an unknown field', `${SOURCE}    colour: red\n`, 7, 'sources[0].colour', /unknown field/],
    ['an unknown field deep inside', AGREEMENT.replace('date:', 'day:'), 7, 'agreements[0].stages[0].day', /unknown field/],
    ['an unknown record type', `${SOURCE}agreement: []\n`, 7, 'agreement', /unknown field/],
    [
      'a wrong word',
      SOURCE.replace('NEWS', 'NEWZ'),
      3,
      'sources[0].kind',
      /one of NEWS, GOVERNMENT, ACADEMIC, ORGANISATION, DOCUMENT, BLOG, FORUM, DATASET$/,
    ],
    [
      'a wrong stage',
      AGREEMENT.replace('SIGNED', 'Signed'),
      6,
      'agreements[0].stages[0].stage',
      /one of INITIATIVE, .*SIGNED, .*TERMINATED$/,
    ],
    ['a missing text', SOURCE.replace('    title: A paper\n', ''), 2, 'sources[0].title', /expected string, received undefined/],
    ['a missing word', SOURCE.replace('    kind: NEWS\n', ''), 2, 'sources[0].kind', /one of NEWS, /],
    ['a missing list', AGREEMENT.replace(/ {4}cites:\n.*\n$/, ''), 2, 'agreements[0].cites', /expected array, received undefined/],
    ['an empty list of citations', AGREEMENT.replace(/ {4}cites:\n.*\n$/, '    cites: []\n'), 10, 'agreements[0].cites', />=1/],
    ['a single party', AGREEMENT.replace(', jp-uji', ''), 4, 'agreements[0].parties', />=2/],
    ['an empty value', SOURCE.replace('A paper', ''), 4, 'sources[0].title', /expected string, received null/],
    ['a blank text', SOURCE.replace('A paper', "'  '"), 4, 'sources[0].title', />=1/],
    ['a number for a text', SOURCE.replace('A paper', '1984'), 4, 'sources[0].title', /expected string, received number/],
    ['a text that is too long', SOURCE.replace('A paper', 'x'.repeat(501)), 4, 'sources[0].title', /<=500/],
    [
      'a day that does not exist',
      AGREEMENT.replace('04-30', '02-30'),
      7,
      'agreements[0].stages[0].date',
      /there is no 2018-02-30.*Accepted is/,
    ],
    [
      'a date of another shape',
      AGREEMENT.replace('2018-04-30', '30 April'),
      7,
      'agreements[0].stages[0].date',
      /its shape is unknown.*Accepted is/,
    ],
    ['a date that is no text', AGREEMENT.replace('2018-04-30', 'true'), 7, 'agreements[0].stages[0].date', /string|EDTF/],
    ['a bad key', SOURCE.replace('key: paper', 'key: My_Paper'), 2, 'sources[0].key', /small letters and digits/],
    ['a key with a gap', SOURCE.replace('key: paper', 'key: a--b'), 2, 'sources[0].key', /small letters and digits/],
    ['a key that is too long', SOURCE.replace('key: paper', `key: ${'a'.repeat(121)}`), 2, 'sources[0].key', /<=120/],
    ['an address that is not of the web', `${SOURCE}    url: javascript:alert(1)\n`, 7, 'sources[0].url', /Invalid URL/],
    ['no list of records', 'sources:\n', 1, 'sources', /expected array, received null/],
    ['a record that is no mapping', 'sources:\n  - paper\n', 2, 'sources[0]', /expected object, received string/],
    [
      'an office of nothing',
      'offices:\n  - key: o\n    role: MAYOR\n    name: { en: M }\n    cites: [{ source: s }]\n',
      2,
      'offices[0]',
      /place or to a mission/,
    ],
    [
      'a name in no language',
      'offices:\n  - key: o\n    role: MAYOR\n    name: {}\n    place: p\n    cites: [{ source: s }]\n',
      4,
      'offices[0].name',
      /needs id/,
    ],
  ])('%s', (_, text, line, field, message) => {
    expect(problemsIn(text)).toEqual([{ file: 'a.yaml', line, field, message: expect.stringMatching(message) }]);
  });
});

test('an unknown field is refused in every mapping of the format', () => {
  const details =
    'placeDetails: [{ key: id, location: { latitude: 0, longitude: 0 }, codes: [{ scheme: WIKIDATA, value: Q1 }], cites: [{ source: s }] }]';
  const accepted: string[] = [];
  let mappings = 0;
  for (const data of [parse(SMALL_DATA), parse(details)]) {
    for (const mapping of mappingsIn(data)) {
      mapping.colour = 'red';
      const problems = problemsIn(stringify(data));
      if (problems.length !== 1 || !problems[0]?.message.startsWith('unknown field')) accepted.push(JSON.stringify(mapping));
      delete mapping.colour;
      mappings += 1;
    }
  }
  expect(accepted).toEqual([]);
  expect(mappings).toBeGreaterThan(60);
});

function mappingsIn(value: unknown): Record<string, unknown>[] {
  if (value === null || typeof value !== 'object') return [];
  const inner = Object.values(value).flatMap(mappingsIn);
  return Array.isArray(value) ? inner : [value as Record<string, unknown>, ...inner];
}

describe('a file that cannot be read is refused', () => {
  const NINE = (name: string) => `[${Array.from({ length: 9 }, () => name).join(',')}]`;
  const BOMB = `a: &a ${NINE('x')}\nb: &b ${NINE('*a')}\nc: &c ${NINE('*b')}\nd: &d ${NINE('*c')}\nsources: ${NINE('*d')}\n`;

  test.each<[mistake: string, text: string, line: number | null, message: RegExp]>([
    ['a tab as indentation', 'sources:\n\t- key: paper\n', 2, /^not YAML: Tabs are not allowed/],
    ['broken indentation', 'sources:\n  - key: paper\n   kind: NEWS\n', 3, /^not YAML: /],
    ['an open bracket', 'sources:\n  - authors: [a, b\n', 3, /^not YAML: /],
    ['a field given twice', `${SOURCE}    title: Another\n`, 7, /^not YAML: Map keys must be unique/],
    ['a record type given twice', `${SOURCE}sources: []\n`, 7, /^not YAML: Map keys must be unique/],
    ['two documents', `${SOURCE}---\n${SOURCE}`, 7, /^not YAML: .*multiple documents/],
    ['aliases that multiply', BOMB, null, /^not readable: .*alias/],
    ['what is not UTF-8', `${SOURCE}    note: a\uFFFDb\n`, 7, /not UTF-8/],
    ['a list', '- sources\n- places\n', 1, /expected object, received array/],
    ['a text', 'Dear reader\n', 1, /expected object, received string/],
    ['more than 16 MB', `#${'x'.repeat(16 * 1024 * 1024)}`, null, /larger than 16777216 bytes/],
  ])('%s', (_, text, line, message) => {
    expect(problemsIn(text)).toEqual([{ file: 'a.yaml', line, field: '', message: expect.stringMatching(message) }]);
  });

  test('by its bytes, not by its characters', () => {
    expect(problemsIn(`#${'京'.repeat(6 * 1024 * 1024)}`)).toMatchObject([{ message: expect.stringMatching(/larger than/) }]);
  });
});

describe('several mistakes', () => {
  test('in one record are all reported', () => {
    const text = SOURCE.replace('NEWS', 'NEWZ').replace('title: A paper', 'title: 7').replace('language: id', 'language: Indonesian');
    expect(problemsIn(text).map(({ line, field }) => [line, field])).toEqual([
      [3, 'sources[0].kind'],
      [4, 'sources[0].title'],
      [6, 'sources[0].language'],
    ]);
  });

  test('in several files are all reported, whatever their kind', () => {
    const files = [
      { file: 'a.yaml', text: 'sources:\n\t- key: paper\n' },
      { file: 'b.yaml', text: SOURCE },
      { file: 'c.yaml', text: SOURCE.replace('NEWS', 'NEWZ') },
      { file: 'd.yaml', text: AGREEMENT.replace('04-30', '02-30') },
      { file: 'e.yaml', text: '- a\n' },
    ];
    expect(problemsOf(() => readDataTexts(files)).map(({ file }) => file)).toEqual(['a.yaml', 'c.yaml', 'd.yaml', 'e.yaml']);
  });

  test('are all kept, however many', () => {
    const sectors = Array.from({ length: 60 }, (_, index) => `  - { key: s${index}, name: { id: Satu } }\n`).join('');
    const problems: readonly DataProblem[] = problemsIn(`sectors:\n${sectors}`);
    expect(problems.map(({ line, field }) => [line, field])).toEqual(
      Array.from({ length: 60 }, (_, index) => [index + 2, `sectors[${index}].name.en`]),
    );
  });
});

describe('what is accepted', () => {
  test.each(['', '\n', '# nothing yet\n', '---\n'])('a file without records: %j', (text) => {
    expect(Object.values(read(text).data).flat()).toEqual([]);
  });

  test('a file with a record of every type', () => {
    const counts = Object.entries(read(SMALL_DATA).data).map(([type, records]) => [type, records.length]);
    expect(Object.fromEntries(counts)).toMatchObject({ sources: 2, places: 6, agreements: 2, events: 1, awards: 1 });
  });

  test.each([
    ['1991', '1991'],
    ["'1991'", '1991'],
    ['2019-02-14', '2019-02-14'],
    ['199X', '199X'],
    ['../2019', '../2019'],
  ])('a date written as %s', (written, date) => {
    expect(read(`${SOURCE}    published: ${written}\n`).data.sources[0]?.published).toBe(date);
  });

  test('numbers and booleans where a source gives them', () => {
    const text = AGREEMENT.replace(
      / {4}cites:\n.*\n$/,
      '    cites: [{ source: s, value: 1992 }, { source: s, value: true }, { source: s, value: Batu }]\n',
    );
    expect(read(text).data.agreements[0]?.cites.map(({ value }) => value)).toEqual(['1992', 'true', 'Batu']);
  });

  test('Windows line ends and a byte order mark', () => {
    expect(read(`\uFEFF${SOURCE.replaceAll('\n', '\r\n')}`).data).toEqual(read(SOURCE).data);
  });

  test('words that older YAML takes for booleans', () => {
    expect(read(SOURCE.replace('language: id', 'language: no')).data.sources[0]?.language).toBe('no');
  });

  test('gets its defaults', () => {
    expect(read(AGREEMENT).data.agreements[0]).toMatchObject({
      sectors: [],
      plans: [],
      cites: [{ source: 'paper', basis: 'STATED', preferred: true }],
    });
  });

  test('remembers where each record stands', () => {
    const { data, origins } = read(SOURCE + AGREEMENT, 'deep/b.yaml');
    const origin = origins.get(data.agreements[0] as object);
    expect(origin).toMatchObject({ file: 'deep/b.yaml', path: 'agreements[0]' });
    expect(origin?.lineOf(['stages', 0, 'date'])).toBe(13);
    expect(origin?.lineOf(['umbrella'])).toBe(8);
  });
});

describe('readDataFolder', () => {
  function folderOf(files: Readonly<Record<string, string | Buffer>>): string {
    const folder = mkdtempSync(join(tmpdir(), 'kembar-data-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    for (const [file, content] of Object.entries(files)) {
      mkdirSync(join(folder, file, '..'), { recursive: true });
      writeFileSync(join(folder, file), content);
    }
    return folder;
  }

  test('reads all .yaml files at any depth, by name, and nothing else', async () => {
    const folder = folderOf({ 'b.yaml': '# b', 'a/z/c.yaml': '# c', 'a/a.yaml': '# a', 'README.md': 'sources: [', 'a/notes.txt': '\t' });
    expect((await readDataFolder(folder)).contents).toEqual([
      { file: 'a/a.yaml', text: '# a' },
      { file: 'a/z/c.yaml', text: '# c' },
      { file: 'b.yaml', text: '# b' },
    ]);
  });

  test('refuses bytes that are not UTF-8', async () => {
    const folder = folderOf({ 'latin.yaml': Buffer.from('sources: # M\xfcnchen\n', 'latin1') });
    await expect(readDataFolder(folder)).rejects.toThrow(DataInvalidError);
    await expect(readDataFolder(folder)).rejects.toMatchObject({
      problems: [{ file: 'latin.yaml', line: 1, message: 'the file is not UTF-8' }],
    });
  });

  test('names the files of problems from the folder on', async () => {
    const folder = folderOf({ 'deep/er/x.yaml': 'sources:\n' });
    await expect(readDataFolder(folder)).rejects.toMatchObject({ problems: [{ file: 'deep/er/x.yaml' }] });
  });
});
