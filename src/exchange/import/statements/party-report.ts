import type { PlaceRecord } from '../../format/records.js';
import type { KnownPlaces } from '../places/known-places.js';
import type { Outcome, Rule } from '../resolution/outcome.js';
import type { NamedParty } from '../statement.js';

/** What became of a party that rows name so. */
export interface NamedAs extends Pick<NamedParty, 'name' | 'country' | 'province'> {
  /** The first row that names it so, such as `partners.csv:12`. */
  readonly at: string;
  /** The rule by which its place was found, or why it is none of the graph. */
  readonly how: Rule | 'NEW' | 'ASKED' | 'LEFT_OUT';
  /** Key of its place; null: it has none, or none yet. */
  readonly place: string | null;
  /** The place with what it lies in. */
  readonly placeName: string | null;
  /** How alike the names are, from 0 to 1; null where names were not compared. */
  readonly score: number | null;
}

/** What became of the parties of an import. */
export interface PartyReport {
  /** How many names of parties were found, by the rule that found them. */
  readonly found: Readonly<Record<string, number>>;
  /** Every name of a party, in the order of the rows. */
  readonly named: readonly NamedAs[];
  /** Names of parties that nobody can tell by themselves, with what they may be. */
  readonly asked: readonly string[];
  /** Names of parties that somebody decided to leave out. */
  readonly leftOut: number;
  /** Statements that are not taken because of them. */
  readonly statementsLeftOut: number;
}

/** `created`: the new place that it becomes. */
export function namedAs(
  { name, country, province }: NamedParty,
  {
    at,
    outcome,
    created,
    known,
  }: {
    readonly at: string;
    readonly outcome: Outcome | undefined;
    readonly created: PlaceRecord | undefined;
    readonly known: KnownPlaces;
  },
): NamedAs {
  const said = { name, country, province, at };
  const of = (place: PlaceRecord) => ({ place: place.key, placeName: known.inWords(place) });
  if (outcome?.kind === 'FOUND') return { ...said, how: outcome.rule, ...of(outcome.place), score: scoreOf(outcome) };
  if (created !== undefined) return { ...said, how: 'NEW', ...of(created), score: null };
  return { ...said, how: howNot(outcome), place: null, placeName: null, score: null };
}

/** What becomes of a party that has no place, or none as long as all rows that name it are left out. */
function howNot(outcome: Outcome | undefined): NamedAs['how'] {
  if (outcome?.kind === 'LEFT_OUT') return 'LEFT_OUT';
  return outcome !== undefined && 'frame' in outcome && outcome.frame !== null ? 'NEW' : 'ASKED';
}

const BY_NAME: ReadonlySet<Rule> = new Set<Rule>(['NAME', 'KIND_WORDS', 'LIKENESS', 'NEW_ONCE']);

function scoreOf({ rule, score }: Extract<Outcome, { kind: 'FOUND' }>): number | null {
  return BY_NAME.has(rule) ? score : null;
}

/** A party with its place in a line: `Kab. Agam, Indonesia → Kabupaten Agam, Sumatera Barat, Indonesia (id-kabupaten-agam)`. */
export function namedAsLine({ name, country, province, placeName, place, how, score }: NamedAs): string {
  const said = [name, province, country].filter((one) => one !== null).join(', ');
  const alike = how === 'LIKENESS' && score !== null ? `${place}, alike by ${score.toFixed(2)}` : place;
  return `${said} → ${placeName} (${alike})`;
}
