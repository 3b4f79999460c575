import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { importGeonamesCommand } from '../../../src/cli/import/import-geonames.js';
import { importKembarCommand } from '../../../src/cli/import/import-kembar.js';
import { importKemendagriCommand } from '../../../src/cli/import/import-kemendagri.js';
import { importSheetCommand } from '../../../src/cli/import/import-sheet.js';
import { importWikidataCommand } from '../../../src/cli/import/import-wikidata.js';
import { readGraph } from '../../contract/graph-of-process.js';
import { dumpLine } from '../../exchange/import/geonames/dumps.js';
import { serving } from '../../exchange/import/wikidata/wikidata-service.js';
import { SMALL_DATA } from '../../exchange/small-data.js';
import { linesOf } from '../in-process.js';

const NOTHING = 'nothing changes: the graph holds all of it already';
const PLAIN = fileURLToPath(new URL('../../exchange/import/wikidata/plain.json', import.meta.url));

let folder: string;
const at = (name: string) => join(folder, name);
const written = (name: string, text: string) => {
  writeFileSync(at(name), text);
  return at(name);
};
const environment = () => ({ GRAPH_URL: `embedded:${at('graph.grafeo')}`, LOAD_DATA: 'false' });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kembar-imports-'));
  for (const [name, value] of Object.entries(environment())) vi.stubEnv(name, value);
  await linesOf(importKembarCommand, [written('small.yaml', SMALL_DATA)]);
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

/** A prefecture of which no city is known. */
const SHIMANE = `
sources: [{ key: list-of-prefectures, kind: DATASET, title: A list, publisher: Us, language: en }]
places: [{ key: jp-32, kind: PROVINCE, name: Shimane, partOf: jp, codes: [{ scheme: ISO_3166_2, value: JP-32 }], cites: [{ source: list-of-prefectures }] }]
`;

describe('an import', () => {
  const areas = () => written('areas.csv', 'kode,nama\n35,Jawa Timur\n');
  const kemendagri = (...options: string[]) => linesOf(importKemendagriCommand, [areas(), '--title', 'A list', ...options]);

  test('that was made is none in a dry run either', async () => {
    expect(await kemendagri()).not.toContain(NOTHING);
    expect(await kemendagri('--dry-run')).toContain(NOTHING);
    expect(await kemendagri()).toContain(NOTHING);
  });

  test.each([
    ['--title', 'Another list'],
    ['--publisher', 'Somebody'],
    ['--licence', 'CC0 1.0'],
    ['--url', 'https://example.org/list'],
    ['--from', '2020'],
    ['--delimiter', ','],
  ])('of areas is another one with %s', async (...option) => {
    await kemendagri();
    expect(await kemendagri(...option, '--dry-run')).not.toContain(NOTHING);
  });

  test('of GeoNames is another one when any of its files is, and tells of all that it read', async () => {
    const uji = { id: 1926, name: 'Uji', at: [34.88, 135.8], feature: 'P.PPLA2', admin: 'JP.22', population: 179_000 } as const;
    const dump = written('JP.txt', `${dumpLine(uji)}\n`);
    const admin1 = written('admin1CodesASCII.txt', 'JP.22\tKyoto\tKyoto\t1857907\n');
    const names = written('alternateNamesV2.txt', '1\t1926\ten\tUji City\t\t\t\t\n');
    const run = () => linesOf(importGeonamesCommand, [dump, '--admin1', admin1, '--alternate-names', names]);
    expect(await run()).not.toContain(NOTHING);
    expect(await run()).toContain(NOTHING);
    written('admin1CodesASCII.txt', 'JP.22\tKyōto\tKyoto\t1857907\n');
    expect(await run()).not.toContain(NOTHING);
    written('alternateNamesV2.txt', '1\t1926\ten\tCity of Uji\t\t\t\t\n');
    expect(await run()).not.toContain(NOTHING);
    const [source] = await readGraph(environment(), (graph) =>
      graph.engine.read("MATCH (s:Source {id: 'source:import.geonames'}) RETURN s.importFiles AS files"),
    );
    expect(String(source?.files)).toMatch(/JP\.txt.*admin1CodesASCII\.txt.*alternateNamesV2\.txt/);
  });

  test('of Wikidata is another one when its files were asked for on another day', async () => {
    const run = (day: string) => linesOf(importWikidataCommand, [PLAIN, '--asked-on', day]);
    await run('2026-03-31');
    expect(await run('2026-03-31')).toContain(NOTHING);
    expect(await run('2026-04-01')).not.toContain(NOTHING);
  });

  test('asks no service while the graph cannot be opened', async () => {
    const service = await serving();
    const run = () =>
      linesOf(importWikidataCommand, ['--country', 'ID', '--contact', 'test@example.org', '--endpoint', service.endpoint, '--dry-run']);
    await readGraph(environment(), () => expect(run()).rejects.toThrow('is open in another process'));
    expect(service.taken).toEqual([]);
  });
});

