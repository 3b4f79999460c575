import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '../../src/domain/access/actor.js';
import { isWithin } from '../../src/domain/access/touched.js';
import { assembleDataSet, SHIPPED_DATA } from '../../src/exchange/dataset/shipped.js';
import type { Graph } from '../../src/graph/graph.js';
import { enclosedPlaces } from '../../src/store/enclosed-places.js';
import { ENGINES } from '../engines.js';
import { openLoaded } from '../loaded-graph.js';

describe.each(ENGINES)('places with those around them on $name', (underTest) => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await openLoaded(underTest, await assembleDataSet(SHIPPED_DATA));
  });
  afterAll(() => graph.engine.close());

  test('come in the order of the ids, as often as they are named, without those that are gone', async () => {
    expect(await enclosedPlaces(graph, ['place:id', 'place:id-kota-batu', 'place:nowhere', 'place:id'])).toEqual([
      { id: 'place:id', enclosing: [] },
      { id: 'place:id-kota-batu', enclosing: ['place:id-ji', 'place:id'] },
      { id: 'place:id', enclosing: [] },
    ]);
  });

  test.each([
    ['place:id-kota-batu', true],
    ['place:id-ji', true],
    ['place:id-kota-pontianak', false],
    ['place:id', false],
  ])('tell whether an editor of Jawa Timur may change %s: %s', async (id, within) => {
    const editor: Actor = { id: 'token:jatim', name: 'jatim', role: 'editor', within: ['place:id-ji'] };
    const [place] = await enclosedPlaces(graph, [id]);
    expect(place && isWithin(editor, 'CORRECT', [{ kind: 'PLACED', place }])).toBe(within);
  });
});
