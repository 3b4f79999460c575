import type { DataProblem } from '../../domain/errors.js';
import type { ReadResult } from '../format/read-files.js';
import { fieldPath } from '../format/read-yaml.js';
import type { CiteRecord, DataSet, RecordType } from '../format/records.js';

type Path = readonly (string | number)[];
interface Reference {
  readonly to: RecordType;
  readonly key: string | undefined;
  readonly path: Path;
}

const list = (to: RecordType, keys: readonly string[], field: string): Reference[] =>
  keys.map((key, index) => ({ to, key, path: [field, index] }));

const cited = (cites: readonly CiteRecord[] | undefined, path: Path): Reference[] =>
  (cites ?? []).map((cite, index) => ({ to: 'sources', key: cite.source, path: [...path, 'cites', index, 'source'] }));

const named = (names: DataSet['places'][number]['otherNames']): Reference[] =>
  names.flatMap((name, index) => cited(name.cites, ['otherNames', index]));

/** Every reference that a record makes to another record, by record type. */
const REFERENCES: { [T in RecordType]: (record: DataSet[T][number]) => Reference[] } = {
  sources: () => [],
  sectors: () => [],
  places: (r) => [
    { to: 'places', key: r.partOf, path: ['partOf'] },
    ...list('places', r.formerlyPartOf, 'formerlyPartOf'),
    ...named(r.otherNames),
    ...cited(r.cites, []),
  ],
  placeDetails: (r) => [{ to: 'places', key: r.key, path: ['key'] }, ...named(r.otherNames), ...cited(r.cites, [])],
  offices: (r) => [
    { to: 'places', key: r.place, path: ['place'] },
    { to: 'missions', key: r.mission, path: ['mission'] },
    ...named(r.otherNames),
    ...cited(r.cites, []),
  ],
  officials: (r) => [...named(r.otherNames), ...cited(r.cites, [])],
  tenures: (r) => [
    { to: 'officials', key: r.official, path: ['official'] },
    { to: 'offices', key: r.office, path: ['office'] },
    ...cited(r.cites, []),
  ],
  missions: (r) => [
    { to: 'places', key: r.sentBy, path: ['sentBy'] },
    { to: 'places', key: r.seat, path: ['seat'] },
    ...list('places', r.covers, 'covers'),
    ...named(r.otherNames),
    ...cited(r.cites, []),
  ],
  agreements: (r) => [
    ...list('places', r.parties, 'parties'),
    ...list('sectors', r.sectors, 'sectors'),
    { to: 'agreements', key: r.umbrella, path: ['umbrella'] },
    { to: 'awards', key: r.promptedBy, path: ['promptedBy'] },
    ...r.stages.flatMap((stage, index): Reference[] => [
      { to: 'events', key: stage.event, path: ['stages', index, 'event'] },
      ...cited(stage.cites, ['stages', index]),
    ]),
    ...r.plans.flatMap((plan, index) => cited(plan.cites, ['plans', index])),
    ...cited(r.cites, []),
  ],
  events: (r) => [
    { to: 'places', key: r.place, path: ['place'] },
    ...list('agreements', r.agreements, 'agreements'),
    ...list('sectors', r.sectors, 'sectors'),
    ...r.participants.flatMap((who, index): Reference[] => [
      { to: 'tenures', key: who.tenure, path: ['participants', index, 'tenure'] },
      { to: 'offices', key: who.office, path: ['participants', index, 'office'] },
      { to: 'places', key: who.place, path: ['participants', index, 'place'] },
      ...cited(who.cites, ['participants', index]),
    ]),
    ...cited(r.cites, []),
  ],
  awards: (r) => [
    ...named(r.otherNames),
    ...r.results.flatMap((result, index): Reference[] => [
      { to: 'places', key: result.place, path: ['results', index, 'place'] },
      ...cited(result.cites, ['results', index]),
    ]),
    ...cited(r.cites, []),
  ],
};

/** What one record type is called when a message speaks of one record. */
const SINGULAR: { [T in RecordType]: string } = {
  sources: 'source',
  sectors: 'sector',
  places: 'place',
  placeDetails: 'place detail',
  offices: 'office',
  officials: 'official',
  tenures: 'tenure',
  missions: 'mission',
  agreements: 'agreement',
  events: 'event',
  awards: 'award',
};

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
  for (const [type, records] of Object.entries(data) as [RecordType, { key: string }[]][]) {
    const seen = new Map<string, object>();
    if (type !== 'placeDetails') {
      for (const record of records) {
        const first = seen.get(record.key);
        if (first === undefined) seen.set(record.key, record);
        else
          report(
            record,
            ['key'],
            `the ${SINGULAR[type]} "${record.key}" is already defined in ${origins.get(first)?.file ?? 'a gazetteer'}`,
          );
      }
    }
    keys.set(type, seen);
  }

  for (const type of Object.keys(REFERENCES) as RecordType[]) {
    for (const record of data[type]) {
      for (const { to, key, path } of REFERENCES[type](record as never)) {
        if (key !== undefined && !keys.get(to)?.has(key)) report(record, path, `there is no ${SINGULAR[to]} "${key}"`);
      }
    }
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
