import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGINES } from '../../engines.js';
import type { OpenedApi } from '../open-api.js';
import { expectRefusal, send } from './curated.js';
import { openSmall } from './open-small.js';

describe.each(ENGINES)('sectors on $name', (engine) => {
  let api: OpenedApi;
  beforeAll(async () => {
    api = await openSmall(engine);
  });
  afterAll(() => api.close());

  test('are registered once', async () => {
    const input = 'name: { id: "Kesehatan", en: "Health" }';
    const first = await send(api, 'registerSector', input, 'id name(lang: ID)');
    expect(first).toEqual({ sector: { id: 'sector:health', name: 'Kesehatan' }, revision: { number: 2 }, userErrors: [] });
    const again = await send(api, 'registerSector', input, 'id');
    expect(again).toMatchObject({ sector: { id: { id: 'sector:health', name: 'Kesehatan' }.id }, revision: null, userErrors: [] });
    await expectRefusal(api, 'registerSector', 'name: { id: "Sehat", en: "Health" }', {
      code: 'ALREADY_EXISTS',
      field: 'key',
      message: /says something else/,
    });
  });

  test('are corrected', async () => {
    const answer = await send(api, 'correctSector', 'sector: "sector:health", name: { id: "Sehat", en: "Health" }', 'name(lang: ID)');
    expect(answer).toMatchObject({ sector: { name: 'Sehat' }, userErrors: [] });
  });

  test.each([
    [
      'a name that is too long',
      'registerSector',
      'name: { id: "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", en: "Long" }',
      { code: 'INVALID', field: 'name.id', message: /120/ },
    ],
    [
      'a name that is cleared',
      'correctSector',
      'sector: "sector:tourism", name: null',
      { code: 'INVALID', field: 'name', message: /expected object/ },
    ],
    [
      'a sector that is not there',
      'correctSector',
      'sector: "sector:none"',
      { code: 'NOT_FOUND', field: 'sector', message: /there is no/ },
    ],
  ])('are refused with %s', (_, mutation, input, fault) => expectRefusal(api, mutation, input, fault));
});
