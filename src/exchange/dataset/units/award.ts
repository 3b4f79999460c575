import { Unit } from '../../../graph/unit.js';
import type { AwardRecord } from '../../format/records.js';
import { type Facts, given } from './facts.js';
import { bilingual, dated, namesOf, ref } from './properties.js';
import { addCitations, addNames, citesOf, otherNamesOf } from './shared-fields.js';

export function awardUnit(award: AwardRecord): Unit {
  const unit = new Unit(ref('Award', award.key));
  unit.addNode(unit.of, {
    ...bilingual(award.name),
    organiser: award.organiser ?? null,
    ...dated(award.date),
    participatingPlaces: award.participatingPlaces ?? null,
    participatingCountries: award.participatingCountries ?? null,
    note: award.note ?? null,
  });
  addNames(unit, award.otherNames, award.cites);
  award.results.forEach((result, position) => {
    const achieved = ref('AwardResult', `${award.key}.${position + 1}`);
    unit.addNode(achieved, {
      position,
      outcome: result.outcome,
      region: result.region ?? null,
      votes: result.votes ?? null,
      suggestions: result.suggestions ?? null,
    });
    unit.addRelationship('RESULT_OF', achieved, unit.of);
    unit.addRelationship('EARNED_BY', achieved, ref('Place', result.place));
    addCitations(unit, achieved, result.cites);
  });
  addCitations(unit, unit.of, award.cites);
  return unit;
}

export function awardOf(facts: Facts): AwardRecord {
  const { own } = facts;
  return {
    key: facts.key,
    name: namesOf(own),
    organiser: given<string>(own.organiser),
    date: given<string>(own.date),
    participatingPlaces: given<number>(own.participatingPlaces),
    participatingCountries: given<number>(own.participatingCountries),
    otherNames: otherNamesOf(facts),
    note: given<string>(own.note),
    results: facts.parts('AwardResult').map((result) => ({
      place: facts.keyTo('EARNED_BY', result) ?? '',
      outcome: result.properties.outcome as AwardRecord['results'][number]['outcome'],
      region: given<string>(result.properties.region),
      votes: given<number>(result.properties.votes),
      suggestions: given<number>(result.properties.suggestions),
      cites: citesOf(facts, result),
    })),
    cites: citesOf(facts),
  };
}
