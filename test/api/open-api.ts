import 'reflect-metadata';
import type { TypedDocumentString } from '../../schema/generated/graphql.js';
import { Analyst } from '../../src/analytics/whole-graph/analyst.js';
import type { Context } from '../../src/api/context.js';
import { Loaders } from '../../src/api/loaders.js';
import { buildSchema } from '../../src/api/schema.js';
import { type Actor, ANONYMOUS } from '../../src/domain/access/actor.js';
import { type AssembledDataSet, assembleDataSet, SHIPPED_DATA } from '../../src/exchange/dataset/shipped.js';
import type { GraphEngine } from '../../src/graph/engine.js';
import type { Graph } from '../../src/graph/graph.js';
import { apolloOf } from '../../src/http/graphql.js';
import { Feed } from '../../src/live/feed.js';
import { SearchIndex } from '../../src/store/search-index.js';
import { delegating } from '../delegating-engine.js';
import type { EngineUnderTest } from '../engines.js';
import { openLoaded } from '../loaded-graph.js';

const apollo = apolloOf(buildSchema(), { error: (details, message) => console.error(message, details) });

/** The day on which tests that depend on "today" are set. */
export const TODAY = '2026-01-01';

export interface Answer<T> {
  readonly data: T | null;
  readonly errors: readonly {
    readonly message: string;
    readonly code: string;
    readonly path: string;
    readonly retired?: unknown;
    readonly successor?: unknown;
  }[];
  /** How many statements the store was asked. */
  readonly storeCalls: number;
}

export interface OpenedApi {
  readonly graph: Graph;
  /** Runs one operation as one request, of somebody without a token unless it is told of whom. */
  ask<T, V>(document: TypedDocumentString<T, V> | string, variables?: V | Record<string, unknown>, actor?: Actor): Promise<Answer<T>>;
  close(): Promise<void>;
}

let shipped: Promise<AssembledDataSet> | undefined;

/** The API on an engine that holds a data set: the shipped one, unless another is given. */
export async function openApi(underTest: EngineUnderTest, dataSet?: AssembledDataSet): Promise<OpenedApi> {
  const calls = { count: 0 };
  shipped ??= assembleDataSet(SHIPPED_DATA);
  const graph = await openLoaded(underTest, dataSet ?? (await shipped), (engine) => counting(engine, calls));
  const search = new SearchIndex(graph);
  const analyst = new Analyst(graph);
  const feed = new Feed(graph);
  return {
    graph,
    ask: async (document, variables, actor = ANONYMOUS) => {
      calls.count = 0;
      const contextValue: Context = { actor, graph, load: new Loaders(graph), search, analyst, feed, today: TODAY };
      const { body } = await apollo.executeOperation(
        { query: String(document), variables: (variables ?? {}) as Record<string, unknown> },
        { contextValue },
      );
      if (body.kind !== 'single') throw new Error('the answer comes in parts');
      const { data, errors = [] } = body.singleResult;
      return {
        data: (data === undefined || data === null ? null : JSON.parse(JSON.stringify(data))) as never,
        errors: errors.map(({ message, path = [], extensions }) => ({
          message,
          code: String(extensions?.code),
          path: path.join('.'),
          ...(extensions !== undefined && 'retired' in extensions ? { retired: extensions.retired, successor: extensions.successor } : {}),
        })),
        storeCalls: calls.count,
      };
    },
    close: async () => {
      await analyst.close();
      await graph.engine.close();
    },
  };
}

/** The engine, with its reads counted. */
function counting(engine: GraphEngine, calls: { count: number }): GraphEngine {
  return delegating(engine, {
    read: (statement, parameters, options) => {
      calls.count += 1;
      return engine.read(statement, parameters, options);
    },
  });
}
