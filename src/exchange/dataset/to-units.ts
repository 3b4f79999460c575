import { group } from 'd3-array';
import type { Unit } from '../../graph/unit.js';
import type { AgreementRecord, DataSet, PlaceRecord } from '../format/records.js';
import { completeAgreement } from './complete-agreement.js';
import { joinedAgreementDetail, joinedPlaceDetail } from './joined-details.js';
import { completePlaces, PlaceTree } from './place-tree.js';
import { RECORD_UNITS } from './record-units.js';
import { agreementDetailUnit, agreementUnit } from './units/agreement.js';
import { placeDetailUnit, placeUnit } from './units/place.js';

/** What a data set stands on: records of others that it refers to and adds to. */
export interface Ground {
  readonly places: readonly PlaceRecord[];
  readonly agreements: readonly AgreementRecord[];
}

const NO_GROUND: Ground = { places: [], agreements: [] };

export interface UnitOptions {
  readonly dataSet: string;
  readonly ground?: Ground;
  /** Whether places get addresses from their names; else these are their keys, which no other data set can claim. */
  readonly readableSlugs?: boolean;
}

/**
 * Turns a data set whose references hold into units, in an order in which what a unit refers to comes before it, as far
 * as there is one. Details of places and agreements that the data set has itself are part of these; details of others
 * add to those of the ground.
 */
export function* toUnits(data: DataSet, { dataSet, ground = NO_GROUND, readableSlugs = false }: UnitOptions): Generator<Unit> {
  const unitsOf = function* (type: keyof typeof RECORD_UNITS) {
    for (const record of data[type]) yield RECORD_UNITS[type](record as never);
  };
  yield* unitsOf('sources');
  yield* unitsOf('sectors');

  const places = completePlaces(data);
  const tree = new PlaceTree([...ground.places, ...places], { readableSlugs });
  const byDepth = places.map((place) => ({ place, depth: tree.depth(place) })).sort((a, b) => a.depth - b.depth);
  for (const { place } of byDepth) yield placeUnit(place, tree);
  const placesBelow = new Map(ground.places.map((place) => [place.key, place]));
  for (const [key, details] of group(data.placeDetails, (detail) => detail.key)) {
    const place = placesBelow.get(key);
    if (place !== undefined) yield placeDetailUnit(joinedPlaceDetail(details), place, dataSet);
  }

  yield* unitsOf('officials');
  yield* unitsOf('missions');
  yield* unitsOf('offices');
  yield* unitsOf('tenures');
  yield* unitsOf('awards');

  const detailsOf = group(data.agreementDetails, ({ key }) => key);
  for (const agreement of data.agreements) yield agreementUnit(completeAgreement(agreement, detailsOf.get(agreement.key) ?? []), tree);
  const agreementsBelow = new Map(ground.agreements.map((agreement) => [agreement.key, agreement]));
  for (const [key, details] of detailsOf) {
    const agreement = agreementsBelow.get(key);
    if (agreement !== undefined) yield agreementDetailUnit(joinedAgreementDetail(details), agreement, dataSet);
  }
  yield* unitsOf('events');
  yield* unitsOf('retired');
}
