import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recommendedPartners } from '../../src/analytics/recommendation/recommended-partners.js';
import { ALL_SIGNALS, SIGNALS, type Weights } from '../../src/analytics/recommendation/signals.js';
import { ANY_TIE } from '../../src/domain/tie.js';
import type { Graph } from '../../src/graph/graph.js';
import { ENGINES } from '../engines.js';
import { openWorld, worldFiles } from '../world-graph.js';

const WEIGHTS = Object.fromEntries(ALL_SIGNALS.map((signal) => [signal, SIGNALS[signal].weight])) as Weights;

describe.skipIf('absent' in worldFiles()).each(ENGINES)('partners worth approaching in the world on $name', (engine) => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await openWorld(engine);
  });
  afterAll(() => graph.engine.close());

  const recommend = (place: string) => recommendedPartners(graph, { place, ties: ANY_TIE, within: null, weights: WEIGHTS });

  test.each([
    ['a hundred partners', 'place:ru-spe'],
    ['ninety partners', 'place:br-rio-de-janeiro'],
    ['thousands of ties of its country', 'place:de-koln'],
    ['partners in Indonesia and abroad', 'place:id-kota-surabaya'],
    ['an offer and a mission', 'place:id-kota-kupang'],
    ['no partner at all', 'place:id-kabupaten-alor'],
  ])('are found for a place with %s', async (_, place) => {
    expect((await recommend(place)).partners.length).toBeGreaterThan(100);
  });

  test('of Klaten are in Fujian first, the sister province of Central Java', async () => {
    const { partners } = await recommend('place:id-kabupaten-klaten');
    expect(partners[0]?.id).toBe('place:cn-fuzhou');
  });

  test('are cut where a signal speaks for more than it may bring, which is told', async () => {
    const { uses } = await recommend('place:id-kota-kupang');
    expect(uses.find(({ signal }) => signal === 'MISSION_IN_REACH')).toMatchObject({ brought: 200, cut: true });
  });
});
