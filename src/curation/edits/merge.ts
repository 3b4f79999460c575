import { group } from 'd3-array';
import { keyOfId, labelOf } from '../../domain/ontology.js';
import { completeAgreement } from '../../exchange/dataset/complete-agreement.js';
import { extended } from '../../exchange/dataset/place-tree.js';
import { RECORD_TYPE_OF, type ThingLabel, type TypedRecord, toRecord } from '../../exchange/dataset/to-records.js';
import type {
  AgreementDetailRecord,
  AgreementRecord,
  CiteRecord,
  DataSet,
  PlaceRecord,
  RecordType,
} from '../../exchange/format/records.js';
import { asWritten, numbered } from '../../exchange/format/step-numbers.js';
import { RetiredByHand } from '../../store/curation/curated.js';
import { type HeldUnit, readDetailsOf, readThingsById } from '../../store/unit/read-units.js';
import { referrersOf } from '../../store/unit/referrers.js';
import type { Desk } from '../desk.js';
import { refuse } from '../faults.js';
import { withCites } from './correct.js';
import { removeWithDetails, retirable } from './remove.js';
import { nextNumber } from './steps.js';

/**
 * Makes one thing of two that are the same: what the one says that the other does not is added to it, all that referred
 * to it refers to the other, and its id goes on answering with its successor. `today`: ISO day.
 */
export async function merge(
  desk: Desk,
  { duplicate, into }: { readonly duplicate: string; readonly into: string },
  { reason, cites, today }: { readonly reason: string; readonly cites: readonly CiteRecord[]; readonly today: string },
): Promise<string> {
  const { kind, label } = retirable(duplicate, 'duplicate');
  const type = RECORD_TYPE_OF[label];
  if (duplicate === into) refuse('INVALID', 'a thing is not its own duplicate', 'into');
  const kept = await desk.require(type, into, 'into');
  const gone = await desk.require(type, duplicate, 'duplicate');
  const merged = await withDetails(desk, duplicate, { type, record: gone } as TypedRecord);
  const nextStep = type === 'agreements' ? await nextNumber(desk, kept as AgreementRecord) : 1;
  desk.propose(joined({ type, record: kept } as TypedRecord, merged, nextStep));
  await removeWithDetails(desk, duplicate);
  const [key, successor] = [keyOfId(duplicate), keyOfId(into)];
  desk.propose({ type: 'retired', record: { kind, key, successor, reason, date: today, leftBehind: false, cites: [...cites] } });
  await redirect(desk, label, duplicate, into);
  return into;
}

/** All that refers to one thing is to refer to another one, whichever data sets say so. */
async function redirect(desk: Desk, label: ThingLabel, from: string, to: string): Promise<void> {
  const redirection = new RetiredByHand(new Map([[from, to]]));
  const referrers = (await referrersOf(desk.asking, label, [from])).filter((id) => id !== from && !desk.proposed.has(id));
  if (referrers.length > MOST_REFERRERS)
    refuse('TOO_LARGE', `${referrers.length} things refer to "${from}"; accepted are ${MOST_REFERRERS} at most`, 'duplicate');
  const propose = ({ unit, dataSet }: HeldUnit) => {
    const redirected = redirection.redirected(unit);
    if (redirected !== unit) desk.propose(toRecord(redirected), dataSet);
  };
  for (const [of, ids] of group(referrers, (id) => labelOf(id) as ThingLabel)) {
    for await (const held of readThingsById(desk.asking, of, ids)) propose(held);
  }
  for await (const held of readDetailsOf(desk.asking, [...referrers, to])) propose(held);
}

/** A record with what other data sets add to its thing, which would go with it. */
async function withDetails(desk: Desk, id: string, typed: TypedRecord): Promise<TypedRecord> {
  let { record } = typed;
  for await (const { unit } of readDetailsOf(desk.asking, [id])) {
    const detail = toRecord(unit);
    if (detail.type === 'placeDetails') record = extended(record as PlaceRecord, detail.record);
    if (detail.type === 'agreementDetails') record = completeAgreement(record as AgreementRecord, [detail.record as AgreementDetailRecord]);
  }
  return { ...typed, record } as TypedRecord;
}

