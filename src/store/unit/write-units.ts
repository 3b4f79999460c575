import { group } from 'd3-array';
import { DefectError } from '../../domain/errors.js';
import { COMPOSITIONS, type NodeLabel } from '../../domain/ontology.js';
import { type Stage, spansOf } from '../../domain/stage.js';
import { GraphBatch } from '../../graph/batch.js';
import type { BookTransaction } from '../../graph/graph.js';
import type { Properties, Unit, UnitRelationship } from '../../graph/unit.js';
import type { Row } from '../../graph/values.js';
import { SAID_BY_TARGET, saidOf } from './said-by.js';

const ROWS_PER_STATEMENT = 2_000;

/** A unit that the graph does not hold as it is. */
export interface ChangedUnit {
  readonly unit: Unit;
  readonly hash: string;
  /** The data set that the thing is of, as far as the graph has it: another one when that hands it over. */
  readonly heldBy: string | null;
}

/** The id under which it is kept what a data set says of a thing of another one. */
export function detailId(dataSet: string, of: string): string {
  return `detail:${dataSet}/${of}`;
}

export interface Writing {
  /** Resolves when it may touch what others may touch too. */
  readonly turn?: () => Promise<void>;
  /** The revision that a unit is marked with, since nothing else notes that it came; asked after the turn, but of new things before it. */
  readonly knownSince?: (one: ChangedUnit) => number | null;
}

/**
 * Writes units as a whole: what the data set said of these things before goes, and what it says now comes. Until its
 * `turn`, it only makes nodes that nothing else knows of, so that it may run beside the writing of other units.
 */
export async function writeUnits(
  transaction: BookTransaction,
  dataSet: string,
  changed: readonly ChangedUnit[],
  /** What waits for things that are not there yet: it is written later, and the hash with it. */
  late: ReadonlySet<UnitRelationship>,
  { turn = async () => undefined, knownSince = () => null }: Writing = {},
): Promise<void> {
  const waits = (unit: Unit) => unit.relationships.some((one) => late.has(one));
  const marks = (one: ChangedUnit) => ({ hash: waits(one.unit) ? null : one.hash, knownSince: knownSince(one) });
  const marksOf = (some: readonly ChangedUnit[]) => new Map(some.map((one) => [one.unit.of.id, marks(one)]));
  const isNew = ({ unit, heldBy }: ChangedUnit) => unit.owns && heldBy === null && !mayTakeSlug(unit);
  const [newOnes, otherOnes] = [changed.filter(isNew), changed.filter((one) => !isNew(one))];
  const fresh = new GraphBatch(newOnes.map(({ unit }) => unit));
  const others = new GraphBatch(otherOnes.map(({ unit }) => unit));
  const marksOfNew = marksOf(newOnes);

  await saveNodes(transaction, dataSet, fresh, marksOfNew, (label) => !isShared(label));
  await turn();
  await clearUnits(transaction, dataSet, changed);
  await releaseSlugs(transaction, dataSet, changed);
  await saveNodes(transaction, dataSet, fresh, marksOfNew, isShared);
  await saveNodes(transaction, dataSet, others, marksOf(otherOnes));
  await saveDetails(transaction, dataSet, otherOnes, marks);
  await saveRelationships(
    transaction,
    dataSet,
    changed.flatMap(({ unit }) => unit.relationships.filter((one) => !late.has(one))),
  );
  const idsOf = (some: readonly ChangedUnit[]) => some.map(({ unit }) => unit.of.id);
  await completePlaces(
    transaction,
    idsOf(changed.filter(({ unit, heldBy }) => unit.of.label === 'Place' && (heldBy !== null || !unit.owns))),
  );
  const agreements = changed.filter(({ unit }) => unit.of.label === 'Agreement');
  await renewSpans(transaction, idsOf(agreements.filter(({ unit, heldBy }) => unit.owns && heldBy !== null)), { dataSets: 2 });
  await renewSpans(transaction, idsOf(agreements.filter(({ unit }) => !unit.owns)));
}

/** What the store keeps of a unit for itself. */
interface Marks {
  readonly hash: string | null;
  readonly knownSince: number | null;
}

async function saveNodes(
  transaction: BookTransaction,
  dataSet: string,
  batch: GraphBatch,
  marksOf: ReadonlyMap<string, Marks>,
  which: (label: NodeLabel) => boolean = () => true,
): Promise<void> {
  for (const [label, rows] of batch.nodes) {
    if (!which(label)) continue;
    const marks = (id: string) => (isShared(label) ? {} : said({ dataset: dataSet, ...marksOf.get(id) }));
    const nodes = rows.map(({ id, properties }) => ({ id, properties: { ...said(properties), ...marks(id), id } }));
    for (const part of inParts(nodes))
      mustHaveSaved(await transaction.run('write/save-nodes', { rows: part }, { label }), part.length, label);
  }
}

/** A slug may have to be taken from another place first. */
function mayTakeSlug({ of }: Unit): boolean {
  return of.label === 'Place';
}

/** Relationships between things that are there. */
export async function saveRelationships(
  transaction: BookTransaction,
  dataSet: string,
  relationships: readonly UnitRelationship[],
): Promise<void> {
  for (const [name, alike] of group(relationships, ({ type, from, to }) => `${from.label} ${type} ${to.label}`)) {
    const [from = '', type = '', to = ''] = name.split(' ');
    for (const part of inParts(alike)) {
      const rows = part.map((one) => ({ from: one.from.id, to: one.to.id, properties: { ...said(one.properties), dataset: dataSet } }));
      mustHaveSaved(await transaction.run('write/save-relationships', { rows }, { type, from, to }), part.length, name);
    }
  }
}

