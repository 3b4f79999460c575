import type { EngineName, GraphEngine } from '../src/graph/engine.js';
import { openEmbedded } from '../src/graph/engines/embedded.js';
import { openNeo4j } from '../src/graph/engines/neo4j.js';
import { neo4jOfWorker } from './neo4j/neo4j-of-worker.js';
import { clear } from './neo4j/wipe.js';

export interface EngineUnderTest {
  readonly name: EngineName;
  /**
   * Opens the engine on an empty graph, or, where it is one store for all suites, on what the store holds
   * if `keep` says so. Whoever opens it closes it before opening the next one.
   */
  open(keep?: (engine: GraphEngine) => Promise<boolean>): Promise<GraphEngine>;
}

const embedded: EngineUnderTest = {
  name: 'embedded',
  // No order but the one that a statement asks for is to be relied on.
  open: () => openEmbedded({ path: null, shuffleUnordered: true }),
};

/**
 * The engines that the suites run on. Neo4j is among them where the run has one: in the files of the
 * vitest project `engines`, and when a server is given or can be started (see neo4j/global-setup.ts).
 */
export const ENGINES: readonly EngineUnderTest[] = [embedded, ...sharedNeo4j()];

function sharedNeo4j(): EngineUnderTest[] {
  const address = neo4jOfWorker();
  if (address === null) return [];
  const open: EngineUnderTest['open'] = async (keep = async () => false) => {
    const engine = openNeo4j(address);
    try {
      if (!(await keep(engine))) await clear(engine);
      return engine;
    } catch (error) {
      await engine.close();
      throw error;
    }
  };
  return [{ name: 'neo4j', open }];
}
