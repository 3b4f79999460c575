import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { importKembarCommand } from '../../../src/cli/import/import-kembar.js';
import { importSheetCommand } from '../../../src/cli/import/import-sheet.js';
import { stateOn } from '../../../src/domain/stage.js';
import { openEmbedded } from '../../../src/graph/engines/embedded.js';
import { readGraph } from '../../contract/graph-of-process.js';
import { SMALL_DATA } from '../../exchange/small-data.js';
import { linesOf } from '../in-process.js';

let folder: string;
const at = (name: string) => join(folder, name);
const written = (name: string, text: string) => {
  writeFileSync(at(name), text);
  return at(name);
};

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kembar-readings-'));
  vi.stubEnv('GRAPH_URL', `embedded:${at('graph.grafeo')}`);
  vi.stubEnv('LOAD_DATA', 'false');
  await linesOf(importKembarCommand, [written('small.yaml', SMALL_DATA)]);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

const MAPPING = 'defaults: { countryA: Indonesia, levelA: provinsi, levelB: kota, kind: kerja sama }\n';

/** Imports one row of Jawa Timur and Uji, and gives what is told of rows, and the steps that the graph has of it then. */
async function imported(signed: string, stage: string, mapping = MAPPING) {
  const sheet = written('sheet.csv', `Daerah;Mitra;Negara;Tanggal Penandatanganan;Status\nJawa Timur;Uji;Jepang;${signed};${stage}\n`);
  const lines = await linesOf(importSheetCommand, [sheet, '--mapping', written('mapping.yaml', mapping)]);
  const rows = await readGraph({ GRAPH_URL: `embedded:${at('graph.grafeo')}` }, (graph) =>
    graph.ask('agreement/stages', { ids: ['agreement:id-ji.jp-uji'] }),
  );
  const steps = rows.map(({ stage: reached, date, effective }) => ({ stage: reached, date, effective })) as never as {
    readonly stage: 'SIGNED';
    readonly date: string | null;
    readonly effective: string | null;
  }[];
  return { told: lines.filter((line) => /^\d+ rows /.test(line)), steps, on: (day: string | null) => stateOn(steps, day)?.stage };
}

describe('a row that was signed and has ended', () => {
  test('has ended by the day for which the sheet holds, and was in force before', async () => {
    const { told, steps, on } = await imported('9 Juli 2018', 'Berakhir', `${MAPPING}statedOn: 2024-12-31\n`);
    expect(steps.map(({ stage, date }) => [stage, date])).toEqual([
      ['SIGNED', '2018-07-09'],
      ['EXPIRED', '../2024-12-31'],
    ]);
    expect([on('2024-12-30'), on('2024-12-31'), on(null)]).toEqual(['SIGNED', 'EXPIRED', 'EXPIRED']);
    expect(told).toEqual([expect.stringMatching(/^1 rows tell how an agreement stands, and not since when: .* \(2\)$/)]);
  });

  test('has ended where nobody says for which day the sheet holds, and it is told how to say it', async () => {
    const { told, on } = await imported('9 Juli 2018', 'Tidak aktif');
    expect([on('2025-01-01'), on(null)]).toEqual(['SIGNED', 'DORMANT']);
    expect(told).toEqual([expect.stringMatching(/^1 rows tell that an agreement has ended .*statedOn: 2024-12-31 \(2\)$/)]);
  });
});

test('a row at a stage before a signing has the date of that stage, and it is told', async () => {
  const { told, steps } = await imported('9 Juli 2018', 'LoI');
  expect(steps.map(({ stage, date }) => [stage, date])).toEqual([['LETTER_OF_INTENT', '2018-07-09']]);
  expect(told).toEqual([expect.stringMatching(/^1 rows have a date of signing and a stage that comes before one: /)]);
});

