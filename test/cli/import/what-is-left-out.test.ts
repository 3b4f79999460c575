import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { importKembarCommand } from '../../../src/cli/import/import-kembar.js';
import { importSheetCommand } from '../../../src/cli/import/import-sheet.js';
import { importWikidataCommand } from '../../../src/cli/import/import-wikidata.js';
import { readGraph } from '../../contract/graph-of-process.js';
import { SMALL_DATA } from '../../exchange/small-data.js';
import { linesOf } from '../in-process.js';

let folder: string;
const at = (name: string) => join(folder, name);
const written = (name: string, text: string) => {
  writeFileSync(at(name), text);
  return at(name);
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kembar-left-out-'));
  vi.stubEnv('GRAPH_URL', `embedded:${at('graph.grafeo')}`);
  vi.stubEnv('LOAD_DATA', 'false');
  await linesOf(importKembarCommand, [written('small.yaml', SMALL_DATA)]);
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

const MAPPING = 'defaults: { countryA: Indonesia, levelB: kota, kind: sister city }\n';

/** A dry run of a sheet, and the lines from that on that says how much is left out. */
async function dryRun(rows: readonly string[], { mapping = MAPPING, options = [] as readonly string[] } = {}) {
  const sheet = written('sheet.csv', [...rows, ''].join('\n'));
  const all = [sheet, '--mapping', written('mapping.yaml', mapping), '--dry-run', ...options];
  const lines = (await linesOf(importSheetCommand, all)).map((line) => line.replaceAll(`${folder}/`, ''));
  const from = lines.findIndex((line) => line.includes('were left out'));
  return { lines, leftOut: from < 0 ? [] : lines.slice(from) };
}

test('a fault of many rows is told once, with its remedy and its rows, and faults are counted apart from rows', async () => {
  const { leftOut } = await dryRun([
    'Daerah;Mitra;Negara;Tingkat Mitra;Tahap',
    ...Array.from({ length: 10 }, () => 'Kota Batu;Uji;Jepang;kota;Aktif'),
    'Kota Batu;Uji;Jepang;dusun;Aktif',
  ]);
  expect(leftOut).toEqual([
    '11 rows or records were left out, for 12 faults',
    expect.stringMatching(/^ {2}11 times Tahap: the word is not known; accepted are .*under values, what it stands for$/),
    '      "Aktif" in sheet.csv:2, 3, 4, 5, 6, 7, 8, 9 and 3 more',
    expect.stringMatching(/^ {2}once Tingkat Mitra: /),
    '      "dusun" in sheet.csv:12',
  ]);
});

test('the file of --rejects has a line for each fault', async () => {
  const rows = ['Daerah;Mitra;Negara;Tahap', 'Kota Batu;Uji;Jepang;Aktif', 'Kota Batu;Uji;Jepang;Aktif', 'Kota Batu;Uji;Jepang;Usul'];
  const { leftOut } = await dryRun(rows, { options: ['--rejects', at('rejects.csv')] });
  expect(leftOut[0]).toBe('3 rows or records were left out; see rejects.csv');
  expect(readFileSync(at('rejects.csv'), 'utf8').match(/sheet\.csv,\d/g)).toEqual(['sheet.csv,2', 'sheet.csv,3', 'sheet.csv,4']);
});

test('what is wrong is told where it is why nothing was written', async () => {
  const lines: string[] = [];
  const sheet = written('strict.csv', 'Daerah;Mitra;Negara\nKota Batu;;Jepang\n');
  const command = importSheetCommand((line) => lines.push(line)).exitOverride();
  await expect(command.parseAsync([sheet, '--strict'], { from: 'user' })).rejects.toThrow(
    '1 rows or records would be left out, and --strict',
  );
  expect(lines).toContain(`      in ${sheet}:2`);
});

describe('all parties are asked about at once', () => {
  const decisions = () => at('decisions.yaml');
  const asked = () => [...readFileSync(decisions(), 'utf8').matchAll(/- name: (.*)/g)].map(([, name]) => name).sort();
  const HEADER = 'Daerah;Mitra;Negara;Provinsi Mitra;Tahap;Lintang Mitra';
  beforeEach(() => rmSync(decisions(), { force: true }));

  test.each([
    ['a stage that cannot be read', 'Kota Nowhere;Somewhere;Jepang;Kyoto;Aktif;', ['Kota Nowhere', 'Somewhere']],
    ['a partner of which half the location lacks', 'Kota Nowhere;Somewhere;Jepang;Kyoto;MoU;35', ['Kota Nowhere']],
    ['no partner', 'Kota Nowhere;;Jepang;;MoU;', ['Kota Nowhere']],
  ])('also in a row with %s', async (_, row, names) => {
    const mapping = 'defaults: { countryA: Indonesia }\ncolumns: { provinceB: Provinsi Mitra, latitudeB: Lintang Mitra }\n';
    const { leftOut } = await dryRun([HEADER, row], { mapping, options: ['--decisions', decisions()] });
    expect(asked()).toEqual(names);
    expect(leftOut[0]).toBe(`1 rows or records were left out, for ${names.length + 1} faults`);
  });

  test('and a new place comes from the row that is taken, not from the one that is left out', async () => {
    const sheet = written(
      'fresh.csv',
      'Daerah;Mitra;Negara;Tahap\nKota Batu;Zarf;Jepang;Aktif\nKota Batu;Zarf;Jepang;MoU\nKota Batu;Zarf;Japan;Aktif\nKota Batu;Qumbolo;Jepang;Aktif\n',
    );
    const lines = await linesOf(importSheetCommand, [sheet, '--mapping', written('fresh.yaml', MAPPING)]);
    expect(lines).toContain('  1 are places that nothing else in the graph has');
    const cited = await readGraph({ GRAPH_URL: `embedded:${at('graph.grafeo')}` }, (graph) =>
      graph.engine.read("MATCH (p:Place)-[c:CITES]->(:Source) WHERE p.name IN ['Zarf', 'Qumbolo'] RETURN p.name AS name, c.locator AS at"),
    );
    expect(cited).toEqual([{ name: 'Zarf', at: 'row 3' }]);
  });
});

describe('what people write among and below the rows', () => {
  const HEADER = 'No;Daerah;Mitra;Negara;Tahap;Tanggal;Keterangan';
  const ROW = '1;Kota Batu;Uji;Jepang;MoU;1992;';
  const ASIDE = (lines: string) =>
    `${lines.split(',').length} rows are none of the table, such as sums and what stands below it (${lines})`;

  test('are no rows: sums wherever they are, and signatures below', async () => {
    const { lines, leftOut } = await dryRun([
      HEADER,
      ROW,
      ';Jumlah;1;;;;',
      ROW,
      'JUMLAH SELURUHNYA;;;2;;;',
      ';Jumlah;26 kerja sama;;;;',
      ';;;;;;',
      ';;;;Padang, 31 Desember 2024;;',
      ';;;;;;Kepala Biro Pemerintahan',
    ]);
    expect(lines).toContain(ASIDE('3, 5, 6, 8, 9'));
    expect(leftOut).toEqual([]);
  });

  test.each([
    ['the date and the stage of something', ';;;;MoU;1992;'],
    ['a partner', ';;Uji;;;;'],
    ['a country and a date', ';;;Jepang;;1992;'],
  ])('but a row that says %s is one that lacks a party', async (_, row) => {
    const { lines, leftOut } = await dryRun([HEADER, ROW, row]);
    expect(lines.join('\n')).not.toContain('none of the table');
    expect(leftOut[0]).toMatch(/^1 rows or records were left out/);
    expect(leftOut.join('\n')).toContain('the row names no party A');
  });

  test('nor is one among the rows that says anything', async () => {
    const { lines, leftOut } = await dryRun([HEADER, ROW, ';;;;;;diperpanjang', ROW]);
    expect(lines.join('\n')).not.toContain('none of the table');
    expect(leftOut[0]).toBe('1 rows or records were left out, for 2 faults');
  });

  test('is not read below the line that the mapping names', async () => {
    const below = ['Catatan;Kota Batu;menunggu;Jepang;Aktif;kapan-kapan;', 'x;x;x;x;x;x;x;x'];
    const { leftOut } = await dryRun([HEADER, ROW, ...below], { mapping: `${MAPPING}lastLine: 2\n` });
    expect(leftOut).toEqual([]);
    expect((await dryRun([HEADER, ROW, ...below])).leftOut[0]).toMatch(/^2 rows or records were left out/);
    await expect(dryRun(['', '', HEADER, ROW], { mapping: 'lastLine: 2\n' })).rejects.toThrow(
      'the mapping says that the table ends in line 2, and its columns are named in line 3',
    );
  });
});

test('a row of Wikidata that loses a value is not left out, and its value is counted as one', async () => {
  const entity = (id: string) => `http://www.wikidata.org/entity/${id}`;
  const row = (start: string, other = entity('Q2')) => `${entity('Q1')},${other},Kota Batu,Uji,Indonesia,Japan,${start}`;
  const file = written(
    'query.csv',
    ['item,other,itemLabel,otherLabel,itemCountry,otherCountry,start', row('some day'), row('1992-01-01T00:00:00Z', ''), ''].join('\n'),
  );
  const outcome = JSON.parse((await linesOf(importWikidataCommand, [file, '--dry-run', '--json'])).at(-1) ?? '');
  expect(outcome).toMatchObject({ leftOut: { rows: 1, values: 1, faults: 2 }, changes: { 'Agreement of others': { created: 1 } } });
  expect(await linesOf(importWikidataCommand, [file, '--dry-run'])).toContain(
    '1 rows or records, and 1 values of rows or records whose rest is taken, were left out',
  );
});
