import type { CiteRecord, DataSet, RecordType } from '../format/records.js';

export type Path = readonly (string | number)[];
/** A reference of a record to another one. */
export interface Reference {
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
export const REFERENCES: { [T in RecordType]: (record: DataSet[T][number]) => Reference[] } = {
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
  agreementDetails: (r) => [
    { to: 'agreements', key: r.key, path: ['key'] },
    ...list('sectors', r.sectors, 'sectors'),
    ...r.stages.flatMap((stage, index): Reference[] => [
      { to: 'events', key: stage.event, path: ['stages', index, 'event'] },
      ...cited(stage.cites, ['stages', index]),
    ]),
    ...r.supports.flatMap((support, index) => cited(support.cites, ['supports', index])),
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
  // What took its place may be retired itself: see retirements.ts.
  retired: (r) => cited(r.cites, []),
};

/** What one record type is called when a message speaks of one record. */
export const SINGULAR: { [T in RecordType]: string } = {
  sources: 'source',
  sectors: 'sector',
  places: 'place',
  placeDetails: 'place detail',
  offices: 'office',
  officials: 'official',
  tenures: 'tenure',
  missions: 'mission',
  agreements: 'agreement',
  agreementDetails: 'agreement detail',
  events: 'event',
  awards: 'award',
  retired: 'retired key',
};
