import 'reflect-metadata';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { formatOf } from '../../src/cli/files/file-command.js';
import { mustBeWritable } from '../../src/cli/files/write-output.js';
import { BadInputError } from '../../src/domain/errors.js';
import { openEmbedded } from '../../src/graph/engines/embedded.js';
import { kembarProcess } from './kembar-process.js';

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

  test('cannot be that of a graph, nor of what belongs to one', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kembar-output-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const graph = join(folder, 'graph.grafeo');
    await (await openEmbedded({ path: graph })).close();
    for (const file of [graph, `${graph}.wal`, `${graph}.control`]) {
      await expect(mustBeWritable(file)).rejects.toThrow('it is a graph, or part of one; name another file');
    }
    await mustBeWritable(`${graph}.csv`);
  });

  test.each(['package.json', 'ties.csv', 'src/ties.csv'])('can be %s', async (file) => {
    await mustBeWritable(file);
  });
});

test('an output that a signal cuts off leaves nothing behind', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kembar-output-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const { child, ended } = kembarProcess(['generate', '--places', '20000', '--agreements', '200000', '-o', join(folder, 'world.jsonl')]);
  while (readdirSync(folder).length === 0) await pause(20);
  child.kill('SIGINT');
  expect(await ended).toMatchObject({ code: null });
  expect(readdirSync(folder)).toEqual([]);
});
