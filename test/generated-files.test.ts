import 'reflect-metadata';
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { generate } from '@graphql-codegen/cli';
import { getVariableValues, Kind, type OperationDefinitionNode, parse, validate } from 'graphql';
import { describe, expect, test } from 'vitest';
import config from '../codegen.js';
import { questionsOfCatalogue } from '../scripts/catalogue.js';
import { accessPage } from '../scripts/print-access.js';
import { coveragePage } from '../scripts/print-coverage.js';
import { dataPage } from '../scripts/print-data.js';
import { editsPage } from '../scripts/print-edits.js';
import { questionsPage } from '../scripts/print-questions.js';
import { rulesPage } from '../scripts/print-rules.js';
import { sheetColumnsPage } from '../scripts/print-sheet-columns.js';
import { printedSchema } from '../src/api/print-schema.js';
import { buildSchema } from '../src/api/schema.js';

const SCHEMA = new URL('../schema/', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, SCHEMA), 'utf8');

test('schema/schema.graphql is what src/api declares', () => {
  expect(read('schema.graphql'), 'The schema has changed: run "npm run generate:sdl".').toBe(printedSchema());
});

test('schema/generated is what the schema and the operations give', async () => {
  const outputs: { filename: string; content: string }[] = await generate({ ...config, silent: true }, false);
  const committed = Object.fromEntries(readdirSync(new URL('generated/', SCHEMA)).map((file) => [file, read(`generated/${file}`)]));
  const generated = Object.fromEntries(outputs.map(({ filename, content }) => [basename(filename), content]));
  expect(committed, 'The schema or an operation has changed: run "npm run generate:documents".').toEqual(generated);
}, 30_000);

test('docs/questions.md is what the catalogue, the operations and the benchmark give', () => {
  const committed = readFileSync(new URL('../docs/questions.md', import.meta.url), 'utf8');
  expect(committed, 'A question has changed: run "npm run generate:questions".').toBe(questionsPage());
});

test('docs/rules.md is what the tables of rules and tracks give', () => {
  const committed = readFileSync(new URL('../docs/rules.md', import.meta.url), 'utf8');
  expect(committed, 'A rule has changed: run "npm run generate:rules".').toBe(rulesPage());
});

test('docs/edits.md is what the mutations and their codes give', () => {
  const committed = readFileSync(new URL('../docs/edits.md', import.meta.url), 'utf8');
  expect(committed, 'A mutation has changed: run "npm run generate:edits".').toBe(editsPage());
});

test('docs/coverage.md is what the shipped data gives', async () => {
  const committed = readFileSync(new URL('../docs/coverage.md', import.meta.url), 'utf8');
  expect(committed, 'The data has changed: run "npm run generate:coverage".').toBe(await coveragePage());
}, 30_000);

test('docs/data.md is what was measured', () => {
  const committed = readFileSync(new URL('../docs/data.md', import.meta.url), 'utf8');
  expect(committed, 'A figure has changed: run "npm run generate:data".').toBe(dataPage());
});

test('docs/sheet-columns.md is what columns are recognised by', () => {
  const committed = readFileSync(new URL('../docs/sheet-columns.md', import.meta.url), 'utf8');
  expect(committed, 'A header has changed: run "npm run generate:sheet-columns".').toBe(sheetColumnsPage());
});

test('docs/access.md is what roles and permissions are', () => {
  const committed = readFileSync(new URL('../docs/access.md', import.meta.url), 'utf8');
  expect(committed, 'A role, a permission or an error has changed: run "npm run generate:access".').toBe(accessPage());
});

describe('the catalogue', () => {
  const questions = questionsOfCatalogue().flatMap((group) => group.questions);

  test.each(questions.map(({ field, definition, bounds, cost }) => ({ field, definition, bounds, cost })))(
    '$field says its definition, its bounds and its cost',
    ({ definition, bounds, cost }) => {
      expect(definition).toMatch(/^[A-Z].{20,}[.?]$/);
      expect(bounds, 'The description needs "Bounds: …".').toMatch(/^[A-Za-z0-9].{5,}\.$/);
      expect(cost, 'The description needs "Cost: …".').toMatch(/^[A-Za-z0-9].{5,}\.$/);
    },
  );

  test.each(questions.map(({ field, operations }) => ({ field, operations })))(
    '$field has an operation that shows it',
    ({ operations }) => {
      expect(operations.length).toBeGreaterThan(0);
    },
  );
});

describe('schema/operations', () => {
  const schema = buildSchema();
  const files = readdirSync(new URL('operations/', SCHEMA));

  test('holds operations and nothing else', () => {
    expect(files.filter((file) => !file.endsWith('.graphql'))).toEqual([]);
  });

  test('gives no name to two fragments, since all are read together', () => {
    const fragments = files.flatMap((file) => [...read(`operations/${file}`).matchAll(/^fragment (\w+)/gm)].map(([, name]) => name));
    expect(fragments.filter((name, at) => fragments.indexOf(name) !== at)).toEqual([]);
  });

  describe.each(files)('%s', (file) => {
    const text = read(`operations/${file}`);
    const definitions = parse(text).definitions;
    const operations = definitions.filter(
      (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
    );

    test('holds one operation, of the name of the file', () => {
      expect(operations.map((operation) => `${operation.name?.value}.graphql`)).toEqual([file]);
    });

    test('begins with a comment that asks a question', () => {
      expect(text.split('\n')[0]).toMatch(/^# [A-Z].*\?$/);
    });

    test('asks nothing that depends on who asks, since its file is the same for everybody', () => {
      expect(text).not.toMatch(/\bviewer\b/);
    });

    test('is valid in the schema', () => {
      expect(validate(schema, parse(text)).map(({ message }) => message)).toEqual([]);
    });

    test('runs as it stands: what has no default is in its line "# variables: {...}", and that fits', () => {
      const declared = operations[0]?.variableDefinitions ?? [];
      const lines = text.match(/^#\s*variables\b.*$/gim) ?? [];
      // Only a line of exactly this form is found by the explorer.
      expect(lines.filter((line) => !/^# variables: \{.*\}$/.test(line))).toEqual([]);
      expect(lines.length).toBeLessThanOrEqual(1);
      const given: Record<string, unknown> = JSON.parse(lines[0]?.slice('# variables: '.length) ?? '{}');
      const names = declared.map(({ variable }) => variable.name.value);
      expect(Object.keys(given).filter((name) => !names.includes(name))).toEqual([]);
      expect(getVariableValues(schema, declared, given).errors).toBeUndefined();
    });
  });
});
