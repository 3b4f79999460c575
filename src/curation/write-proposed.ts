import { group } from 'd3-array';
import type { RuleFinding } from '../domain/rules/rules.js';
import { toRecord } from '../exchange/dataset/to-records.js';
import type { BookTransaction } from '../graph/graph.js';
import type { Ref, Unit } from '../graph/unit.js';
import { CURATION } from '../store/curation/curated.js';
import { loadedDataSets } from '../store/data-set/data-sets.js';
import { type LateUnit, writeLate } from '../store/data-set/late-relationships.js';
import { removeSome } from '../store/data-set/removal.js';
import type { Change } from '../store/history/revisions.js';
import { markOf } from '../store/summary.js';
import { giveWay, leaveTombstones } from '../store/tombstone/left-behind.js';
import { referrersOf } from '../store/unit/referrers.js';
import { hashOf } from '../store/unit/unit-hash.js';
import { type ChangedUnit, detailId, writeUnits } from '../store/unit/write-units.js';
import { checkRecords, withDefaults } from './check-records.js';
import { proposeDescendants } from './descendants.js';
import type { Desk, HeldRecord, Proposal } from './desk.js';
import { EditRefusedError, type Fault, refuse } from './faults.js';
import { unitsOf } from './proposed-units.js';

/** How many things one edit may change. */
const MOST_CHANGES = 2_000;
/** How many of what refers to a thing are named. */
const SOME = 5;

export interface Written {
  /** The revision of the graph that it made. */
  readonly number: number;
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly changes: readonly Change[];
  readonly findings: readonly RuleFinding[];
}

/** Checks and writes what is proposed on a desk, as far as it is otherwise than before. Null: nothing is. Throws `EditRefusedError`. */
export async function writeProposed(
  transaction: BookTransaction,
  desk: Desk,
  /** Looks at what is going to be written, and may refuse it. */
  look: (desk: Desk) => Promise<readonly RuleFinding[]> = async () => [],
): Promise<Written | null> {
  for (const { record, by } of desk.proposed.values()) if (record !== null) desk.propose(withDefaults(record), by);
  let { places } = await checkRecords(desk);
  if (await proposeDescendants(desk)) ({ places } = await checkRecords(desk));
  const unitOf = unitsOf(desk, places);
  const held = await desk.held(desk.proposed.keys());
  const changed: WrittenUnit[] = [];
  const removed: HeldRecord[] = [];
  const changes: Change[] = [];
  for (const [id, proposal] of desk.proposed) {
    const { record, by } = proposal;
    const now = held.get(id);
    if (record !== null) {
      const unit = await unitOf(record, proposal);
      const hash = hashOf(unit);
      if (now !== undefined && hash === hashOf(now.unit)) continue;
      if (now !== undefined && desk.isCreated(id))
        refuse('ALREADY_EXISTS', `"${id}" is there already and says something else; correct it, or give this one another key`, 'key');
      changed.push({ unit, hash, heldBy: now?.dataSet ?? null, by });
      changes.push(changeOf(unit.of.id, now, { record: toRecord(unit), by }));
    } else if (now !== undefined) {
      removed.push(now);
      changes.push(changeOf(now.unit.of.id, now, proposal));
    }
  }
  if (changes.length === 0) return null;
  if (changes.length > MOST_CHANGES)
    refuse('TOO_LARGE', `it would change ${changes.length} things; accepted are ${MOST_CHANGES} at most in one edit`);

  const findings = await look(desk);
  // Clocks of processes differ; times rise with the numbers all the same.
  const { changedAt } = await markOf(transaction);
  const at = [new Date().toISOString(), changedAt ?? ''].sort().at(-1) as string;
  const [raised] = await transaction.run('graph/raise-revision', { changedAt: at });
  const number = raised?.revision as number;
  await giveWay(transaction, changed);
  await writeAll(transaction, changed);
  await remove(transaction, removed);
  await leaveTombstones(
    transaction,
    CURATION,
    removed.flatMap(({ unit }) => (unit.owns ? [unit.of] : [])),
    at,
  );
  // What a data set gets back may be older than what it has by now.
  await transaction.run('write/outdate-data-sets', { ids: [...new Set(changed.map(({ by }) => by))].filter((by) => by !== CURATION) });
  await noteDataSet(transaction, { number, at, changed, removed, held });
  return { number, at, changes, findings };
}

/** A unit that is written, with the data set whose it becomes. */
interface WrittenUnit extends ChangedUnit {
  readonly by: string;
}

