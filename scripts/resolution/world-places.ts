import { completePlaces } from '../../src/exchange/dataset/place-tree.js';
import { KnownPlaces } from '../../src/exchange/import/places/known-places.js';
import { assembleWorld } from '../../test/world-graph.js';

/** The places that ship and those of the world's table, each with all that is known of it. */
export async function worldPlaces(): Promise<KnownPlaces> {
  const { shipped, world } = await assembleWorld();
  return new KnownPlaces(
    completePlaces({
      ...shipped.data,
      places: [...shipped.data.places, ...world.data.places],
      placeDetails: [...shipped.data.placeDetails, ...world.data.placeDetails],
    }),
  );
}
