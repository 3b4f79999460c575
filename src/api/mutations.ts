import { PlaceMutations } from './place/place.mutations.js';

/** The resolvers of all mutations, concept by concept. */
export const MUTATIONS: readonly (new () => object)[] = [PlaceMutations];
