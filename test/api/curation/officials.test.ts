import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGINES } from '../../engines.js';
import type { OpenedApi } from '../open-api.js';
import { expectRefusal, send } from './curated.js';
import { openSmall } from './open-small.js';

const CITED = 'citations: [{ source: "source:paper", locator: "p1" }]';

describe.each(ENGINES)('officials on $name', (engine) => {
  let api: OpenedApi;
  beforeAll(async () => {
    api = await openSmall(engine);
  });
  afterAll(() => api.close());

  test('are registered once', async () => {
    const input = `name: "Budi", note: "A person", ${CITED}`;
    const first = await send(api, 'registerOfficial', input, 'id name note');
    expect(first).toEqual({ official: { id: 'official:budi', name: 'Budi', note: 'A person' }, revision: { number: 2 }, userErrors: [] });
    const again = await send(api, 'registerOfficial', input, 'id');
    expect(again).toMatchObject({
      official: { id: { id: 'official:budi', name: 'Budi', note: 'A person' }.id },
      revision: null,
      userErrors: [],
    });
    await expectRefusal(api, 'registerOfficial', `name: "Budi", note: "Another", ${CITED}`, {
      code: 'ALREADY_EXISTS',
      field: 'key',
      message: /says something else/,
    });
  });

  test('are corrected: null clears', async () => {
    const answer = await send(api, 'correctOfficial', `official: "official:budi", note: null, ${CITED}`, 'name note');
    expect(answer).toMatchObject({ official: { name: 'Budi', note: null }, userErrors: [] });
  });

  test.each([
    [
      'a source that is not there',
      'registerOfficial',
      'name: "Citra", citations: [{ source: "source:none" }]',
      { code: 'NOT_FOUND', field: 'citations[0].source', message: /there is no source/ },
    ],
    [
      'no citation',
      'registerOfficial',
      'name: "Citra", citations: []',
      { code: 'INVALID', field: 'citations', message: /somebody must say so/ },
    ],
    [
      'a name that is too long',
      'registerOfficial',
      `key: "long", name: "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", ${CITED}`,
      { code: 'INVALID', field: 'name', message: /200/ },
    ],
    [
      'a name that no key can be made of',
      'registerOfficial',
      `name: "京都", ${CITED}`,
      { code: 'INVALID', field: 'key', message: /no key can be made/ },
    ],
    [
      'a key that is none',
      'registerOfficial',
      `key: "A B", name: "X", ${CITED}`,
      { code: 'INVALID', field: 'key', message: /small letters/ },
    ],
  ])('are refused with %s', (_, mutation, input, fault) => expectRefusal(api, mutation, input, fault));
});
