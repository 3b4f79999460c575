import { group } from 'd3-array';
import type { PlaceRecord } from '../../format/records.js';
import { isCityProvince } from '../places/city-provinces.js';
import type { KnownPlaces } from '../places/known-places.js';
import { type Keyed, placeKeys } from '../places/place-keys.js';
import type { RetiredPlaces } from '../places/retired-places.js';
import { bothLists } from './pairs.js';
import { type Part, sameParts } from './parts-of-places.js';
import { kindOf } from './place-kinds.js';
import type { Resolution } from './resolve-places.js';
import { placeRecord } from './world-records.js';
import type { Lists, WorldPlace } from './world-rows.js';

export interface SettledPlaces {
  /** The record, known or new, of every place of the table by its id there. */
  readonly placeOf: ReadonlyMap<string, PlaceRecord>;
  readonly created: readonly PlaceRecord[];
}

/** The places of the table that are new. */
export interface FreshPlaces {
  /** Those that are named with a larger one, known or new. */
  readonly parts: ReadonlyMap<WorldPlace, Part>;
  /** Those that are the same as another one, each with that one. */
  readonly twins: ReadonlyMap<WorldPlace, WorldPlace>;
  /** The others. */
  readonly added: readonly WorldPlace[];
  /** The keys of these, by their ids. */
  readonly keys: ReadonlyMap<string, string>;
}

/** Tells which places of the table are new, and gives them their keys. */
export function freshPlaces(
  resolutions: readonly Resolution[],
  parts: ReadonlyMap<WorldPlace, Part>,
  { known, retired }: { readonly known: KnownPlaces; readonly retired: RetiredPlaces | null },
): FreshPlaces {
  const unknown = resolutions.filter(({ place }) => place === null).map(({ world }) => world);
  const isUnknown = new Set(unknown);
  const twins = sameParts(new Map([...parts].filter(([world]) => isUnknown.has(world))));
  const added = unknown.filter((world) => !twins.has(world));
  const keys = placeKeys(
    added.map((world) => keyed(world, parts.get(world))),
    (key) => known.get(key) !== undefined || (retired?.has(key) ?? false),
  );
  return { parts, twins, added, keys };
}

/** Gives every place of the table its record: the known one that it was found to be, or a new one. */
export function settlePlaces(
  resolutions: readonly Resolution[],
  { parts, twins, added, keys }: FreshPlaces,
  listsOf: (place: WorldPlace) => Lists,
): SettledPlaces {
  const unknown = new Map(resolutions.filter(({ place }) => place === null).map((resolution) => [resolution.world.id, resolution]));
  const othersOf = group(twins.keys(), (other) => twins.get(other));

  const placeOf = new Map<string, PlaceRecord>();
  for (const { world, place } of resolutions) if (place !== null) placeOf.set(world.id, place);
  const created: PlaceRecord[] = [];
  const newPlace = (world: WorldPlace, key: string, part: Part | undefined, lists: Lists): PlaceRecord => {
    const whole = part === undefined ? undefined : placeOf.get(part.whole.id);
    const within = whole ?? (unknown.get(world.id) as Resolution).within;
    return placeRecord(world, {
      key,
      name: whole === undefined || part === undefined ? world.name : part.name,
      ...kindOf(world, { isPart: whole !== undefined, inCity: isCityProvince(within) }),
      within,
      guessed: whole === undefined && world.admin1_method.includes('nearest'),
      lists,
    });
  };
  // What others are parts of comes first.
  for (const world of [...added.filter((one) => !parts.has(one)), ...added.filter((one) => parts.has(one))]) {
    const others = othersOf.get(world) ?? [];
    const record = newPlace(
      mergedRow(world, others),
      keys.get(world.id) ?? '',
      parts.get(world),
      others.map(listsOf).reduce(bothLists, listsOf(world)),
    );
    for (const one of [world, ...others]) placeOf.set(one.id, record);
    created.push(record);
  }
  return { placeOf, created };
}

function keyedPlace({ id, iso2, name, admin1_name, geonameid }: WorldPlace): Keyed {
  return { id, country: iso2, name, subdivision: admin1_name, code: geonameid };
}

/** What the key of a new place is made from. A part is called by the whole and its own name, however the table puts them. */
export function keyed(world: WorldPlace, part: Part | undefined): Keyed {
  return { ...keyedPlace(world), ...(part !== undefined && { name: `${part.whole.name} ${part.name}` }) };
}

/** A place with what the other rows of the same place know of it. */
function mergedRow(world: WorldPlace, others: readonly WorldPlace[]): WorldPlace {
  const all = [world, ...others];
  const located = all.find(({ lat }) => lat !== null) ?? world;
  return {
    ...world,
    geonameid: all.find(({ geonameid }) => geonameid !== null)?.geonameid ?? null,
    qid: [...new Set(all.flatMap(({ qid }) => qid))],
    lat: located.lat,
    lng: located.lng,
    population: all.find(({ population }) => population !== null)?.population ?? null,
  };
}
