import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { RecordFiles } from '../../../src/exchange/format/record-files.js';

/** What reading a file gives: the keys of its records, and why others are none. */
async function readOf(name: string, text: string): Promise<{ readonly keys: string[]; readonly reasons: string[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'kembar-files-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, name);
  writeFileSync(file, text);
  const keys: string[] = [];
  const reasons: string[] = [];
  const files = await RecordFiles.find([file]);
  for await (const { record } of files.records(({ reason }) => reasons.push(reason))) keys.push(record.key);
  return { keys, reasons };
}

const SECTOR = 'sectors:\n  - { key: sport, name: { id: Olahraga, en: Sport } }\n';

describe('a YAML file is refused as a whole', () => {
  test.each([
    ['that is none', `${SECTOR}  - { key: [\n`, /data\.yaml:\d+ {2}: not YAML/],
    ['that is too large', `${SECTOR}# ${'x'.repeat(17 * 1024 * 1024)}\n`, /larger than 16777216 bytes; split it/],
    ['that is not UTF-8', `${SECTOR}# \uFFFD\n`, /:3 {2}: the file is not UTF-8/],
    ['that is a list', '- { key: sport }\n', /:1 {2}: the file holds no records.*accepted are sources, sectors/],
    ['that is a text', 'sectors\n', /the file holds no records/],
    [
      'with an unknown type, which would leave out all of its records',
      `${SECTOR}place:\n  - { key: a }\n`,
      /:4 {2}place: unknown record type/,
    ],
    ['with what is no list of records', `${SECTOR}places:\n  key: a\n`, /:4 {2}places: not a list of records/],
  ])('%s', async (_, text, message) => {
    await expect(readOf('data.yaml', text)).rejects.toMatchObject({ code: 'DATA_INVALID', message: expect.stringMatching(message) });
  });

  test('with all that is wrong with its types', async () => {
    await expect(readOf('data.yaml', 'place: []\nplaces: {}\n')).rejects.toMatchObject({
      problems: [
        { line: 1, field: 'place' },
        { line: 2, field: 'places' },
      ],
    });
  });
});

test('of a record that is wrong the others stay', async () => {
  expect(await readOf('data.yaml', `${SECTOR}  - { key: art }\n  - { key: trade, name: { id: Dagang, en: Trade } }\n`)).toEqual({
    keys: ['sport', 'trade'],
    reasons: [expect.stringContaining('expected object')],
  });
});

test('an empty file holds no records', async () => {
  expect(await readOf('data.yaml', '# nothing yet\n')).toEqual({ keys: [], reasons: [] });
});

describe('records as lines', () => {
  const sector = (key: string) => `${JSON.stringify({ sectors: [{ key, name: { id: 'A', en: 'A' } }] })}\n`;

  test('one that is nested too deeply is left out, and the others stay', async () => {
    const deep = `${'{"id":'.repeat(20_000)}1${'}'.repeat(20_000)}`;
    expect(await readOf('data.jsonl', `{"sectors":[{"key":"a","name":${deep}}]}\n${sector('b')}`)).toMatchObject({ keys: ['b'] });
  });

  test('a line without end is refused with what is accepted', async () => {
    await expect(readOf('data.jsonl', `${sector('a')}${'x'.repeat(5_000_000)}`)).rejects.toMatchObject({
      code: 'BAD_INPUT',
      message: expect.stringMatching(/cannot be read beyond line 1: the next one is longer than 4194304 characters/),
    });
  });

  test('what is not packed is refused', async () => {
    await expect(readOf('data.jsonl.gz', sector('a'))).rejects.toMatchObject({
      code: 'BAD_INPUT',
      message: expect.stringContaining('incorrect header'),
    });
  });
});

test('a pipe is refused, since it can be read only once', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kembar-files-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const pipe = join(folder, 'data.jsonl');
  execFileSync('mkfifo', [pipe]);
  await expect(RecordFiles.find([pipe])).rejects.toMatchObject({
    code: 'BAD_INPUT',
    message: expect.stringContaining('is no ordinary file'),
  });
});
