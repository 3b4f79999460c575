import type { GraphEngine } from '../../src/graph/engine.js';
import type { Graph } from '../../src/graph/graph.js';
import { delegating } from '../delegating-engine.js';

/** The engine, whose writes fail from one of them on, as if the process had been killed. */
export function failingAt(engine: GraphEngine, write: number): GraphEngine {
  let count = 0;
  return delegating(engine, {
    write: async (work, options) => {
      count += 1;
      if (count < write) return engine.write(work, options);
      // Every other one is committed, and the process ends before it learns of it.
      if (count === write && write % 2 === 0) await engine.write(work, options);
      throw new Error('the process was killed');
    },
  });
}

/** An import that failed as if it had been killed ended with its process, which in a test goes on. */
export async function forgetImport({ engine }: Graph): Promise<void> {
  await engine.write((transaction) => transaction.run('MATCH (i:Import) DELETE i'));
}
