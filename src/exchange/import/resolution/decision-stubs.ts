import { ascending } from 'd3-array';
import { type Document, isMap, isScalar, isSeq, parseDocument, visit, type YAMLMap, type YAMLSeq } from 'yaml';
import { readYaml } from '../../format/read-yaml.js';
import type { KnownPlaces } from '../places/known-places.js';
import { CountryNames } from './country-names.js';
import { askedLevel, decisionKey, decisionKeys, type Naming } from './decision-key.js';
import { decisionsFile, LEAVE_OUT, NEW } from './decisions.js';
import { type Candidate, explained, isQuestion, type Outcome } from './outcome.js';

/** A party that somebody has to decide about. */
export interface Finding {
  readonly party: Naming;
  readonly outcome: Outcome;
  /** Where it was met, such as `partners.csv:12`. */
  readonly at: string;
}

/** The command that finds the key of a place. */
export const LOOK_UP = 'kembar ask Search --text "Lima Puluh" --types PLACE --format table';

const HEADER = ` Which place a party is, where names and codes do not tell. An answer has three lines: at "place" the key of the place, which
 may be a country too, "${NEW}" for one that is not there yet, or "${LEAVE_OUT}" for rows that are not to be taken; at "by" who
 decided; at "on" when, such as 2026-03-31. Without "place" nothing is decided. The key of any place is found with
   ${LOOK_UP}
 A place that is "${NEW}" needs a "kind", such as CITY, where its row tells no level. "besides" is filled in for "${NEW}" alone, and
 can be left as it is: the known places beside the question, of which the new one is none.`;

/** How many of the rows that a party was met in are named. */
const SOME_ROWS = 3;

/** The rows that a party was met in: the first of them, and how many there are. */
interface MetIn {
  readonly rows: readonly string[];
  readonly count: number;
}

/** Rows of a file in their order, row 9 before row 10. */
const byRow = (() => {
  const { compare } = new Intl.Collator('en', { numeric: true });
  return (a: Finding, b: Finding) => compare(a.at, b.at) || ascending(a.at, b.at);
})();

/**
 * The text of a decisions file with a place to fill in for every party that has to be decided about, its candidates beside
 * it as comments. `before` is the file as it is: what people wrote into it stays as it is, a party that is there is not put
 * there again, and a question that nobody wrote to goes when it is not asked any more. The same findings give the same text, in whichever order they come. Throws `DataInvalidError`.
 */
export function withStubs(file: string, before: string, findings: readonly Finding[], known: KnownPlaces): string {
  const countries = new CountryNames(known);
  const { value } = readYaml(file, before, decisionsFile);
  const document = parseDocument(before);
  const list = listOf(document);
  const there = (value?.decisions ?? []).map((one) => decisionKey(one, countries));
  const isThere = new Set(there);
  // What somebody began to answer is answered where it was asked.
  const isBegun = new Set(there.filter((_, index) => value?.decisions?.[index]?.place === null && !isUntouched(list.items[index])));
  const asked = new Set<string>();
  const open = new Map<string, { readonly finding: Finding; readonly rows: string[]; count: number }>();
  for (const finding of findings.toSorted(byRow)) {
    if (!isQuestion(finding.outcome)) continue;
    const [key, ...others] = decisionKeys(finding.party, countries);
    asked.add(key);
    if (isThere.has(key) || others.some((one) => isBegun.has(one))) continue;
    const one = open.get(key) ?? { finding, rows: [], count: 0 };
    one.count += 1;
    if (one.rows.length < SOME_ROWS) one.rows.push(finding.at);
    open.set(key, one);
  }
  const stale = new Set(list.items.filter((node, index) => !asked.has(there[index] ?? '') && isUntouched(node)));
  if (open.size === 0 && stale.size === 0) return before;

  list.items = list.items.filter((node) => !stale.has(node));
  const [first] = list.items;
  if (isMap(first)) first.spaceBefore = false;
  for (const [, { finding, rows, count }] of [...open].sort(([, a], [, b]) => byNaming(a.finding.party, b.finding.party))) {
    const node = stub(document, finding, { rows, count }, known);
    node.spaceBefore = list.items.length > 0;
    list.add(node);
  }
  return `${document.toString({ lineWidth: 0, nullStr: '' }).trimEnd()}\n`;
}

