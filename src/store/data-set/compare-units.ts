import { StoreError } from '../../domain/errors.js';
import type { NodeLabel } from '../../domain/ontology.js';
import type { Asking } from '../../graph/graph.js';
import type { Unit } from '../../graph/unit.js';
import { CURATION, type RetiredByHand } from '../curation/curated.js';
import { hashOf } from '../unit/unit-hash.js';
import { type ChangedUnit, detailId } from '../unit/write-units.js';

export interface Compared {
  /** Those that the graph does not hold as they are. */
  readonly changed: readonly ChangedUnit[];
  /** Those of things that people have written by hand since, or retired. */
  readonly kept: readonly KeptUnit[];
}

export interface KeptUnit {
  readonly unit: Unit;
  readonly reason: string;
}

/**
 * Compares units with what the graph holds. What people write by hand stays as it is. Throws `StoreError` CONFLICT where
 * one would bring a thing that another data set has, unless it may take it over.
 */
export async function compareUnits(
  graph: Asking,
  dataSet: string,
  units: readonly Unit[],
  { takesOver, retired }: { readonly takesOver: boolean; readonly retired: RetiredByHand },
): Promise<Compared> {
  const kept: KeptUnit[] = [];
  const wanted: Unit[] = [];
  for (const unit of units) {
    if (retired.has(unit.of.id)) kept.push({ unit, reason: 'it was retired by hand' });
    else wanted.push(retired.redirected(unit));
  }
  const changed = await changedAmong(graph, dataSet, wanted, { takesOver, onKept: (unit) => kept.push({ unit, reason: EDITED }) });
  return { changed, kept };
}

const EDITED = 'it was edited by hand';

async function changedAmong(
  graph: Asking,
  dataSet: string,
  units: readonly Unit[],
  { takesOver, onKept }: { readonly takesOver: boolean; readonly onKept: (unit: Unit) => void },
): Promise<ChangedUnit[]> {
  const held = await heldThings(graph, units);
  const details = units.filter(({ owns }) => !owns).map(({ of }) => detailId(dataSet, of.id));
  const detailHashes = new Map(
    details.length === 0 ? [] : (await graph.ask('write/known-details', { ids: details })).map(({ id, hash }) => [id, hash]),
  );
  return units.flatMap((unit): ChangedUnit[] => {
    const hash = hashOf(unit);
    const thing = held.get(unit.of.id);
    if (!unit.owns) {
      const detail = detailId(dataSet, unit.of.id);
      return detailHashes.get(detail) === hash ? [] : [{ unit, hash, heldBy: detailHashes.has(detail) ? dataSet : null }];
    }
    if (thing === undefined) return [{ unit, hash, heldBy: null }];
    if (thing.dataset === CURATION && dataSet !== CURATION) {
      onKept(unit);
      return [];
    }
    if (thing.dataset !== dataSet && !takesOver && !thing.leftBehind)
      throw new StoreError('CONFLICT', `${unit.of.id} is in the data set "${thing.dataset}" already, so "${dataSet}" cannot bring it too`);
    return thing.dataset === dataSet && thing.hash === hash ? [] : [{ unit, hash, heldBy: thing.dataset }];
  });
}

interface Held {
  readonly dataset: string;
  readonly hash: string | null;
  /** A tombstone that nobody stated gives way to one that is stated. */
  readonly leftBehind: boolean;
}

async function heldThings(graph: Asking, units: readonly Unit[]): Promise<ReadonlyMap<string, Held>> {
  const idsByLabel = new Map<NodeLabel, string[]>();
  for (const { of, owns } of units) if (owns) idsByLabel.set(of.label, [...(idsByLabel.get(of.label) ?? []), of.id]);
  const held = new Map<string, Held>();
  for (const [label, ids] of idsByLabel) {
    for (const { id, ...row } of await graph.ask('write/known', { ids }, { label })) {
      held.set(id as string, row as unknown as Held);
    }
  }
  return held;
}

/** Which of some things the graph has. */
export async function thereAlready(
  graph: Asking,
  things: readonly { readonly label: NodeLabel; readonly id: string }[],
): Promise<Set<string>> {
  const idsByLabel = new Map<NodeLabel, Set<string>>();
  for (const { label, id } of things) idsByLabel.set(label, (idsByLabel.get(label) ?? new Set()).add(id));
  const there = new Set<string>();
  for (const [label, ids] of idsByLabel) {
    for (const { id } of await graph.ask('write/known', { ids: [...ids] }, { label })) there.add(id as string);
  }
  return there;
}
