import 'reflect-metadata';
import { describe, expect, test } from 'vitest';
import { formatOf } from '../../src/cli/files/file-command.js';
import { mustBeWritable } from '../../src/cli/files/write-output.js';
import { BadInputError } from '../../src/domain/errors.js';

const FORMATS = ['csv', 'jsonl', 'json', 'csv-metadata.json', 'table'];

describe('the format of an output', () => {
  test.each([
    [{ output: 'ties' }, 'csv'],
    [{ output: 'v1.2/ties' }, 'csv'],
    [{ output: 'ties.r1.jsonl' }, 'jsonl'],
    [{ output: 'ties.json' }, 'json'],
    [{ output: 'ties.csv-metadata.json' }, 'csv-metadata.json'],
    [{ output: 'ties.xyz', format: 'json' }, 'json'],
    [{}, 'csv'],
  ])('of %j is %s', (options, format) => {
    expect(formatOf(options, FORMATS)).toBe(format);
  });

  test.each(['ties.xyz', 'ties.gexf', 'ties.r1', 'ties.CSV', 'ties.'])('has to be named where it is called %s', (output) => {
    expect(() => formatOf({ output }, FORMATS)).toThrow(
      `--output "${output}" does not end with a format. Accepted are .csv, .jsonl, .json, .csv-metadata.json, .table; with --format any.`,
    );
  });
});

describe('the place of an output', () => {
  test.each([
    ['src', 'it is a folder'],
    ['/dev/null', 'it is no ordinary file; without --output the standard output is written'],
    ['package.json/ties.csv', 'package.json is no folder'],
    ['no/such/ties.csv', 'there is no folder no/such'],
  ])('cannot be %s, since %s', async (file, reason) => {
    await expect(mustBeWritable(file)).rejects.toThrow(new BadInputError(`${file} cannot be written: ${reason}`));
  });

  test.each(['package.json', 'ties.csv', 'src/ties.csv'])('can be %s', async (file) => {
    await mustBeWritable(file);
  });
});
