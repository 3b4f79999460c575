import { DefectError } from '../../../domain/errors.js';
import type { PlaceKind } from '../../../domain/vocabulary.js';
import type { PlaceRecord } from '../../format/records.js';
import type { KnownPlaces } from '../places/known-places.js';
import type { NamedParty } from '../statement.js';
import { againstLocalGovernment } from './against-local-government.js';
import { type Asked, readingsOf, supposing } from './asked.js';
import { assess } from './assessment.js';
import { byCode } from './by-code.js';
import { byLikeness, isListed } from './by-likeness.js';
import { byName } from './by-name.js';
import { CountryNames } from './country-names.js';
import { type DecidedNew, type Decisions, LEAVE_OUT } from './decisions.js';
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

    const readings = readingsOf(party, where);
    const coded = byCode(readings[0], this.#known, () => this.#named(readings));
    if (coded !== null) return coded;
    if (where.unknown === 'country') return this.#unknownCountry(party);
    // Where all places of the usual level are known and it is none of them, it is of another.
    const isNoneOther = isListedUsually(party, where);
    const supposed = readings.map((asked) => supposing(asked, party.usualLevel));
    const named = this.#named(supposed);
    if (named?.kind === 'FOUND' || (named !== null && !isNoneOther)) return named;
    const otherwise = isNoneOther ? this.#named(readings) : null;
    if (otherwise !== null || named !== null) return otherwise ?? (named as Outcome);
    const alike = isNoneOther ? readings : supposed;
    const outcome = byLikeness(alike.at(-1) as Asked, this.#names, this.#whereabouts, this.#thresholds);
    if (outcome.kind !== 'UNKNOWN' || outcome.frame === null) return outcome;
    const why = againstLocalGovernment(party.name);
    return why === null ? outcome : { ...outcome, frame: null, why };
  }

  /** What of a row speaks against its being about a place; empty: nothing does. */
  objectionsTo(place: PlaceRecord, party: NamedParty): readonly string[] {
    const readings = readingsOf(party, this.#whereabouts.of(party)).map((asked) => supposing(asked, party.usualLevel));
    const country = this.#known.countryOf(place) ?? place;
    const assessed = assess(place, country.key, readings.at(-1) as Asked, this.#whereabouts, true);
    return assessed?.objections ?? [`it is in ${country.name}`];
  }

  /** What exact names tell of a party, by the first way of reading its own that tells anything. Null: nothing. */
  #named(readings: readonly Asked[]): Outcome | null {
    for (const asked of readings) {
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

/** Whether a party whose row does not tell its level is in countries of which all places of the usual one are known. */
function isListedUsually({ level, usualLevel }: NamedParty, { countries }: Where): boolean {
  return level === null && usualLevel !== null && countries.length > 0 && countries.every((country) => isListed(usualLevel, country));
}

/** A decision that a place is new is only read where level and country are told. */
function decidedFrame(level: PlaceKind | null, { countries, province }: Where): NewPlaceFrame {
  const within = province ?? countries[0];
  if (level === null || within === undefined) throw new DefectError('a place was decided to be new whose level or country is not known');
  return { kind: level, within };
}
