import { ascending } from 'd3-array';
import { keyOfId } from '../../../domain/ontology.js';
import { goneBy, idOfRecord, type Retirements } from '../../dataset/retirements.js';
import type { PlaceRecord } from '../../format/records.js';
import { type OnReject, shownValue } from '../../reject.js';
import { importKey } from '../import-source.js';
import type { ResolvedStatement } from '../merging/resolved-statement.js';
import type { KnownPlaces } from '../places/known-places.js';
import { type NewPlace, newPlaces } from '../places/new-place.js';
import type { Finding } from '../resolution/decision-stubs.js';
import { explained, type Outcome, RULES, type Rule } from '../resolution/outcome.js';
import type { PartyResolver } from '../resolution/resolver.js';
import type { NamedParty, Statement } from '../statement.js';

/** What became of the parties of an import. */
export interface PartyReport {
  /** How many names of parties were found, by the rule that found them. */
  readonly found: Readonly<Record<string, number>>;
  /** Names of parties that nobody can tell by themselves, with what they may be. */
  readonly asked: readonly string[];
  /** Names of parties that somebody decided to leave out. */
  readonly leftOut: number;
  /** Statements that are not taken because of them. */
  readonly statementsLeftOut: number;
}

/** What parties are looked for in. */
export interface PartyGround {
  readonly resolver: PartyResolver;
  readonly known: KnownPlaces;
  /** Ids of places that new ones cannot have, since somebody says that they are retired. */
  readonly retirements: Retirements;
  /** The data set that new places become part of. */
  readonly dataSet: string;
}

/** Statements whose parties are being found. The statements are gone through twice, each time anew. */
export class StatementResolution {
  readonly #statements: () => AsyncIterable<Statement>;
  readonly #outcomes: ReadonlyMap<string, Outcome>;
  readonly #created: ReadonlyMap<string, PlaceRecord>;
  /** Parties that somebody has to decide about. */
  readonly findings: readonly Finding[];
  #leftOut = 0;

  private constructor(
    statements: () => AsyncIterable<Statement>,
    outcomes: ReadonlyMap<string, Outcome>,
    created: ReadonlyMap<string, PlaceRecord>,
    findings: readonly Finding[],
  ) {
    this.#statements = statements;
    this.#outcomes = outcomes;
    this.#created = created;
    this.findings = findings;
  }

  /** Finds all parties. Those that are no known place, and may be, become new ones. */
  static async of(
    statements: () => AsyncIterable<Statement>,
    { resolver, known, retirements, dataSet }: PartyGround,
  ): Promise<StatementResolution> {
    const outcomes = new Map<string, Outcome>();
    const fresh = new Map<string, { readonly place: NewPlace; readonly party: NamedParty; readonly at: string }>();
    const findings: Finding[] = [];
    for await (const { parties, file, line, at } of statements()) {
      const named = parties.map((party) => {
        const key = keyOf(party);
        const outcome = outcomes.get(key) ?? resolver.resolve(party);
        outcomes.set(key, outcome);
        return { party, key, outcome };
      });
      // Nobody needs to know who else is in a row that is not taken.
      if (named.some(({ outcome }) => outcome.kind === 'LEFT_OUT')) continue;
      for (const { party, key, outcome } of named) {
        const frame = frameOf(outcome);
        const metAt = `${file}:${line ?? at}`;
        if (frame === null) {
          if (outcome.kind === 'AMBIGUOUS' || outcome.kind === 'UNKNOWN') findings.push({ party, outcome, at: metAt });
        } else if (!fresh.has(key)) {
          const { name, codes, location } = party;
          const place = { name: name.trim(), ...frame, codes, location, cites: [{ source: importKey(dataSet), at: at.slice(0, 80) }] };
          fresh.set(key, { place, party, at: metAt });
        }
      }
    }
    const wanted = [...fresh].sort(([one], [other]) => ascending(one, other));
    const records = newPlaces(
      wanted.map(([, { place }]) => place),
      known,
    );
    const created = new Map<string, PlaceRecord>();
    for (const [index, [key, { party, at }]] of wanted.entries()) {
      const record = records[index] as PlaceRecord;
      const outcome = retiredOutcome(record, known, retirements);
      if (outcome === null) created.set(key, record);
      else outcomes.set(key, outcome);
      if (outcome?.kind === 'UNKNOWN') findings.push({ party, outcome, at });
    }
    return new StatementResolution(statements, outcomes, created, findings);
  }

