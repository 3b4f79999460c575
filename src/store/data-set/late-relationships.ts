import { group } from 'd3-array';
import { DefectError } from '../../domain/errors.js';
import type { BookTransaction, Graph } from '../../graph/graph.js';
import type { UnitRelationship } from '../../graph/unit.js';
import { type ChangedUnit, detailId, inParts, mustHaveSaved, saveRelationships } from '../unit/write-units.js';
import { thereAlready } from './compare-units.js';

/** A unit that was written but for relationships with an end that was not there yet. */
export interface LateUnit {
  readonly dataSet: string;
  readonly changed: ChangedUnit;
  readonly relationships: readonly UnitRelationship[];
}

/** Relationships that wait for things which come later. Until they are written, the hashes of their units are not. */
export class LateRelationships {
  #units: LateUnit[] = [];

  add(unit: LateUnit): void {
    this.#units.push(unit);
  }

  /** Those whose ends are all there, or among `coming`. */
  async ready(graph: Graph, coming: ReadonlySet<string>): Promise<readonly LateUnit[]> {
    const ends = this.#units.flatMap(({ relationships }) => relationships.flatMap(({ from, to }) => [from, to]));
    const there = await thereAlready(graph, ends);
    const isThere = ({ id }: { readonly id: string }) => coming.has(id) || there.has(id);
    return this.#units.filter(({ relationships }) => relationships.every(({ from, to }) => isThere(from) && isThere(to)));
  }

  remove(units: readonly LateUnit[]): void {
    const gone = new Set(units);
    this.#units = this.#units.filter((unit) => !gone.has(unit));
  }

  /** Throws `DefectError` where something waits for what is not among some units. */
  mustBeAmong(units: readonly LateUnit[]): void {
    const [loose] = this.#units.filter((unit) => !units.includes(unit));
    const [relationship] = loose?.relationships ?? [];
    if (relationship !== undefined)
      throw new DefectError(`${relationship.from.id} ${relationship.type} ${relationship.to.id} has an end that is nowhere`);
  }
}

export async function writeLate(transaction: BookTransaction, units: readonly LateUnit[]): Promise<void> {
  for (const [dataSet, ofOne] of group(units, (unit) => unit.dataSet)) {
    for (const part of inParts(ofOne)) {
      await saveRelationships(
        transaction,
        dataSet,
        part.flatMap(({ relationships }) => relationships),
      );
      for (const [label, things] of group(
        part.filter(({ changed }) => changed.unit.owns),
        ({ changed }) => changed.unit.of.label,
      )) {
        const rows = things.map(({ changed: { unit, hash } }) => ({ id: unit.of.id, hash }));
        mustHaveSaved(await transaction.run('write/set-hashes', { rows }, { label }), rows.length, label);
      }
      const rows = part
        .filter(({ changed }) => !changed.unit.owns)
        .map(({ changed: { unit, hash } }) => ({ id: detailId(dataSet, unit.of.id), hash }));
      mustHaveSaved(await transaction.run('write/set-detail-hashes', { rows }), rows.length, 'details');
    }
  }
}
