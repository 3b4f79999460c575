import 'reflect-metadata';
import { parse, validate } from 'graphql';
import { describe, expect, test } from 'vitest';
import { askable } from '../../../src/api/files/catalogue.js';
import { namedOperations } from '../../../src/api/operations.js';
import { buildSchema } from '../../../src/api/schema.js';
import { tableShape } from '../../../src/api/tables/columns.js';
import { variablesOf } from '../../../src/api/tables/inputs.js';
import { tableOf } from '../../../src/api/tables/table.js';
import { COMMAND_OPTIONS } from '../../../src/cli/files/file-command.js';
import { FILE_OPTIONS } from '../../../src/http/files/parameters.js';

const schema = buildSchema();
const operations = namedOperations();
const tables = operations.flatMap((operation) =>
  askable(schema, operation).paths.map((path) => ({ name: operation.name, path, operation })),
);

test('there are operations, and tables of them', () => {
  expect(operations.length).toBeGreaterThan(20);
  expect(tables.length).toBeGreaterThan(operations.length);
});

describe.each(tables)('$name at $path', ({ operation, path }) => {
  const table = tableOf(schema, operation, path);

  test('is an operation that the schema knows, cut down to the rows', () => {
    expect(validate(schema, parse(table.text)).map(({ message }) => message)).toEqual([]);
  });

  test('has columns, each of its own name', () => {
    const names = tableShape(table.row, null).columns.map(({ name }) => name);
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  test('has no variable with the name of something that says how a file is to be', () => {
    const reserved: readonly string[] = [...FILE_OPTIONS, ...COMMAND_OPTIONS];
    expect(variablesOf(schema, table.document).filter(({ name }) => reserved.includes(name))).toEqual([]);
  });
});
