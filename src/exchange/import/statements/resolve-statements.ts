import { ascending } from 'd3-array';
import { BadInputError } from '../../../domain/errors.js';
import type { Retirements } from '../../dataset/retirements.js';
import type { PlaceRecord } from '../../format/records.js';
import { type OnReject, shownValue } from '../../reject.js';
import { importKey } from '../import-source.js';
import type { ResolvedStatement } from '../merging/resolved-statement.js';
import { alikeNewPlaces } from '../places/alike-new-places.js';
import type { KnownPlaces } from '../places/known-places.js';
import { keyed, type NewPlace, newPlaces } from '../places/new-place.js';
import { type RetiredPlace, RetiredPlaces } from '../places/retired-places.js';
import type { Naming } from '../resolution/decision-key.js';
import type { Finding } from '../resolution/decision-stubs.js';
import { withoutIndonesianWords } from '../resolution/kind-words.js';
import { explained, isQuestion, type Outcome, RULES } from '../resolution/outcome.js';
import type { PartyResolver } from '../resolution/resolver.js';
import type { NamedParty, Statement } from '../statement.js';
import { namedAs, type PartyReport } from './party-report.js';

/** What parties are looked for in. */
export interface PartyGround {
  readonly resolver: PartyResolver;
  readonly known: KnownPlaces;
  /** Ids of places that new ones cannot have, since somebody says that they are retired. */
  readonly retirements: Retirements;
  /** The data set that new places become part of. */
  readonly dataSet: string;
}

/** A party as the first row that names it so has it. */
interface Met {
  readonly party: NamedParty;
  readonly at: string;
}

/** A party that may become a new place. */
interface Fresh extends Met {
  readonly place: NewPlace;
  /** Whether only rows that are left out name it so far. */
  readonly isLeftOut: boolean;
}

/** Statements whose parties are being found. The statements are gone through twice, each time anew. */
export class StatementResolution {
  readonly #statements: () => AsyncIterable<Statement>;
  readonly #outcomes: ReadonlyMap<string, Outcome>;
  readonly #created: ReadonlyMap<string, PlaceRecord>;
  readonly #met: ReadonlyMap<string, Met>;
  readonly #known: KnownPlaces;
  /** Parties that somebody has to decide about. */
  readonly findings: readonly Finding[];
  #leftOut = 0;

  private constructor(
    statements: () => AsyncIterable<Statement>,
    outcomes: ReadonlyMap<string, Outcome>,
    created: ReadonlyMap<string, PlaceRecord>,
    {
      met,
      known,
      findings,
    }: { readonly met: ReadonlyMap<string, Met>; readonly known: KnownPlaces; readonly findings: readonly Finding[] },
  ) {
    this.#statements = statements;
    this.#outcomes = outcomes;
    this.#created = created;
    this.#met = met;
    this.#known = known;
    this.findings = findings;
  }

