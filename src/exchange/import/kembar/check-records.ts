import { type Path, REFERENCES, SINGULAR } from '../../dataset/references.js';
import { fieldOf, REMEDY, type ReadRecord, type RecordFiles, textAt } from '../../format/record-files.js';
import type {
  AgreementDetailRecord,
  PlaceDetailRecord,
  PlaceRecord,
  RecordType,
  SectorRecord,
  SourceRecord,
} from '../../format/records.js';
import { type OnReject, shownValue } from '../reject.js';
import type { RecordGround } from './record-ground.js';

/** Records that add to another one have no key of their own. */
const DETAILS: ReadonlySet<RecordType> = new Set(['placeDetails', 'agreementDetails']);

/** What is known of records after they were looked at: of agreements, events and people only their keys, of the rest all. */
export class CheckedRecords {
  readonly keys = new Map<RecordType, Set<string>>();
  readonly sources: SourceRecord[] = [];
  readonly sectors: SectorRecord[] = [];
  readonly places = new Map<string, PlaceRecord>();
  readonly placeDetails: PlaceDetailRecord[] = [];
  readonly agreementDetails: AgreementDetailRecord[] = [];
  /** Keys of other data sets that are referred to, and are there. */
  readonly foreign = new Map<RecordType, Set<string>>();
  /** Where the records that are left out stand. */
  readonly #leftOut = new Set<string>();
  #read = 0;

  /** How many records were read and are none of those left out. */
  get accepted(): number {
    return this.#read - this.#leftOut.size;
  }

  takes(read: ReadRecord): boolean {
    return !this.#leftOut.has(placeIn(read));
  }

  has(type: RecordType, key: string): boolean {
    return this.keys.get(type)?.has(key) ?? false;
  }

  /** Notes a record; false: there is one of its key. */
  add(read: ReadRecord): boolean {
    this.#read += 1;
    const { type, record } = read;
    const keys = this.keys.get(type) ?? new Set();
    this.keys.set(type, keys);
    if (!DETAILS.has(type)) {
      if (keys.has(record.key)) return false;
      keys.add(record.key);
    }
    if (type === 'sources') this.sources.push(record);
    if (type === 'sectors') this.sectors.push(record);
    if (type === 'places') this.places.set(record.key, record);
    if (type === 'placeDetails') this.placeDetails.push(record);
    if (type === 'agreementDetails') this.agreementDetails.push(record);
    return true;
  }

  /** Leaves a record out. `isDouble`: another one of its key stays. */
  leaveOut(read: ReadRecord, { isDouble = false } = {}): void {
    this.#leftOut.add(placeIn(read));
    const { type, record } = read;
    if (isDouble) return;
    if (!DETAILS.has(type)) this.keys.get(type)?.delete(record.key);
    if (type === 'places') this.places.delete(record.key);
    if (type === 'placeDetails') this.placeDetails.splice(this.placeDetails.indexOf(record), 1);
    if (type === 'agreementDetails') this.agreementDetails.splice(this.agreementDetails.indexOf(record), 1);
  }
}

function placeIn({ from: { file, path, lineOf } }: ReadRecord): string {
  return `${file} ${lineOf([])} ${path}`;
}

/**
 * Looks at records one by one for what only shows between them: repeated keys, references to what is neither among them
 * nor in the graph, circles. What is wrong is left out and goes to `onReject`, and so does what refers to it.
 */
