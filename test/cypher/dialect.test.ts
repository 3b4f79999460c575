import { describe, expect, test } from 'vitest';
import { NODES, RELATIONSHIPS } from '../../src/domain/ontology.js';
import { PHASES, STAGES } from '../../src/domain/stage.js';
import * as vocabularies from '../../src/domain/vocabulary.js';
import { ENGINE_NAMES } from '../../src/graph/engine.js';
import { book, headerOf, inclusionsOf, literalsIn, MIGRATIONS, NAMES, statementOf, withoutLiterals } from './book.js';

/** What one engine lacks or gets wrong, or what belongs elsewhere; with an example, and what to write. */
const REFUSED: readonly { readonly what: string; readonly looks: RegExp; readonly example: string; readonly instead: string }[] = [
  { what: 'COLLECT {}', looks: /\bCOLLECT\s*\{/i, example: 'RETURN COLLECT { MATCH (n) RETURN n }', instead: 'MATCH, then collect()' },
  {
    what: 'a label expression',
    looks: /\(\s*\w*\s*:\s*\w+\s*[|&]|\(\s*\w*\s*:\s*[!%$(]/,
    example: 'MATCH (n:Place|Event)',
    instead: 'a statement for each label, or UNION',
  },
  {
    what: 'a quantified path',
    looks: /\)\s*\)\s*(?:\{\s*\d*\s*,?\s*\d*\s*\}|[+*]\s*\()/,
    example: 'MATCH ((a)-[:PART_OF]->(b)){1,3} RETURN a',
    instead: '[:PART_OF*1..3]',
  },
  { what: 'a quantified relationship', looks: /->\s*[+*{]|\]-\s*[+*{]/, example: 'MATCH (a)-[:PART_OF]->+(b)', instead: '[:PART_OF*1..8]' },
  {
    what: 'a path without upper bound',
    looks: /\*(?:\s*\d+\s*\.\.)?\s*\]/,
    example: 'MATCH (a)-[:PART_OF*1..]->(b)',
    instead: 'a short upper bound, [:PART_OF*1..8]',
  },
  {
    what: 'SHORTEST',
    looks: /\bSHORTEST\b/i,
    example: 'MATCH p = SHORTEST 1 (a)-[:X]-(b)',
    instead: 'a bounded path, and the shortest of its rows',
  },
  { what: 'randomUUID()', looks: /\brandomUUID\b/i, example: 'RETURN randomUUID()', instead: 'an id made in TypeScript, as a parameter' },
  { what: 'a duration', looks: /\bduration\b\s*[.(]/i, example: 'RETURN duration.between(a, b)', instead: 'src/analytics/elapsed.ts' },
  {
    what: 'a clock or a date',
    looks: /\b(?:date|datetime|localdatetime|time|timestamp)\s*[.(]/i,
    example: 'RETURN date()',
    instead: 'ISO text, as a parameter',
  },
  { what: 'a point', looks: /\bpoint\s*[.(]/i, example: 'RETURN point.distance(a, b)', instead: 'latitude and longitude' },
  { what: 'SHOW', looks: /\bSHOW\b/, example: 'SHOW INDEXES', instead: 'IF NOT EXISTS' },
  {
    what: 'an aggregate that is indexed where it is made',
    looks: /\bcollect\s*\((?:[^()]|\([^()]*\))*\)\s*\[/i,
    example: 'RETURN collect(toUpper(n.id))[0]',
    instead: 'WITH collect(x) AS xs, then xs[0]',
  },
  { what: 'a comment after code', looks: /\/\/|\/\*/, example: 'RETURN 1 // one', instead: 'a comment line of its own' },
  { what: 'a quoted name', looks: /`/, example: 'MATCH (n:`Place`)', instead: 'a name that needs no quotes' },
  { what: 'a template', looks: /\$\{|%s/, example: 'LIMIT %s', instead: 'a parameter, $limit' },
];

const VOCABULARY = [STAGES, PHASES, ...Object.values(vocabularies)].flatMap((vocabulary) =>
  typeof vocabulary === 'object' ? Object.keys(vocabulary) : [],
);

describe('is recognised:', () => {
  test.each(REFUSED.map(({ what, looks, example }) => [what, looks, example] as const))('%s', (_, looks, example) => {
    expect(example).toMatch(looks);
  });
});

describe.each(NAMES.map((name) => [name] as const))('%s', (name) => {
  const statement = statementOf(name);
  const code = withoutLiterals(statement);

  test('uses nothing that an engine lacks', () => {
    const found = REFUSED.filter(({ looks }) => looks.test(code));
    expect(found.map(({ what, instead }) => `${what}: write ${instead}`)).toEqual([]);
  });

  test('holds words in quotes, never values: those are parameters', () => {
    expect(literalsIn(statement).filter((literal) => !knownWords(name).has(literal))).toEqual([]);
  });

  test('speaks of labels and types that the ontology has', () => {
    const labels = [...code.matchAll(/\(\s*\w*\s*:(\w+)/g)].map(([, label]) => label as string);
    const types = [...code.matchAll(/\[\s*\w*\s*:([\w|]+)/g)].flatMap(([, type]) => type?.split('|') ?? []);
    expect(Object.keys(NODES).concat('Kembar', 'DataSet', 'Detail', 'Import', 'Hook')).toEqual(expect.arrayContaining(labels));
    expect(Object.keys(RELATIONSHIPS)).toEqual(expect.arrayContaining(types));
  });

  test.each(ENGINE_NAMES)('is whole for %s, with nothing left to fill in', (engine) => {
    const filled = book.statement(name, engine, {
      label: 'Place',
      type: 'PART_OF',
      from: 'Place',
      to: 'Place',
      whole: 'Place',
      part: 'Code',
    });
    expect(filled).not.toBe('');
    expect(filled.replace('{{list}}', '')).not.toContain('{{');
  });
});

/** Words of the vocabularies, choices that a header names (`order = TITLE or DATE`), and what joins or stands in for text. */
function knownWords(name: string): ReadonlySet<string> {
  const choices = [name, ...inclusionsOf(name, true)].flatMap((one) => headerOf(one).parameters.match(/\b[A-Z]{3,}\b/g) ?? []);
  return new Set([...VOCABULARY, ...choices, '', ' ', '#', 'graph', 'import', 'beat', '9999-12-31']);
}

describe('migrations', () => {
  /** As they are applied: cut at semicolons at the end of a line. */
  const statements = MIGRATIONS.flatMap((name) =>
    statementOf(name)
      .split(/;$/m)
      .map((statement) => statement.trim())
      .filter((statement) => statement !== ''),
  );

  test('are numbered from 0001 without gaps', () => {
    const numbers = MIGRATIONS.map((name) => /^setup\/(\d{4})-[a-z-]+$/.exec(name)?.[1]);
    expect(numbers).toEqual(MIGRATIONS.map((_, index) => String(index + 1).padStart(4, '0')));
  });

  test('end every statement with a semicolon at the end of a line', () => {
    expect(MIGRATIONS.filter((name) => !statementOf(name).endsWith(';'))).toEqual([]);
    expect(statements.filter((statement) => statement.includes(';'))).toEqual([]);
  });

  test('may be applied again', () => {
    expect(statements.length).toBeGreaterThan(20);
    expect(statements.filter((statement) => !/^CREATE (?:CONSTRAINT|INDEX) \w+ IF NOT EXISTS FOR \(n:\w+\) /.test(statement))).toEqual([]);
  });

  test('name every constraint and index differently', () => {
    const names = statements.map((statement) => statement.split(' ')[2]);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  test('have an index behind every unique constraint', () => {
    const constraint = /FOR \(n:(\w+)\) REQUIRE n\.(\w+) IS UNIQUE$/;
    const alone = statements.filter((statement, index) => {
      const [, label, property] = constraint.exec(statement) ?? [];
      return label !== undefined && !statements[index + 1]?.endsWith(`FOR (n:${label}) ON (n.${property})`);
    });
    expect(alone).toEqual([]);
  });

  test('make the ids of every label unique', () => {
    const unique = statements.map((statement) => /FOR \(n:(\w+)\) REQUIRE n\.id IS UNIQUE$/.exec(statement)?.[1]);
    expect(unique).toEqual(expect.arrayContaining(Object.keys(NODES)));
  });
});
