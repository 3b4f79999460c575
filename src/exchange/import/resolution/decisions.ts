import { ascending } from 'd3-array';
import { z } from 'zod';
import { DataInvalidError, type DataProblem } from '../../../domain/errors.js';
import { CODE_SCHEMES, membersOf, PLACE_KINDS, type PlaceKind } from '../../../domain/vocabulary.js';
import { fieldPath } from '../../format/issues.js';
import { readYaml } from '../../format/read-yaml.js';
import type { PlaceRecord } from '../../format/records.js';
import type { KnownPlaces } from '../places/known-places.js';
import { CountryNames } from './country-names.js';
import { decisionKey, decisionKeys, type Naming } from './decision-key.js';

/** What is written instead of the key of a place. */
export const NEW = 'new';
export const LEAVE_OUT = 'leave-out';

const text = (max: number) => z.string().trim().min(1).max(max);
/** A field that is there to be filled in: empty until then. */
const open = <T extends z.ZodType>(field: T) => field.nullish().transform((value) => value ?? null);

const decision = z.strictObject({
  name: text(300).describe('The name of the party as the source writes it.'),
  country: open(text(200)).describe('Its country as the source writes it; absent: the source names none. So with the next three.'),
  province: open(text(200)),
  level: open(z.enum(membersOf(PLACE_KINDS))),
  codes: z.array(z.strictObject({ scheme: z.enum(membersOf(CODE_SCHEMES)), value: text(100) })).default([]),
  place: open(text(120)).describe(`Key of the place that it is, or ${NEW}, or ${LEAVE_OUT}; empty: not decided yet.`),
  kind: open(z.enum(membersOf(PLACE_KINDS))).describe(`Beside ${NEW}: what it is, where the source does not tell its level.`),
  besides: z
    .array(text(120))
    .nullish()
    .transform((keys) => keys ?? [])
    .describe(`Beside ${NEW}: keys of known places that it is not, whatever their name.`),
  by: open(text(100)).describe('Who decided.'),
  on: open(z.iso.date('must be a date, such as 2026-03-31')).describe('When.'),
  note: open(text(1000)).describe('Why.'),
});

export const decisionsFile = z
  .strictObject({ decisions: z.array(decision).nullish() })
  .describe('Which place a party is, where names and codes do not tell: decided by people.');

export type Decision = z.output<typeof decision>;

/** It was decided that a party is a place that was not known. */
export interface DecidedNew {
  /** What it is, where the source does not tell. */
  readonly kind: PlaceKind | null;
  /** Keys of places that it is not. */
  readonly besides: readonly string[];
}

/** What was decided of a party. */
export type Decided = { readonly place: PlaceRecord } | { readonly new: DecidedNew } | typeof LEAVE_OUT;

/** The decisions of a file, by what they are about. */
export class Decisions {
  readonly #countries: CountryNames;
  readonly #decided: ReadonlyMap<string, Decided>;
  /** The usual levels of the parties that one decision without a level is about, by its key. */
  readonly #levels = new Map<string, Set<PlaceKind | null>>();

  constructor(countries: CountryNames, decided: ReadonlyMap<string, Decided>) {
    this.#countries = countries;
    this.#decided = decided;
  }

  /** All that is decided, as a text that is the same for the same: questions, reasons and who decided are not in it. */
  get decided(): string {
    const said = (one: Decided) => (typeof one === 'object' && 'place' in one ? one.place.key : one);
    return JSON.stringify([...this.#decided].map(([key, one]) => [key, said(one)]).sort(([a], [b]) => ascending(a as string, b as string)));
  }

  /**
   * A party of the import, before any is decided. Where parties that are named the same are usually different things, as a
   * prefecture and a city, a decision that does not say which of them it is about holds for none.
   */
  meet(party: Naming): void {
    const own = decisionKey(party, this.#countries);
    if (party.level !== null || !this.#decided.has(own)) return;
    this.#levels.set(own, (this.#levels.get(own) ?? new Set()).add(party.usualLevel ?? null));
  }

  /** Undefined: nothing is decided of a party that is named so. */
  of(party: Naming): Decided | undefined {
    for (const key of decisionKeys(party, this.#countries)) {
      const decided = this.#decided.get(key);
      if (decided !== undefined && (this.#levels.get(key)?.size ?? 0) < 2) return decided;
    }
    return undefined;
  }
}

/** Reads decisions. Throws `DataInvalidError` with every problem, each with line and field. */
export function readDecisions(file: string, text: string, known: KnownPlaces): Decisions {
  const { value, lineOf } = readYaml(file, text, decisionsFile);
  const countries = new CountryNames(known);
  const decided = new Map<string, Decided>();
  const lineOfKey = new Map<string, number | null>();
  const problems: DataProblem[] = [];
  (value?.decisions ?? []).forEach((one, index) => {
    const report = (field: keyof Decision, message: string) => {
      const path = ['decisions', index, field];
      problems.push({ file, line: lineOf(path), field: fieldPath(path), message });
    };
    const key = decisionKey(one, countries);
    const earlier = lineOfKey.get(key);
    if (earlier !== undefined) report('name', `the same party is in line ${earlier} already; keep one of the two`);
    lineOfKey.set(key, lineOf(['decisions', index]));
    if (one.place === null) return;
    if (one.by === null) report('by', 'a decision says who made it');
    if (one.on === null) report('on', 'a decision says when it was made, such as 2026-03-31');
    const what = meaningOf(one, known);
    if (what === null) report('place', `there is no place ${one.place}; accepted are keys of places, ${NEW} and ${LEAVE_OUT}`);
    else if (what !== LEAVE_OUT && 'new' in what && !mayBeNew(one, countries)) report('place', NEEDED_FOR_NEW);
    else decided.set(key, what);
  });
  if (problems.length > 0) throw new DataInvalidError(problems);
  return new Decisions(countries, decided);
}

function meaningOf({ place: written, kind, besides }: Decision, known: KnownPlaces): Decided | null {
  if (written === LEAVE_OUT) return LEAVE_OUT;
  if (written === NEW) return { new: { kind, besides: besides.map(keyIn) } };
  const place = known.get(keyIn(written ?? ''));
  return place === undefined ? null : { place };
}

/** The key in what may be an id, which is how the API writes it. */
function keyIn(written: string): string {
  return written.replace(/^place:/, '');
}

const NEEDED_FOR_NEW = `a new place needs a country that is known, and what it is: write kind: ${membersOf(PLACE_KINDS)
  .filter((kind) => kind !== 'COUNTRY')
  .join(' or ')}`;

function mayBeNew({ level, kind, country }: Decision, countries: CountryNames): boolean {
  const what = level ?? kind;
  return what !== null && what !== 'COUNTRY' && country !== null && countries.called(country).length === 1;
}
