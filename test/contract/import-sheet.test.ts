import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kembar } from '../cli/kembar-process.js';
import { ENGINES } from '../engines.js';
import { environmentOf, readGraph } from './graph-of-process.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kembar-sheet-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SHEET = `Daerah;Mitra;Negara;Jenis;Tahap;Tanggal;Masa Berlaku;Bidang;Sumber;Tautan
Kota Surabaya;Seattle;Amerika Serikat;Sister City;MoU;1992;s.d. 31 Desember 2031;Pendidikan;Koran Contoh;https://example.org/seattle
Bogor;Taoyuan;Taiwan;Sister City;MoU;14 Februari 2019;5 tahun;Pendidikan;;
Kota Malang;Windhoek;NA;Sister City;LoI;2024-02-30;;Pendidikan;;
Kota Malang;Windhoek;NA;Sister City;LoI;2024-02-28;;Pendidikan, Perkeretaapian;;
`;
const MAPPING = `
defaults: { levelB: city, countryA: Indonesia }
source: { title: Daftar kerja sama, publisher: Biro Kerja Sama, licence: CC BY 4.0, language: id }
`;

const RETIRED_SHEET = `Daerah;Mitra;Negara;Jenis;Tahap;Tanggal
Kota Malang;Aigams;NA;Sister City;LoI;2024-02-28
Kota Surabaya;Windhoek;NA;Sister City;LoI;2024-02-28
Kota Bogor;Windhoek;NA;Sister City;;
Subang;Windhoek;NA;Sister City;;
Kota Kediri;Nowhere;NA;Sister City;;
Kota Batu;Aigams;NA;Sister City;;
Kota Batu;Keetmans;NA;Sister City;;
Kota Batu;Keetmanshoop;NA;Sister City;;
`;
const DECIDED = `
decisions:
  - { name: Nowhere, country: NA, place: new, kind: CITY, by: Ani, on: 2026-03-31 }
`;
const cites = 'cites: [{ source: curated }]';
const CURATION = `
sources: [{ key: curated, kind: DATASET, title: What we found out, publisher: Us, language: en }]
places: [{ key: na-windhoek, kind: CITY, name: Windhoek, partOf: na, ${cites} }]
agreements:
  - { key: malang-windhoek, kind: SISTER_CITY, parties: [id-kota-malang, na-windhoek], stages: [{ stage: LETTER_OF_INTENT, ${cites} }], ${cites} }
retired:
  - { kind: place, key: na-nowhere, reason: There is no such place., ${cites} }
  - { kind: place, key: na-keetmans, successor: na-keetmanshoop, reason: A misspelling., ${cites} }
  - { kind: place, key: na-aigams, successor: na-windhoek, reason: Two names of one., ${cites} }
  - { kind: agreement, key: id-kota-surabaya.na-windhoek, successor: malang-windhoek, reason: Entered for the wrong city., ${cites} }
  - { kind: agreement, key: id-kota-bogor.na-windhoek, reason: A rumour., ${cites} }
