import { AgreementMutations } from './agreement/agreement.mutations.js';
import { CitationMutations } from './citation/citation.mutations.js';
import { PlaceMutations } from './place/place.mutations.js';
import { RevisionMutations } from './revision/revision.mutations.js';
import { TombstoneMutations } from './tombstone/tombstone.mutations.js';

/** The resolvers of all mutations, concept by concept. */
export const MUTATIONS: readonly (new () => object)[] = [
  PlaceMutations,
  AgreementMutations,
  CitationMutations,
  TombstoneMutations,
  RevisionMutations,
];