test('a row that was renewed has the date of the renewal, and it is told', async () => {
  const { told, steps } = await imported('9 Juli 2018', 'Perpanjangan');
  expect(steps.map(({ stage, date }) => [stage, date])).toEqual([['RENEWED', '2018-07-09']]);
  expect(told).toEqual([expect.stringMatching(/^1 rows have a date of signing and were renewed: /)]);
});

test.each(['kemarin', '2024-13', '2024-12-31/..', ''])('the mapping cannot say that the sheet holds for %j', async (statedOn) => {
  await expect(imported('2018', 'Berakhir', `${MAPPING}statedOn: "${statedOn}"\n`)).rejects.toThrow(/mapping\.yaml.*statedOn/s);
});

test('a new place abroad is not called Kota or Kabupaten, as it is written in Indonesian', async () => {
  const rows = ['Daerah;Mitra;Negara', 'Jawa Timur;Kota Hakodate;Jepang', 'Kota Batu;Hakodate;Jepang', 'Kota Batu;Kab. Hokuto;Jepang', ''];
  const mapping = written('mapping.yaml', 'defaults: { countryA: Indonesia, levelB: kota, kind: kerja sama, stage: MoU }\n');
  const lines = await linesOf(importSheetCommand, [written('sheet.csv', rows.join('\n')), '--mapping', mapping, '--dry-run']);
  expect(lines.filter((line) => /^ {2}created: place:/.test(line))).toEqual(['  created: place:jp-hakodate', '  created: place:jp-hokuto']);
});

test('what rules speak against is taken, and told', async () => {
  const rows = [
    'Daerah;Mitra;Negara;Jenis Kerja Sama;Tanggal MoU',
    'Jawa Timur;Uji;Jepang;Sister Province;2019',
    'Kota Batu;Uji;Jepang;Sister City;2004',
    '',
  ];
  const lines = await linesOf(importSheetCommand, [
    written('sheet.csv', rows.join('\n')),
    '--mapping',
    written('mapping.yaml', 'defaults: { countryA: Indonesia }\n'),
    '--dry-run',
  ]);
  const from = lines.findIndex((line) => line.includes('a rule of docs/rules.md speaks against'));
  expect(lines.slice(from, from + 3)).toEqual([
    '  2 times a rule of docs/rules.md speaks against what is told; it is taken, and should be looked at',
    expect.stringMatching(/id-ji\.jp-uji\S*: SISTER_PROVINCE joins PROVINCE, and Uji is a CITY$/),
    expect.stringMatching(
      /batu-uji: LETTER_OF_INTENT \(2018-04\) comes after SIGNED \(2004\): it begins a new round of talks, or one of the dates is wrong$/,
    ),
  ]);
});

test('a graph without places is told of before parties are asked about', async () => {
  vi.stubEnv('GRAPH_URL', `embedded:${at('empty.grafeo')}`);
  const sheet = written('sheet.csv', 'Daerah;Mitra;Negara\nKota Batu;Uji;Jepang\n');
  const lines = await linesOf(importSheetCommand, [sheet, '--dry-run']);
  expect(lines).toContainEqual(expect.stringMatching(/^the graph has no places yet, .*: start the server once/));
});

test('a row that names no kind, or neither stage nor date, is told how it is read', async () => {
  const rows = ['Daerah;Mitra;Negara;Jenis;Tahap', 'Kota Batu;Uji;Jepang;kota kembar;', 'Jawa Timur;Uji;Jepang;;MoU', ''];
  const lines = await linesOf(importSheetCommand, [
    written('sheet.csv', rows.join('\n')),
    '--mapping',
    written('mapping.yaml', 'defaults: { countryA: Indonesia }\n'),
    '--dry-run',
  ]);
  expect(lines.filter((line) => /^1 rows /.test(line))).toEqual([
    expect.stringMatching(/^1 rows have neither a stage nor a date, .*: taken to be signed some day\. .* \(2\)$/),
    expect.stringMatching(/^1 rows do not say what kind of agreement it is: .* defaults: \{ kind: kerja sama \} \(3\)$/),
  ]);
});

