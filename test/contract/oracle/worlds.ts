import { withGazetteers } from '../../../src/exchange/dataset/merge-gazetteers.js';
import { SHIPPED_DATA } from '../../../src/exchange/dataset/shipped.js';
import { type ReadResult, readDataFolder } from '../../../src/exchange/format/read-files.js';
import { randomWorld } from './random-world.js';

/** The data that the oracle is asked about: what ships, and worlds in which everything odd is common. */
export const WORLDS: readonly {
  readonly name: string;
  readonly read: () => ReadResult | Promise<ReadResult>;
  readonly country: string;
  readonly mission: string;
  readonly places: (read: ReadResult) => string[];
}[] = [
  {
    name: 'the shipped data',
    read: async () => withGazetteers(await readDataFolder(SHIPPED_DATA)),
    country: 'id',
    mission: 'consulate-general-of-japan-in-denpasar',
    places: ({ data }) => [...new Set(data.agreements.flatMap(({ parties }) => parties))].sort(),
  },
  ...[1, 2, 3].map((seed) => ({
    name: `random world ${seed}`,
    read: () => randomWorld(seed),
    country: 'aa',
    mission: 'm',
    places: ({ data }: ReadResult) => data.places.map(({ key }) => key),
  })),
];
