import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { GraphEngine } from '../../src/graph/engine.js';
import { DEVIATIONS } from './deviations.js';
import { definitions } from './engine/definitions.js';
import { faults } from './engine/faults.js';
import { lifetime } from './engine/lifetime.js';
import { ordering } from './engine/ordering.js';
import { values } from './engine/values.js';
import { writes } from './engine/writes.js';

/** What a part of the contract is written with. */
export interface Bench {
  /** One behaviour that every engine has, unless `deviations.ts` says otherwise and why. */
  behaviour(title: string, check: (engine: GraphEngine) => Promise<void>): void;
}

const PARTS = { values, ordering, writes, definitions, faults, lifetime };

/**
 * The contract of `src/graph/engine.ts` as tests. `open` answers an engine on an empty graph each
 * time it is called; the engine is closed again before the next call.
 */
export function engineContract(name: string, open: () => Promise<GraphEngine>): void {
  describe(`the engine ${name}`, () => {
    let current: GraphEngine | undefined;
    beforeEach(async () => {
      current = await open();
    });
    afterEach(async () => {
      await current?.close();
      current = undefined;
    });

    const titles = new Set<string>();
    const bench: Bench = {
      behaviour(title, check) {
        titles.add(title);
        const deviates = DEVIATIONS.some(({ engine, behaviour }) => engine === name && behaviour === title);
        (deviates ? it.fails : it)(title, () => check(current as GraphEngine));
      },
    };
    for (const [part, define] of Object.entries(PARTS)) describe(part, () => define(bench));

    it('has no deviation that no test is about', () => {
      const unknown = DEVIATIONS.filter(({ engine, behaviour }) => engine === name && !titles.has(behaviour));
      expect(unknown).toEqual([]);
    });
  });
}