test('a signing that is yet to come is taken, and told', async () => {
  const sheet = written('sheet.csv', 'Daerah;Mitra;Negara;Tanggal MoU\nJawa Timur;Uji;Jepang;2931\n');
  const lines = await linesOf(importSheetCommand, [sheet, '--mapping', written('mapping.yaml', MAPPING), '--dry-run']);
  expect(lines.join('\n')).toMatch(/id-ji\.jp-uji\S*: SIGNED \(2931\) lies after today/);
});

describe('a column whose name is not known', () => {
  const told = async (header: string, mapping = MAPPING) => {
    const sheet = written('sheet.csv', `Daerah;Mitra;Negara;Tahap;${header}\nJawa Timur;Uji;Jepang;MoU;2019\n`);
    return linesOf(importSheetCommand, [sheet, '--mapping', written('mapping.yaml', mapping), '--dry-run']);
  };

  test.each([
    ['Kapan Diteken / Ditandatangani', 'signedDate'],
    ['Tgl. Penandatanganan di Kedutaan', 'signedDate'],
    ['Tahun Mulai', 'date'],
  ])('may be the one that tells when: “%s” is one of %s', async (header, field) => {
    expect(await told(header)).toContain(
      `no column tells when anything happened: “${header}” may, which a mapping says as in columns: { ${field}: ${header} }`,
    );
  });

  test('is not taken for one that tells when by any word', async () => {
    expect((await told('Nomor MoU')).join('\n')).toContain('no column tells when anything happened: name it in a mapping');
  });

  test('or that the mapping takes for another one than its name says is told', async () => {
    const lines = await told('Tanggal Penandatanganan', `${MAPPING}columns: { date: Tanggal Penandatanganan }\n`);
    expect(lines).toContain('“Tanggal Penandatanganan” has the name of a column of signedDate, and is read as date, as the mapping says');
  });
});

test('a word for a stage in the column of the kind is told as one', async () => {
  const sheet = written('sheet.csv', 'Daerah;Mitra;Negara;Bentuk Kerja Sama\nJawa Timur;Uji;Jepang;LoI\n');
  await linesOf(importSheetCommand, [sheet, '--dry-run', '--rejects', at('left-out.csv')]);
  const told = readFileSync(at('left-out.csv'), 'utf8').match(
    /it is a word for a stage \(LETTER_OF_INTENT\), and not for a kind of agreement/g,
  );
  expect(told).toHaveLength(1);
});

test('until when an agreement holds is an end that is expected', async () => {
  const sheet = written('sheet.csv', 'Daerah;Mitra;Negara;Tanggal MoU;Masa Berlaku\nJawa Timur;Uji;Jepang;14/11/2019;5 (lima) tahun\n');
  await linesOf(importSheetCommand, [sheet, '--mapping', written('mapping.yaml', MAPPING)]);
  const plans = await readGraph({ GRAPH_URL: `embedded:${at('graph.grafeo')}` }, (graph) =>
    graph.ask('agreement/plans', { ids: ['agreement:id-ji.jp-uji'] }),
  );
  expect(plans).toMatchObject([{ stage: 'EXPIRED', date: '2024-11-14' }]);
});

test('a PDF is no table, whatever it is called', async () => {
  await expect(linesOf(importSheetCommand, [written('sheet.xlsx', '%PDF-1.7\nx'), '--dry-run'])).rejects.toThrow(
    /sheet\.xlsx is a PDF, and no table; accepted is CSV/,
  );
});

test('an import that finds the graph in use leaves nothing behind', async () => {
  const sheet = written('sheet.csv', 'Daerah;Mitra;Negara\nKota Batu;Uji;Jepang\n');
  const opened = await openEmbedded({ path: at('graph.grafeo') });
  await expect(linesOf(importSheetCommand, [sheet, '--rejects', at('left-out.csv')])).rejects.toMatchObject({ code: 'GRAPH_IN_USE' });
  await opened.close();
  expect(readdirSync(folder).filter((name) => name.includes('left-out'))).toEqual([]);
});
