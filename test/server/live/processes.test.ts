import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { StoreError } from '../../../src/domain/errors.js';
import { assemble } from '../../../src/exchange/dataset/shipped.js';
import { readDataTexts } from '../../../src/exchange/format/read-files.js';
import type { GraphEngine } from '../../../src/graph/engine.js';
import { Graph } from '../../../src/graph/graph.js';
import { replaceDataSet } from '../../../src/store/data-set/replace-data-set.js';
import { delegating } from '../../delegating-engine.js';
import { ENGINES } from '../../engines.js';
import { clientOf, correctPlace, following, type LiveServer, openSmallGraph, serveLiveOn } from './live-server.js';

const REVISIONS = 'subscription { revisionMade { number } }';

describe.each(ENGINES)('two servers on one graph, $name', (engine) => {
  let graph: Graph;
  /** Its own connection where a store has several; else the same, as if others could write it. */
  let other: GraphEngine;
  let isAway: boolean;
  const servers: LiveServer[] = [];
  beforeEach(async () => {
    graph = await openSmallGraph(engine);
    isAway = false;
    other = graph.engine.exclusive ? graph.engine : await engine.open(async () => true);
    const coming = delegating(other, {
      exclusive: false,
      read: async (...asked) => {
        if (isAway) throw new StoreError('STORE_UNAVAILABLE', 'the store is away');
        return other.read(...asked);
      },
    });
    servers.push(await serveLiveOn(graph), await serveLiveOn(new Graph(coming, undefined, { deadlineMs: 120_000 })));
  });
  afterEach(async () => {
    await Promise.all(servers.splice(0).map((server) => server.close()));
    if (other !== graph.engine) await other.close();
    await graph.engine.close();
  });
  const both = () => servers as [LiveServer, LiveServer];
  const numberOf = async (followed: ReturnType<typeof following>) =>
    ((await followed.next()) as never as { revisionMade: { number: number } }).revisionMade.number;

  test('each tell of what the other one changed, in one order', async () => {
    const [one, second] = both();
    const client = clientOf(second.url);
    const followed = following(client, REVISIONS);
    await second.followed(1);
    const made = await Promise.all(
      Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? one : second).edit(correctPlace(10_000 + index))),
    );
    const numbers: number[] = [];
    for (const _ of made) numbers.push(await numberOf(followed));
    expect(numbers).toEqual(made.map(({ revision }) => revision.number).sort((a, b) => a - b));
    await client.dispose();
  });

  test('wait for a store that is away, and miss nothing', async () => {
    const [one, second] = both();
    const client = clientOf(second.url);
    const followed = following(client, REVISIONS);
    await second.followed(1);
    isAway = true;
    await one.edit(correctPlace(1));
    await one.edit(correctPlace(2));
    // Long enough for it to be looked for in vain.
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(second.feed.followers).toBe(1);
    isAway = false;
    expect([await numberOf(followed), await numberOf(followed)]).toEqual([2, 3]);
    await client.dispose();
  });

  test('go on beyond numbers that imports have taken', async () => {
    const [one, second] = both();
    const client = clientOf(second.url);
    const followed = following(client, REVISIONS);
    await second.followed(1);
    const text = 'sources: [{ key: more, kind: NEWS, title: More, publisher: P, language: en }]';
    await one.edit(correctPlace(1));
    await replaceDataSet(graph, { id: 'more', ...assemble(readDataTexts([{ file: 'more.yaml', text }])) });
    const { revision } = await one.edit(correctPlace(2));
    expect([await numberOf(followed), await numberOf(followed)]).toEqual([2, revision.number]);
    expect(revision.number).toBeGreaterThan(3);
    await client.dispose();
  });
});
