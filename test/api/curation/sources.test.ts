import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGINES } from '../../engines.js';
import type { OpenedApi } from '../open-api.js';
import { expectRefusal, send } from './curated.js';
import { openSmall } from './open-small.js';

describe.each(ENGINES)('sources on $name', (engine) => {
  let api: OpenedApi;
  beforeAll(async () => {
    api = await openSmall(engine);
  });
  afterAll(() => api.close());

  test('are registered once', async () => {
    const input = 'kind: NEWS, title: "Batu and Uji", publisher: "Palopo Pos", language: "id", published: "2023-04-01", authors: ["Ani"]';
    const first = await send(api, 'registerSource', input, 'id title publisher authors published { edtf } language');
    expect(first).toEqual({
      source: {
        id: 'source:palopo-pos-batu-and-uji-2023',
        title: 'Batu and Uji',
        publisher: 'Palopo Pos',
        authors: ['Ani'],
        published: { edtf: '2023-04-01' },
        language: 'id',
      },
      revision: { number: 2 },
      userErrors: [],
    });
    const again = await send(api, 'registerSource', input, 'id');
    expect(again).toMatchObject({
      source: {
        id: {
          id: 'source:palopo-pos-batu-and-uji-2023',
          title: 'Batu and Uji',
          publisher: 'Palopo Pos',
          authors: ['Ani'],
          published: { edtf: '2023-04-01' },
          language: 'id',
        }.id,
      },
      revision: null,
      userErrors: [],
    });
    await expectRefusal(
      api,
      'registerSource',
      'kind: NEWS, title: "Batu and Uji", publisher: "Palopo Pos", language: "id", published: "2023-04-02", authors: ["Ani"]',
      { code: 'ALREADY_EXISTS', field: 'key', message: /says something else/ },
    );
  });

  test('are corrected: what is left out stays, lists are replaced', async () => {
    const answer = await send(
      api,
      'correctSource',
      'source: "source:palopo-pos-batu-and-uji-2023", authors: [], url: "https://example.org/a"',
      'title authors url',
    );
    expect(answer).toMatchObject({ source: { title: 'Batu and Uji', authors: [], url: 'https://example.org/a' }, userErrors: [] });
  });

  test('are corrected: null clears', async () => {
    const answer = await send(api, 'correctSource', 'source: "source:palopo-pos-batu-and-uji-2023", url: null', 'url');
    expect(answer).toMatchObject({ source: { url: null }, userErrors: [] });
  });

  test.each([
    [
      'a date that is none',
      'registerSource',
      'kind: NEWS, title: "Batu and X", publisher: "Palopo Pos", language: "id", published: "2023-02-30", authors: ["Ani"]',
      { code: 'INVALID', field: 'published', message: /2023-02-30/ },
    ],
    [
      'an address that is none',
      'registerSource',
      'kind: NEWS, title: "Batu and X", publisher: "Palopo Pos", language: "id", published: "2023-04-01", authors: ["Ani"], url: "ftp://x"',
      { code: 'INVALID', field: 'url', message: /URL/ },
    ],
    [
      'a language that is none',
      'registerSource',
      'kind: NEWS, title: "Batu and X", publisher: "Palopo Pos", language: "Indonesian", published: "2023-04-01", authors: ["Ani"]',
      { code: 'INVALID', field: 'language', message: /pattern/ },
    ],
    [
      'too many authors',
      'registerSource',
      'kind: NEWS, title: "Batu and X", publisher: "Palopo Pos", language: "id", published: "2023-04-01", authors: ["Ani", "Ani", "Ani", "Ani", "Ani", "Ani", "Ani", "Ani", "Ani", "Ani", "Ani", "Ani", "Ani", "Ani", "Ani", "Ani", "Ani", "Ani", "Ani", "Ani", "Ani"]',
      { code: 'INVALID', field: 'authors', message: /20/ },
    ],
    [
      'a source that is not there',
      'correctSource',
      'source: "source:none"',
      { code: 'NOT_FOUND', field: 'source', message: /there is no/ },
    ],
  ])('are refused with %s', (_, mutation, input, fault) => expectRefusal(api, mutation, input, fault));

  test('get a key that is cut at a word, with the year', async () => {
    const title = 'word '.repeat(40).trim();
    const answer = await send(
      api,
      'registerSource',
      `kind: NEWS, title: "${title}", publisher: "P", language: "en", published: "2020"`,
      'id',
    );
    expect((answer.source as { id: string }).id).toMatch(/^source:p(-word){18}-2020$/);
  });
});
