import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countDisagreements, disagreements } from '../../../src/analytics/evidence/disagreements.js';
import { CITED_LABELS } from '../../../src/analytics/evidence/label-by-label.js';
import { isSupportedSo, type Support, supportCounts, supportedThings, supportGroups } from '../../../src/analytics/evidence/supported.js';
import type { Confidence } from '../../../src/domain/vocabulary.js';
import { completePlaces } from '../../../src/exchange/dataset/place-tree.js';
import { assemble } from '../../../src/exchange/dataset/shipped.js';
import type { CiteRecord, DataSet } from '../../../src/exchange/format/records.js';
import type { Graph } from '../../../src/graph/graph.js';
import type { Page, Position } from '../../../src/store/pages.js';
import { ENGINES } from '../../engines.js';
import { openLoaded } from '../../loaded-graph.js';
import { worldsOn } from '../oracle/worlds.js';

/** The citations of every thing of a data set, by its id. */
function citesOf(data: DataSet): Map<string, readonly CiteRecord[]> {
  const cites = new Map<string, readonly CiteRecord[]>();
  for (const place of completePlaces(data)) cites.set(`place:${place.key}`, place.cites);
  for (const type of ['officials', 'offices', 'tenures', 'missions', 'agreements', 'events', 'awards'] as const)
    for (const record of data[type]) cites.set(`${type.slice(0, -1)}:${record.key}`, record.cites);
  for (const { key, stages } of data.agreements)
    for (const [index, stage] of stages.entries()) cites.set(`stage:${key}.${index + 1}`, stage.cites);
  for (const { key, results } of data.awards)
    for (const [index, result] of results.entries()) cites.set(`award-result:${key}.${index + 1}`, result.cites);
  for (const { key, participants, cites: ofEvent } of data.events)
    for (const [index, who] of participants.entries())
      cites.set(`participation:${key}.${index + 1}`, who.cites ?? ofEvent.filter(({ field }) => field === undefined));
  return cites;
}

describe.each(ENGINES)('what facts rest on, on $name', (engine) => {
  describe.each(worldsOn(engine))('on $name', (world) => {
    let graph: Graph;
    let cites: Map<string, readonly CiteRecord[]>;
    let publishers: Map<string, string>;

    beforeAll(async () => {
      const read = await world.read();
      cites = citesOf(read.data);
      publishers = new Map(read.data.sources.map(({ key, publisher }) => [key, publisher]));
      graph = await openLoaded(engine, assemble(read));
    });
    afterAll(() => graph.engine.close());

    /** How a thing is supported, by plain loops. */
    function supportOf(all: readonly CiteRecord[]): { sources: number; grade: Confidence | null } {
      const supporting = all.filter(({ preferred }) => preferred);
      const grade = (['HIGH', 'MEDIUM', 'LOW'] as const).find((one) => supporting.some(({ confidence }) => confidence === one));
      return { sources: new Set(supporting.map(({ source }) => publishers.get(source))).size, grade: grade ?? null };
    }

    /** All pages of a list, one after another. */
    async function inPages(first: number, page: (after: Position | null) => Promise<Page>): Promise<Position[]> {
      const all: Position[] = [];
      for (let after: Position | null = null; ; after = all.at(-1) ?? null) {
        const { items, hasNextPage } = await page(after);
        expect(items.length).toBeLessThanOrEqual(first);
        all.push(...items);
        if (!hasNextPage) return all;
      }
    }

    test('how many things are supported in which way is as in the records', async () => {
      const expected: Record<string, number> = {};
      for (const [id, all] of cites) {
        const { sources, grade } = supportOf(all);
        const group = `${id.split(':')[0]} ${sources} ${grade}`;
        if (sources > 0) expected[group] = (expected[group] ?? 0) + 1;
      }

      const counts = await supportCounts(graph, CITED_LABELS);

      const prefixOf = (label: string) => label.replace(/(?<=.)([A-Z])/g, '-$1').toLowerCase();
      expect(
        Object.fromEntries(counts.map(({ label, sources, grade, total }) => [`${prefixOf(label)} ${sources} ${grade}`, total])),
      ).toEqual(expected);
    });

    test.each<Support>([
      { minSources: 1, maxSources: 1, grades: ['LOW'] },
      { minSources: 1, maxSources: 1, grades: ['LOW', null] },
      { minSources: 1, maxSources: 9, grades: ['LOW', 'MEDIUM'] },
      { minSources: 2, maxSources: 2, grades: ['HIGH', 'MEDIUM', 'LOW', null] },
    ])('the things that are supported so are those of the records, in the order of their ids: %o', async (support) => {
      const expected = [...cites]
        .filter(([, all]) => isSupportedSo(support, { label: 'Place', total: 0, ...supportOf(all) }))
        .map(([id]) => id)
        .sort();

      const found = await inPages(400, (after) => supportedThings(graph, CITED_LABELS, support, 400, after));

      expect(found.map(({ key }) => key)).toEqual(expected);
    });

    test('the things of each group of agreements are those of the records, in small pages', async () => {
      const members = new Map<string, string[]>();
      for (const [id, all] of [...cites]
        .filter(([thing]) => thing.startsWith('agreement:'))
        .sort(([one], [other]) => (one < other ? -1 : 1))) {
        const { sources, grade } = supportOf(all);
        if (sources > 0) members.set(`${sources} ${grade}`, [...(members.get(`${sources} ${grade}`) ?? []), id]);
      }

      for (const [group, ids] of members) {
        const found = await inPages(7, async (after) => {
          const groups = await supportGroups(graph, 'Agreement', 7, after);
          return groups.find(({ sources, grade }) => `${sources} ${grade}` === group)?.page ?? { items: [], hasNextPage: false };
        });
        expect(found.map(({ key }) => key)).toEqual(ids);
      }
    });

    test('the facts on which sources disagree are those of the records, in small pages and in one', async () => {
      const expected = [...cites]
        .flatMap(([id, all]) => all.filter(({ preferred }) => !preferred).map(({ field }) => `${id} ${field ?? ''}`))
        .sort();
      const once = [...new Set(expected)];

      const found = await inPages(3, (after) => disagreements(graph, CITED_LABELS, 3, after));
      const { items } = await disagreements(graph, CITED_LABELS, 1_000, null);

      expect(found.map(({ key, id }) => `${key} ${id}`)).toEqual(once);
      expect(items).toEqual(found);
      expect(await countDisagreements(graph, CITED_LABELS)).toBe(once.length);
    });

    test('of one label there are only its own', async () => {
      const { items } = await disagreements(graph, ['Agreement'], 1_000, null);
      expect(items.filter(({ key }) => !String(key).startsWith('agreement:'))).toEqual([]);
      expect(items.length).toBeGreaterThan(0);
    });
  });
});