function changeOf(of: string, before: HeldRecord | undefined, { record: after, by }: Proposal): Change {
  return {
    of,
    type: (after ?? before?.record)?.type ?? '',
    before: before === undefined ? null : JSON.stringify(before.record.record),
    beforeBy: before?.dataSet ?? null,
    after: after === null ? null : JSON.stringify(after.record),
    afterBy: after === null ? null : by,
    since: before?.knownSince ?? null,
  };
}

/** Writes units of several data sets, which may refer to what others of them bring. */
async function writeAll(transaction: BookTransaction, changed: readonly WrittenUnit[]): Promise<void> {
  const bringer = new Map(
    changed.flatMap(({ unit, by, heldBy }) => (heldBy === null ? unit.nodes.map(({ id }) => [id, by] as const) : [])),
  );
  const late: LateUnit[] = changed.flatMap((one) => {
    const relationships = one.unit.relationships.filter(({ from, to }) =>
      [from.id, to.id].some((id) => (bringer.get(id) ?? one.by) !== one.by),
    );
    return relationships.length === 0 ? [] : [{ dataSet: one.by, changed: one, relationships }];
  });
  const put = new Set(late.flatMap(({ relationships }) => relationships));
  const ownersFirst = changed.toSorted((a, b) => Number(b.unit.owns) - Number(a.unit.owns));
  for (const [, alike] of group(ownersFirst, ({ by, unit }) => `${unit.owns} ${by}`)) {
    await writeUnits(transaction, (alike[0] as WrittenUnit).by, alike, put);
  }
  await writeLate(transaction, late);
}

/** Removes things that nothing refers to any more. Throws `EditRefusedError` where something does. */
async function remove(transaction: BookTransaction, removed: readonly HeldRecord[]): Promise<void> {
  for (const [dataSet, some] of group(removed, (one) => one.dataSet)) {
    const byLabel = group(
      some.filter(({ unit }) => unit.owns),
      ({ unit }) => unit.of.label,
    );
    const things = new Map([...byLabel].map(([label, ofLabel]) => [label, ofLabel.map(({ unit }) => unit.of.id)]));
    const details = some.flatMap(({ unit: { owns, of } }) => (owns ? [] : [{ id: detailId(dataSet, of.id), of }]));
    const { kept } = await removeSome(transaction, dataSet, { things, details, free: [] }, MOST_CHANGES);
    if (kept.length > 0) throw await stillReferredTo(transaction, kept);
  }
}

/** What refers to things that were to go, as a refusal that names some of it. */
async function stillReferredTo(transaction: BookTransaction, kept: readonly Ref[]): Promise<EditRefusedError> {
  const faults = kept.map(async ({ label, id }): Promise<Fault> => {
    const referrers = await referrersOf(transaction, label, [id]);
    const named = referrers.slice(0, SOME).map((one) => `"${one}"`);
    const more = referrers.length > SOME ? ` and ${referrers.length - SOME} more` : '';
    return { code: 'REFERRED_TO', field: null, message: `"${id}" is referred to by ${named.join(', ')}${more}` };
  });
  return new EditRefusedError(await Promise.all(faults));
}

/** Notes that there is something new in what people write by hand, and how much it is by now. */
async function noteDataSet(
  transaction: BookTransaction,
  edit: {
    readonly number: number;
    readonly at: string;
    readonly changed: readonly WrittenUnit[];
    readonly removed: readonly HeldRecord[];
    readonly held: ReadonlyMap<string, HeldRecord>;
  },
): Promise<void> {
  const before = (await loadedDataSets(transaction)).find(({ id }) => id === CURATION);
  const size = { nodes: before?.nodes ?? 0, relationships: before?.relationships ?? 0 };
  const add = (unit: Unit, times: 1 | -1) => {
    size.nodes += times * unit.nodes.length;
    size.relationships += times * unit.relationships.length;
  };
  const own = (one: HeldRecord | undefined) => (one?.dataSet === CURATION ? [one.unit] : []);
  for (const { unit, by } of edit.changed) {
    for (const gone of own(edit.held.get(unit.of.id))) add(gone, -1);
    if (by === CURATION) add(unit, 1);
  }
  for (const gone of edit.removed.flatMap(own)) add(gone, -1);
  const { number, at } = edit;
  await transaction.run('graph/save-data-set', {
    ...{ id: CURATION, fingerprint: `revision ${number}`, ground: null, complete: true, loadedAt: at },
    ...size,
  });
}
