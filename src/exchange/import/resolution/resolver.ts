import { DefectError } from '../../../domain/errors.js';
import type { PlaceKind } from '../../../domain/vocabulary.js';
import type { PlaceRecord } from '../../format/records.js';
import type { KnownPlaces } from '../places/known-places.js';
import type { NamedParty } from '../statement.js';
import { readingsOf } from './asked.js';
import { byCode } from './by-code.js';
import { byLikeness, isListed } from './by-likeness.js';
import { byName } from './by-name.js';
import { CountryNames } from './country-names.js';
import { type DecidedNew, type Decisions, LEAVE_OUT } from './decisions.js';
import { readName } from './kind-words.js';
import { NameIndex } from './name-index.js';
import type { NewPlaceFrame, Outcome } from './outcome.js';
import { THRESHOLDS, type Thresholds } from './thresholds.js';
import { type Where, Whereabouts } from './where.js';

/** Finds the known places that parties are, and never guesses: what is not certain is handed back to be asked. */
export class PartyResolver {
  readonly #known: KnownPlaces;
  readonly #countries: CountryNames;
  readonly #names: NameIndex;
  readonly #whereabouts: Whereabouts;
  readonly #decisions: Decisions | null;
  readonly #thresholds: Thresholds;

  constructor(known: KnownPlaces, decisions: Decisions | null = null, thresholds: Thresholds = THRESHOLDS) {
    this.#known = known;
    this.#countries = new CountryNames(known);
    this.#names = new NameIndex(known);
    this.#whereabouts = new Whereabouts(known, this.#countries, this.#names);
    this.#decisions = decisions;
    this.#thresholds = thresholds;
  }

  resolve(party: NamedParty): Outcome {
    const where = this.#whereabouts.of(party);
    const decided = this.#decisions?.of(party);
    if (decided === LEAVE_OUT) return { kind: 'LEFT_OUT' };
    if (decided !== undefined && 'new' in decided) return this.#decidedNew(party, where, decided.new);
    if (decided !== undefined) return { kind: 'FOUND', place: decided.place, rule: 'DECISION', score: 1 };

    const coded = byCode(readingsOf(party, where)[0], this.#known, () => this.#named(party, where));
    if (coded !== null) return coded;
    if (where.unknown === 'country') return this.#unknownCountry(party);
    const supposed = { ...party, level: supposedLevel(party) };
    const named = this.#named(supposed, where);
    if (named !== null && named.kind !== 'FOUND' && isNoneOther(party, where)) return this.#named(party, where) ?? named;
    if (named !== null) return named;
    const [whole, ...others] = readingsOf(supposed, where);
    return byLikeness(others[0] ?? whole, this.#names, this.#whereabouts, this.#thresholds);
  }

  /** What exact names tell of a party. Null: nothing. */
  #named(party: NamedParty, where: Where): Outcome | null {
    for (const asked of readingsOf(party, where)) {
      const outcome = byName(asked, this.#names, this.#whereabouts);
      if (outcome !== null) return outcome;
    }
    return null;
  }

  /** What was new once may be there by now, brought by another data set that the same decision held for. */
  #decidedNew(party: NamedParty, where: Where, { kind, besides }: DecidedNew): Outcome {
    const level = party.level ?? kind ?? party.usualLevel;
    const [asked] = readingsOf({ ...party, level }, where);
    const isMeant = (place: PlaceRecord) => !besides.includes(place.key);
    const named = byName(asked, this.#names, this.#whereabouts);
    if (named?.kind === 'FOUND' && isMeant(named.place)) return { ...named, rule: 'NEW_ONCE' };
    const others =
      named?.kind === 'AMBIGUOUS' ? named.candidates.filter(({ place, against }) => against.length === 0 && isMeant(place)) : [];
    const [only, ...more] = others;
    if (only === undefined) return { kind: 'DECIDED_NEW', frame: decidedFrame(level, where) };
    if (more.length === 0) return { kind: 'FOUND', place: only.place, rule: 'NEW_ONCE', score: 1 };
    return { kind: 'AMBIGUOUS', why: 'it was decided to be new, and several places bear this name by now', candidates: others };
  }

  /** In which country a place is has to be known; a country is found by its exact names alone. */
  #unknownCountry({ country }: NamedParty): Outcome {
    return { kind: 'UNKNOWN', why: `no country is called ${country}`, nearest: [], frame: null };
  }
}

/**
 * What a party is where its row does not tell: what is usual, unless words in its name say otherwise. That a place of the
 * name is known to be something else says nothing: Nagasaki is a prefecture, and there may be a city as well.
 */
function supposedLevel({ name, level, usualLevel }: NamedParty): PlaceKind | null {
  const { kinds } = readName(name);
  if (level !== null || usualLevel === null || kinds === null || kinds.includes(usualLevel)) return level ?? usualLevel;
  const [only, ...more] = kinds;
  return more.length === 0 ? (only ?? null) : null;
}

/** Whether all places of the usual level are known, so that a party which is none of these is of another. */
function isNoneOther({ level, usualLevel }: NamedParty, { countries }: Where): boolean {
  return level === null && usualLevel !== null && countries.length > 0 && countries.every((country) => isListed(usualLevel, country));
}

/** A decision that a place is new is only read where level and country are told. */
function decidedFrame(level: PlaceKind | null, { countries, province }: Where): NewPlaceFrame {
  const within = province ?? countries[0];
  if (level === null || within === undefined) throw new DefectError('a place was decided to be new whose level or country is not known');
  return { kind: level, within };
}
