import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eligibility } from '../../../src/analytics/recommendation/eligibility.js';
import { assemble } from '../../../src/exchange/dataset/shipped.js';
import type { ReadResult } from '../../../src/exchange/format/read-files.js';
import type { Graph } from '../../../src/graph/graph.js';
import { ENGINES } from '../../engines.js';
import { openLoaded } from '../../loaded-graph.js';
import { verdictsByHand } from '../oracle/eligibility.js';
import { Oracle } from '../oracle/oracle.js';
import { worldsOn } from '../oracle/worlds.js';

const DAYS = [null, '2001-02-03', '2024-12-31'];

describe.each(ENGINES)('eligibility on $name', (engine) => {
  describe.each(worldsOn(engine))('on $name', (world) => {
    let graph: Graph;
    let read: ReadResult;
    let oracle: Oracle;

    beforeAll(async () => {
      read = await world.read();
      oracle = new Oracle(read.data);
      graph = await openLoaded(engine, assemble(read));
    });
    afterAll(() => graph.engine.close());

    /** Every agreement with its first two parties, and places that have none with each other. */
    const pairs = (): [string, string][] => {
      const places = world.places(read);
      return [
        ...read.data.agreements.map(({ parties }): [string, string] => [parties[0] ?? '', parties[1] ?? '']),
        ...places.flatMap((place, index): [string, string][] => {
          const other = places[(index * 7 + 3) % places.length] ?? '';
          return other === place ? [] : [[place, other]];
        }),
      ];
    };

    test.each(DAYS)('is that of the oracle as of %s', async (asOf) => {
      // Every third pair a day, so that all come to be asked about.
      for (const [a, b] of pairs().filter((_, index) => index % DAYS.length === DAYS.indexOf(asOf))) {
        const findings = await eligibility(graph, `place:${a}`, `place:${b}`, asOf);
        const verdicts = Object.fromEntries(findings.map(({ criterion, verdict }) => [criterion, verdict]));
        expect(verdicts, `${a} and ${b}`).toEqual(verdictsByHand(oracle, read.data, a, b, asOf));
      }
    });

    test('does not depend on which place is named first', async () => {
      for (const [a, b] of pairs().slice(0, 20)) {
        const [one, other] = [
          await eligibility(graph, `place:${a}`, `place:${b}`, null),
          await eligibility(graph, `place:${b}`, `place:${a}`, null),
        ];
        expect(other.map(({ verdict }) => verdict)).toEqual(one.map(({ verdict }) => verdict));
      }
    });
  });
});