describe('the file of --rejects', () => {
  const SHEET = 'Daerah;Mitra;Negara\nKota Batu;Nowhere;Jepang\n';

  test.each(['sheet.csv', 'link-to-sheet.csv', 'link-to-mapping.csv', 'link-to-decisions.csv'])(
    'is never one that is read: %s',
    async (rejects) => {
      const [sheet, mapping, decisions] = [
        written('sheet.csv', SHEET),
        written('mapping.yaml', 'defaults: { levelA: city }\n'),
        written('decisions.yaml', 'decisions: []\n'),
      ];
      for (const [link, target] of [
        ['link-to-sheet.csv', sheet],
        ['link-to-mapping.csv', mapping],
        ['link-to-decisions.csv', decisions],
      ] as const) {
        rmSync(at(link), { force: true });
        symlinkSync(target, at(link));
      }
      const parameters = [sheet, '--mapping', mapping, '--decisions', decisions, '--rejects', at(rejects), '--dry-run'];
      await expect(linesOf(importSheetCommand, parameters)).rejects.toThrow(/^--rejects .* itself, which would be lost/);
      expect([sheet, mapping, decisions].map((file) => readFileSync(file, 'utf8'))).toEqual([
        SHEET,
        'defaults: { levelA: city }\n',
        'decisions: []\n',
      ]);
    },
  );

  test('takes several faults of one row, which is counted once', async () => {
    const records = written(
      'faulty.yaml',
      'places:\n  - { key: jp-a, kind: HAMLET, name: A, population: many, partOf: jp-26, cites: [{ source: list }] }\n  - { key: jp-b, kind: HAMLET, name: B, partOf: jp-26, cites: [{ source: list }] }\n',
    );
    const lines = await linesOf(importKembarCommand, [records, '--dry-run', '--rejects', at('faulty.jsonl')]);
    expect(readFileSync(at('faulty.jsonl'), 'utf8').trim().split('\n')).toHaveLength(3);
    expect(lines).toContain(`2 rows or records were left out, for 3 faults; see ${at('faulty.jsonl')}`);
  });

  test('stays as it was where an import is refused before it finds anything, and is emptied by one that leaves out nothing', async () => {
    const kept = written('kept.csv', 'what somebody works through');
    const broken = written('broken.yaml', 'sectors: [');
    await expect(linesOf(importKembarCommand, [broken, '--rejects', kept])).rejects.toThrow('not YAML');
    expect(readFileSync(kept, 'utf8')).toBe('what somebody works through');
    const sound = written('sound.yaml', 'sectors:\n  - { key: golf, name: { id: Golf, en: Golf } }\n');
    await linesOf(importKembarCommand, [sound, '--dry-run', '--rejects', kept]);
    expect(readFileSync(kept, 'utf8')).toBe('file,line,field,value,reason,remedy\n');
  });
});

test('what an import without --as would be refused for is told by its dry run', async () => {
  const own = (...keys: string[]) =>
    written('own.yaml', `sectors:\n${keys.map((key) => `  - { key: ${key}, name: { id: ${key}, en: ${key} } }\n`).join('')}`);
  await linesOf(importKembarCommand, [own('chess', 'judo', 'rowing')]);
  const other = own('sailing');
  await expect(linesOf(importKembarCommand, [other])).rejects.toThrow('this would remove 3 of the 4 records');
  const refusal = expect.stringMatching(/^without --as this is refused: this would remove 3 of the 4 records .* say --as own/);
  expect(await linesOf(importKembarCommand, [other, '--dry-run'])).toContainEqual(refusal);
  expect(await linesOf(importKembarCommand, [other, '--dry-run', '--as', 'own'])).not.toContainEqual(refusal);
});

