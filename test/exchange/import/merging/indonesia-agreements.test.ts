import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { foldName } from '../../../../src/domain/names.js';
import { completePlaces } from '../../../../src/exchange/dataset/place-tree.js';
import { assembleDataSet, SHIPPED_DATA } from '../../../../src/exchange/dataset/shipped.js';
import { type PlaceRecord, RECORD_TYPES } from '../../../../src/exchange/format/records.js';
import type { ResolvedStatement } from '../../../../src/exchange/import/merging/resolved-statement.js';
import { readMapping } from '../../../../src/exchange/import/sheet/mapping.js';
import type { NamedParty } from '../../../../src/exchange/import/statement.js';
import { readFile } from '../sheet/sheets.js';
import { type Merged, merge, saysOf } from './merged.js';

const MAPPING = fileURLToPath(new URL('../sheet/indonesia-agreements.yaml', import.meta.url));

const folder = process.env.KEMBAR_WORLD;
const absence = folder ? '' : ' (left out: KEMBAR_WORLD does not name the folder of the table)';

describe.skipIf(!folder)(`the table of Indonesian agreements beside the shipped data${absence}`, () => {
  let merged: Merged;

  beforeAll(async () => {
    const { data } = await assembleDataSet(SHIPPED_DATA);
    const { statements } = await readFile(join(folder ?? '', 'indonesia-agreements.tsv'), await readMapping(MAPPING));
    const places = completePlaces(data);
    const find = finder(places);
    const resolved = statements.map((statement): ResolvedStatement => ({ statement, parties: statement.parties.map(find) }));
    const graph = { ...data, places: new Map(places.map((place) => [place.key, place])) };
    merged = await merge(resolved, graph);
  }, 60_000);

  // The data that ships grows, and each agreement that it has is one that this table does not make.
  test('finds the agreements that ship, and makes the few others that it dates', () => {
    const { report, agreements, details, rejects } = merged;
    expect(report).toMatchObject({ read: 352, withItself: 0, citationsLeftOut: 0, newSectors: [], doubtful: [] });
    expect(details.length).toBeGreaterThanOrEqual(131);
    expect(details).toHaveLength(report.merged);
    expect(agreements.length).toBeLessThanOrEqual(7);
    // Rows of the world graph have no kind, no step and no date, and nothing else tells of these pairs.
    expect(rejects.length).toBeLessThanOrEqual(93);
    expect(352 - report.repeated - rejects.length).toBe(details.length + agreements.length);
  });

  test('finds the contradictions that were found when the data was read by people', () => {
    expect(merged.report.conflicts.map((line) => line.replace(/ in .*/, ''))).toEqual(
      expect.arrayContaining([
        'kota-bandung-braunschweig: SIGNED 1960-05-24, but 1960-06',
        'surabaya-seattle: SIGNED 1992-09-29, but 1991',
        'surakarta-montana: SIGNED 2007-02-19, but 2007-01-19',
        'tangerang-selatan-miri: FRIENDSHIP, but also SISTER_CITY',
      ]),
    );
  });

  test('cites the sources that ship where a row names their address', () => {
    const seattle = merged.details.find(({ key }) => key === 'surabaya-seattle');
    const dates = seattle?.supports.flatMap(({ cites }) => saysOf(cites, 'date'));
    expect(dates).toEqual(['not city-of-seattle-surabaya 1991', 'surabaya-twin-cities 1992']);
    expect(seattle?.supports[0]?.cites[0]?.at).toMatch(/^row \d+ of indonesia-agreements\.tsv$/);
  });
});

/** Finds places by their codes and plain names only, and makes any other. */
function finder(places: readonly PlaceRecord[]): (party: NamedParty) => PlaceRecord {
  const byCode = new Map(places.flatMap((place) => place.codes.map(({ scheme, value }) => [`${scheme} ${value}`, place])));
  const byName = new Map<string, PlaceRecord>();
  for (const place of places) {
    const names = [place.name, place.names?.en, ...place.otherNames.map(({ text }) => text)].filter((name) => name !== undefined);
    const country = place.key.split('-')[0];
    for (const name of names) byName.set(`${country} ${foldName(name)}`, place);
  }
  return ({ name, country, codes }) => {
    const coded = codes.flatMap(({ scheme, value }) => byCode.get(`${scheme} ${value}`) ?? [])[0];
    if (coded !== undefined) return coded;
    const within = country === 'Indonesia' ? 'id' : (country ?? '').toLowerCase();
    const found = byName.get(`${within} ${foldName(name)}`);
    if (found !== undefined) return found;
    const key = `${within}-${foldName(name)
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')}`;
    return RECORD_TYPES.places.parse({ key, kind: 'CITY', name, partOf: within, cites: [{ source: 'wikidata' }] });
  };
}