`;

describe.each(ENGINES)('kembar import sheet on $name', (engine) => {
  test('finds places, asks about what it cannot tell, joins what is known, and keeps what was decided', { timeout: 300_000 }, async () => {
    const environment = await environmentOf(engine, folder);
    const [file, mapping, decisions, rejects] = [
      'kerja-sama.csv',
      'mapping.yaml',
      `decisions-${engine.name}.yaml`,
      `rejects-${engine.name}.csv`,
    ].map((name) => join(folder, name)) as [string, string, string, string];
    writeFileSync(file, SHEET);
    writeFileSync(mapping, MAPPING);
    const run = (...more: string[]) =>
      kembar(
        ['import', 'sheet', file, '--mapping', mapping, '--decisions', decisions, '--rejects', rejects, '--json', ...more],
        environment,
      );

    const first = await run();
    expect(first.code, first.err).toBe(3);
    expect(JSON.parse(first.out)).toMatchObject({
      dataSet: 'kerja-sama',
      changes: { Agreement: { created: 1 }, 'Agreement of others': { created: 1 }, Place: { created: 1 }, Sector: { created: 1 } },
      leftOut: { rows: 2 },
      report: { newPlaces: ['Windhoek (na-windhoek)'] },
    });
    expect(readFileSync(rejects, 'utf8')).toMatch(/,4,.*2024-02-30/);
    expect(readFileSync(rejects, 'utf8')).toMatch(/,3,party 1,.*Bogor.*id-kabupaten-bogor.*id-kota-bogor/);

    // The question about Bogor is answered as a person would.
    const asked = readFileSync(decisions, 'utf8');
    expect(asked).toContain('- name: Bogor');
    const answered = asked.replace(/(- name: Bogor[\s\S]*?)place:([\s\S]*?)by:(\s*)on:/, '$1place: id-kota-bogor$2by: Ani$3on: 2026-03-31');
    expect(answered).not.toBe(asked);
    writeFileSync(decisions, answered);
    const second = await run();
    expect(JSON.parse(second.out)).toMatchObject({ leftOut: { rows: 1 } });
    const third = await run();
    expect(JSON.parse(third.out)).toMatchObject({ changes: {}, revision: JSON.parse(second.out).revision });

    // Another office has a file of that name.
    const other = join(folder, 'other');
    mkdirSync(other, { recursive: true });
    writeFileSync(join(other, 'kerja-sama.csv'), 'Daerah;Mitra;Negara\nKota Malang;Fuqing;Tiongkok\n');
    const refused = await kembar(['import', 'sheet', join(other, 'kerja-sama.csv'), '--mapping', mapping], environment);
    expect({ code: refused.code, err: refused.err }).toEqual({
      code: 1,
      err: expect.stringContaining('say --as kerja-sama if that is meant'),
    });

    const ends = await readGraph(environment, (graph) =>
      graph.engine.read(`MATCH (p:Place)<-[:HAS_PARTY]-(a:Agreement)-[:EXPECTS]->(end:Plan {stage: 'EXPIRED'})
        MATCH (end)-[c:CITES]->(:Source) WHERE p.id IN ['place:us-seattle', 'place:tw-tao'] AND end.date >= '2023'
        RETURN p.id AS of, end.date AS date, c.basis AS basis ORDER BY date`),
    );
    expect(ends).toEqual([
      { of: 'place:tw-tao', date: '2024-02-14', basis: 'INFERRED' },
      // The agreement with Seattle is one of the data that ships.
      { of: 'place:us-seattle', date: '2031-12-31', basis: 'STATED' },
    ]);

    const told = await readGraph(environment, (graph) =>
      graph.engine.read(`MATCH (a:Agreement)-[:HAS_PARTY]->(:Place {id: 'place:id-kota-bogor'})
        MATCH (a)-[:HAS_PARTY]->(:Place {id: 'place:tw-tao'})
        MATCH (a)-[:REACHED]->(s:Stage)-[c:CITES]->(source:Source)
        RETURN s.stage AS stage, s.date AS date, c.locator AS at, source.title AS title, source.importTool AS tool`),
    );
    expect(told).toEqual([
      { stage: 'SIGNED', date: '2019-02-14', at: 'row 3', title: 'Daftar kerja sama', tool: expect.stringContaining('Kembar') },
    ]);
  });

  test('goes by what somebody said is retired', { timeout: 300_000 }, async () => {
    const environment = await environmentOf(engine, folder);
    const at = (name: string) => join(folder, `retired-${engine.name}-${name}`);
    writeFileSync(at('sheet.csv'), RETIRED_SHEET);
    writeFileSync(at('mapping.yaml'), MAPPING.replace('{ levelB', '{ levelA: kota, levelB'));
    writeFileSync(at('corrections.yaml'), CURATION);
    const sheet = ['import', 'sheet', at('sheet.csv'), '--mapping', at('mapping.yaml'), '--as', 'sheet', '--json'];
    const corrections = ['import', 'kembar', at('corrections.yaml'), '--as', 'corrections', '--json'];

    expect(JSON.parse((await kembar(sheet, environment)).out)).toMatchObject({
      changes: { Place: { created: 5 }, Agreement: { created: 8 } },
    });
    // What is there is not retired, so it makes room first.
    expect((await kembar(['remove', 'sheet', '--json'], environment)).code).toBe(0);
    const curated = await kembar(corrections, environment);
    expect(curated.code, curated.out + curated.err).toBe(0);
    const again = await kembar([...sheet, '--rejects', at('rejects.csv')], environment);
    expect(again.code, again.err).toBe(3);
    expect(JSON.parse(again.out)).toMatchObject({
      changes: { Place: { created: 1 }, Agreement: { created: 3 }, 'Agreement of others': { created: 1 } },
      leftOut: { rows: 2 },
      report: { parties: { found: { 'an id that is retired, for the place that took its place': 2 } } },
    });
    const leftOut = readFileSync(at('rejects.csv'), 'utf8');
    expect(leftOut).toContain('Kota Bogor – Windhoek,"the agreement ""id-kota-bogor.na-windhoek"" is retired: A rumour."');
    expect(leftOut).toContain('"Nowhere, NA","the place ""na-nowhere"" is retired: There is no such place."');
    const told = await readGraph(environment, (graph) =>
      graph.engine.read(`MATCH (a:Agreement)-[c:CITES]->(:Source {id: 'source:import.sheet'})
        RETURN a.id AS id, c.locator AS at ORDER BY id, at`),
    );
    expect(told).toEqual([
      { id: 'agreement:id-kabupaten-subang.na-windhoek', at: 'row 5' },
      { id: 'agreement:id-kota-batu.na-keetmanshoop', at: 'row 8' },
      { id: 'agreement:id-kota-batu.na-keetmanshoop', at: 'row 9' },
      { id: 'agreement:id-kota-batu.na-windhoek', at: 'row 7' },
      { id: 'agreement:malang-windhoek', at: 'row 2' },
      { id: 'agreement:malang-windhoek', at: 'row 3' },
    ]);
    // What a person says to be new is that, though not under a key that is retired; and nobody is asked to mend these records.
    writeFileSync(at('decisions.yaml'), DECIDED);
    const decided = await kembar([...sheet, '--decisions', at('decisions.yaml')], environment);
    expect(JSON.parse(decided.out)).toMatchObject({ changes: { Place: { created: 1 }, Agreement: { created: 1 } }, leftOut: { rows: 1 } });
    expect(JSON.parse((await kembar(corrections, environment)).out)).toMatchObject({ changes: {}, leftOut: { rows: 0 } });
  });
});