/** What a record says, and what the record of its duplicate says besides. */
function joined(kept: TypedRecord, gone: TypedRecord, nextStep: number): TypedRecord {
  const record = { ...withoutFields(gone.record), ...withoutFields(kept.record) } as Record<string, unknown>;
  for (const [field, join] of Object.entries(JOINS[kept.type] ?? {})) {
    record[field] = join(listIn(kept, field), listIn(gone, field), { kept: kept.record.key, gone: gone.record.key, nextStep });
  }
  if ('name' in gone.record && typeof gone.record.name === 'string' && 'otherNames' in record)
    record.otherNames = union(
      record.otherNames as unknown[],
      gone.record.name === record.name ? [] : [{ text: gone.record.name, kind: 'ALIAS' }],
    );
  if (record.umbrella === gone.record.key) delete record.umbrella;
  if ('cites' in kept.record) record.cites = withCites(listIn(kept, 'cites') as CiteRecord[], citesOf(gone, kept));
  return { type: kept.type, record } as unknown as TypedRecord;
}

/** What only tells one record from the others, or is kept elsewhere: a name becomes one of the other names. */
const NO_CLAIMS = ['key', 'slug', 'name'];

/** What sources say of a duplicate. Of a value that the thing which stays has otherwise, they say so still, beside what is shown. */
function citesOf(gone: TypedRecord, kept: TypedRecord): CiteRecord[] {
  const shown = valuesIn(kept);
  const otherwise = [...valuesIn(gone)].filter(([field, value]) => (shown.get(field) ?? value) !== value);
  const cites = listIn(gone, 'cites') as readonly CiteRecord[];
  const ofFields = new Set(cites.map(({ field }) => field));
  return cites.flatMap((cite) => {
    if (cite.field === undefined) {
      const claims = otherwise.filter(([field]) => !ofFields.has(field));
      return [cite, ...claims.map(([field, value]) => ({ ...cite, field, value, preferred: false }))];
    }
    const [, value] = otherwise.find(([field]) => field === cite.field) ?? [];
    return [value === undefined || !cite.preferred ? cite : { ...cite, value: cite.value ?? value, preferred: false }];
  });
}

/** The single values of a record, by the fields that citations name: `date`, `title.en`. */
function valuesIn({ record }: TypedRecord): Map<string, string> {
  const values = new Map<string, string>();
  const note = (field: string, value: unknown) => {
    if (typeof value === 'string' || typeof value === 'number') values.set(field, String(value));
  };
  for (const [field, value] of Object.entries(record)) {
    if (NO_CLAIMS.includes(field)) continue;
    note(field, value);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      for (const [inner, of] of Object.entries(value)) note(`${field}.${inner}`, of);
  }
  return values;
}

function listIn({ record }: TypedRecord, field: string): readonly unknown[] {
  return ((record as unknown as Record<string, unknown>)[field] ?? []) as readonly unknown[];
}

function withoutFields(record: DataSet[RecordType][number]): object {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}

/** How many things may refer to a duplicate. */
const MOST_REFERRERS = 1_000;

interface Keys {
  readonly kept: string;
  readonly gone: string;
  /** A number that no step of the agreement ever had. */
  readonly nextStep: number;
}

type Join = (kept: readonly unknown[], gone: readonly unknown[], keys: Keys) => unknown;

/** Lists of which all of both stays; of the others those of the thing that stays. */
const all: Join = (kept, gone, keys) => union(kept, gone).filter((one) => one !== keys.kept && one !== keys.gone);

const JOINS: { readonly [T in RecordType]?: Readonly<Record<string, Join>> } = {
  places: { codes: all, otherNames: all, formerlyPartOf: all },
  offices: { otherNames: all },
  officials: { otherNames: all },
  missions: { otherNames: all, covers: all },
  awards: { otherNames: all, results: all },
  events: { agreements: all, sectors: all, participants: all },
  agreements: { sectors: all, plans: all, stages: (kept, gone, { nextStep }) => joinedSteps(kept as Step[], gone as Step[], nextStep) },
};

type Step = AgreementRecord['stages'][number];

/** The steps of both; one that both have, with the same date, has the citations of both. */
function joinedSteps(kept: readonly Step[], gone: readonly Step[], nextStep: number): Step[] {
  const steps = numbered(kept);
  let next = nextStep;
  for (const step of gone) {
    const same = steps.findIndex(({ stage, date }) => stage === step.stage && date === step.date);
    const found = steps[same];
    if (found !== undefined) steps[same] = { ...found, event: found.event ?? step.event, cites: withCites(found.cites, step.cites) };
    else {
      steps.push({ ...step, number: next });
      next += 1;
    }
  }
  return asWritten(steps);
}

function union(some: readonly unknown[], more: readonly unknown[]): unknown[] {
  const seen = new Set(some.map((one) => JSON.stringify(one)));
  return [...some, ...more.filter((one) => !seen.has(JSON.stringify(one)))];
}
