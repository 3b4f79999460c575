import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync, Visitor } from 'oxc-parser';
import { describe, expect, test } from 'vitest';

const SRC = fileURLToPath(new URL('../src/', import.meta.url));

/** Each layer may import those below it; folders of one layer may not import one another. */
const LAYERS: readonly (readonly string[])[] = [
  ['the composition roots'],
  ['api'],
  ['live'],
  ['curation'],
  ['analytics', 'exchange'],
  ['store'],
  ['graph'],
  ['domain'],
];
const ROOTS = 'the composition roots';

/** Packages that only some folders or one file may import. */
const PACKAGES: readonly { readonly name: RegExp; readonly allowed: RegExp; readonly why: string }[] = [
  {
    name: /^(?:graphql|type-graphql|graphql-scalars|dataloader|@apollo\/.+|@as-integrations\/.+)(?:\/|$)/,
    allowed: /^(?:api|http)\//,
    why: 'GraphQL is known to src/api and src/http alone: move what needs it there, and let this file speak of the domain',
  },
  {
    name: /^@grafeo-db\//,
    allowed: /^graph\/engines\/embedded\.ts$/,
    why: 'a driver is known to its engine alone: ask for what you need through the port, src/graph/engine.ts',
  },
  {
    name: /^neo4j-driver(?:\/|$)/,
    allowed: /^graph\/engines\/neo4j\.ts$/,
    why: 'a driver is known to its engine alone: ask for what you need through the port, src/graph/engine.ts',
  },
  {
    name: /^node:/,
    allowed: /^(?!domain\/)/,
    why: 'src/domain is free of files, network and clocks: give it what it needs as an argument',
  },
];

