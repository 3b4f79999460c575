import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGINES } from '../engines.js';
import { type OpenedApi, openApi } from './open-api.js';

describe.each(ENGINES)('lists on $name', (engine) => {
  let api: OpenedApi;
  beforeAll(async () => {
    api = await openApi(engine);
  });
  afterAll(() => api.close());

  interface Listed {
    readonly list: {
      readonly nodes: { readonly id: string }[];
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      readonly totalCount: number;
    };
  }

  /** Reads a list to its end, page by page. */
  async function readAll(field: string, first: number, args = ''): Promise<{ ids: string[]; total: number; cursors: string[] }> {
    const ids: string[] = [];
    const cursors: string[] = [];
    let after: string | null = null;
    for (;;) {
      const { data, errors } = await api.ask<Listed, object>(
        `query ($first: Int!, $after: String) { list: ${field}(first: $first, after: $after ${args}) { nodes { id } totalCount pageInfo { hasNextPage endCursor } } }`,
        { first, after },
      );
      expect(errors).toEqual([]);
      const list = (data as Listed).list;
      ids.push(...list.nodes.map(({ id }) => id));
      if (!list.pageInfo.hasNextPage) return { ids, total: list.totalCount, cursors };
      after = list.pageInfo.endCursor as string;
      cursors.push(after);
    }
  }

  test.each([
    ['agreements', ''],
    ['agreements', 'orderBy: NEWEST'],
    ['agreements', 'orderBy: OLDEST, asOf: "2019-01-01", phases: [AGREEMENT]'],
    ['places', 'kinds: [CITY], within: "place:id"'],
    ['places', 'kinds: [CITY], within: "place:id", orderBy: POPULATION'],
    ['events', 'orderBy: EARLIEST'],
    ['officials', ''],
    ['offices', ''],
    ['missions', ''],
    ['events', ''],
    ['awards', ''],
    ['sectors', ''],
    ['sources', ''],
  ])('%s(%s) gives every item once, whatever the page size', async (field, args) => {
    const whole = await readAll(field, 100, args);
    expect(whole.ids.length).toBe(whole.total);
    expect(new Set(whole.ids).size).toBe(whole.total);
    const inSmallPages = await readAll(field, field === 'places' ? 7 : 3, args);
    expect(inSmallPages.ids).toEqual(whole.ids);
  });

  test.each([0, -1, 101, 1_000_000_000])('a page of %i is refused', async (first) => {
    const { data, errors } = await api.ask(`{ agreements(first: ${first}) { nodes { id } } }`);
    expect(data).toBeNull();
    expect(errors).toEqual([{ code: 'BAD_INPUT', message: `first is ${first}. Accepted is a number from 1 to 100.`, path: 'agreements' }]);
  });

  test.each([
    ['no cursor at all', 'nonsense', 'after is not a cursor'],
    ['an empty one', '', 'after is not a cursor'],
    ['JSON of another shape', Buffer.from('{"a":1}').toString('base64url'), 'after is not a cursor'],
    [
      'one of another list',
      Buffer.from('["sector/list-all up","x","y"]').toString('base64url'),
      'after is the cursor of another list or order',
    ],
    [
      'one of another order',
      Buffer.from('["agreement/list-all DATE down","x","y"]').toString('base64url'),
      'after is the cursor of another list or order',
    ],
  ])('%s is refused as a cursor', async (_, after, message) => {
    const { errors } = await api.ask('query ($after: String) { agreements(after: $after) { nodes { id } } }', { after });
    expect(errors[0]?.code).toBe('BAD_INPUT');
    expect(errors[0]?.message).toContain(message);
  });

  test('a list of a place that has none is empty, not missing', async () => {
    const { data, errors } = await api.ask(
      '{ place(by: { iso: "NA" }) { name agreements { totalCount nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } }',
    );
    expect(errors).toEqual([]);
    expect(data).toEqual({
      place: {
        name: 'Namibia',
        agreements: {
          totalCount: 0,
          nodes: [],
          pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
        },
      },
    });
  });

  test('a row that goes and one that comes between two pages make no other row skip or repeat', async () => {
    const before = await readAll('sectors', 100);
    const { data } = await api.ask<Listed, object>(
      '{ list: sectors(first: 10) { nodes { id } totalCount pageInfo { hasNextPage endCursor } } }',
    );
    const first = (data as Listed).list;
    const gone = before.ids[4] as string;
    await api.graph.engine.write(async (transaction) => {
      await transaction.run('MATCH (s:Sector {id: $gone}) SET s.sortName = "zzz"', { gone });
      await transaction.run('CREATE (:Sector {id: "sector:new", name: "Aaa", sortName: "aaa"})');
      await transaction.run("MATCH (g:Kembar {id: 'graph'}) SET g.revision = g.revision + 1");
    });
    const rest = await api.ask<Listed, object>(
      'query ($after: String) { list: sectors(first: 100, after: $after) { nodes { id } totalCount pageInfo { hasNextPage endCursor } } }',
      {
        after: first.pageInfo.endCursor,
      },
    );
    const read = [...first.nodes, ...(rest.data as Listed).list.nodes].map(({ id }) => id).filter((id) => id !== gone);
    expect(read).toEqual(before.ids.filter((id) => id !== gone));
  });
});