  /** Finds all parties. Those that are no known place, and may be, become new ones. */
  static async of(
    statements: () => AsyncIterable<Statement>,
    { resolver, known, retirements, dataSet }: PartyGround,
  ): Promise<StatementResolution> {
    const outcomes = new Map<string, Outcome>();
    const met = new Map<string, Met>();
    const fresh = new Map<string, Fresh>();
    const findings: Finding[] = [];
    for await (const { parties, file, line, at, isLeftOut = false } of statements()) {
      const metAt = `${file}:${line ?? at}`;
      const named = parties.map((party) => {
        const key = keyOf(party);
        const outcome = outcomes.get(key) ?? resolver.resolve(party);
        outcomes.set(key, outcome);
        if (!met.has(key)) met.set(key, { party, at: metAt });
        return { party, key, outcome };
      });
      // Nobody needs to know who else is in a row that is not taken.
      if (named.some(({ outcome }) => outcome.kind === 'LEFT_OUT')) continue;
      for (const { party, key, outcome } of named) {
        const frame = frameOf(outcome);
        if (frame === null) {
          if (isQuestion(outcome)) findings.push({ party, outcome, at: metAt });
          // No place cites a row that is left out where another one tells of it.
        } else if (fresh.get(key)?.isLeftOut ?? true) {
          const { name, codes, location } = party;
          const place = {
            name: ownName(name.trim(), frame.within, known),
            ...frame,
            codes,
            location,
            cites: [{ source: importKey(dataSet), at: at.slice(0, 80) }],
          };
          fresh.set(key, { place, party, at: metAt, isLeftOut });
        }
      }
    }
    const retired = new RetiredPlaces(retirements, known);
    const wanted = [...fresh]
      .sort(([one], [other]) => ascending(one, other))
      .map(([key, one]) => {
        // What somebody decided to be new is not what is retired, whatever its name.
        const isDecided = outcomes.get(key)?.kind === 'DECIDED_NEW';
        return { key, ...one, gone: isDecided ? null : retired.of(keyed(key, one.place, known)) };
      });
    const recordsOf = (all: typeof wanted) => {
      const places = all.map(({ place }) => place);
      const records = newPlaces(places, known, retired.isTaken);
      return new Map(all.map(({ key }, index) => [key, records[index] as PlaceRecord]));
    };
    const alive = wanted.filter(({ gone }) => gone === null);
    const perhaps = recordsOf(alive);
    const decided = new Set(alive.filter(({ key }) => outcomes.get(key)?.kind === 'DECIDED_NEW').map(({ key }) => perhaps.get(key)));
    const alike = alikeNewPlaces(new Set(perhaps.values()), known);
    const sure: typeof wanted = [];
    for (const one of alive) {
      const { key, party, at } = one;
      const record = perhaps.get(key) as PlaceRecord;
      const other = decided.has(record) ? undefined : alike.get(record);
      if (other === undefined) sure.push(one);
      else {
        const outcome = alikeOutcome(other, alive.find((another) => perhaps.get(another.key) === other)?.at ?? '');
        outcomes.set(key, outcome);
        findings.push({ party, outcome, at });
      }
    }
    // What is asked about, and what only rows name that are left out, has no say in the records of the others.
    const taken = sure.filter(({ isLeftOut }) => !isLeftOut);
    const created = taken.length === alive.length ? perhaps : recordsOf(taken);
    const successors = new Map([...created.values()].map((record) => [record.key, record]));
    for (const { key, party, at, gone } of wanted) {
      if (gone === null) continue;
      const successor = known.get(gone.successor ?? '') ?? successors.get(gone.successor ?? '');
      const outcome = successorOutcome(gone, successor, successor === undefined ? [] : resolver.objectionsTo(successor, party));
      outcomes.set(key, outcome);
      if (outcome.kind !== 'FOUND') findings.push({ party, outcome, at });
    }
    return new StatementResolution(statements, outcomes, created, { met, known, findings });
  }

