import type { DataProblem } from '../../domain/errors.js';
import { fieldPath } from '../format/issues.js';
import type { ReadResult } from '../format/read-files.js';
import type { DataSet, RecordType, RetiredRecord } from '../format/records.js';
import { type Path, REFERENCES, SINGULAR } from './references.js';
import { goneBy, idOfRetired, Retirements, retirementFaults } from './retirements.js';

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
  for (const record of data.retired) {
    for (const [path, message] of retirementFaults(record, has, retirements)) report(record, path, message);
  }

  const placeOf = keys.get('places') as Map<string, DataSet['places'][number]>;
  for (const place of data.places) {
    if ((place.partOf === undefined) !== (place.kind === 'COUNTRY')) {
      report(
        place,
        ['partOf'],
        place.kind === 'COUNTRY' ? 'a country is not part of a place' : 'every place but a country is part of a larger one',
      );
    }
    if (cycles(place.key, (key) => placeOf.get(key)?.partOf)) report(place, ['partOf'], 'the place is part of itself');
  }
  const agreementOf = keys.get('agreements') as Map<string, DataSet['agreements'][number]>;
  for (const agreement of data.agreements) {
    if (new Set(agreement.parties).size < agreement.parties.length) report(agreement, ['parties'], 'a place is named twice');
    if (cycles(agreement.key, (key) => agreementOf.get(key)?.umbrella))
      report(agreement, ['umbrella'], 'the agreement is its own umbrella');
  }
  for (const mission of data.missions) {
    if ((placeOf.get(mission.sentBy)?.kind ?? 'COUNTRY') !== 'COUNTRY') report(mission, ['sentBy'], 'a mission is sent by a country');
    mission.covers.forEach((key, index) => {
      if ((placeOf.get(key)?.kind ?? 'PROVINCE') !== 'PROVINCE') report(mission, ['covers', index], 'a mission covers provinces');
    });
  }
  return problems;
}

function cycles(start: string, next: (key: string) => string | undefined): boolean {
  const seen = new Set<string>();
  for (let at = next(start); at !== undefined && !seen.has(at); at = next(at)) {
    if (at === start) return true;
    seen.add(at);
  }
  return false;
}
