import { keyOfId, labelOf } from '../../domain/ontology.js';
import { RECORD_TYPE_OF, type ThingLabel } from '../../exchange/dataset/to-records.js';
import { type CiteRecord, RETIRED_KINDS } from '../../exchange/format/records.js';
import { readDetailsOf } from '../../store/unit/read-units.js';
import { detailId } from '../../store/unit/write-units.js';
import type { Desk } from '../desk.js';
import { refuse } from '../faults.js';

export type RetiredKind = (typeof RETIRED_KINDS)[number];

/** The kind of a thing that has an id which can be retired. Refuses what is none. */
export function retirable(id: string, field: string): { readonly kind: RetiredKind; readonly label: ThingLabel } {
  const label = labelOf(id);
  const kind = RETIRED_KINDS.find((one) => id.startsWith(`${one}:`));
  if (kind === undefined || label === null)
    return refuse('INVALID', `"${id}" is no id of something that can be retired; accepted are ids of ${RETIRED_KINDS.join(', ')}`, field);
  return { kind, label: label as ThingLabel };
}

/** A thing is to go, and with it what other data sets add to it. */
export async function removeWithDetails(desk: Desk, id: string): Promise<void> {
  for await (const { dataSet } of readDetailsOf(desk.asking, [id])) desk.remove(detailId(dataSet, id));
  desk.remove(id);
}

/** Deletes a thing to which nothing refers; its id goes on answering that it is retired. `today`: ISO day. */
export async function remove(
  desk: Desk,
  id: string,
  { reason, cites, today }: { readonly reason: string; readonly cites: readonly CiteRecord[]; readonly today: string },
): Promise<string> {
  const { kind, label } = retirable(id, 'id');
  await desk.require(RECORD_TYPE_OF[label], id, 'id');
  await removeWithDetails(desk, id);
  desk.propose({ type: 'retired', record: { kind, key: keyOfId(id), reason, date: today, leftBehind: false, cites: [...cites] } });
  return id;
}
