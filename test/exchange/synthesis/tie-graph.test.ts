import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SimpleGraph } from '../../../src/analytics/network/simple-graph.js';
import { clusteringOf } from '../../../src/analytics/structure/clustering.js';
import { TieGraph } from '../../../src/exchange/synthesis/tie-graph.js';

const PLACES = 12;
const place = fc.integer({ min: 0, max: PLACES - 1 });

test('a growing graph knows its ties and counts its triangles', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(place, place), { maxLength: 60 }), (pairs) => {
      const graph = new TieGraph(new Uint32Array(PLACES).fill(PLACES - 1), 60);
      const known = new Set<string>();
      for (const [a, b] of pairs) {
        const name = [a, b].sort((one, other) => one - other).join(' ');
        if (a === b) continue;
        expect(graph.areTied(a, b)).toBe(known.has(name));
        if (known.has(name)) continue;
        graph.tie(a, b);
        known.add(name);
      }
      const joined = [...known].map((name) => ({ a: name.split(' ')[0] as string, b: name.split(' ')[1] as string, agreements: [] }));
      expect(graph.size).toBe(known.size);
      expect(graph.triangles).toBe(clusteringOf(new SimpleGraph(joined)).triangles);
      for (let one = 0; one < PLACES; one += 1) {
        const others = [...graph.neighbours(one)].sort();
        expect(others).toEqual([...Array(PLACES).keys()].filter((other) => known.has([one, other].sort((x, y) => x - y).join(' '))).sort());
      }
    }),
  );
});
