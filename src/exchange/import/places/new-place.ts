import { group } from 'd3-array';
import { foldName } from '../../../domain/names.js';
import type { PlaceKind } from '../../../domain/vocabulary.js';
import { type PlaceRecord, RECORD_TYPES } from '../../format/records.js';
import { letters, spelling } from '../resolution/spelling.js';
import type { KnownPlaces } from './known-places.js';
import { placeKeys } from './place-keys.js';

type Cites = readonly (Pick<PlaceRecord['cites'][number], 'source'> & Partial<PlaceRecord['cites'][number]>)[];

/** A place that the graph does not have, as a source tells of it. */
export interface NewPlace {
  readonly name: string;
  readonly kind: PlaceKind;
  /** The next larger known place: its province, or else its country. */
  readonly within: PlaceRecord;
  readonly codes: readonly { readonly scheme: PlaceRecord['codes'][number]['scheme']; readonly value: string }[];
  readonly location: PlaceRecord['location'] | null;
  /** Who says that there is such a place. */
  readonly cites: Cites;
}

/**
 * Records for new places, one for each name however it is spelt, kind and larger place, with the codes and citations of all that name it:
 * in the order of `places`, the same record wherever the same place is meant. Those of one name whose codes differ are
 * several places. Keys do not depend on the order. `isTaken`: whether a key cannot be given.
 */
export function newPlaces(
  places: readonly NewPlace[],
  known: KnownPlaces,
  isTaken = (key: string) => known.get(key) !== undefined,
): PlaceRecord[] {
  const identities = identitiesOf(places);
  const same = group(places, (place) => identities.get(place) ?? '');
  const keys = placeKeys(
    [...same].map(([id, all]) => keyed(id, spelt(all), known)),
    isTaken,
  );
  const records = new Map([...same].map(([id, all]) => [id, recordOf(keys.get(id) ?? '', all)]));
  return places.map((place) => records.get(identities.get(place) ?? '') as PlaceRecord);
}

/** The one of several spellings whose letters come first, Koeln of Koeln and Köln; of those that differ by marks alone the first. */
function spelt(all: readonly NewPlace[]): NewPlace {
  return all.reduce((best, one) => (foldName(one.name) < foldName(best.name) ? one : best));
}

/** What tells new places apart. */
function identitiesOf(places: readonly NewPlace[]): Map<NewPlace, string> {
  const identities = new Map<NewPlace, string>();
  for (const [called, all] of group(places, ({ name, kind, within }) => `${within.key} ${kind} ${letters(spelling(name))}`)) {
    const bySchemes = group(
      all.flatMap(({ codes }) => codes),
      ({ scheme }) => scheme,
    );
    const differ = [...bySchemes.values()].some((codes) => new Set(codes.map(({ value }) => value)).size > 1);
    for (const place of all) identities.set(place, differ ? `${codesIn(place)} ${called}` : called);
  }
  return identities;
}

function codesIn({ codes }: NewPlace): string {
  return codes
    .map(({ value }) => value)
    .sort()
    .join(' ');
}

/** What the key of a new place is made from. `id` tells it from the others. */
export function keyed(id: string, { name, within, codes }: NewPlace, known: KnownPlaces) {
  return {
    id,
    name,
    country: (known.countryOf(within) ?? within).key,
    subdivision: within.kind === 'COUNTRY' ? '' : within.name,
    code: codes.find(({ scheme }) => scheme === 'GEONAMES')?.value ?? null,
  };
}

/** The slug is the key: a more readable one could be claimed by data that comes later. */
function recordOf(key: string, all: readonly NewPlace[]): PlaceRecord {
  const { name, kind, within } = spelt(all);
  const others = new Map(all.filter((one) => foldName(one.name) !== foldName(name)).map((one) => [foldName(one.name), one.name]));
  const codes = new Map(all.flatMap((one) => one.codes).map(({ scheme, value }) => [`${scheme} ${value}`, { scheme, value }]));
  const cites = new Map(all.flatMap((one) => one.cites).map((cite) => [JSON.stringify(cite), cite]));
  const location = all.find((one) => one.location !== null)?.location;
  return RECORD_TYPES.places.parse({
    ...{ key, slug: key, kind, name, partOf: within.key, location: location ?? undefined },
    otherNames: [...others.values()].sort().map((text) => ({ text, kind: 'ALIAS' })),
    codes: [...codes.values()],
    cites: [...cites.values()].slice(0, MOST_CITES),
  });
}

/** How many citations a record may have. */
const MOST_CITES = 50;
