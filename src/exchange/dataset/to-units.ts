import type { Unit } from '../../graph/unit.js';
import type { AgreementRecord, DataSet, PlaceRecord } from '../format/records.js';
import { completePlaces, PlaceTree } from './place-tree.js';
import { agreementDetailUnit, agreementUnit } from './units/agreement.js';
import { awardUnit } from './units/award.js';
import { eventUnit } from './units/event.js';
import { missionUnit } from './units/mission.js';
import { officeUnit } from './units/office.js';
import { officialUnit } from './units/official.js';
import { placeDetailUnit, placeUnit } from './units/place.js';
import { sectorUnit } from './units/sector.js';
import { sourceUnit } from './units/source.js';
import { tenureUnit } from './units/tenure.js';

/** What a data set stands on: records of others that it refers to and adds to. */
export interface Ground {
  readonly places: readonly PlaceRecord[];
  readonly agreements: readonly AgreementRecord[];
}

export const NO_GROUND: Ground = { places: [], agreements: [] };

/**
 * Turns a data set whose references hold into units, in an order in which what a unit refers to comes before it, as far
 * as there is one. Details of places and agreements that the data set has itself are part of these; details of others
 * add to those of the ground.
 */
export function* toUnits(
  data: DataSet,
  { dataSet, ground = NO_GROUND }: { readonly dataSet: string; readonly ground?: Ground },
): Generator<Unit> {
  for (const source of data.sources) yield sourceUnit(source);
  for (const sector of data.sectors) yield sectorUnit(sector);

  const places = completePlaces(data);
  const tree = new PlaceTree([...ground.places, ...places]);
  const byDepth = places.map((place) => ({ place, depth: tree.depth(place) })).sort((a, b) => a.depth - b.depth);
  for (const { place } of byDepth) yield placeUnit(place, tree);
  const placesBelow = new Map(ground.places.map((place) => [place.key, place]));
  for (const detail of data.placeDetails) {
    const place = placesBelow.get(detail.key);
    if (place !== undefined) yield placeDetailUnit(detail, place, dataSet);
  }

  for (const official of data.officials) yield officialUnit(official);
  for (const mission of data.missions) yield missionUnit(mission);
  for (const office of data.offices) yield officeUnit(office);
  for (const tenure of data.tenures) yield tenureUnit(tenure);
  for (const award of data.awards) yield awardUnit(award);

  for (const agreement of data.agreements) yield agreementUnit(agreement, tree);
  const agreementsBelow = new Map(ground.agreements.map((agreement) => [agreement.key, agreement]));
  for (const detail of data.agreementDetails) {
    const agreement = agreementsBelow.get(detail.key);
    if (agreement !== undefined) yield agreementDetailUnit(detail, agreement, dataSet);
  }
  for (const event of data.events) yield eventUnit(event);
}
