import { describe, expect, test } from 'vitest';
import { completePlaces } from '../../../../src/exchange/dataset/place-tree.js';
import type { PlaceRecord } from '../../../../src/exchange/format/records.js';
import { readRows } from '../../../../src/exchange/import/table/read-rows.js';
import { WORLD_PLACE, type WorldPlace } from '../../../../src/exchange/import/twinnings/world-rows.js';
import { assembleWorld, worldFiles } from '../../../world-graph.js';
import { fileOf } from '../table/files.js';
import { dumpLine, importedFiles } from './dumps.js';

const files = worldFiles();

/** The table of the world as GeoNames would have it. */
function dumpOf(rows: readonly WorldPlace[]): string {
  return rows
    .filter(({ geonameid, lat }) => geonameid !== null && lat !== null)
    .map(({ geonameid, name, lat, lng, kind, iso2, admin1_code, population }) =>
      dumpLine({
        id: geonameid ?? '',
        name,
        at: [lat ?? 0, lng ?? 0],
        feature: kind === 'place' ? 'P.PPL' : 'A.ADM2',
        admin: admin1_code ?? iso2,
        population: population ?? 0,
      }),
    )
    .join('\n');
}

const geonamesIds = ({ codes }: Pick<PlaceRecord, 'codes'>) => codes.flatMap(({ scheme, value }) => (scheme === 'GEONAMES' ? [value] : []));

describe.skipIf('absent' in files)('the places of the world', { timeout: 300_000 }, async () => {
  if ('absent' in files) return;
  const { shipped, world } = await assembleWorld();
  const all = completePlaces({
    places: [...shipped.data.places, ...world.data.places],
    placeDetails: [...shipped.data.placeDetails, ...world.data.placeDetails],
  });
  const dump = dumpOf((await readRows(files.places, WORLD_PLACE)).rows.map(({ value }) => value));
  const imported = async (places: readonly PlaceRecord[]) =>
    importedFiles({ dumps: [await fileOf(dump)], subdivisions: files.subdivisions }, {}, places);

  test('are found by their ids, and none is taken for one of its name in another part of its country', async () => {
    const { report, rejects } = await imported(all);
    expect(rejects).toEqual([]);
    expect(report.read).toBe(16_347);
    expect(report.found['its GeoNames id']).toBe(16_343);
    // The Palmerston of Canberra; that of the Northern Territory is known.
    expect(report).toMatchObject({ doubtful: [], leftOut: 1 });
  });

  test('are found by their names where their ids are taken away, and none is taken for another', async () => {
    const placeOf = new Map(all.flatMap((place) => geonamesIds(place).map((id) => [id, place.key])));
    const bare = all.map((place) => ({ ...place, codes: place.codes.filter(({ scheme }) => scheme !== 'GEONAMES'), location: undefined }));
    const { placeDetails } = await imported(bare);
    const found = placeDetails.flatMap((detail) => geonamesIds(detail).map((id) => ({ id, key: detail.key })));
    expect(found.length).toBeGreaterThan(15_000);
    expect(found.filter(({ id, key }) => (placeOf.get(id) ?? key) !== key)).toEqual([]);
  });
});
