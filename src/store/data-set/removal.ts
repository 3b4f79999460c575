import { group } from 'd3-array';
import { COMPOSITIONS, labelOf, type NodeLabel, type RelationshipType } from '../../domain/ontology.js';
import type { BookTransaction } from '../../graph/graph.js';
import type { Ref } from '../../graph/unit.js';
import { SAID_BY_TARGET } from '../unit/said-by.js';
import { clearSaid, completePlaces, detailId, inParts, renewSpans } from '../unit/write-units.js';
import { REMOVAL_ORDER } from './removal-order.js';
import type { StaleDetail, StaleThings } from './stale-things.js';

const THINGS_PER_PART = 1_000;

/** Types by which things hold their own parts. */
const OWN_PARTS: readonly string[] = [...new Set(COMPOSITIONS.map(({ type }) => type))];

/** What is still to be removed. */
export interface Removal extends StaleThings {
  /** Of the labels that were looked at last: things to which nothing refers that stays. */
  readonly free: readonly Ref[];
}

export interface Removed {
  readonly details: readonly StaleDetail[];
  readonly things: readonly Ref[];
  /** Things that stay because others refer to them, with the data set of one that does. */
  readonly kept: readonly (Ref & { readonly by: string })[];
  /** Null: nothing. */
  readonly left: Removal | null;
}

/** Is told what is about to be removed: things, and the things of others to which the data set no longer adds anything. */
export type Removing = (going: { readonly things: readonly Ref[]; readonly added: readonly string[] }) => Promise<void>;

/** Removes so many stale details, and stale things that nothing refers to any more. */
export async function removeSome(
  transaction: BookTransaction,
  dataset: string,
  removal: Removal,
  most: number,
  removing: Removing = async () => undefined,
): Promise<Removed> {
  const details = removal.details.slice(0, most);
  await removing({ things: [], added: details.map(({ of }) => of.id) });
  await removeDetails(transaction, dataset, details);
  const things: Ref[] = [];
  const kept: (Ref & { by: string })[] = [];
  const left = { details: removal.details.slice(most), things: new Map(removal.things), free: removal.free };
  for (const { labels, circling } of REMOVAL_ORDER) {
    const room = most - details.length - things.length;
    if (room === 0) break;
    const stale = labels.flatMap((label) => (left.things.get(label) ?? []).map((id) => ({ label, id })));
    if (stale.length > 0) {
      const needed = await neededAmong(transaction, stale, circling);
      kept.push(...stale.filter(({ id }) => needed.has(id)).map((ref) => ({ ...ref, by: needed.get(ref.id) ?? dataset })));
      left.free = stale.filter(({ id }) => !needed.has(id));
      for (const label of labels) left.things.delete(label);
    }
    if (!left.free.some(({ label }) => labels.includes(label))) continue;
    const now = left.free.slice(0, room);
    left.free = left.free.slice(room);
    await removing({ things: now, added: [] });
    if (left.free.length > 0) await forgetWhole(transaction, dataset, now, circling);
    for (const [label, ofLabel] of group(now, (one) => one.label)) {
      for (const part of inParts(ofLabel, THINGS_PER_PART)) await removeThings(transaction, dataset, label, idsOf(part));
    }
    things.push(...now);
    if (left.free.length > 0) break;
  }
  const isLeft = left.details.length + left.things.size + left.free.length > 0;
  return { details, things, kept, left: isLeft ? left : null };
}

async function removeDetails(transaction: BookTransaction, dataset: string, details: readonly StaleDetail[]): Promise<void> {
  for (const [label, ofLabel] of group(details, ({ of }) => of.label)) {
    for (const part of inParts(ofLabel, THINGS_PER_PART)) {
      const things = part.map(({ of }) => of.id);
      await clearSaid(
        transaction,
        dataset,
        label,
        things.map((id) => ({ id, keep: [] })),
      );
      await transaction.run('write/remove-details', { ids: idsOf(part) });
      if (label === 'Agreement') await renewSpans(transaction, things);
      if (label === 'Place') await completePlaces(transaction, things);
    }
  }
}

/**
 * Forgets that things are as they were written which refer to some that go before them, as they do in a circle. Should
 * they never go, since the removal is cut off and the version before comes again, they are then written anew.
 */
