import { RECORD_TYPES, type SourceRecord } from '../../format/records.js';

const source = (record: object): SourceRecord => RECORD_TYPES.sources.parse({ kind: 'DATASET', language: 'en', ...record });

/** Twinnings as Wikidata stated them (property P190). */
export const WIKIDATA_TWINNINGS = source({
  key: 'world-twinnings-wikidata',
  title: 'Wikidata: twinned administrative bodies (P190), as collected in sister-cities',
  publisher: 'Wikidata, collected by L3viathan',
  published: '2016-09',
  url: 'https://github.com/L3viathan/sister-cities',
  licence: 'CC0 1.0',
  note: 'Statements of September 2016; commit d3028c2, relations.tsv. Undated, and some of them one-sided.',
});

/** Twinnings as the lists of twin towns in the English Wikipedia have them. */
export const WIKIPEDIA_TWINNINGS = source({
  key: 'world-twinnings-wikipedia',
  title: 'English Wikipedia: lists of twin towns and sister cities, as collected in twincities',
  publisher: 'Wikipedia, collected by Hekman',
  published: '2026-02',
  url: 'https://github.com/Hekman/twincities',
  licence: 'CC BY-SA 4.0',
  note: 'Lists of February 2026; commit 84ebdec, twin_cities_raw.csv. Undated here.',
});

/** Sources of the shipped data that tell of places. */
export const GEONAMES = 'geonames';
export const WIKIDATA = 'wikidata';
