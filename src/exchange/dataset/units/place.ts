import { type Properties, Unit } from '../../../graph/unit.js';
import type { PlaceDetailRecord, PlaceRecord } from '../../format/records.js';
import type { PlaceTree } from '../place-tree.js';
import { type Facts, given } from './facts.js';
import { displayed, namesOf, ref } from './properties.js';
import { addCitations, addCodes, addNames, citesOf, codesOf, otherNamesOf } from './shared-fields.js';

export function placeUnit(place: PlaceRecord, tree: PlaceTree): Unit {
  const unit = new Unit(ref('Place', place.key));
  unit.addNode(unit.of, {
    slug: tree.slugOf(place),
    kind: place.kind,
    ...tree.whereabouts(place),
    designation: place.designation ?? null,
    ...displayed(place.name, place.names),
    latitude: place.location?.latitude ?? null,
    longitude: place.location?.longitude ?? null,
    population: place.population ?? null,
    note: place.note ?? null,
  });
  if (place.partOf !== undefined) unit.addRelationship('PART_OF', unit.of, ref('Place', place.partOf));
  for (const former of place.formerlyPartOf) unit.addRelationship('FORMERLY_PART_OF', unit.of, ref('Place', former));
  addCodes(unit, place.codes);
  addNames(unit, place.otherNames, place.cites);
  addCitations(unit, unit.of, place.cites);
  return unit;
}

/** What a data set says of a place of another one: more names, codes and citations, and what is not known there. */
export function placeDetailUnit(detail: PlaceDetailRecord, place: PlaceRecord, dataSet: string): Unit {
  const unit = new Unit(ref('Place', place.key));
  const missing = {
    ...(place.location === undefined ? detail.location : undefined),
    ...(place.population === undefined && detail.population !== undefined ? { population: detail.population } : undefined),
  };
  if (Object.keys(missing).length > 0) unit.complete(missing);
  addCodes(unit, detail.codes);
  addNames(unit, detail.otherNames, detail.cites, { by: dataSet, after: place.otherNames.length });
  addCitations(unit, unit.of, detail.cites, place.cites.length);
  return unit;
}

export function placeOf(facts: Facts): PlaceRecord {
  const { own } = facts;
  const { latitude, longitude } = own;
  return {
    key: facts.key,
    slug: given<string>(own.slug),
    kind: own.kind as PlaceRecord['kind'],
    designation: given<string>(own.designation),
    name: own.name as string,
    names: own.nameId == null && own.nameEn == null ? undefined : namesOf(own),
    partOf: facts.keyTo('PART_OF'),
    formerlyPartOf: facts.keys('FORMERLY_PART_OF'),
    codes: codesOf(facts),
    otherNames: otherNamesOf(facts),
    location: latitude == null || longitude == null ? undefined : { latitude: latitude as number, longitude: longitude as number },
    population: given<number>(own.population),
    note: given<string>(own.note),
    cites: citesOf(facts),
  };
}

export function placeDetailOf(facts: Facts, completion: Properties | null): PlaceDetailRecord {
  const { latitude, longitude, population } = completion ?? {};
  return {
    key: facts.key,
    codes: codesOf(facts),
    otherNames: otherNamesOf(facts),
    location: latitude == null || longitude == null ? undefined : { latitude: latitude as number, longitude: longitude as number },
    population: given<number>(population),
    cites: citesOf(facts),
  };
}
