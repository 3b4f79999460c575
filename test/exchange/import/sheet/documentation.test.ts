import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readMapping } from '../../../../src/exchange/import/sheet/mapping.js';
import { fileOf } from '../table/files.js';
import { readFile } from './sheets.js';

const page = readFileSync(join(fileURLToPath(new URL('../../../../docs', import.meta.url)), 'sheets.md'), 'utf8');
const block = (language: string): string => new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, 's').exec(page)?.[1] ?? '';

test('the example of the documentation is read, with and without its mapping', async () => {
  const sheet = await fileOf(block('csv'));
  const mapping = await readMapping(await fileOf(block('yaml')));
  const [bare, mapped] = [await readFile(sheet), await readFile(sheet, mapping)];
  expect([...bare.rejects, ...mapped.rejects]).toEqual([]);
  expect(bare.statements.map(({ steps, parties }) => [parties[1]?.country, steps[0]?.stage, steps[0]?.date])).toEqual([
    ['Jepang', 'SIGNED', '2019-02-14'],
    ['NA', 'EXPLORATION', '199X'],
    ['Jepang', 'LETTER_OF_INTENT', '2017-03-05'],
  ]);
  expect(bare.statements.map(({ note }) => note)).toEqual([null, 'Namibia, not nothing', null]);
  expect(mapped.statements).toMatchObject([
    { note: null, confidence: 'MEDIUM', source: { title: 'Situs Pemerintah Kota' } },
    { note: null, parties: [{ country: 'Indonesia' }, {}], source: null },
    {},
  ]);
  expect(mapped.told).toMatchObject({ title: 'Daftar kerja sama', language: 'id' });
});