async function forgetWhole(
  transaction: BookTransaction,
  dataset: string,
  going: readonly Ref[],
  circling: readonly RelationshipType[],
): Promise<void> {
  const goes = new Set(idsOf(going));
  for (const [label, ofLabel] of group(going, (one) => one.label)) {
    for (const part of inParts(ofLabel, THINGS_PER_PART)) {
      const referrers = (await circlesOf(transaction, label, idsOf(part), circling)).filter(({ from }) => !goes.has(from));
      const [own, ofOthers] = [referrers.filter(({ by }) => by === dataset), referrers.filter(({ by }) => by !== dataset)];
      for (const [of, rows] of group(own, ({ from }) => labelOf(from) as NodeLabel)) {
        await transaction.run('write/set-hashes', { rows: rows.map(({ from }) => ({ id: from, hash: null })) }, { label: of });
      }
      await transaction.run('write/set-detail-hashes', {
        rows: ofOthers.map(({ from, by }) => ({ id: detailId(by, from), hash: null })),
      });
      await transaction.run('write/outdate-data-sets', { ids: [...new Set(ofOthers.map(({ by }) => by))] });
    }
  }
}

function idsOf(some: readonly { readonly id: string }[]): string[] {
  return some.map(({ id }) => id);
}

/** Those of some things that something else refers to, or one of them that is needed; with the data set that does. */
async function neededAmong(
  transaction: BookTransaction,
  stale: readonly Ref[],
  circling: readonly RelationshipType[],
): Promise<Map<string, string>> {
  const needed = new Map<string, string>();
  const referrers: Referrer[] = [];
  for (const [label, ofLabel] of group(stale, ({ label }) => label)) {
    for (const part of inParts(ofLabel, THINGS_PER_PART)) {
      const ids = part.map(({ id }) => id);
      const rows = [
        ...(await transaction.run('write/referred-to', { ids, besides: [...OWN_PARTS, ...SAID_BY_TARGET, ...circling] }, { label })),
        ...(await transaction.run('write/spoken-for', { ids, types: SAID_BY_TARGET }, { label })),
      ];
      for (const { id, by } of rows) needed.set(id as string, by as string);
      referrers.push(...(await circlesOf(transaction, label, ids, circling)));
    }
  }
  const isStale = new Set(stale.map(({ id }) => id));
  for (let before = -1; before < needed.size; ) {
    before = needed.size;
    for (const { id, from, by } of referrers) {
      if (!needed.has(id) && (needed.has(from) || !isStale.has(from))) needed.set(id, needed.get(from) ?? by);
    }
  }
  return needed;
}

/** A thing that refers to one that is stale. */
interface Referrer {
  readonly id: string;
  readonly from: string;
  /** The data set that says so. */
  readonly by: string;
}

/** The things that refer to others by relationships that may go in a circle, themselves or by a part. */
async function circlesOf(
  transaction: BookTransaction,
  label: NodeLabel,
  ids: readonly string[],
  types: readonly RelationshipType[],
): Promise<Referrer[]> {
  if (types.length === 0) return [];
  const rows = await transaction.run('write/referrers', { ids: [...ids], types: [...types] }, { label });
  const wholes = new Map<string, string>();
  for (const [part, ofPart] of group(rows, (row) => row.label as NodeLabel)) {
    for (const { type, whole } of COMPOSITIONS.filter((one) => one.part === part)) {
      const found = await transaction.run('write/wholes-of', { ids: ofPart.map(({ from }) => from as string) }, { whole, type, part });
      for (const { id, whole: of } of found) wholes.set(id as string, of as string);
    }
  }
  return rows.map(({ id, from, by }) => ({ id: id as string, from: wholes.get(from as string) ?? (from as string), by: by as string }));
}

/** Removes things of one label, with what is said of them. */
async function removeThings(transaction: BookTransaction, dataset: string, label: NodeLabel, ids: readonly string[]): Promise<void> {
  const details = await transaction.run('write/saying-more', { ids: [...ids] });
  for (const by of new Set(details.map(({ by }) => by as string))) {
    await clearSaid(
      transaction,
      by,
      label,
      ids.map((id) => ({ id, keep: [] })),
    );
  }
  await transaction.run('write/remove-details', { ids: details.map(({ id }) => id as string) });
  await transaction.run('write/outdate-data-sets', { ids: [...new Set(details.map(({ by }) => by as string))] });
  await clearSaid(
    transaction,
    dataset,
    label,
    ids.map((id) => ({ id, keep: [] })),
  );
  await transaction.run('write/remove-things', { ids: [...ids] }, { label });
}