/** What people write into a question. */
const TO_FILL_IN = ['place', 'kind', 'by', 'on', 'note'] as const;

/** Whether a question is as it was put: nothing is filled in, and the only comment is that on its place. */
function isUntouched(node: unknown): boolean {
  if (!isMap(node) || TO_FILL_IN.some((field) => (node.get(field) ?? null) !== null)) return false;
  let isCommented = false;
  visit(node, (_, one) => {
    const { comment, commentBefore } = one as { readonly comment?: string | null; readonly commentBefore?: string | null };
    if (comment || (commentBefore && !(isScalar(one) && one.value === 'place'))) isCommented = true;
  });
  return !isCommented;
}

function listOf(document: Document): YAMLSeq {
  if (!isMap(document.contents)) {
    document.contents = document.createNode({ decisions: [] }) as never;
    document.commentBefore = HEADER;
  }
  const list = document.get('decisions');
  if (isSeq(list)) {
    list.flow = false;
    return list;
  }
  const made = document.createNode([]) as YAMLSeq;
  document.set('decisions', made);
  return made;
}

function stub(document: Document, { party, outcome }: Finding, met: MetIn, known: KnownPlaces): YAMLMap {
  const { name, country, province, codes } = party;
  const level = askedLevel(party);
  const said = Object.entries({ country, province, level }).filter(([, value]) => value !== null);
  const node = document.createNode({
    name,
    ...Object.fromEntries(said),
    ...(codes.length === 0 ? {} : { codes: codes.map(({ scheme, value }) => ({ scheme, value })) }),
    place: null,
    ...(level === null ? { kind: null } : {}),
    ...(outcome.kind === 'AMBIGUOUS' && outcome.candidates.length > 0 ? { besides: outcome.candidates.map(({ place }) => place.key) } : {}),
    by: null,
    on: null,
    note: null,
  }) as YAMLMap;
  const besides = node.get('besides');
  if (isSeq(besides)) besides.flow = true;
  const place = node.items.find(({ key }) => String(key) === 'place')?.key as { commentBefore?: string };
  place.commentBefore = comment(outcome, met, known).join('\n');
  return node;
}

/** What helps to decide, in lines of a comment. */
function comment(outcome: Outcome, { rows, count }: MetIn, known: KnownPlaces): string[] {
  const candidates = outcome.kind === 'AMBIGUOUS' ? outcome.candidates : outcome.kind === 'UNKNOWN' ? outcome.nearest : [];
  const more = count > rows.length ? ` and ${count - rows.length} more` : '';
  return [
    `${rows.join(', ')}${more}${isQuestion(outcome) ? `: ${outcome.why}` : ''}`,
    ...candidates.map((candidate) => shown(candidate, known)),
  ].map((line) => ` ${line.replace(/\s+/g, ' ')}`);
}

function shown(candidate: Candidate, known: KnownPlaces): string {
  const { place, score } = candidate;
  return `${place.key}: ${known.inWords(place)} (${score.toFixed(2)}: ${explained(candidate)})`;
}

function byNaming(a: Naming, b: Naming): number {
  const words = (naming: Naming) => [...[naming.country, naming.name, naming.province, askedLevel(naming)], JSON.stringify(naming.codes)];
  const [one, other] = [words(a), words(b)];
  for (let at = 0; at < one.length; at += 1) {
    const order = ascending(one[at] ?? '', other[at] ?? '');
    if (order !== 0) return order;
  }
  return 0;
}
