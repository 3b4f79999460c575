import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { group } from 'd3-array';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kembar } from '../cli/kembar-process.js';
import { environmentOf, readGraph } from '../contract/graph-of-process.js';
import { ENGINES } from '../engines.js';
import { worldFiles } from '../world-graph.js';

/** Real files, through the command line, into the shipped data. */

const MAPPING = fileURLToPath(new URL('../exchange/import/sheet/indonesia-agreements.yaml', import.meta.url));
const files = worldFiles();
const PATIENCE = { timeout: 900_000 };

/** The rows of a file of tab-separated values, by the names of its columns. */
function rowsOf(file: string): Record<string, string>[] {
  return parse(readFileSync(file, 'utf8'), { columns: true, delimiter: '\t', quote: null });
}

describe.skipIf('absent' in files).each(ENGINES)('on $name', (engine) => {
  if ('absent' in files) return;
  const { places, twinnings, subdivisions } = files;
  let folder: string;
  let environment: Readonly<Record<string, string>>;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kembar-real-'));
    environment = { ...(await environmentOf(engine, folder)), STORE_DEADLINE_MS: '300000' };
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  async function imported(...parameters: string[]) {
    const { code, out, err } = await kembar(['import', ...parameters, '--json'], environment);
    expect([0, 3], err).toContain(code);
    return JSON.parse(out);
  }

  async function partnersOf(place: string): Promise<Record<string, string>[]> {
    const { code, out, err } = await kembar(['ask', 'Partners', '--place', place, '--format', 'csv', '--bare'], environment);
    expect(code, err).toBe(0);
    return parse(out, { columns: true, bom: true });
  }

  test('kembar import twinnings brings the partners that the files state, and nothing the second time', PATIENCE, async () => {
    const parameters = ['twinnings', '--places', places, '--twinnings', twinnings, '--subdivisions', subdivisions];
    const first = await imported(...parameters);
    expect(first).toMatchObject({ dataSet: 'world-twinnings', leftOut: { rows: 0 } });
    expect(first.changes.Agreement.created).toBeGreaterThan(30_000);
    expect(await imported(...parameters)).toMatchObject({ changes: {}, revision: first.revision });

    const withCode = new Map(
      (
        await readGraph(environment, (graph) =>
          graph.engine.read(
            "MATCH (p:Place)-[:HAS_CODE]->(c:Code) WHERE c.scheme IN ['GEONAMES', 'WIKIDATA'] RETURN p.id AS id, c.scheme AS scheme, c.value AS value",
          ),
        )
      ).map(({ id, scheme, value }) => [`${scheme} ${value}`, id as string]),
    );
    const placeOf = new Map(
      rowsOf(places).map(({ id = '', geonameid, qid = '' }) => [
        id,
        [`GEONAMES ${geonameid}`, ...qid.split('|').map((one) => `WIKIDATA ${one}`)].map((code) => withCode.get(code)).find((one) => one),
      ]),
    );
    const stated = rowsOf(twinnings)
      .flatMap(({ a = '', b = '' }) => [
        [a, b],
        [b, a],
      ])
      .map(([from = '', to = '']) => [placeOf.get(from), placeOf.get(to)] as const);
    const partners = group(
      stated.filter(([from, to]) => from !== undefined && to !== undefined && from !== to),
      ([from]) => from as string,
    );
    for (const place of ['place:id-kota-bandung', ...[...partners.keys()].sort().filter((_, index) => index % 4_000 === 0)]) {
      const told = (await partnersOf(place)).map((partner) => partner['node.id']);
      expect(told, place).toEqual(expect.arrayContaining((partners.get(place) ?? []).map(([, to]) => to)));
    }
  });

  test('kembar import sheet reads the table of Indonesian agreements, and nothing the second time', PATIENCE, async () => {
    const table = join(process.env.KEMBAR_WORLD ?? '', 'indonesia-agreements.tsv');
    const rejects = join(folder, 'rejects.csv');
    const parameters = ['sheet', table, '--mapping', MAPPING, '--decisions', join(folder, 'decisions.yaml'), '--rejects', rejects];
    const tried = await imported(...parameters, '--dry-run');
    const first = await imported(...parameters);
    expect(first.changes).toEqual(tried.changes);
    expect(await imported(...parameters)).toMatchObject({ changes: {}, revision: first.revision });

    // Every row was either left out, and told, or is cited.
    const leftOut = new Set(
      (parse(readFileSync(rejects, 'utf8'), { columns: true, bom: true }) as { line: string }[]).map(({ line }) => Number(line)),
    );
    expect(leftOut.size).toBe(first.leftOut.rows);
    const cited = await readGraph(environment, (graph) =>
      graph.engine.read("MATCH ()-[c:CITES]->(:Source) WHERE c.dataset = 'indonesia-agreements' RETURN DISTINCT c.locator AS at"),
    );
    const rows = new Set(cited.flatMap(({ at }) => [...String(at ?? '').matchAll(/\brow (\d+)/g)].map(([, row]) => Number(row))));
    const lines = rowsOf(table).map((_, index) => index + 2);
    expect(lines.filter((line) => !rows.has(line))).toEqual(lines.filter((line) => leftOut.has(line)));

    const surabaya = rowsOf(table).filter(({ indo_party }, index) => indo_party === 'Kota Surabaya' && !leftOut.has(index + 2));
    const told = (await partnersOf('place:id-kota-surabaya')).map((partner) => partner['node.name']);
    expect(surabaya.length).toBeGreaterThan(10);
    expect(told).toEqual(expect.arrayContaining([...new Set(surabaya.map(({ foreign_party }) => foreign_party))]));
  });
});
