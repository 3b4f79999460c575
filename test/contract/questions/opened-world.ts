import { afterAll, beforeAll } from 'vitest';
import { Analyst } from '../../../src/analytics/whole-graph/analyst.js';
import { assemble } from '../../../src/exchange/dataset/shipped.js';
import type { Graph } from '../../../src/graph/graph.js';
import type { EngineUnderTest } from '../../engines.js';
import { openLoaded } from '../../loaded-graph.js';
import { Oracle } from '../oracle/oracle.js';
import type { World } from '../oracle/worlds.js';

export interface OpenedWorld {
  readonly graph: Graph;
  readonly analyst: Analyst;
  readonly oracle: Oracle;
}

/** A world on an engine and the oracle of it, from before the tests of a suite until after them. */
export function openedWorld(engine: EngineUnderTest, world: World): () => OpenedWorld {
  let opened: OpenedWorld | undefined;
  beforeAll(async () => {
    const read = await world.read();
    const graph = await openLoaded(engine, assemble(read));
    opened = { graph, analyst: new Analyst(graph), oracle: new Oracle(read.data) };
  });
  afterAll(async () => {
    await opened?.analyst.close();
    await opened?.graph.engine.close();
  });
  return () => {
    if (opened === undefined) throw new Error('the world is not open yet');
    return opened;
  };
}
