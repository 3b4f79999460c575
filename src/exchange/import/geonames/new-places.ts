import { type PlaceRecord, RECORD_TYPES } from '../../format/records.js';
import type { KnownPlaces } from '../places/known-places.js';
import { type Keyed, placeKeys } from '../places/place-keys.js';
import type { FirstLevel } from './first-level.js';
import type { Geoname } from './geoname.js';
import { type NamesOfRow, newNames } from './names-of-rows.js';
import { type NewKind, newKindOf } from './new-kinds.js';

interface Planned extends NewKind {
  readonly row: Geoname;
}

export interface NewPlaces {
  readonly places: readonly PlaceRecord[];
  /** How many are in no first-level subdivision. */
  readonly withoutProvince: number;
}

/** Makes places of rows, which are ordered by id: subdivisions first, then what is in them. */
export function newPlaces(
  rows: readonly Geoname[],
  {
    known,
    firstLevel,
    source,
    namesOf,
  }: { readonly known: KnownPlaces; readonly firstLevel: FirstLevel; readonly source: string; readonly namesOf: NamesOfRow },
): NewPlaces {
  const planned = rows.flatMap((row): Planned[] => {
    const kind = newKindOf(row);
    return kind === null ? [] : [{ row, ...kind }];
  });
  const keys = placeKeys(
    planned.map(({ row }) => keyed(row, firstLevel)),
    (key) => known.get(key) !== undefined,
  );
  const provinces = new Map(planned.flatMap(({ row }) => (row.feature === 'ADM1' && row.admin1 !== null ? [[row.admin1, row.id]] : [])));
  let withoutProvince = 0;
  const places = planned
    .sort((a, b) => Number(a.row.feature !== 'ADM1') - Number(b.row.feature !== 'ADM1'))
    .map(({ row, kind, designation, note }) => {
      const subdivision =
        kind === 'PROVINCE' ? undefined : (firstLevel.find(row.admin1)?.place.key ?? keys.get(provinces.get(row.admin1 ?? '') ?? ''));
      if (subdivision === undefined && kind !== 'PROVINCE') withoutProvince += 1;
      const key = keys.get(row.id);
      const cite = { source, at: row.id };
      return RECORD_TYPES.places.parse({
        key,
        slug: key,
        kind,
        designation,
        name: row.name,
        partOf: subdivision ?? row.country.toLowerCase(),
        codes: [{ scheme: 'GEONAMES', value: row.id }, ...namesOf(row).items.map((value) => ({ scheme: 'WIKIDATA' as const, value }))],
        otherNames: newNames([row.name], namesOf(row).names, cite, 50),
        location: { latitude: row.latitude, longitude: row.longitude },
        population: row.population ?? undefined,
        cites: [cite, ...(note === undefined ? [] : [{ ...cite, field: 'kind', basis: 'INFERRED' as const, note }])],
      });
    });
  return { places, withoutProvince };
}

function keyed({ id, country, name, asciiName, admin1 }: Geoname, firstLevel: FirstLevel): Keyed {
  return { id, country, name: asciiName || name, subdivision: firstLevel.nameOf(admin1 ?? '') || (admin1 ?? ''), code: id };
}
