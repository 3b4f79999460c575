import type { GraphEngine } from '../src/graph/engine.js';

/** An engine that does as another one does, but for what is given. */
export function delegating(engine: GraphEngine, changes: Partial<Pick<GraphEngine, 'read' | 'write' | 'exclusive'>>): GraphEngine {
  return {
    name: engine.name,
    exclusive: engine.exclusive,
    writesAtOnce: engine.writesAtOnce,
    copyTo: engine.copyTo,
    read: (statement, parameters, options) => engine.read(statement, parameters, options),
    write: (work, options) => engine.write(work, options),
    define: (statement) => engine.define(statement),
    bookmark: () => engine.bookmark(),
    ping: () => engine.ping(),
    close: () => engine.close(),
    ...changes,
  };
}
