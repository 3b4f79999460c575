import { defineConfig } from 'vitest/config';

/** What needs the world graph, which is large and not part of the repository (see test/world-graph.ts). */
const ON_THE_WORLD = ['test/world/**/*.test.ts'];
/** What kills a process again and again. */
const KILLS = ['test/kills/**/*.test.ts'];
/** What needs Python and packages of it. */
const IN_PYTHON = ['test/walkthrough/**/*.test.ts'];

/** What runs on every engine; the rest needs none, or its own embedded one. */
const ON_ENGINES = ['test/contract/**/*.test.ts', 'test/api/**/*.test.ts', 'test/server/**/*.test.ts'];

/** Each worker on engines has a Neo4j of its own, which is one database; one that is given is for one worker. */
const WORKERS_ON_ENGINES = process.env.NEO4J_URL ? 1 : 2;

export default defineConfig({
  // graphql ships two builds, and a schema of one is refused by the other.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    globalSetup: ['test/build.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: [...ON_ENGINES, ...ON_THE_WORLD, ...KILLS, ...IN_PYTHON],
          maxWorkers: '100%',
          // No test waits so long but one that hangs; a busy machine is several times slower than an idle one.
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'engines',
          include: ON_ENGINES,
          globalSetup: ['test/neo4j/global-setup.ts'],
          maxWorkers: WORKERS_ON_ENGINES,
          sequence: { groupOrder: 1 },
          // They share most of what they import.
          isolate: false,
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'world',
          include: ON_THE_WORLD,
          globalSetup: ['test/neo4j/global-setup.ts'],
          maxWorkers: WORKERS_ON_ENGINES,
          sequence: { groupOrder: 1 },
          isolate: false,
          testTimeout: 300_000,
          hookTimeout: 600_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'kills',
          include: KILLS,
          globalSetup: ['test/neo4j/global-setup.ts'],
          fileParallelism: false,
          testTimeout: 1_200_000,
          hookTimeout: 120_000,
        },
      },
      { extends: true, test: { name: 'walkthrough', include: IN_PYTHON, testTimeout: 300_000, hookTimeout: 120_000 } },
    ],
  },
});