  /** The new places, each once. */
  get created(): PlaceRecord[] {
    return [...new Set(this.#created.values())];
  }

  /** The statements whose parties are all found. What is said of others goes to `onReject`, or nowhere where that was decided. */
  async *resolved(onReject: OnReject): AsyncGenerator<ResolvedStatement> {
    for await (const statement of this.#statements()) {
      const places = statement.parties.map((party) => this.#placeOf(party));
      const outcomes = statement.parties.map((party) => this.#outcomes.get(keyOf(party)));
      if (outcomes.some((outcome) => outcome?.kind === 'LEFT_OUT')) {
        if (!statement.isLeftOut) this.#leftOut += 1;
        continue;
      }
      if (!statement.isLeftOut && places.every((place) => place !== null)) {
        yield { statement, parties: places as PlaceRecord[] };
        continue;
      }
      statement.parties.forEach((party, index) => {
        const outcome = outcomes[index];
        if (places[index] !== null) return;
        if (outcome === undefined) throw new BadInputError(`${statement.file} was changed while the import read it; import it again`);
        // It becomes a new place as soon as the row is taken.
        if (frameOf(outcome) !== null) return;
        onReject({
          file: statement.file,
          line: statement.line,
          field: `party ${index + 1}`,
          value: shownValue([party.name, party.province, party.country].filter((one) => one !== null).join(', ')),
          ...questionOf(party, outcome),
        });
      });
    }
  }

  /** What became of the parties, once the statements were gone through. */
  get report(): PartyReport {
    const found: Record<string, number> = {};
    let leftOut = 0;
    for (const outcome of this.#outcomes.values()) {
      if (outcome.kind === 'FOUND') found[RULES[outcome.rule]] = (found[RULES[outcome.rule]] ?? 0) + 1;
      if (outcome.kind === 'LEFT_OUT') leftOut += 1;
    }
    const asked = new Map(
      this.findings.map(({ party, outcome }) => [keyOf(party as NamedParty), `${party.name}: ${questionOf(party, outcome).reason}`]),
    );
    const named = [...this.#met].map(([key, { party, at }]) =>
      namedAs(party, { at, outcome: this.#outcomes.get(key), created: this.#created.get(key), known: this.#known }),
    );
    return { found, named, asked: [...asked.values()].sort(), leftOut, statementsLeftOut: this.#leftOut };
  }

  #placeOf(party: NamedParty): PlaceRecord | null {
    const key = keyOf(party);
    const outcome = this.#outcomes.get(key);
    return outcome?.kind === 'FOUND' ? outcome.place : (this.#created.get(key) ?? null);
  }
}

/** What a party is that would be a new place, as another one that it may be. No place of the graph is a candidate. */
function alikeOutcome({ name }: PlaceRecord, at: string): Outcome {
  return { kind: 'AMBIGUOUS', why: `it may be the new place "${name}" of ${at}`, candidates: [] };
}

/** What a party is that would be a place whose key is retired. */
function successorOutcome(gone: RetiredPlace, successor: PlaceRecord | undefined, against: readonly string[]): Outcome {
  if (successor === undefined) return { kind: 'RETIRED', why: gone.reason };
  if (against.length === 0) return { kind: 'FOUND', place: successor, rule: 'RETIRED', score: 1 };
  const candidate = { place: successor, score: 1, reason: `it took the place of ${gone.key}`, against };
  return {
    kind: 'AMBIGUOUS',
    why: `the place "${gone.key}" is retired, and what took its place is not what the row says`,
    candidates: [candidate],
  };
}

function keyOf({ name, country, province, level, usualLevel, codes, location }: NamedParty): string {
  return JSON.stringify([name, country, province, level, usualLevel, codes, location]);
}

/** Where Kota and the like are words of the language of the place, and belong to names. */
const MALAY = ['id', 'my', 'bn', 'sg'];

/** The name of a new place. Who writes in Indonesian says Kota of cities everywhere. */
function ownName(name: string, within: PlaceRecord, known: KnownPlaces): string {
  return MALAY.includes((known.countryOf(within) ?? within).key) ? name : withoutIndonesianWords(name);
}

function frameOf(outcome: Outcome) {
  if (outcome.kind === 'DECIDED_NEW') return outcome.frame;
  return outcome.kind === 'UNKNOWN' ? outcome.frame : null;
}

type Question = { readonly reason: string; readonly remedy: string };

function questionOf({ country, level, usualLevel = null }: Naming, outcome: Outcome): Question {
  if (outcome.kind === 'AMBIGUOUS') {
    if (outcome.candidates.length === 0) return { reason: outcome.why, remedy: ALIKE };
    const candidates = outcome.candidates.map((one) => `${one.place.key} (${explained(one)})`).join('; ');
    return {
      reason: `it is not certain which place it is: ${outcome.why}`,
      remedy: `${country === null ? SAY_COUNTRY : 'write its level or code'}, or decide it in the file of --decisions; it may be ${candidates}`,
    };
  }
  if (outcome.kind === 'RETIRED') {
    return { reason: outcome.why, remedy: 'decide in the file of --decisions which place it is, or that it is new or left out' };
  }
  const why = outcome.kind === 'UNKNOWN' ? outcome.why : '';
  return {
    reason: `no place is found: ${why}`,
    remedy: `${country === null ? SAY_COUNTRY : (level ?? usualLevel) === null ? NO_LEVEL : 'write its name as the graph has it, or its code'}; or decide it in the file of --decisions`,
  };
}

const ALIKE =
  'where they are one, write its name, province and level as there; where they are two, decide in the file of --decisions that it is new';
const SAY_COUNTRY = 'write its country; a sheet may say it for all rows, as in defaults: { countryA: Indonesia } of its mapping';
const NO_LEVEL =
  'write its code, or what it is, so that it may become a new place: in a sheet by a column of its level (Tingkat Mitra), or for all rows as in defaults: { levelB: city }';
