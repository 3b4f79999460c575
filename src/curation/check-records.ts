import { group } from 'd3-array';
import { keyOfId, labelOf } from '../domain/ontology.js';
import { recordFaults } from '../exchange/dataset/record-faults.js';
import { REFERENCES, SINGULAR } from '../exchange/dataset/references.js';
import { goneBy, idOfRecord, Retirements } from '../exchange/dataset/retirements.js';
import type { TypedRecord } from '../exchange/dataset/to-records.js';
import { explain, fieldPath, fieldsOf } from '../exchange/format/issues.js';
import { type AgreementRecord, type PlaceRecord, RECORD_TYPES, type RecordType } from '../exchange/format/records.js';
import { GraphGround } from '../exchange/import/kembar/graph-ground.js';
import type { Desk } from './desk.js';
import { EditRefusedError, type Fault } from './faults.js';

/** Every data set is what an edit stands on, its own too. */
const ALL = { besides: '' };

/** What the records of an edit stand among, with these records in it. */
export interface Surroundings {
  place(key: string): PlaceRecord | undefined;
  readonly places: readonly PlaceRecord[];
}

/**
 * Checks what an edit is going to write, as imports check their records: the format, references, circles. Records get
 * their defaults. Throws `EditRefusedError`.
 */
export async function checkRecords(desk: Desk): Promise<Surroundings> {
  const faults: Fault[] = [];
  const { records } = desk;
  for (const typed of records) faults.push(...formatFaults(typed));
  if (faults.length > 0) throw new EditRefusedError(faults);

  const ground = new GraphGround(desk.asking, ALL);
  const missing = await missingReferences(desk, ground, records);
  if (missing.length > 0) throw new EditRefusedError(missing);

  const placesAround = await placesAroundOf(desk, ground, records);
  const umbrellas = await umbrellasOf(desk, ground, records);
  const successors = records.flatMap(({ type, record }) =>
    type === 'retired' && record.successor !== undefined ? [{ type: `${record.kind}s` as RecordType, key: record.successor }] : [],
  );
  const there = new Set<string>();
  for (const { type, key } of successors) if ((await desk.find(type, key)) !== undefined) there.add(idOfRecord(type, key));
  const around = {
    place: (key: string) => placesAround.get(key),
    umbrellaOf: (key: string) => umbrellas.get(key),
    // What an edit writes of other data sets' details is what they had, less what went.
    stepsOf: () => undefined,
    has: (type: RecordType, key: string) => there.has(idOfRecord(type, key)),
    retirements: Retirements.of(records.flatMap(({ type, record }) => (type === 'retired' ? [record] : []))),
  };
  for (const typed of records) {
    for (const [path, message] of recordFaults(typed, around)) faults.push({ code: 'INVALID', message, field: fieldPath(path) });
  }
  if (faults.length > 0) throw new EditRefusedError(faults);
  return { place: around.place, places: [...placesAround.values()] };
}

function formatFaults({ type, record }: TypedRecord): Fault[] {
  const { error } = RECORD_TYPES[type].safeParse(record);
  return (error?.issues ?? []).flatMap((issue) =>
    fieldsOf(issue).map((path): Fault => ({ code: 'INVALID', message: explain(issue), field: fieldPath(path) || null })),
  );
}

/** References to what is neither in the graph nor comes with the edit, or goes with it. */
async function missingReferences(desk: Desk, ground: GraphGround, records: readonly TypedRecord[]): Promise<Fault[]> {
  const references = records.flatMap(({ type, record }) =>
    REFERENCES[type](record as never).flatMap(({ to, key, path }) => (key === undefined ? [] : [{ to, key, field: fieldPath(path) }])),
  );
  const faults: Fault[] = [];
  for (const [to, some] of group(references, (one) => one.to)) {
    const outside = some.filter(({ key }) => desk.proposed.get(idOfRecord(to, key))?.record == null);
    const there = await ground.holders(to, [...new Set(outside.map(({ key }) => key))]);
    const lost = outside.filter(({ key }) => !there.has(key) || desk.isRemoved(idOfRecord(to, key)));
    const retired = lost.length === 0 ? new Retirements() : await ground.retired(lost.map(({ key }) => idOfRecord(to, key)));
    for (const { key, field } of lost) {
      const gone = goneBy(to, key, retired);
      if (gone === null) faults.push({ code: 'NOT_FOUND', message: `there is no ${SINGULAR[to]} "${idOfRecord(to, key)}"`, field });
      else faults.push({ code: 'RETIRED', message: `${gone.reason}; ${gone.remedy}`, field });
    }
  }
  return faults;
}

/** The places that records are, name and lead on to, by key. */
async function placesAroundOf(desk: Desk, ground: GraphGround, records: readonly TypedRecord[]): Promise<Map<string, PlaceRecord>> {
  const own = records.flatMap(({ type, record }) => (type === 'places' ? [record] : []));
  const named = records.flatMap(({ type, record }) =>
    REFERENCES[type](record as never).flatMap(({ to, key }) => (to === 'places' && key !== undefined ? [key] : [])),
  );
  const found = new Map((await ground.places(named)).map((place) => [place.key, place]));
  for (const place of own) found.set(place.key, place);
  for (const [id, { record }] of desk.proposed) if (record === null && labelOf(id) === 'Place') found.delete(keyOfId(id));
  return found;
}

/** The key of the umbrella of each agreement that records are or lead on to. */
async function umbrellasOf(desk: Desk, ground: GraphGround, records: readonly TypedRecord[]): Promise<Map<string, string>> {
  const own = records.flatMap(({ type, record }): AgreementRecord[] => (type === 'agreements' ? [record] : []));
  const wanted = own
    .flatMap(({ umbrella }) => umbrella ?? [])
    .filter((key) => desk.proposed.get(idOfRecord('agreements', key))?.record == null);
  const around = wanted.length === 0 ? [] : await ground.umbrellas(wanted);
  return new Map([...around, ...own].flatMap(({ key, umbrella }) => (umbrella === undefined ? [] : [[key, umbrella]])));
}

/** Records of an edit with their defaults filled in. Throws `EditRefusedError`. */
export function withDefaults(typed: TypedRecord): TypedRecord {
  const faults = formatFaults(typed);
  if (faults.length > 0) throw new EditRefusedError(faults);
  return { type: typed.type, record: RECORD_TYPES[typed.type].parse(typed.record) } as TypedRecord;
}
