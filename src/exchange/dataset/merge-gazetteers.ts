import type { ReadResult } from '../format/read-files.js';
import { INDONESIA_SOURCE, indonesiaPlaces } from '../gazetteer/indonesia.js';
import { COUNTRIES_SOURCE, countryPlaces, SUBDIVISIONS_SOURCE, subdivisionPlaces } from '../gazetteer/world.js';

/** The records of the gazetteer packages, put in front of what was read from files. */
export async function withGazetteers(read: ReadResult): Promise<ReadResult> {
  const { data, origins, contents } = read;
  return {
    origins,
    data: {
      ...data,
      sources: [COUNTRIES_SOURCE, SUBDIVISIONS_SOURCE, INDONESIA_SOURCE, ...data.sources],
      places: [...countryPlaces(), ...subdivisionPlaces(), ...(await indonesiaPlaces()), ...data.places],
    },
    contents: [GAZETTEERS, ...contents],
  };
}

/** What tells the versions of the gazetteers. */
export const GAZETTEERS = {
  file: 'gazetteers',
  text: [COUNTRIES_SOURCE, SUBDIVISIONS_SOURCE, INDONESIA_SOURCE].map((source) => source.title).join('\n'),
};
