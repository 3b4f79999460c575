import { withGazetteers } from '../../../src/exchange/dataset/merge-gazetteers.js';
import { SHIPPED_DATA } from '../../../src/exchange/dataset/shipped.js';
import { type ReadResult, readDataFolder } from '../../../src/exchange/format/read-files.js';
import type { EngineUnderTest } from '../../engines.js';
import { randomWorld } from './random-world.js';

/** Data that the oracle is asked about. */
export interface World {
  readonly name: string;
  readonly read: () => ReadResult | Promise<ReadResult>;
  readonly country: string;
  readonly mission: string;
  readonly places: (read: ReadResult) => string[];
}

/** What ships, and worlds in which everything odd is common. */
const WORLDS: readonly World[] = [
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

/** The worlds for an engine. Neo4j has two, since it plans every statement anew for each, which takes minutes. */
export function worldsOn({ name }: EngineUnderTest): readonly World[] {
  return name === 'neo4j' ? WORLDS.slice(0, 2) : WORLDS;
}
