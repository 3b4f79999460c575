import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { DefectError } from '../../src/domain/errors.js';
import { NODES, RELATIONSHIPS } from '../../src/domain/ontology.js';
import { QueryBook } from '../../src/graph/query-book.js';

/** A query book of these files, by path in its folder. */
function bookOf(files: Readonly<Record<string, string>>): QueryBook {
  const folder = mkdtempSync(join(tmpdir(), 'kembar-book-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(join(folder, file, '..'), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return new QueryBook(folder);
}

describe('names', () => {
  test('are the paths of the .cypher files, sorted', () => {
    const book = bookOf({ 'b/x.cypher': '', 'a/y/z.cypher': '', 'top.cypher': '', 'README.md': '# Book', 'a/notes.txt': '' });
    expect(book.names()).toEqual(['a/y/z', 'b/x', 'top']);
  });
});

describe('source', () => {
  test('is the text as it stands', () => {
    expect(bookOf({ 'a.cypher': '// What?\nRETURN {{> b}} // not taken out\n' }).source('a')).toBe(
      '// What?\nRETURN {{> b}} // not taken out\n',
    );
  });
});

describe('a name that the book lacks', () => {
  const book = () => bookOf({ 'a.cypher': 'RETURN {{> gone}}', 'list/page-up.cypher': '{{list}}' });

  test.each<[from: string, ask: (book: QueryBook) => unknown]>([
    ['source', (asked) => asked.source('gone')],
    ['statement', (asked) => asked.statement('gone', 'embedded')],
    ['an inclusion', (asked) => asked.statement('a', 'embedded')],
    ['listStatement', (asked) => asked.listStatement('gone', 'page-up', 'embedded')],
  ])('is a defect in %s', (_, ask) => {
    expect(() => ask(book())).toThrow(new DefectError('the query book has no gone'));
  });

  test.each(['constructor', '__proto__', '../README', ''])('is a defect when it is %j', (name) => {
    expect(() => book().statement(name, 'embedded')).toThrow(DefectError);
  });
});

describe('comments', () => {
  test('do not travel to the store', () => {
    const book = bookOf({ 'a.cypher': '// What?\n// Columns: one\n\n  // in between\nRETURN 1 AS one\n  // after\n' });
    expect(book.statement('a', 'embedded')).toBe('RETURN 1 AS one');
  });

  test('of included files neither', () => {
    const book = bookOf({ 'a.cypher': '// A\nMATCH (n)\n{{> b}}', 'b.cypher': '// Fragment\nRETURN n' });
    expect(book.statement('a', 'embedded')).toBe('MATCH (n)\nRETURN n');
  });

  test('are not seen inside a text', () => {
    expect(bookOf({ 'a.cypher': "RETURN 'https://x' AS url" }).statement('a', 'embedded')).toBe("RETURN 'https://x' AS url");
  });
});

describe('engine variants', () => {
  const files = { 'a.cypher': 'RETURN 1 AS one', 'a.embedded.cypher': 'RETURN 2 AS one', 'outer.cypher': 'CALL () { {{> a}} }' };

  test('win on their engine and nowhere else', () => {
    const book = bookOf(files);
    expect({ embedded: book.statement('a', 'embedded'), neo4j: book.statement('a', 'neo4j') }).toEqual({
      embedded: 'RETURN 2 AS one',
      neo4j: 'RETURN 1 AS one',
    });
  });

  test('win where the file is included, too', () => {
    const book = bookOf(files);
    expect({ embedded: book.statement('outer', 'embedded'), neo4j: book.statement('outer', 'neo4j') }).toEqual({
      embedded: 'CALL () { RETURN 2 AS one }',
      neo4j: 'CALL () { RETURN 1 AS one }',
    });
  });

  test('win as a list and as the frame of one', () => {
    const book = bookOf({
      'l.cypher': 'L',
      'l.neo4j.cypher': 'L4',
      'list/count.cypher': 'C {{list}}',
      'list/count.neo4j.cypher': 'C4 {{list}}',
    });
    expect([book.listStatement('l', 'count', 'embedded'), book.listStatement('l', 'count', 'neo4j')]).toEqual(['C L', 'C4 L4']);
  });
});

describe('inclusions', () => {
  test('go as deep as files include one another', () => {
    const book = bookOf({ 'a.cypher': 'A {{> x/b}} A', 'x/b.cypher': 'B {{> x/c-d}} B', 'x/c-d.cypher': 'C' });
    expect(book.statement('a', 'embedded')).toBe('A B C B A');
  });

  test('may repeat', () => {
    expect(bookOf({ 'a.cypher': '{{> b}} {{> b}}', 'b.cypher': 'B' }).statement('a', 'embedded')).toBe('B B');
  });

  test.each([
    ['itself', { 'a.cypher': 'A {{> a}}' }],
    ['itself through another', { 'a.cypher': 'A {{> b}}', 'b.cypher': 'B {{> a}}' }],
    ['itself through two others', { 'a.cypher': 'A {{> b}}', 'b.cypher': 'B {{> c}}', 'c.cypher': 'C {{> a}}' }],
  ])('of a file that includes %s are refused', (_, files) => {
    expect(() => bookOf(files).statement('a', 'embedded')).toThrow(new DefectError('a of the query book includes itself'));
  });

  test('take the slots of the whole statement', () => {
    const book = bookOf({ 'a.cypher': 'MATCH {{> b}}', 'b.cypher': '(n:{{label}})' });
    expect(book.statement('a', 'embedded', { label: 'Place' })).toBe('MATCH (n:Place)');
  });

  test('keep what looks like a replacement pattern', () => {
    expect(bookOf({ 'a.cypher': '{{> b}}', 'b.cypher': "RETURN '$&' AS x" }).statement('a', 'embedded')).toBe("RETURN '$&' AS x");
  });
});

describe('conditions that parameters decide on', () => {
  const book = () =>
    bookOf({
      'a.cypher': 'WHERE {{> b if sectors}} AND {{> c if asOf or phases}}',
      'b.cypher': '// Fragment\nB',
      'c.cypher': '// Fragment\nC {{> b if sectors}}',
      'list/count.cypher': 'CALL {{list}}',
    });

  test.each([
    [{ sectors: null, asOf: null, phases: null }, 'WHERE true AND true'],
    [{ sectors: ['x'], asOf: null, phases: null }, 'WHERE B AND true'],
    [{ sectors: null, asOf: null, phases: [] }, 'WHERE true AND C true'],
    [{ sectors: ['x'], asOf: '2001', phases: ['y'] }, 'WHERE B AND C B'],
    [{}, 'WHERE true AND true'],
  ])('%j', (parameters, text) => {
    const asked = book();
    asked.statement('a', 'embedded', {}, { sectors: ['another'], asOf: null, phases: null });
    expect([asked.statement('a', 'embedded', {}, parameters), asked.listStatement('a', 'count', 'embedded', parameters)]).toEqual([
      text,
      `CALL ${text}`,
    ]);
  });

  test('are all there when nothing is said of parameters', () => {
    expect(book().statement('a', 'embedded')).toBe('WHERE B AND C B');
  });
});

describe('slots', () => {
  const book = () => bookOf({ 'a.cypher': 'MATCH (n:{{label}})-[:{{type}}]->() RETURN n' });

  test('take labels and types', () => {
    expect(book().statement('a', 'embedded', { label: 'Place', type: 'PART_OF' })).toBe('MATCH (n:Place)-[:PART_OF]->() RETURN n');
  });

  test('may be filled differently each time', () => {
    const asked = book();
    const texts = ['Place', 'Event', 'Place'].map((label) => asked.statement('a', 'embedded', { label, type: 'PART_OF' }));
    expect(texts.map((text) => /n:(\w+)/.exec(text)?.[1])).toEqual(['Place', 'Event', 'Place']);
  });

  test('take every word of the ontology', () => {
    const asked = bookOf({ 'a.cypher': '{{word}}' });
    const words = [...Object.keys(NODES), ...Object.keys(RELATIONSHIPS)];
    expect(words.map((word) => asked.statement('a', 'embedded', { word }))).toEqual(words);
  });

  test.each([
    '',
    'Place)',
    'Place) DETACH DELETE n //',
    'Place`',
    '`Place`',
    'Place|Event',
    'Place:Event',
    'place',
    ' Place',
    'Place\n',
    'Pl\u0430ce',
    'Kembar',
    '{{type}}',
    '{{> a}}',
    '$label',
    'constructor',
    '__proto__',
  ])('refuse %j', (label) => {
    expect(() => book().statement('a', 'embedded', { label, type: 'PART_OF' })).toThrow(
      new DefectError(`a of the query book needs a label or type for {{label}}, not "${label}"`),
    );
  });

  test('refuse it again when it is asked for again', () => {
    const asked = book();
    const ask = () => asked.statement('a', 'embedded', { label: 'Place) DELETE n //', type: 'PART_OF' });
    expect(ask).toThrow(DefectError);
    expect(ask).toThrow(DefectError);
  });

  test('may not be left open', () => {
    expect(() => book().statement('a', 'embedded', { label: 'Place' })).toThrow(
      new DefectError('a of the query book needs a label or type for {{type}}, not "undefined"'),
    );
  });
});

describe('listStatement', () => {
  const FILES = {
    'list/page-up.cypher': '// Frame\nCALL (parent) {\n{{list}}\n  RETURN id ORDER BY key\n}',
    'list/page-down.cypher': 'CALL (parent) {\n{{list}}\n  RETURN id ORDER BY key DESC\n}',
    'list/count.cypher': 'CALL (parent) {\n{{list}}\n  RETURN count(id) AS total\n}',
    'place/list-all.cypher': '// List: all places.\nMATCH (p:Place)\n{{> place/keyed}}',
    'place/keyed.cypher': '// Fragment\nWITH p.id AS id, p.name AS key',
  };

  test.each([
    ['page-up', 'CALL (parent) {\nMATCH (p:Place)\nWITH p.id AS id, p.name AS key\n  RETURN id ORDER BY key\n}'],
    ['page-down', 'CALL (parent) {\nMATCH (p:Place)\nWITH p.id AS id, p.name AS key\n  RETURN id ORDER BY key DESC\n}'],
    ['count', 'CALL (parent) {\nMATCH (p:Place)\nWITH p.id AS id, p.name AS key\n  RETURN count(id) AS total\n}'],
  ] as const)('puts a list into the frame %s', (shape, statement) => {
    expect(bookOf(FILES).listStatement('place/list-all', shape, 'embedded')).toBe(statement);
  });

  test('keeps what looks like a replacement pattern in a list', () => {
    const book = bookOf({ ...FILES, 'l.cypher': "WITH '$& $1' AS id" });
    expect(book.listStatement('l', 'count', 'embedded')).toContain("WITH '$& $1' AS id");
  });

  test('refuses a list with a slot, since lists are asked without any', () => {
    const book = bookOf({ ...FILES, 'l.cypher': 'MATCH (n:{{label}})' });
    expect(() => book.listStatement('l', 'count', 'embedded')).toThrow(DefectError);
  });
});
