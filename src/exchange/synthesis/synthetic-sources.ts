import type { z } from 'zod';
import type { RECORD_TYPES } from '../format/records.js';
import type { SynthesisOptions } from './synthesis-options.js';

/** Raised when the same options would make another world than before. */
export const GENERATOR_VERSION = 1;

/** Begins the key of all that is made here. Keys of gazetteers begin with a country's two letters. */
export const PREFIX = 'syn-';

type Source = z.input<(typeof RECORD_TYPES)['sources']>;

const TOLD = 'Nothing in it is a fact: no such place, name, date or agreement is known to exist.';

/** What places are cited from; says what made the world. */
export function worldSource({ places, agreements, seed }: SynthesisOptions): Source {
  return {
    key: `${PREFIX}world`,
    kind: 'DATASET',
    title: `Synthetic world of ${places} places and ${agreements} agreements`,
    publisher: 'Kembar',
    language: 'en',
    note: `Made by version ${GENERATOR_VERSION} of the generator of Kembar from the seed ${seed}. ${TOLD}`,
  };
}

/** What agreements are cited from, so that evidence of several sources can be tried out. */
export const AGREEMENT_SOURCES: readonly Source[] = [
  {
    key: `${PREFIX}register`,
    kind: 'GOVERNMENT',
    title: 'Synthetic register of agreements',
    publisher: 'Kembar',
    language: 'en',
    note: `Invented together with the synthetic world. ${TOLD}`,
  },
  {
    key: `${PREFIX}gazette`,
    kind: 'NEWS',
    title: 'Synthetic gazette',
    publisher: 'Kembar',
    language: 'en',
    note: `Invented together with the synthetic world. ${TOLD}`,
  },
];