export async function checkRecords(files: RecordFiles, ground: RecordGround, onReject: OnReject): Promise<CheckedRecords> {
  const checked = new CheckedRecords();
  const umbrellas = new Map<string, string>();
  const reject = (read: ReadRecord, path: Path, reason: string, isDouble = false) => {
    if (!checked.takes(read)) return;
    checked.leaveOut(read, { isDouble });
    onReject({
      file: read.from.file,
      line: read.from.lineOf(path),
      field: fieldOf(read.from, path),
      value: shownValue(textAt(read.record, path)),
      reason,
      remedy: REMEDY,
    });
  };

  const wanted = new Map<RecordType, Set<string>>();
  /** Whether a record may have a fault that shows only now. */
  let suspect = false;
  for await (const read of files.records(onReject)) {
    if (!checked.add(read)) {
      reject(read, ['key'], `the ${SINGULAR[read.type]} "${read.record.key}" is there already`, true);
      continue;
    }
    if (read.type === 'agreements' && read.record.umbrella !== undefined) umbrellas.set(read.record.key, read.record.umbrella);
    suspect ||= read.type === 'missions' || (read.type === 'agreements' && namesOneTwice(read.record.parties));
    for (const { to, key } of REFERENCES[read.type](read.record as never)) {
      if (key !== undefined) wanted.set(to, (wanted.get(to) ?? new Set()).add(key));
    }
  }
  for (const [type, keys] of wanted) {
    const foreign = [...keys].filter((key) => !checked.has(type, key));
    const known = await ground.known(type, foreign);
    checked.foreign.set(type, new Set(known));
    suspect ||= known.size < foreign.length;
  }
  suspect ||= [...umbrellas.keys()].some((start) => circles(start, (key) => umbrellas.get(key)));
  suspect ||= [...checked.places.values()].some((place) => placeFault(place, checked) !== null);

  // What is left out may be what others refer to, so these are looked at again.
  for (let before = -1; suspect && before !== checked.accepted; ) {
    before = checked.accepted;
    for await (const read of files.records(() => undefined)) {
      if (!checked.takes(read)) continue;
      const [fault] = [...brokenReferences(read, checked), ...faultsOf(read, checked, umbrellas)];
      if (fault !== undefined) reject(read, ...fault);
    }
  }
  return checked;
}

function* brokenReferences(read: ReadRecord, checked: CheckedRecords): Generator<[Path, string]> {
  for (const { to, key, path } of REFERENCES[read.type](read.record as never)) {
    if (key === undefined || checked.has(to, key) || checked.foreign.get(to)?.has(key)) continue;
    yield [path, `there is no ${SINGULAR[to]} "${key}", neither here nor in the graph`];
  }
}

/** What is wrong with a record whose references hold. */
function* faultsOf(
  { type, record }: ReadRecord,
  checked: CheckedRecords,
  umbrellas: ReadonlyMap<string, string>,
): Generator<[Path, string]> {
  if (type === 'places') {
    const fault = placeFault(record, checked);
    if (fault !== null) yield [['partOf'], fault];
  }
  if (type === 'agreements') {
    if (namesOneTwice(record.parties)) yield [['parties'], 'a place is named twice'];
    else if (circles(record.key, (key) => umbrellas.get(key))) yield [['umbrella'], 'the agreement is its own umbrella'];
  }
  if (type === 'missions') {
    if ((checked.places.get(record.sentBy)?.kind ?? 'COUNTRY') !== 'COUNTRY') yield [['sentBy'], 'a mission is sent by a country'];
    for (const [index, key] of record.covers.entries()) {
      if ((checked.places.get(key)?.kind ?? 'PROVINCE') !== 'PROVINCE') yield [['covers', index], 'a mission covers provinces'];
    }
  }
}

function placeFault(place: PlaceRecord, { places }: CheckedRecords): string | null {
  if (place.kind === 'COUNTRY') return place.partOf === undefined ? null : 'a country is not part of a place';
  if (place.partOf === undefined) return 'every place but a country is part of a larger one';
  return circles(place.key, (key) => places.get(key)?.partOf) ? 'the place is part of itself' : null;
}

function namesOneTwice(keys: readonly string[]): boolean {
  return new Set(keys).size < keys.length;
}

function circles(start: string, next: (key: string) => string | undefined): boolean {
  const seen = new Set<string>();
  for (let at = next(start); at !== undefined && !seen.has(at); at = next(at)) {
    if (at === start) return true;
    seen.add(at);
  }
  return false;
}
