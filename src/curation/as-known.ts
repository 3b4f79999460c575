import { ascending, group } from 'd3-array';
import { idOf } from '../domain/ontology.js';
import { stageRank } from '../domain/stage.js';
import type { TypedRecord } from '../exchange/dataset/to-records.js';
import { toRecord } from '../exchange/dataset/to-records.js';
import { effectiveDay } from '../exchange/dataset/units/properties.js';
import type { AgreementDetailRecord, AgreementRecord } from '../exchange/format/records.js';
import { stepNumbers } from '../exchange/format/step-numbers.js';
import type { Asking } from '../graph/graph.js';
import type { StageStep } from '../store/entities.js';
import { changesAfter, type NotedChange, revisionAt } from '../store/history/revisions.js';
import { readDetailsOf } from '../store/unit/read-units.js';
import { detailId } from '../store/unit/write-units.js';
import { Desk } from './desk.js';

/** What the graph said of a thing at some time. */
export interface Known {
  /** The record of the thing; null: there was none. */
  readonly record: TypedRecord | null;
  /** What other data sets added to it, with their ids. */
  readonly details: readonly { readonly by: string; readonly record: TypedRecord }[];
}

/**
 * What the graph said of things at a time, in their order: what it says now, without what came later. `at`: ISO 8601 in UTC.
 * What came before the history began to tell of imports was there from the beginning.
 */
export async function asKnownAt(graph: Asking, ids: readonly string[], at: string): Promise<Known[]> {
  const last = await revisionAt(graph, at);
  const wasThere = (since: number | null) => since === null || since <= last;
  const later = group(await changesAfter(graph, ids, last), ({ of }) => of);
  const held = await new Desk(graph).held(ids);
  const details = new Map<string, Map<string, TypedRecord | null>>(ids.map((id) => [id, new Map()]));
  for await (const { unit, dataSet, knownSince } of readDetailsOf(graph, ids))
    details.get(unit.of.id)?.set(detailId(dataSet, unit.of.id), wasThere(knownSince) ? toRecord(unit) : null);
  return ids.map((id) => {
    const ofDetails = details.get(id) ?? new Map<string, TypedRecord | null>();
    const now = held.get(id);
    let record = now !== undefined && wasThere(now.knownSince) ? now.record : null;
    // The first of what came later tells what was there before.
    for (const change of [...(later.get(id) ?? [])].reverse()) {
      const before = wasThere(change.since) ? recordBefore(change) : null;
      if (change.type.endsWith('Details')) ofDetails.set(detailId(change.beforeBy ?? change.afterBy ?? '', id), before);
      else record = before;
    }
    const there = [...ofDetails].flatMap(([key, detail]) => (detail === null ? [] : [{ by: dataSetOf(key), record: detail }]));
    return { record, details: record === null ? [] : there };
  });
}

function recordBefore({ type, before }: NotedChange): TypedRecord | null {
  return before === null ? null : ({ type, record: JSON.parse(before) } as TypedRecord);
}

/** The data set in the id of a detail. */
function dataSetOf(detail: string): string {
  return detail.slice('detail:'.length, detail.indexOf('/'));
}

/** The steps of an agreement as they were known, in the order in which the agreement has them. Null: there was no such agreement. */
export function stepsOf({ record, details }: Known): StageStep[] | null {
  if (record?.type !== 'agreements') return null;
  const steps = [
    ...stepsOfRecord(record.record, ''),
    ...details.flatMap(({ by, record: detail }) =>
      detail.type === 'agreementDetails' ? stepsOfRecord(detail.record as AgreementDetailRecord, `${by}-`) : [],
    ),
  ];
  return steps.sort((a, b) => ascending(stageRank(a), stageRank(b)) || ascending(a.id, b.id));
}

/** The steps in one record of an agreement; `prefix` is what ids of steps have before the number. */
export function stepsOfRecord({ key, stages }: Pick<AgreementRecord, 'key' | 'stages'>, prefix: string): StageStep[] {
  const numbers = stepNumbers(stages);
  return stages.map(({ stage, date, note }, index) => ({
    id: idOf('Stage', `${key}.${prefix}${numbers[index]}`),
    stage,
    date: date ?? null,
    effective: effectiveDay(date),
    note: note ?? null,
  }));
}
