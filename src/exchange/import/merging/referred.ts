import type { TypedRecord } from '../../dataset/to-records.js';

/** The keys that records of agreements refer to. */
export interface Referred {
  readonly sources: ReadonlySet<string>;
  readonly sectors: ReadonlySet<string>;
  readonly places: ReadonlySet<string>;
}

/** What some records need: what only rows speak of that are left out comes in with none of them. */
export function referredBy(records: Iterable<TypedRecord>): Referred {
  const [sources, sectors, places] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const { type, record } of records) {
    if (type !== 'agreements' && type !== 'agreementDetails') continue;
    for (const sector of record.sectors) sectors.add(sector);
    if ('parties' in record) for (const party of record.parties) places.add(party);
    const supports = 'supports' in record ? record.supports : [];
    for (const { cites } of [record, ...record.stages, ...record.plans, ...supports]) for (const { source } of cites) sources.add(source);
  }
  return { sources, sectors, places };
}
