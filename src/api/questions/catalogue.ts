import { EVIDENCE_QUESTIONS } from './evidence/evidence.questions.js';
import { MATRIX_QUESTIONS } from './matrix/matrix.questions.js';
import { NEIGHBOURHOOD_QUESTIONS } from './neighbourhood/neighbourhood.questions.js';
import { PATHS_QUESTIONS } from './paths/paths.questions.js';
import { RECOMMENDATION_QUESTIONS } from './recommendation/recommendation.questions.js';
import { SHARING_QUESTIONS } from './sharing/sharing.questions.js';
import { STRUCTURE_QUESTIONS } from './structure/structure.questions.js';
import { TALKS_QUESTIONS } from './talks/talks.questions.js';
import { TIME_QUESTIONS } from './time/time.questions.js';

/** The questions of the API by what they are about, in the order in which they are told. */
export const CATALOGUE: readonly { readonly title: string; readonly resolvers: readonly (new () => object)[] }[] = [
  { title: 'Neighbourhood', resolvers: NEIGHBOURHOOD_QUESTIONS },
  { title: 'Paths', resolvers: PATHS_QUESTIONS },
  { title: 'Sharing', resolvers: SHARING_QUESTIONS },
  { title: 'Matrix and panel', resolvers: MATRIX_QUESTIONS },
  { title: 'Structure', resolvers: STRUCTURE_QUESTIONS },
  { title: 'Time', resolvers: TIME_QUESTIONS },
  { title: 'Talks', resolvers: TALKS_QUESTIONS },
  { title: 'Recommendation', resolvers: RECOMMENDATION_QUESTIONS },
  { title: 'Evidence', resolvers: EVIDENCE_QUESTIONS },
];