/** Removes all that data sets said of things, but for the things themselves and the parts that stay. */
async function clearUnits(transaction: BookTransaction, dataSet: string, changed: readonly ChangedUnit[]): Promise<void> {
  const there = changed.filter(({ unit, heldBy }) => heldBy !== null || !unit.owns);
  for (const [label, ofLabel] of group(there, ({ unit }) => unit.of.label)) {
    for (const [said, units] of group(ofLabel, ({ unit, heldBy }) => (unit.owns ? (heldBy ?? dataSet) : dataSet))) {
      const rows = units.map(({ unit }) => ({ id: unit.of.id, keep: unit.nodes.map(({ id }) => id) }));
      for (const part of inParts(rows)) await clearSaid(transaction, said, label, part);
    }
  }
}

/** Removes what a data set said of things of one label; of its parts, those to be kept stay as nodes. */
export async function clearSaid(
  transaction: BookTransaction,
  dataset: string,
  label: NodeLabel,
  rows: readonly { readonly id: string; readonly keep: readonly string[] }[],
): Promise<void> {
  const ids = rows.map(({ id }) => id);
  const compositions = COMPOSITIONS.filter(({ whole }) => whole === label);
  const perhapsUnused: { readonly slots: { type: string; part: string }; readonly ids: string[] }[] = [];
  for (const { type, whole, part, shared } of compositions) {
    const slots = { whole, type, part };
    if (shared) {
      const parts = await transaction.run('write/shared-parts', { ids, dataset }, slots);
      perhapsUnused.push({ slots: { type, part }, ids: parts.map(({ id }) => id as string) });
    } else {
      await transaction.run('write/clear-parts', { rows, dataset }, slots);
      await transaction.run('write/clear-said-by-parts', { ids, dataset }, slots);
    }
  }
  await transaction.run('write/clear-said', { ids, dataset, besides: SAID_BY_TARGET }, { label });
  for (const [type, from] of saidOf(label)) await transaction.run('write/clear-said-of', { ids, dataset }, { label, type, from });
  for (const { slots, ids: parts } of perhapsUnused) await transaction.run('write/clear-unused', { ids: parts }, slots);
  if (label === 'Place') await transaction.run('write/clear-completions', { ids, dataset });
}

function isShared(label: NodeLabel): boolean {
  return COMPOSITIONS.some(({ part, shared }) => shared && part === label);
}

async function releaseSlugs(transaction: BookTransaction, dataset: string, changed: readonly ChangedUnit[]): Promise<void> {
  const rows = changed.flatMap(({ unit }) => {
    const slug = unit.of.label === 'Place' && unit.owns ? unit.nodes[0]?.properties.slug : undefined;
    return slug === undefined ? [] : [{ id: unit.of.id, slug }];
  });
  for (const part of inParts(rows)) await transaction.run('write/release-slugs', { rows: part, dataset });
}

async function saveDetails(
  transaction: BookTransaction,
  dataset: string,
  changed: readonly ChangedUnit[],
  marks: (one: ChangedUnit) => Marks,
): Promise<void> {
  const rows = changed
    .filter(({ unit }) => !unit.owns)
    .map((one) => {
      const { of, completion } = one.unit;
      const id = detailId(dataset, of.id);
      return { id, properties: { ...completion, id, of: of.id, label: of.label, dataset, ...marks(one) } };
    });
  for (const part of inParts(rows)) mustHaveSaved(await transaction.run('write/save-details', { rows: part }), part.length, 'details');
}

/**
 * A place that is written anew has only what its own data set knows, and what one of the others no longer says another
 * one may.
 */
export async function completePlaces(transaction: BookTransaction, places: readonly string[]): Promise<void> {
  for (const part of inParts(places)) {
    await transaction.run('write/locate-places', { ids: part });
    await transaction.run('write/count-residents', { ids: part });
  }
}

/** How long a step decides the state depends on all steps of its agreement, whoever brought them. */
export async function renewSpans(
  transaction: BookTransaction,
  agreements: readonly string[],
  /** Of how many data sets an agreement has steps at least, to be looked at. */
  { dataSets = 1 }: { readonly dataSets?: number } = {},
): Promise<void> {
  for (const part of inParts(agreements)) {
    const byAgreement = group(await transaction.run('write/steps', { ids: part, dataSets }), ({ of }) => of);
    const rows = [...byAgreement.values()].flatMap((steps) => {
      const spans = spansOf(steps.map(({ stage, effective }) => ({ stage: stage as Stage, effective: effective as string | null })));
      return steps.map(({ id }, index) => ({ id: id as string, ...(spans[index] as { supersededOn: string | null; isLast: boolean }) }));
    });
    if (rows.length > 0) await transaction.run('write/save-spans', { rows });
  }
}

/** What there is of some properties: a null is none, and would only take room. */
function said(properties: Properties): Properties {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== null));
}

export function* inParts<T>(rows: readonly T[], size = ROWS_PER_STATEMENT): Generator<readonly T[]> {
  for (let start = 0; start < rows.length; start += size) yield rows.slice(start, start + size);
}

export function mustHaveSaved([row]: readonly Row[], expected: number, what: string): void {
  if (row?.saved !== expected) throw new DefectError(`${row?.saved} of ${expected} ${what} were saved`);
}
