import type { BookTransaction } from '../../graph/graph.js';
import type { Ref } from '../../graph/unit.js';
import { hashOf } from '../unit/unit-hash.js';
import { type ChangedUnit, inParts, writeUnits } from '../unit/write-units.js';
import { tombstoneId, tombstoneUnit } from './tombstone-unit.js';

/** Leaves tombstones of things that a data set no longer has, but for those of which somebody states the retirement. */
export async function leaveTombstones(
  transaction: BookTransaction,
  dataSet: string,
  removed: readonly Ref[],
  /** ISO 8601 in UTC. */
  now: string,
): Promise<void> {
  const things = removed.filter(({ label }) => label !== 'Tombstone');
  for (const part of inParts(things)) {
    const known = await transaction.run('write/known', { ids: part.map(({ id }) => tombstoneId(id)) }, { label: 'Tombstone' });
    const stated = new Set(known.map(({ id }) => id));
    const left = part.filter(({ id }) => !stated.has(tombstoneId(id))).map(({ id }) => leftBehind(dataSet, id, now));
    await writeUnits(transaction, dataSet, left, new Set());
  }
}

/** Removes the tombstones that were left behind of things that are written. */
export async function giveWay(transaction: BookTransaction, changed: readonly ChangedUnit[]): Promise<void> {
  const back = changed.filter(({ unit, heldBy }) => unit.owns && heldBy === null && unit.of.label !== 'Tombstone');
  if (back.length === 0) return;
  const [tombstones] = await transaction.run('graph/count-nodes', {}, { label: 'Tombstone' });
  if (tombstones?.total === 0) return;
  for (const part of inParts(back)) {
    await transaction.run('write/remove-left-behind', { ids: part.map(({ unit }) => tombstoneId(unit.of.id)) });
  }
}

function leftBehind(dataSet: string, retired: string, now: string): ChangedUnit {
  const reason = `The data set "${dataSet}" has it no longer.`;
  const unit = tombstoneUnit({ retired, successor: null, reason, date: now.slice(0, 10), leftBehind: true });
  return { unit, hash: hashOf(unit), heldBy: null };
}