  /** The new places, each once. */
  get created(): PlaceRecord[] {
    return [...new Set(this.#created.values())];
  }

  /** The statements whose parties are all found. What is said of others goes to `onReject`, or nowhere where that was decided. */
  async *resolved(onReject: OnReject): AsyncGenerator<ResolvedStatement> {
    for await (const statement of this.#statements()) {
      const places = statement.parties.map((party) => this.#placeOf(party));
      if (places.every((place) => place !== null)) {
        yield { statement, parties: places as PlaceRecord[] };
        continue;
      }
      const outcomes = statement.parties.map((party) => this.#outcomes.get(keyOf(party)));
      if (outcomes.some((outcome) => outcome?.kind === 'LEFT_OUT')) {
        this.#leftOut += 1;
        continue;
      }
      statement.parties.forEach((party, index) => {
        const outcome = outcomes[index];
        if (places[index] !== null || outcome === undefined) return;
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
      if (outcome.kind === 'FOUND') found[RULES[outcome.rule satisfies Rule]] = (found[RULES[outcome.rule]] ?? 0) + 1;
      if (outcome.kind === 'LEFT_OUT') leftOut += 1;
    }
    const asked = new Map(
      this.findings.map(({ party, outcome }) => [keyOf(party as NamedParty), `${party.name}: ${questionOf(party, outcome).reason}`]),
    );
    return { found, asked: [...asked.values()].sort(), leftOut, statementsLeftOut: this.#leftOut };
  }

  #placeOf(party: NamedParty): PlaceRecord | null {
    const key = keyOf(party);
    const outcome = this.#outcomes.get(key);
    return outcome?.kind === 'FOUND' ? outcome.place : (this.#created.get(key) ?? null);
  }
}

/** What a place is that would be new, where somebody says that what has its key is retired; null: nobody does. */
function retiredOutcome({ key }: PlaceRecord, known: KnownPlaces, retirements: Retirements): Outcome | null {
  const id = idOfRecord('places', key);
  const gone = goneBy('places', key, retirements);
  if (gone === null) return null;
  const successor = known.get(keyOfId(retirements.end(id) ?? ''));
  if (successor !== undefined) return { kind: 'FOUND', place: successor, rule: 'RETIRED', score: 1 };
  return { kind: 'UNKNOWN', why: gone.reason, nearest: [], frame: null };
}

function keyOf({ name, country, province, level, usualLevel, codes, location }: NamedParty): string {
  return JSON.stringify([name, country, province, level, usualLevel, codes, location]);
}

function frameOf(outcome: Outcome) {
  if (outcome.kind === 'DECIDED_NEW') return outcome.frame;
  return outcome.kind === 'UNKNOWN' ? outcome.frame : null;
}

function questionOf({ country, level }: Pick<NamedParty, 'country' | 'level'>, outcome: Outcome): { reason: string; remedy: string } {
  if (outcome.kind === 'AMBIGUOUS') {
    const candidates = outcome.candidates.map((one) => `${one.place.key} (${explained(one)})`).join('; ');
    return {
      reason: `it may be more than one place: ${outcome.why}`,
      remedy: `it may be ${candidates}. Write its level or code, or decide it in the file of --decisions`,
    };
  }
  const why = outcome.kind === 'UNKNOWN' ? outcome.why : '';
  return {
    reason: `no place is found: ${why}`,
    remedy: `${country === null ? NO_COUNTRY : level === null ? NO_LEVEL : 'write its name as the graph has it, or its code'}; or decide it in the file of --decisions`,
  };
}

const NO_COUNTRY = 'write its country; a sheet may say it for all rows, as in defaults: { countryA: Indonesia } of its mapping';
const NO_LEVEL =
  'write its code, or what it is, so that it may become a new place: in a sheet by a column of its level (Tingkat Mitra), or for all rows as in defaults: { levelB: city }';
