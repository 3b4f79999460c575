import { idOfRetired, Retirements } from '../../dataset/retirements.js';
import type { ReadRecord } from '../../format/record-files.js';
import type {
  AgreementDetailRecord,
  PlaceDetailRecord,
  PlaceRecord,
  RecordType,
  SectorRecord,
  SourceRecord,
} from '../../format/records.js';
import { stepNumbers } from '../../format/step-numbers.js';
import { Additions } from './additions.js';

/** Records that add to another one have no key of their own. */
const DETAILS: ReadonlySet<RecordType> = new Set(['placeDetails', 'agreementDetails']);

/** What is known of records after they were looked at: of agreements, events and people only their keys, of the rest all. */
export class CheckedRecords {
  readonly sources: SourceRecord[] = [];
  readonly sectors: SectorRecord[] = [];
  readonly places = new Map<string, PlaceRecord>();
  /** The umbrella of each agreement that has one. */
  readonly umbrellas = new Map<string, string>();
  /** The numbers of the steps of agreements, of these and of those of other data sets that are referred to. */
  readonly steps = new Map<string, readonly number[]>();
  readonly placeDetails = new Additions<PlaceDetailRecord>();
  readonly agreementDetails = new Additions<AgreementDetailRecord>();
  /** Ids that the records say are retired. */
  readonly retired = new Retirements();
  /** Ids that are retired in the graph, as far as the records speak of them. */
  retiredElsewhere = new Retirements();
  /** Keys of other data sets that are referred to; once they were looked up, those that are there. */
  readonly foreign = new Map<RecordType, Set<string>>();
  /** The places of other data sets that are referred to, with all that enclose them. */
  readonly placesAround = new Map<string, PlaceRecord>();
  /** The umbrellas of agreements of other data sets that are referred to, and of those umbrellas. */
  readonly umbrellasAround = new Map<string, string>();
  /** The data sets of those records whose key another one has. */
  readonly heldElsewhere = new Map<string, string>();
  readonly #keys = new Map<RecordType, Set<string>>();
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

  get types(): RecordType[] {
    return [...this.#keys.keys()];
  }

  keysOf(type: RecordType): string[] {
    return [...(this.#keys.get(type) ?? [])];
  }

  has(type: RecordType, key: string): boolean {
    return this.#keys.get(type)?.has(key) ?? false;
  }

  /** Notes a record. One whose key another one has already is left out, which is told by false. */
  add(read: ReadRecord): boolean {
    this.#read += 1;
    const { type, record } = read;
    if (!DETAILS.has(type)) {
      const keys = this.#keys.get(type) ?? new Set();
      this.#keys.set(type, keys);
      const key = keyIn(read);
      if (keys.has(key)) {
        this.#leftOut.add(placeIn(read));
        return false;
      }
      keys.add(key);
    }
    if (type === 'sources') this.sources.push(record);
    if (type === 'sectors') this.sectors.push(record);
    if (type === 'places') this.places.set(record.key, record);
    if (type === 'agreements' && record.umbrella !== undefined) this.umbrellas.set(record.key, record.umbrella);
    if (type === 'agreements') this.steps.set(record.key, stepNumbers(record.stages));
    if (type === 'retired') this.retired.add(record);
    if (type === 'placeDetails') this.placeDetails.add(placeIn(read), record);
    if (type === 'agreementDetails') this.agreementDetails.add(placeIn(read), record);
    return true;
  }

  /** Leaves out a record that was noted. */
  leaveOut(read: ReadRecord): void {
    this.#leftOut.add(placeIn(read));
    const { type, record } = read;
    if (!DETAILS.has(type)) this.#keys.get(type)?.delete(keyIn(read));
    if (type === 'retired') this.retired.delete(record);
    if (type === 'places') this.places.delete(record.key);
    if (type === 'placeDetails') this.placeDetails.delete(placeIn(read), record);
    if (type === 'agreementDetails') this.agreementDetails.delete(placeIn(read), record);
  }
}

/** What tells a record from others of its type: keys that are retired may be of several. */
function keyIn({ type, record }: ReadRecord): string {
  return type === 'retired' ? idOfRetired(record) : record.key;
}

function placeIn({ from: { file, path, lineOf } }: ReadRecord): string {
  return `${file} ${lineOf([])} ${path}`;
}
