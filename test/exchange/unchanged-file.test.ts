import { writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { RecordFiles } from '../../src/exchange/format/record-files.js';
import { openSheet } from '../../src/exchange/import/sheet/open-sheet.js';
import { fileOf } from './import/table/files.js';

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const read: T[] = [];
  for await (const item of items) read.push(item);
  return read;
}

const nobody = () => undefined;
const SHEET = 'Daerah;Mitra;Negara\nKota Batu;Uji;Jepang\n';
const changed = (file: string) => `${file} was changed while the import read it; import it again`;

test('a sheet that is saved after it was opened is not read under the columns that it had', async () => {
  const file = await fileOf(SHEET, 'sheet.csv');
  const sheet = await openSheet(file);
  expect(await all(sheet.statements(nobody))).toHaveLength(1);
  await writeFile(file, 'Mitra;Daerah;Negara\nUji;Kota Batu;Jepang\n');
  await expect(all(sheet.statements(nobody))).rejects.toThrow(changed(file));
});

test('a sheet that is saved while it is read is refused at its end', async () => {
  const file = await fileOf(SHEET, 'sheet.csv');
  const rows = (await openSheet(file)).statements(nobody)[Symbol.asyncIterator]();
  await rows.next();
  await writeFile(file, `${SHEET}Kota Batu;Kyoto;Jepang\n`);
  await expect(rows.next()).rejects.toThrow(changed(file));
});

test.each([
  ['records.yaml', 'sectors:\n  - { key: golf, name: { id: Golf, en: Golf } }\n'],
  ['records.jsonl', '{"sectors":[{"key":"golf","name":{"id":"Golf","en":"Golf"}}]}\n'],
])('records have to say the same each time that they are gone through: %s', async (name, text) => {
  const file = await fileOf(text, name);
  const files = await RecordFiles.find([file]);
  await files.hashes();
  expect(await all(files.records(nobody))).toHaveLength(1);
  await writeFile(file, text.replaceAll('olf', 'olfing'));
  await expect(all(files.records(nobody))).rejects.toThrow(changed(file));
});
