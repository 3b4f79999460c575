import type { DataProblem } from '../../domain/errors.js';
import { fieldPath } from '../format/issues.js';
import type { ReadResult } from '../format/read-files.js';
import type { AgreementRecord, PlaceRecord, RecordType, RetiredRecord } from '../format/records.js';
import { stepNumbers } from '../format/step-numbers.js';
import { type RecordsAround, recordFaults } from './record-faults.js';
import { type Path, REFERENCES, SINGULAR } from './references.js';
import { goneBy, idOfRetired, Retirements } from './retirements.js';
import type { TypedRecord } from './to-records.js';

/** Problems that only show between records: repeated keys, references to nothing, cycles, parties that are not places of that kind. */
export function checkReferences({ data, origins }: ReadResult): DataProblem[] {
  const problems: DataProblem[] = [];
  const report = (record: object, path: Path, message: string) => {
    const origin = origins.get(record);
    problems.push({
      file: origin?.file ?? 'gazetteer',
      line: origin?.lineOf(path) ?? null,
      field: origin === undefined ? fieldPath(path) : `${origin.path}${path.length > 0 ? '.' : ''}${fieldPath(path)}`,
      message,
    });
  };

  const keys = new Map<RecordType, Map<string, object>>();
  const keyOf = (type: RecordType, record: { key: string }) => (type === 'retired' ? idOfRetired(record as RetiredRecord) : record.key);
  for (const [type, records] of Object.entries(data) as [RecordType, { key: string }[]][]) {
    const seen = new Map<string, object>();
    if (type !== 'placeDetails' && type !== 'agreementDetails') {
      for (const record of records) {
        const key = keyOf(type, record);
        const first = seen.get(key);
        if (first === undefined) seen.set(key, record);
        else report(record, ['key'], `the ${SINGULAR[type]} "${key}" is already defined in ${origins.get(first)?.file ?? 'a gazetteer'}`);
      }
    }
    keys.set(type, seen);
  }

  const has = (type: RecordType, key: string) => keys.get(type)?.has(key) ?? false;
  const retirements = Retirements.of(data.retired);
  for (const type of Object.keys(REFERENCES) as RecordType[]) {
    for (const record of data[type]) {
      for (const { to, key, path } of REFERENCES[type](record as never)) {
        if (key === undefined || has(to, key)) continue;
        const gone = goneBy(to, key, retirements);
        report(record, path, gone === null ? `there is no ${SINGULAR[to]} "${key}"` : `${gone.reason}; ${gone.remedy}`);
      }
    }
  }

  const placeOf = keys.get('places') as Map<string, PlaceRecord>;
  const agreementOf = keys.get('agreements') as Map<string, AgreementRecord>;
  const around: RecordsAround = {
    place: (key) => placeOf.get(key),
    umbrellaOf: (key) => agreementOf.get(key)?.umbrella,
    stepsOf: (key) => {
      const agreement = agreementOf.get(key);
      return agreement === undefined ? undefined : stepNumbers(agreement.stages);
    },
    has,
    retirements,
  };
  for (const [type, records] of Object.entries(data) as [RecordType, object[]][]) {
    for (const record of records) {
      for (const [path, message] of recordFaults({ type, record } as TypedRecord, around)) report(record, path, message);
    }
  }
  return problems;
}
