import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { SimpleGraph } from '../../src/analytics/network/simple-graph.js';
import { WORLD_PLACE, WORLD_TWINNING, type WorldPlace } from '../../src/exchange/import/twinnings/world-rows.js';

export interface WorldTies {
  /** By id. */
  readonly places: ReadonlyMap<string, WorldPlace>;
  /** Each pair once. */
  readonly pairs: readonly (readonly [string, string])[];
  readonly graph: SimpleGraph;
}

/** The graph of the world's files as they are: either list. Throws without `KEMBAR_WORLD`. */
export function worldTies(folder = process.env.KEMBAR_WORLD): WorldTies {
  if (!folder) throw new Error('KEMBAR_WORLD does not name the folder of the files of the world');
  const rows = (file: string): unknown[] => parse(readFileSync(join(folder, file)), { delimiter: '\t', columns: true, quote: false });
  const places = new Map(
    rows('world-places.tsv')
      .map((row) => WORLD_PLACE.parse(row))
      .map((place) => [place.id, place]),
  );
  const unordered = rows('world-twinnings.tsv').map((row) => WORLD_TWINNING.parse(row));
  const byKey = new Map(unordered.flatMap(({ a, b }) => (a === b ? [] : [[[a, b].sort().join(' '), [a, b] as const]])));
  const pairs = [...byKey.values()];
  return { places, pairs, graph: graphOf(pairs) };
}

/** The simple graph of distinct pairs. */
export function graphOf(pairs: Iterable<readonly [string, string]>): SimpleGraph {
  return new SimpleGraph(Array.from(pairs, ([a, b]) => ({ a, b, agreements: [] })));
}
