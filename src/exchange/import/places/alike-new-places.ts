import type { PlaceRecord } from '../../format/records.js';
import { readName } from '../resolution/kind-words.js';
import { NameIndex } from '../resolution/name-index.js';
import { letters, spelling } from '../resolution/spelling.js';
import { THRESHOLDS } from '../resolution/thresholds.js';
import { KnownPlaces } from './known-places.js';

/**
 * The new places that may be another one of the same import, each with this other one: of the same name in the country
 * where it says no province and the other one does, and of names that are so alike that somebody would be asked if the
 * other one were known. So it makes no difference whether they come in one import or in two.
 */
export function alikeNewPlaces(created: Iterable<PlaceRecord>, known: KnownPlaces): Map<PlaceRecord, PlaceRecord> {
  const records = new Set(created);
  const around = [...records].flatMap(({ partOf }) => [...upFrom(known.get(partOf ?? ''), known)]);
  const places = new KnownPlaces([...new Set(around), ...records]);
  const index = new NameIndex(places);
  const alike = new Map<PlaceRecord, PlaceRecord>();
  for (const record of records) {
    const name = readName(record.name);
    const country = (places.countryOf(record) ?? record).key;
    const others = [...index.same(name).filter((one) => one.country === country), ...index.alike(name, country, THRESHOLDS.ask)];
    const [other] = others
      .map(({ place }) => place)
      .filter((place) => place !== record && records.has(place) && mayBe(record, place, country))
      .sort((one, another) => (one.key < another.key ? -1 : 1));
    if (other !== undefined) alike.set(record, other);
  }
  return alike;
}

function* upFrom(place: PlaceRecord | undefined, known: KnownPlaces): Generator<PlaceRecord> {
  for (let at = place; at !== undefined; at = known.get(at.partOf ?? '')) yield at;
}

function mayBe(one: PlaceRecord, other: PlaceRecord, country: string): boolean {
  if (one.kind !== other.kind || areCodedOtherwise(one, other)) return false;
  const isSame = letters(spelling(one.name)) === letters(spelling(other.name));
  if (isSame) return one.partOf === country && other.partOf !== country;
  return one.partOf === other.partOf || one.partOf === country || other.partOf === country;
}

function areCodedOtherwise(one: PlaceRecord, other: PlaceRecord): boolean {
  return one.codes.some(({ scheme, value }) => other.codes.some((code) => code.scheme === scheme && code.value !== value));
}
