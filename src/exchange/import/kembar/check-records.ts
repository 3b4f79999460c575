import { type Path, REFERENCES, SINGULAR } from '../../dataset/references.js';
import { fieldOf, REMEDY, type ReadRecord, type RecordFiles, textAt } from '../../format/record-files.js';
import type { PlaceRecord } from '../../format/records.js';
import { type OnReject, shownValue } from '../../reject.js';
import { CheckedRecords } from './checked-records.js';
import type { RecordGround } from './record-ground.js';

/** Reads records and notes them; of several with one key only the first stays. */
export async function readRecords(files: RecordFiles, onReject: OnReject): Promise<CheckedRecords> {
  const records = new CheckedRecords();
  for await (const read of files.records(onReject)) {
    if (!records.add(read)) onReject(rejectOf(read, ['key'], `the ${SINGULAR[read.type]} "${read.record.key}" is there already`));
    else {
      for (const { to, key } of REFERENCES[read.type](read.record as never)) {
        if (key !== undefined) records.foreign.set(to, (records.foreign.get(to) ?? new Set()).add(key));
      }
    }
  }
  for (const [type, keys] of records.foreign) for (const key of keys) if (records.has(type, key)) keys.delete(key);
  return records;
}

/**
 * Reads records and looks for what only shows between them: repeated keys, references to what is neither among them nor
 * in the graph, circles. What is wrong is left out and goes to `onReject`, and so does what refers to it.
 */
export async function checkRecords(files: RecordFiles, ground: RecordGround, onReject: OnReject): Promise<CheckedRecords> {
  const records = await readRecords(files, onReject);
  for (const [type, keys] of records.foreign) records.foreign.set(type, new Set(await ground.known(type, [...keys])));
  // What is left out may be what others refer to, so these are looked at again.
  for (let before = -1; before !== records.accepted; ) {
    before = records.accepted;
    for await (const read of files.records(() => undefined)) {
      if (!records.takes(read)) continue;
      const [fault] = [...brokenReferences(read, records), ...faultsOf(read, records)];
      if (fault === undefined) continue;
      records.leaveOut(read);
      onReject(rejectOf(read, ...fault));
    }
  }
  return records;
}

function rejectOf({ from, record }: ReadRecord, path: Path, reason: string) {
  const value = shownValue(textAt(record, path));
  return { file: from.file, line: from.lineOf(path), field: fieldOf(from, path), value, reason, remedy: REMEDY };
}

function* brokenReferences(read: ReadRecord, records: CheckedRecords): Generator<[Path, string]> {
  for (const { to, key, path } of REFERENCES[read.type](read.record as never)) {
    if (key === undefined || records.has(to, key) || records.foreign.get(to)?.has(key)) continue;
    yield [path, `there is no ${SINGULAR[to]} "${key}", neither here nor in the graph`];
  }
}

/** What is wrong with a record whose references hold. */
function* faultsOf({ type, record }: ReadRecord, { places, umbrellas }: CheckedRecords): Generator<[Path, string]> {
  if (type === 'places') {
    const fault = placeFault(record, places);
    if (fault !== null) yield [['partOf'], fault];
  }
  if (type === 'agreements') {
    if (new Set(record.parties).size < record.parties.length) yield [['parties'], 'a place is named twice'];
    if (isInCircle(record.key, (key) => umbrellas.get(key))) yield [['umbrella'], 'the agreement is its own umbrella'];
  }
  if (type === 'missions') {
    if ((places.get(record.sentBy)?.kind ?? 'COUNTRY') !== 'COUNTRY') yield [['sentBy'], 'a mission is sent by a country'];
    for (const [index, key] of record.covers.entries()) {
      if ((places.get(key)?.kind ?? 'PROVINCE') !== 'PROVINCE') yield [['covers', index], 'a mission covers provinces'];
    }
  }
}

function placeFault(place: PlaceRecord, places: ReadonlyMap<string, PlaceRecord>): string | null {
  if (place.kind === 'COUNTRY') return place.partOf === undefined ? null : 'a country is not part of a place';
  if (place.partOf === undefined) return 'every place but a country is part of a larger one';
  return isInCircle(place.key, (key) => places.get(key)?.partOf) ? 'the place is part of itself' : null;
}

/** Whether going on from one leads back to it. */
export function isInCircle(start: string, next: (key: string) => string | undefined): boolean {
  const seen = new Set<string>();
  for (let at = next(start); at !== undefined && !seen.has(at); at = next(at)) {
    if (at === start) return true;
    seen.add(at);
  }
  return false;
}
