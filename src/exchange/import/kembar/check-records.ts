import { keyOfId, labelOf } from '../../../domain/ontology.js';
import { CURATION } from '../../../store/curation/curated.js';
import { joinedAgreementDetail, joinedPlaceDetail } from '../../dataset/joined-details.js';
import { type RecordsAround, recordFaults } from '../../dataset/record-faults.js';
import { type Path, REFERENCES, SINGULAR } from '../../dataset/references.js';
import { goneBy, idOfRecord, idOfRetired, typeOfRetired } from '../../dataset/retirements.js';
import { explain } from '../../format/issues.js';
import { fieldOf, REMEDY, type ReadRecord, type RecordFiles, textAt } from '../../format/record-files.js';
import { RECORD_TYPES, type RecordType } from '../../format/records.js';
import { stepNumbers } from '../../format/step-numbers.js';
import { type OnReject, shownValue } from '../../reject.js';
import { CheckedRecords } from './checked-records.js';
import type { RecordGround } from './record-ground.js';

/** Reads records and notes them; of several with one key only the first stays, and of what adds to one thing what fits. */
export async function readRecords(files: RecordFiles, onReject: OnReject): Promise<CheckedRecords> {
  const records = new CheckedRecords();
  const asked = (to: RecordType, key: string) => records.foreign.set(to, (records.foreign.get(to) ?? new Set()).add(key));
  for await (const read of files.records(onReject)) {
    if (!records.add(read)) {
      onReject(rejectOf(read, { path: ['key'], reason: `the ${SINGULAR[read.type]} "${read.record.key}" is there already` }));
      continue;
    }
    const fault = excess(read, records);
    if (fault !== null) {
      records.leaveOut(read);
      onReject(rejectOf(read, fault));
      continue;
    }
    for (const { to, key } of REFERENCES[read.type](read.record as never)) {
      if (key !== undefined) asked(to, key);
    }
    if (read.type === 'retired') {
      asked(typeOfRetired(read.record), read.record.key);
      if (read.record.successor !== undefined) asked(typeOfRetired(read.record), read.record.successor);
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
  const missing: string[] = [];
  for (const [type, keys] of records.foreign) {
    const known = await ground.holders(type, [...keys]);
    for (const key of keys) if (!known.has(key)) missing.push(idOfRecord(type, key));
    records.foreign.set(type, new Set(known.keys()));
  }
  for (const type of records.types) {
    for (const [key, dataSet] of await ground.holders(type, records.keysOf(type)))
      records.heldElsewhere.set(idOfRecord(type, key), dataSet);
  }
  const around = [...(records.foreign.get('places') ?? []), ...editedPlaces(records)];
  for (const place of await ground.places(around)) records.placesAround.set(place.key, place);
  for (const { key, umbrella, stages } of await ground.umbrellas([...(records.foreign.get('agreements') ?? [])])) {
    if (!records.steps.has(key)) records.steps.set(key, stepNumbers(stages));
    if (umbrella !== undefined) records.umbrellasAround.set(key, umbrella);
  }
  const stated = await ground.statedRetirements();
  records.retiredElsewhere = await ground.retired([...missing, ...stated]);
  // What is left out may be what others refer to, so these are looked at again.
  for (let before = -1; before !== records.accepted; ) {
    before = records.accepted;
    for await (const read of files.records(() => undefined)) {
      if (!records.takes(read)) continue;
      const [fault] = [
        ...keyOfOthers(read, records),
        ...retiredKey(read, records, stated),
        ...brokenReferences(read, records),
        ...faultsOf(read, records),
      ];
      if (fault === undefined) continue;
      records.leaveOut(read);
      onReject(rejectOf(read, fault));
    }
  }
  return records;
}

/** What is wrong with a record: in which field, why, and, where that is known, what to write instead. */
interface Fault {
  readonly path: Path;
  readonly reason: string;
  readonly remedy?: string;
}

function rejectOf({ from, record }: ReadRecord, { path, reason, remedy = REMEDY }: Fault) {
  const value = shownValue(textAt(record, path));
  return { file: from.file, line: from.lineOf(path), field: fieldOf(from, path), value, reason, remedy };
}

/** The keys of places among the records that people have edited by hand since: what these made of them holds. */
function editedPlaces({ heldElsewhere }: CheckedRecords): string[] {
  return [...heldElsewhere].flatMap(([id, dataSet]) => (dataSet === CURATION && labelOf(id) === 'Place' ? [keyOfId(id)] : []));
}

/** A record has one data set. What people have edited by hand is passed over when it comes to writing. */
function* keyOfOthers({ type, record }: ReadRecord, records: CheckedRecords): Generator<Fault> {
  const dataSet = records.has(type, record.key) ? records.heldElsewhere.get(idOfRecord(type, record.key)) : undefined;
  if (dataSet === undefined || dataSet === CURATION) return;
  const remedy = type === 'places' || type === 'agreements' ? `, or add to it with ${SINGULAR[type]}Details` : '';
  yield {
    path: ['key'],
    reason: `the ${SINGULAR[type]} "${record.key}" is in the data set "${dataSet}" already`,
    remedy: `give it a key of its own${remedy}`,
  };
}

/** What several records add to one thing has the bounds of one record. */
function excess({ type, record: { key } }: ReadRecord, records: CheckedRecords): Fault | null {
  const joined = JOINED[type]?.(records, key);
  const [issue] = joined === undefined ? [] : (RECORD_TYPES[type].safeParse(joined).error?.issues ?? []);
  if (issue === undefined) return null;
  return { path: issue.path.slice(0, 1) as Path, reason: `together with what records before it add to "${key}": ${explain(issue)}` };
}

/** What records add to a thing, where they are several. */
const JOINED: { readonly [T in RecordType]?: (records: CheckedRecords, key: string) => object | undefined } = {
  placeDetails: ({ placeDetails }, key) => (placeDetails.to(key).length > 1 ? joinedPlaceDetail(placeDetails.to(key)) : undefined),
  agreementDetails: ({ agreementDetails }, key) =>
    agreementDetails.to(key).length > 1 ? joinedAgreementDetail(agreementDetails.to(key)) : undefined,
};

/** A key that somebody else says is retired comes back only where that is taken back. */
function* retiredKey(read: ReadRecord, { retiredElsewhere }: CheckedRecords, stated: ReadonlySet<string>): Generator<Fault> {
  const { type, record } = read;
  const id = type === 'retired' ? idOfRetired(record) : idOfRecord(type, record.key);
  if (!stated.has(id)) return;
  if (type === 'retired')
    yield { path: ['key'], reason: `another data set says already that the ${record.kind} "${record.key}" is retired` };
  else {
    const gone = goneBy(type, record.key, retiredElsewhere);
    if (gone !== null) yield { path: ['key'], ...gone };
  }
}

function* brokenReferences(read: ReadRecord, records: CheckedRecords): Generator<Fault> {
  const retirements = records.retired.and(records.retiredElsewhere);
  for (const { to, key, path } of REFERENCES[read.type](read.record as never)) {
    if (key === undefined || records.has(to, key) || records.foreign.get(to)?.has(key)) continue;
    yield { path, ...(goneBy(to, key, retirements) ?? { reason: `there is no ${SINGULAR[to]} "${key}", neither here nor in the graph` }) };
  }
}

function* faultsOf(read: ReadRecord, records: CheckedRecords): Generator<Fault> {
  if (read.type === 'retired' && read.record.leftBehind)
    yield { path: ['leftBehind'], reason: 'only a whole graph tells what data sets left behind (kembar import graph)' };
  const around: RecordsAround = {
    place: (key) => records.places.get(key) ?? records.placesAround.get(key),
    umbrellaOf: (key) => records.umbrellas.get(key) ?? records.umbrellasAround.get(key),
    stepsOf: (key) => records.steps.get(key),
    has: (type, key) => records.has(type, key) || (records.foreign.get(type)?.has(key) ?? false),
    retirements: records.retired.and(records.retiredElsewhere),
  };
  for (const [path, reason] of recordFaults(read, around)) yield { path, reason };
}
