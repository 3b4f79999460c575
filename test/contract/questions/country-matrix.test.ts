import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Analyst } from '../../../src/analytics/whole-graph/analyst.js';
import { assemble } from '../../../src/exchange/dataset/shipped.js';
import type { Graph } from '../../../src/graph/graph.js';
import { ENGINES } from '../../engines.js';
import { openLoaded } from '../../loaded-graph.js';
import { Oracle } from '../oracle/oracle.js';
import { TIE_FILTERS, tieFilterIn } from '../oracle/tie-filters.js';
import { WORLDS } from '../oracle/worlds.js';

describe.each(ENGINES)('the matrix of countries on $name', (engine) => {
  describe.each(WORLDS)('on $name', (world) => {
    let graph: Graph;
    let analyst: Analyst;
    let oracle: Oracle;

    beforeAll(async () => {
      const read = await world.read();
      oracle = new Oracle(read.data);
      graph = await openLoaded(engine, assemble(read));
      analyst = new Analyst(graph);
    });
    afterAll(async () => {
      await analyst.close();
      await graph.engine.close();
    });

    test.each(TIE_FILTERS)('is that of the oracle: %o', async (part) => {
      const ties = tieFilterIn(world, part);
      const cells = new Map<string, { agreements: Set<string>; pairs: Set<string> }>();
      for (const { agreement, from, to } of oracle.ties(ties)) {
        const [a, b] = [`place:${oracle.countryOf(from)}`, `place:${oracle.countryOf(to)}`];
        if (a > b || (a === b && from > to)) continue;
        const cell = cells.get(`${a} ${b}`) ?? { agreements: new Set(), pairs: new Set() };
        cell.agreements.add(`agreement:${agreement}`);
        cell.pairs.add([from, to].sort().join(' '));
        cells.set(`${a} ${b}`, cell);
      }
      const expected = [...cells].map(([countries, { agreements, pairs }]) => ({
        countries,
        agreements: [...agreements].sort(),
        placePairCount: pairs.size,
      }));

      const { rows, total } = await analyst.table('countryMatrix', { ties }, 1_000, null);

      expect(total).toBe(expected.length);
      expect(
        rows.map(({ a, b, agreements, placePairCount }) => ({ countries: `${a} ${b}`, agreements: [...agreements], placePairCount })),
      ).toEqual(
        expected.sort((one, other) => other.agreements.length - one.agreements.length || (one.countries < other.countries ? -1 : 1)),
      );
    });
  });
});
