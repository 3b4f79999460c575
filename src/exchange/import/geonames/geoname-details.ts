import { type PlaceDetailRecord, RECORD_TYPES } from '../../format/records.js';
import { namesOf as namesOfPlace } from '../places/known-places.js';
import { type NamesOfRow, newNames } from './names-of-rows.js';
import type { Settled } from './settle-rows.js';

/** The most other names that a place may have. */
const MOST_NAMES = 50;

/** What a row says of a known place that the graph does not: its id, names, where it lies, how many people live there. Null: nothing. */
export function geonameDetail({ place, row }: Settled, source: string, namesOf: NamesOfRow): PlaceDetailRecord | null {
  const cite = { source, at: row.id };
  const { names, items } = namesOf(row);
  const has = (scheme: string) => place.codes.some((code) => code.scheme === scheme);
  const codes = [
    ...(has('GEONAMES') ? [] : [{ scheme: 'GEONAMES' as const, value: row.id }]),
    ...(has('WIKIDATA') ? [] : items.map((value) => ({ scheme: 'WIKIDATA' as const, value }))),
  ];
  const all = [{ text: row.name, language: null, isHistoric: false }, ...names];
  const otherNames = newNames(namesOfPlace(place), all, cite, MOST_NAMES - place.otherNames.length);
  const location = place.location === undefined ? { latitude: row.latitude, longitude: row.longitude } : undefined;
  const population = place.population === undefined ? (row.population ?? undefined) : undefined;
  if (codes.length === 0 && otherNames.length === 0 && location === undefined && population === undefined) return null;
  return RECORD_TYPES.placeDetails.parse({
    key: place.key,
    codes,
    otherNames,
    location,
    population,
    cites: [
      cite,
      ...(location === undefined ? [] : [{ ...cite, field: 'location' }]),
      ...(population === undefined ? [] : [{ ...cite, field: 'population' }]),
    ],
  });
}
