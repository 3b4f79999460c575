import { group } from 'd3-array';
import { foldName } from '../../../domain/names.js';
import { type CiteRecord, type PlaceDetailRecord, type PlaceRecord, RECORD_TYPES } from '../../format/records.js';
import { type KnownPlaces, namesOf } from '../places/known-places.js';
import type { Resolution } from './resolve-places.js';
import { citesOfCodes, codesOf, sourcesOf } from './world-records.js';
import type { Lists, WorldPlace } from './world-rows.js';

/**
 * What the table says of known places that the graph does not: the names that it has for them, their codes, where they
 * lie and how many people live there. A doubtful finding tells nothing of a place.
 */
export function placeDetails(
  resolutions: readonly Resolution[],
  known: KnownPlaces,
  listsOf: (place: WorldPlace) => Lists,
): PlaceDetailRecord[] {
  const certain = resolutions.filter(({ place, doubt }) => place !== null && doubt === null);
  return [...group(certain, ({ place }) => place as PlaceRecord)].flatMap(([place, found]) => {
    // A populated place says better where a city is than the area around it.
    const rows = found.map(({ world }) => world).sort((a, b) => Number(a.kind !== 'place') - Number(b.kind !== 'place'));
    const otherNames = newNames(place, rows, listsOf);
    const byHand = new Set(found.flatMap(({ world, rule }) => (rule === 'hand' ? [world] : [])));
    const codes = rows.flatMap((world) =>
      codesOf(world).filter(
        ({ scheme, value }) =>
          known.withCode(scheme, value) === undefined &&
          // What was looked up by hand may have the code of another place of its name, which is why it was looked up.
          !(byHand.has(world) && place.codes.some((one) => one.scheme === scheme)),
      ),
    );
    const located = place.location === undefined ? rows.find(({ lat, lng }) => lat !== null && lng !== null) : undefined;
    const counted = place.population === undefined ? rows.find(({ population }) => population !== null) : undefined;
    const cites = [
      ...citesOfCodes(codes),
      ...otherNames.flatMap((name) => name.cites),
      ...(located === undefined ? [] : [{ ...rowCite(located, listsOf), field: 'location' }]),
      ...(counted === undefined ? [] : [{ ...rowCite(counted, listsOf), field: 'population' }]),
    ];
    if (cites.length === 0) return [];
    const location = located === undefined ? undefined : { latitude: located.lat, longitude: located.lng };
    const population = counted?.population ?? undefined;
    return [RECORD_TYPES.placeDetails.parse({ key: place.key, codes, otherNames, location, population, cites })];
  });
}

function newNames(place: PlaceRecord, rows: readonly WorldPlace[], listsOf: (place: WorldPlace) => Lists) {
  const borne = new Set(namesOf(place).map(foldName));
  return rows.flatMap((world) => {
    const folded = foldName(world.name);
    if (borne.has(folded)) return [];
    borne.add(folded);
    return [{ text: world.name, kind: 'ALIAS', cites: [rowCite(world, listsOf)] }];
  });
}

/** Where the table has a row from. */
function rowCite(world: WorldPlace, listsOf: (place: WorldPlace) => Lists): Pick<CiteRecord, 'source' | 'at'> {
  return (citesOfCodes(codesOf(world))[0] ?? sourcesOf(listsOf(world))[0]) as Pick<CiteRecord, 'source' | 'at'>;
}