/** Statements and clauses as they look in Cypher, so that they stand out among other words. */
const CYPHER =
  /\bMATCH\s*(?:\w+\s*=\s*)?\(|\b(?:MERGE|CREATE)\s*\(|\bCREATE\s+(?:CONSTRAINT|INDEX)\b|\bUNWIND\s+[$[\w]|\bDETACH\s+DELETE\b|\bRETURN\s+[\w$*]|-\[[\w:|*. ]*\]-/;

interface SourceFile {
  /** Path from src on. */
  readonly path: string;
  readonly lineCount: number;
  /** Files that it imports, by their path from src on; in types and at run time, too. */
  readonly files: readonly string[];
  readonly packages: readonly string[];
  /** Imports whose target is worked out at run time. */
  readonly unreadable: number;
  /** The texts in its code, comments left out. */
  readonly texts: readonly string[];
}

function sourceFile(path: string): SourceFile {
  const text = readFileSync(SRC + path, 'utf8');
  const { program, errors } = parseSync(path, text);
  expect(errors, `${path} cannot be parsed`).toEqual([]);
  const imports: string[] = [];
  const texts: string[] = [];
  let unreadable = 0;
  const take = (source: unknown) => {
    const target = (source as { value?: unknown } | null | undefined)?.value;
    if (typeof target === 'string') imports.push(target);
    else if (source) unreadable += 1;
  };
  new Visitor({
    ImportDeclaration: (node) => take(node.source),
    ExportAllDeclaration: (node) => take(node.source),
    ExportNamedDeclaration: (node) => take(node.source),
    ImportExpression: (node) => take(node.source),
    TSImportType: (node) => take(node.source),
    Literal: (node) => {
      if (typeof node.value === 'string') texts.push(node.value);
    },
    // A value in a template stands for any word.
    TemplateLiteral: (node) => {
      texts.push(node.quasis.map((part) => part.value.cooked ?? part.value.raw).join('X'));
    },
  }).visit(program);
  return {
    path,
    lineCount: text.split('\n').length - 1,
    files: imports
      .filter((target) => target.startsWith('.'))
      .map((target) => posix.join(posix.dirname(path), target).replace(/\.js$/, '.ts')),
    packages: imports.filter((target) => !target.startsWith('.')),
    unreadable,
    texts,
  };
}

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts'))
  .sort()
  .map(sourceFile);

/** The folder that stands for a file in LAYERS. */
function folderOf(path: string): string {
  const folder = path.includes('/') ? (path.split('/')[0] ?? '') : '';
  return ['', 'http', 'cli'].includes(folder) ? ROOTS : folder;
}
const layerOf = (path: string): number => LAYERS.findIndex((folders) => folders.includes(folderOf(path)));

/** A shortest way from a file through its imports back to it; null when there is none. */
function cycleThrough(start: string): readonly string[] | null {
  const importsOf = new Map(files.map((file) => [file.path, file.files]));
  const waysTo = new Map<string, readonly string[]>([[start, [start]]]);
  for (const [at, way] of waysTo) {
    for (const next of importsOf.get(at) ?? []) {
      if (next === start) return [...way, start];
      if (!waysTo.has(next)) waysTo.set(next, [...way, next]);
    }
  }
  return null;
}

describe('imports', () => {
  test('are found', () => {
    const importsOf = (path: string) => files.find((file) => file.path === path);
    expect(importsOf('graph/open-engine.ts')?.files).toEqual(expect.arrayContaining(['domain/errors.ts', 'graph/engines/neo4j.ts']));
    expect(importsOf('graph/engines/neo4j.ts')?.packages).toEqual(['neo4j-driver']);
    expect(files.flatMap((file) => file.files).length).toBeGreaterThan(100);
  });

  test('can all be read from the code', () => {
    expect(
      files
        .filter(({ unreadable }) => unreadable > 0)
        .map(({ path }) => `${path}: write the target of import() as a plain text, so that it can be checked`),
    ).toEqual([]);
  });

  test('lead to files that there are', () => {
    const known = new Set(files.map(({ path }) => path));
    const lost = files.flatMap(({ path, files: targets }) =>
      targets
        .filter((target) => !target.startsWith('../') && !known.has(target))
        .map((target) => `${path} imports ${target}, which is not there: name the file itself, with .js for .ts`),
    );
    expect(lost).toEqual([]);
  });

  test('of src stay in src: tests, benchmarks and the dashboard import src, never the other way', () => {
    const strays = files.flatMap(({ path, files: targets }) =>
      targets.filter((target) => target.startsWith('../')).map((target) => `${path} imports ${target}: move what it needs into src`),
    );
    expect(strays).toEqual([]);
  });

  test('go down only', () => {
    const upwards = files.flatMap(({ path, files: targets }) =>
      targets
        .filter((target) => !target.startsWith('../') && folderOf(target) !== folderOf(path) && layerOf(target) <= layerOf(path))
        .map(
          (target) =>
            `${path} imports ${target}: imports go down only, ${LAYERS.map((folders) => folders.join(' | ')).join(' > ')}. ` +
            `Move the shared part down, or pass it in from above`,
        ),
    );
    expect(upwards).toEqual([]);
  });

  test('know packages only where they belong', () => {
    const misplaced = files.flatMap(({ path, packages }) =>
      PACKAGES.filter(({ name, allowed }) => !allowed.test(path) && packages.some((one) => name.test(one))).map(
        ({ name, why }) => `${path} imports ${packages.find((one) => name.test(one))}: ${why}`,
      ),
    );
    expect(misplaced).toEqual([]);
  });

  test.each(['@grafeo-db/js', 'neo4j-driver'])('have one file for %s', (driver) => {
    expect(files.filter(({ packages }) => packages.includes(driver))).toHaveLength(1);
  });

  test('make no circle, but between the types and resolvers of the API', () => {
    const mayCircle = /^api\/.+\.(?:type|resolver)\.ts$/;
    const circles = files
      .map(({ path }) => cycleThrough(path))
      .filter((cycle) => cycle !== null && !cycle.every((path) => mayCircle.test(path)))
      .map((cycle) => `${cycle?.join(' > ')}: move what both sides need into a file of its own, below them`);
    expect(circles).toEqual([]);
  });
});

describe('Cypher', () => {
  test.each([
    'MATCH (p:Place) RETURN p',
    'MATCH path = (a)',
    'MERGE (g:Kembar {id: 1})',
    'UNWIND $ids AS id',
    'RETURN 1 AS one',
    'CREATE INDEX x',
    'DETACH DELETE n',
    '(a)-[:PART_OF*1..8]->(b)',
  ])('is recognised: %s', (text) => {
    expect(text).toMatch(CYPHER);
  });

  test('stands in the query book, and nowhere in src but in the ping of the engines', () => {
    const found = files.flatMap(({ path, texts }) =>
      path.startsWith('graph/engines/')
        ? []
        : texts
            .filter((text) => CYPHER.test(text))
            .map((text) => `${path} holds ${JSON.stringify(text)}: put it into a file of src/cypher and ask for it by name`),
    );
    expect(found).toEqual([]);
  });
});

describe('files', () => {
  test('are in a folder that has its place among the layers', () => {
    const unplaced = files
      .filter(({ path }) => layerOf(path) < 0)
      .map(({ path }) => `${path}: put the folder into LAYERS of this test, and into the picture of the design`);
    expect(unplaced).toEqual([]);
  });

  test('are named after what they hold', () => {
    const vague = files
      .filter(({ path }) => /(?:^|[/.-])(?:utils?|helpers?|misc|common)(?:[/.-])/i.test(path))
      .map(({ path }) => `${path}: name it after what it holds, and cut it up if it holds several things`);
    expect(vague).toEqual([]);
  });

  test('hold one idea: 400 lines at most', () => {
    const long = files
      .filter(({ lineCount }) => lineCount > 400)
      .map(({ path, lineCount }) => `${path} has ${lineCount} lines: it probably holds two ideas; give each a file`);
    expect(long).toEqual([]);
  });
});
