import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kembar } from '../cli/kembar-process.js';
import { ENGINES } from '../engines.js';
import { dumpLine } from '../exchange/import/geonames/dumps.js';
import { serving } from '../exchange/import/wikidata/wikidata-service.js';
import { environmentOf, readGraph } from './graph-of-process.js';

const WIKIDATA = fileURLToPath(new URL('../exchange/import/wikidata/', import.meta.url));
const AREAS = join(dirname(createRequire(import.meta.url).resolve('idn-area-data/package.json')), 'data');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kembar-lists-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(ENGINES)('on $name', (engine) => {
  test('kembar import geonames, kemendagri and wikidata stand on one another', { timeout: 600_000 }, async () => {
    const environment = await environmentOf(engine, folder);
    const run = async (...parameters: string[]) => {
      const { code, out, err } = await kembar(['import', ...parameters, '--json'], environment);
      expect([0, 3], err).toContain(code);
      return JSON.parse(out);
    };

    const dump = join(folder, 'ID.txt');
    const madiun = {
      id: 1636930,
      name: 'Madiun',
      at: [-7.6298, 111.5239],
      feature: 'P.PPLA2',
      admin: 'ID.08',
      population: 186_099,
    } as const;
    writeFileSync(dump, `${dumpLine(madiun)}\n${dumpLine({ ...madiun, id: 7, name: 'Nowhere', at: [-97, 112] })}\n`);
    const admin1 = join(folder, 'admin1CodesASCII.txt');
    writeFileSync(admin1, 'ID.08\tEast Java\tEast Java\t1642668\n');
    expect(await run('geonames', dump, '--admin1', admin1)).toMatchObject({
      dataSet: 'geonames',
      changes: { 'Place of others': { created: 1 } },
      leftOut: { rows: 1 },
    });

    expect(await run('kemendagri', join(AREAS, 'provinces.csv'), join(AREAS, 'regencies.csv'), '--title', 'idn-area-data')).toMatchObject({
      dataSet: 'kemendagri',
      // All of its codes ship already, from the same package.
      changes: { Source: { created: 1 } },
      leftOut: { rows: 0 },
    });

    const service = await serving();
    const asked = await run('wikidata', '--country', 'ID', '--contact', 'test@example.org', '--endpoint', service.endpoint);
    expect(service.taken[0]?.headers['user-agent']).toMatch(/^Kembar\/\S+ \(.*test@example\.org/);
    expect(asked).toMatchObject({ dataSet: 'wikidata-id' });
    const created = (label: string): number => asked.changes[label]?.created ?? 0;
    expect(created('Agreement') + created('Agreement of others')).toBeGreaterThan(1);

    const again = await run('wikidata', join(WIKIDATA, 'plain.json'), '--asked-on', '2026-03-31');
    expect(again).toMatchObject({ dataSet: 'wikidata' });
    expect(readFileSync(join(WIKIDATA, 'plain.json'), 'utf8')).toContain('Q2773');

    // Bandung – Braunschweig is one agreement.
    const told = await readGraph(environment, (graph) =>
      graph.engine.read(`MATCH (a:Agreement)-[:HAS_PARTY]->(:Place {id: 'place:id-kota-bandung'})
        MATCH (a)-[:HAS_PARTY]->(:Place {id: 'place:de-braunschweig'})
        MATCH (a)-[c:CITES]->(s:Source)
        WITH a, s.publisher AS publisher, count(c) AS cites
        RETURN a.id AS id, publisher, cites
        ORDER BY id, publisher`),
    );
    expect(new Set(told.map(({ id }) => id)).size).toBe(1);
    expect(told.map(({ publisher }) => publisher)).toContain('Wikidata');
  });
});
