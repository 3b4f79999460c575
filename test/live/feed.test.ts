import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { StoreError } from '../../src/domain/errors.js';
import type { GraphEngine } from '../../src/graph/engine.js';
import { openEmbedded } from '../../src/graph/engines/embedded.js';
import { Graph } from '../../src/graph/graph.js';
import { Feed, MOST_MISSED } from '../../src/live/feed.js';
import type { Told } from '../../src/live/told.js';
import { saveRevision } from '../../src/store/history/revisions.js';
import { prepareGraph } from '../../src/store/prepare.js';
import { delegating } from '../delegating-engine.js';

const number = ({ revision }: Told) => [revision.number];

describe('the feed', () => {
  let engine: GraphEngine;
  let graph: Graph;
  let reads: number;
  let isAway: boolean;
  let told: string[];
  let feed: Feed;
  beforeEach(async () => {
    reads = 0;
    isAway = false;
    told = [];
    engine = await openEmbedded({ path: null });
    await prepareGraph(new Graph(engine));
    const watched = delegating(engine, {
      read: async (...asked) => {
        reads += 1;
        if (isAway) throw new StoreError('STORE_UNAVAILABLE', 'the store is away');
        return engine.read(...asked);
      },
    });
    graph = new Graph(watched);
    feed = new Feed(graph, {
      pollMs: 20,
      log: { warn: (_, message) => told.push(message), error: (_, message) => told.push(message) },
    });
  });
  afterEach(async () => {
    feed.close();
    await engine.close();
  });

  /** Notes revisions as edits do; `skipped` numbers before each are taken by imports. */
  const note = (many: number, skipped = 0) =>
    graph.write(async (transaction) => {
      const change = { of: 'place:id', type: 'places', before: '{}', beforeBy: 'shipped', after: '{}', afterBy: 'curation', since: null };
      for (let made = 0; made < many; made += 1) {
        const at = new Date().toISOString();
        for (let import_ = 0; import_ < skipped; import_ += 1) await transaction.run('graph/raise-revision', { changedAt: at });
        const [raised] = await transaction.run('graph/raise-revision', { changedAt: at });
        const revision = {
          actor: 'x',
          role: 'editor',
          operation: 'x',
          reason: null,
          sources: [],
          overrides: null,
          undoes: null,
          imported: null,
        };
        await saveRevision(transaction, { ...revision, number: raised?.revision as number, at, subject: 'place:id' }, [change], null);
      }
    });

  test('tells of as much of the past as is said, and refuses more', async () => {
    await note(MOST_MISSED + 1);
    await expect(feed.follow(number, 0)).rejects.toThrow(/more than 1000 revisions.*read them as revisions/);
    const follower = await feed.follow(number, 1);
    const numbers = [];
    while (numbers.at(-1) !== MOST_MISSED + 1) numbers.push((await follower.next()).value?.what);
    expect(numbers).toEqual(Array.from({ length: MOST_MISSED }, (_, index) => index + 2));
  });

  test('does not stumble over numbers that are missing', async () => {
    const follower = await feed.follow(number);
    await note(120, 3);
    feed.committed();
    const numbers = [];
    while (numbers.length < 120) numbers.push((await follower.next()).value?.what);
    expect(numbers).toEqual(Array.from({ length: 120 }, (_, index) => (index + 1) * 4));
  });

  test('reads as much for many followers as for one, and nothing while nobody follows', async () => {
    const readsFor = async (many: number) => {
      const followers = await Promise.all(Array.from({ length: many }, () => feed.follow(number)));
      const before = reads;
      await note(1);
      feed.committed();
      await Promise.all(followers.map((follower) => follower.next()));
      const after = reads;
      await Promise.all(followers.map((follower) => follower.return()));
      return after - before;
    };
    expect(await readsFor(200)).toBe(await readsFor(1));
    const before = reads;
    await note(1);
    feed.committed();
    expect(reads).toBe(before);
  });

  test('waits for a store that is away, says so once, and misses nothing', async () => {
    const follower = await feed.follow(number);
    await note(2);
    isAway = true;
    feed.committed();
    const [next, before] = [follower.next(), reads];
    while (reads < before + 5) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(told).toEqual(['the history cannot be followed until the store answers']);
    isAway = false;
    expect([(await next).value?.what, (await follower.next()).value?.what]).toEqual([1, 2]);
  });

  test('refuses to begin while the store is away, and leaves nobody behind', async () => {
    isAway = true;
    await expect(feed.follow(number)).rejects.toThrow('the store is away');
    expect(feed.followers).toBe(0);
  });

  test('ends what it tells when it is closed', async () => {
    const next = (await feed.follow(number)).next();
    feed.close();
    expect(await next).toEqual({ done: true, value: undefined });
  });
});