describe('new places of one sheet that may be one', () => {
  const HEADER = 'Daerah;Mitra;Negara;Provinsi Mitra;Tingkat Mitra';
  const [OPEN, KYOTO, MISSPELT] = ['Zzyzxville;Jepang;;kota', 'Zzyzxville;Jepang;Kyoto;kota', 'Zzyzxvile;Jepang;;kota'];
  const outcome = async (...partners: string[]) => {
    const sheet = written('alike.csv', [HEADER, ...partners.map((partner) => `Kota Batu;${partner}`), ''].join('\n'));
    const mapping = written('alike.yaml', 'defaults: { countryA: Indonesia, kind: sister city }\ncolumns: { provinceB: Provinsi Mitra }\n');
    const options = ['--mapping', mapping, '--rejects', at('alike-rejects.jsonl'), '--decisions', at('alike-decisions.yaml'), '--dry-run'];
    const lines = await linesOf(importSheetCommand, [sheet, ...options]);
    const rejects = readFileSync(at('alike-rejects.jsonl'), 'utf8').trim().split('\n').filter(Boolean);
    return {
      created: lines.filter((line) => /^ +\S+ \(jp-/.test(line)).map((line) => line.trim()),
      asked: rejects.map((line) => JSON.parse(line)).map(({ line, reason }) => `${line}: ${reason}`),
    };
  };

  test.each([
    [[OPEN, OPEN], ['Zzyzxville (jp-zzyzxville)'], []],
    [[OPEN, KYOTO], ['Zzyzxville (jp-zzyzxville)'], ['2: it may be the new place "Zzyzxville" of alike.csv:3']],
    [[KYOTO, OPEN], ['Zzyzxville (jp-zzyzxville)'], ['3: it may be the new place "Zzyzxville" of alike.csv:2']],
    [
      [OPEN, MISSPELT],
      [],
      ['2: it may be the new place "Zzyzxvile" of alike.csv:3', '3: it may be the new place "Zzyzxville" of alike.csv:2'],
    ],
  ])('are asked about: %j', async (partners, created, asked) => {
    rmSync(at('alike-decisions.yaml'), { force: true });
    const found = await outcome(...partners);
    expect({ created: found.created, asked: found.asked.map((one) => one.replaceAll(`${folder}/`, '')) }).toEqual({ created, asked });
  });

  test('are two where somebody decides that they are new', async () => {
    rmSync(at('alike-decisions.yaml'), { force: true });
    await outcome(OPEN, MISSPELT);
    const asked = readFileSync(at('alike-decisions.yaml'), 'utf8');
    writeFileSync(
      at('alike-decisions.yaml'),
      asked
        .replaceAll(/place:\n/g, 'place: new\n')
        .replaceAll('by:', 'by: Ani')
        .replaceAll('on:', 'on: 2026-03-31'),
    );
    expect(await outcome(OPEN, MISSPELT)).toEqual({
      created: ['Zzyzxvile (jp-zzyzxvile)', 'Zzyzxville (jp-zzyzxville)'],
      asked: [],
    });
  });
});

test('a dry run tells which place each party became, by what rule, and all that would be created', async () => {
  const partners = Array.from({ length: 25 }, (_, index) => `Zarf${String.fromCharCode(97 + index).repeat(6)}`);
  const rows = partners.map((partner) => `Jawa Timurr;${partner};Jepang`);
  const sheet = written('named.csv', ['Daerah;Mitra;Negara', ...rows, 'Kota Batu;Uji;Jepang', ''].join('\n'));
  const mapping = written('named.yaml', 'defaults: { countryA: Indonesia, levelA: kota, levelB: kota, kind: sister city }\n');
  const run = (...options: string[]) => linesOf(importSheetCommand, [sheet, '--mapping', mapping, ...options]);
  const lines = await run('--dry-run');
  expect(lines).toContain('            Jawa Timurr, Indonesia → Jawa Timur, Indonesia (id-ji, alike by 0.91)');
  expect(lines.slice(0, lines.indexOf('  0 have to be decided')).filter((line) => /^ +Zarf\w+ \(/.test(line))).toHaveLength(25);
  expect(lines.filter((line) => line.startsWith('  created: place:jp-zarf'))).toHaveLength(25);
  const told = JSON.parse((await run('--dry-run', '--json')).at(-1) ?? '') as { report: { parties: { named: object[] } } };
  expect(told.report.parties.named).toHaveLength(28);
  expect(told.report.parties.named).toEqual(
    expect.arrayContaining([
      {
        ...{ name: 'Jawa Timurr', country: 'Indonesia', province: null, at: `${sheet}:2` },
        ...{ how: 'LIKENESS', place: 'id-ji', placeName: 'Jawa Timur, Indonesia', score: expect.closeTo(0.91) },
      },
      expect.objectContaining({ name: 'Uji', how: 'NAME', place: 'jp-uji', score: 1 }),
      expect.objectContaining({ name: 'Zarfaaaaaa', how: 'NEW', place: 'jp-zarfaaaaaa', score: null }),
    ]),
  );
  expect((await run()).filter((line) => /^ +Zarf\w+ \(/.test(line))).toHaveLength(5);
});

test('what an import tells of agreements and places is the same when it is done again', async () => {
  const sheet = written('again.csv', 'Daerah;Mitra;Negara\nKota Batu;Onceville;Jepang\nKota Batu;Onceville;Jepang\nKota Batu;Uji;Jepang\n');
  const mapping = written('again.yaml', 'defaults: { countryA: Indonesia, levelB: kota, kind: sister city }\n');
  const run = async () => {
    const lines = await linesOf(importSheetCommand, [sheet, '--mapping', mapping]);
    return { told: lines.slice(lines.indexOf('agreements: told of by 3 rows whose parties are known')).slice(1, 5), lines };
  };
  const [first, second] = [await run(), await run()];
  expect(first.told).toEqual([
    '  1 agreements that nothing else in the graph tells of',
    '         1  SISTER_CITY',
    '  1 agreements that other data in the graph tells of too; they get citations, and the steps, plans and sectors that they lack',
    '  1 further rows about an agreement that another row tells of; it is one agreement, with all that they say',
  ]);
  expect(second.told).toEqual(first.told);
  expect(second.lines).toContain(NOTHING);
  for (const { lines } of [first, second]) expect(lines).toContain('  1 are places that nothing else in the graph has');
});

test('rows that are left out bring no place, sector or source', async () => {
  const HEADER = 'Daerah;Mitra;Negara;Jenis;Bidang;Sumber';
  const rows = [
    'Kota Batu;Hikari;Jepang;kerja sama;Perkeretaapian;Koran A',
    'Kota Batu;Momijiyama;Jepang;sister city;Perkapalan;Koran B',
    '',
  ];
  const sheet = written('bringing.csv', [HEADER, ...rows].join('\n'));
  const mapping = written('bringing.yaml', 'defaults: { countryA: Indonesia, levelB: kota }\n');
  const lines = await linesOf(importSheetCommand, [sheet, '--mapping', mapping]);
  expect(lines).toContain('  1 are places that nothing else in the graph has');
  expect(lines).toContain('            Perkapalan (perkapalan)');
  const brought = await readGraph(environment(), (graph) =>
    graph.engine.read(`MATCH (n) WHERE n.id IN ['place:jp-hikari', 'place:jp-momijiyama', 'sector:perkeretaapian', 'sector:perkapalan']
      OR n.title IN ['Koran A', 'Koran B'] RETURN coalesce(n.title, n.id) AS what ORDER BY what`),
  );
  expect(brought.map(({ what }) => what)).toEqual(['Koran B', 'place:jp-momijiyama', 'sector:perkapalan']);
});

test('records that support a step which the agreement does not have are left out, and told', async () => {
  const detail = (stage: number) =>
    `  - { key: batu-uji, supports: [{ stage: ${stage}, cites: [{ source: paper }] }], cites: [{ source: paper }] }\n`;
  const records = written('supports.yaml', `agreementDetails:\n${detail(2)}${detail(40)}`);
  await linesOf(importKembarCommand, [records, '--rejects', at('supports.jsonl')]);
  expect(JSON.parse(readFileSync(at('supports.jsonl'), 'utf8'))).toMatchObject({
    ...{ line: 3, field: 'agreementDetails[1].supports[0].stage', value: '40' },
    reason: 'the record of the agreement "batu-uji" has no step 40: its steps are 1, 2',
  });
});

describe('the file of --decisions', () => {
  test('takes an answer for the party that was asked about, and for no other that bears its name', async () => {
    await linesOf(importKembarCommand, [written('prefectures.yaml', SHIMANE)]);
    const sheet = written(
      'shimane.csv',
      'Daerah;Mitra;Negara;Jenis\nKota Batu;Shimane;Jepang;sister city\nProvinsi Jawa Timur;Shimane;Jepang;sister province\n',
    );
    const mapping = written('shimane-mapping.yaml', 'defaults: { countryA: Indonesia, levelB: city }\n');
    const decisions = at('shimane-decisions.yaml');
    const run = () => linesOf(importSheetCommand, [sheet, '--mapping', mapping, '--decisions', decisions]);
    await run();
    const asked = readFileSync(decisions, 'utf8');
    expect(asked.match(/shimane\.csv:\d/g)).toEqual(['shimane.csv:2']);
    writeFileSync(decisions, asked.replace('place:', 'place: new').replace('by:', 'by: Ani').replace('on:', 'on: 2026-03-31'));
    await run();
    const ties = await readGraph(environment(), (graph) =>
      graph.engine.read(`MATCH (a:Agreement)-[:HAS_PARTY]->(p:Place) WHERE p.id IN ['place:jp-32', 'place:jp-shimane']
        RETURN a.id AS id ORDER BY id`),
    );
    expect(ties.map(({ id }) => id)).toEqual(['agreement:id-ji.jp-32', 'agreement:id-kota-batu.jp-shimane']);
  });

  test('gets the questions of a dry run, the same ones once, and none of an import that is refused', async () => {
    const sheet = written('asking.csv', 'Daerah;Mitra;Negara\nKota Batu;Nowhere;Jepang\n');
    const decisions = at('asked.yaml');
    const mapping = written('asking.yaml', 'defaults: { countryA: Indonesia }\n');
    const run = (...options: string[]) => linesOf(importSheetCommand, [sheet, '--mapping', mapping, '--decisions', decisions, ...options]);
    await expect(run('--strict')).rejects.toThrow('nothing was written');
    expect(existsSync(decisions)).toBe(false);
    expect(await run('--dry-run')).toContain(`what has to be decided is asked in ${decisions}`);
    const asked = readFileSync(decisions, 'utf8');
    expect(asked).toContain('- name: Nowhere');
    expect(await run()).not.toContain(NOTHING);
    expect(readFileSync(decisions, 'utf8')).toBe(asked);
    // A question is no decision, so it makes no other import.
    rmSync(decisions);
    expect(await run()).toContain(NOTHING);
    expect(readFileSync(decisions, 'utf8')).toBe(asked);
  });

  test('is told what an answer needs, and that a country lacks where that is why', async () => {
    const sheet = written('no-country.csv', 'Daerah;Mitra\nKota Batu;Uji\n');
    const decisions = at('no-country-decisions.yaml');
    const told = 'nothing tells in which country the second parties are: say it in a mapping, as in defaults: { countryB: Indonesia }';
    const lines = await linesOf(importSheetCommand, [sheet, '--decisions', decisions, '--dry-run']);
    expect(lines).toContain(told);
    expect(lines).toContainEqual(
      expect.stringMatching(/the row names no country, and the name alone is not enough; write its country; .* it may be jp-uji/),
    );
    expect(lines).toContainEqual(expect.stringMatching(/an answer has place, by and on; .* kembar ask Search --text .* --types PLACE/));
    expect(readFileSync(decisions, 'utf8')).toContain('csv:2: the row names no country, and the name alone is not enough');
    const mapping = written('no-country.yaml', 'defaults: { countryB: Jepang, kind: sister city }\n');
    const mended = await linesOf(importSheetCommand, [sheet, '--mapping', mapping, '--dry-run']);
    expect(mended).toContain('  0 have to be decided');
    expect(mended).not.toContain(told);
    // Without that file it is told that there is one.
    expect(await linesOf(importSheetCommand, [sheet, '--dry-run'])).toContain(
      'what has to be decided is asked in a file with --decisions FILE',
    );
  });

  test('may be answered by a country', async () => {
    const sheet = written('country.csv', 'Daerah;Mitra;Negara;Jenis\nKota Batu;Negeri Sakura;Jepang;sister city\n');
    const answer = 'decisions:\n  - { name: Negeri Sakura, country: Jepang, place: jp, by: Ani, on: 2026-03-31 }\n';
    const options = [
      '--mapping',
      written('country.yaml', 'defaults: { countryA: Indonesia }\n'),
      '--decisions',
      written('countries.yaml', answer),
    ];
    const lines = await linesOf(importSheetCommand, [sheet, ...options, '--dry-run']);
    expect(lines).toContain('            Negeri Sakura, Jepang → Japan (jp)');
    expect(lines).toContain('  created: agreement:id-kota-batu.jp');
  });

  test('decides of a whole row: of the other party in it nothing is asked', async () => {
    const sheet = written('regions.csv', 'Daerah;Mitra;Negara\nWilayah IV;20;\n');
    const decisions = written(
      'regions.yaml',
      'decisions:\n  - { name: Wilayah IV, country: Indonesia, place: leave-out, by: Ani, on: 2026-03-31 }\n',
    );
    const mapping = written('regions-mapping.yaml', 'defaults: { countryA: Indonesia }\n');
    const lines = await linesOf(importSheetCommand, [sheet, '--mapping', mapping, '--decisions', decisions, '--dry-run']);
    expect(lines).toContain('  0 have to be decided');
    expect(lines).toContain('  1 were decided to be left out, and with them 1 rows');
    expect(readFileSync(decisions, 'utf8')).not.toContain('name: 20');
  });
});
