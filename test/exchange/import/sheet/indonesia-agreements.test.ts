import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rollup } from 'd3-array';
import { describe, expect, test } from 'vitest';
import { readMapping } from '../../../../src/exchange/import/sheet/mapping.js';
import { openSheet } from '../../../../src/exchange/import/sheet/open-sheet.js';
import { readFile } from './sheets.js';

const MAPPING = fileURLToPath(new URL('indonesia-agreements.yaml', import.meta.url));

const folder = process.env.KEMBAR_WORLD;
const absence = folder ? '' : ' (left out: KEMBAR_WORLD does not name the folder of the table)';
const file = join(folder ?? '', 'indonesia-agreements.tsv');

const counted = <T>(all: readonly T[], keyOf: (item: T) => unknown) =>
  Object.fromEntries(
    rollup(
      all,
      (some) => some.length,
      (item) => String(keyOf(item)),
    ),
  );

describe.skipIf(!folder)(`the table of Indonesian agreements${absence}`, () => {
  test('is read to its last row with a mapping', async () => {
    const { statements, rejects } = await readFile(file, await readMapping(MAPPING));
    expect(rejects).toEqual([]);
    expect(statements).toHaveLength(352);
    expect(statements.map(({ line }) => line)).toEqual(Array.from({ length: 352 }, (_, at) => at + 2));
    expect(counted(statements, ({ steps }) => steps[0]?.stage)).toEqual({
      undefined: 196,
      SIGNED: 77,
      LETTER_OF_INTENT: 35,
      EXPLORATION: 27,
      RENEWED: 14,
      COUNCIL_APPROVAL: 2,
      DORMANT: 1,
    });
    // Of 151 dates 14 are those of lists.
    expect(statements.filter(({ steps }) => steps[0]?.date)).toHaveLength(137);
    expect(counted(statements, ({ kind }) => kind)).toEqual({
      null: 156,
      SISTER_CITY: 124,
      SISTER_PROVINCE: 51,
      SISTER_REGENCY: 12,
      FRIENDSHIP: 6,
      DOMESTIC: 2,
      SISTER_VILLAGE: 1,
    });
    expect(counted(statements, ({ confidence }) => confidence)).toEqual({ HIGH: 94, MEDIUM: 179, LOW: 79 });
    expect(counted(statements, ({ parties }) => parties[0]?.level)).toEqual({
      CITY: 215,
      PROVINCE: 115,
      REGENCY: 16,
      null: 3,
      AUTHORITY: 2,
      VILLAGE: 1,
    });
    expect(statements.filter(({ parties }) => parties[0]?.codes.length === 1)).toHaveLength(347);
    expect(new Set(statements.map(({ parties }) => parties[0]?.country))).toEqual(new Set(['Indonesia']));
    expect(statements.every(({ parties, source }) => /^[A-Z]{2}$/.test(parties[1]?.country ?? '') && source?.title)).toBe(true);
    // The others name two addresses in one cell.
    expect(statements.filter(({ source }) => source?.url)).toHaveLength(352 - 37);
  });

  test('says which of its columns nobody reads', async () => {
    const { leftAside } = await openSheet(file, await readMapping(MAPPING));
    expect(leftAside).toEqual(['row', 'source_class', 'foreign_country', 'foreign_admin1', 'foreign_admin1_iso', 'admin1_basis']);
  });

  test('is not read with words that nobody explained', async () => {
    const mapping = await readMapping(MAPPING);
    const { statements, rejects } = await readFile(file, { ...mapping, values: new Map() });
    expect(statements.length).toBeLessThan(352);
    expect(new Set(rejects.map(({ field, value }) => `${field}: ${value}`))).toEqual(
      new Set([
        'indo_level: unresolved',
        ...['place', 'area', 'admin1', 'republic', 'territory', 'town'].map((level) => `foreign_level: ${level}`),
        'kind: domestic sister city',
        ...['listed', 'approved'].map((stage) => `stage: ${stage}`),
        'source_url: https://github.com/L3viathan/sister-cities ; https://github.com/Hekman/twincities',
      ]),
    );
  });
});
