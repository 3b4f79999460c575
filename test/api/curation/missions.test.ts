import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGINES } from '../../engines.js';
import type { OpenedApi } from '../open-api.js';
import { expectRefusal, refusedRequest, send } from './curated.js';
import { openSmall } from './open-small.js';

const CITED = 'citations: [{ source: "source:paper", locator: "p1" }]';

describe.each(ENGINES)('missions on $name', (engine) => {
  let api: OpenedApi;
  beforeAll(async () => {
    api = await openSmall(engine);
  });
  afterAll(() => api.close());

  test('are registered once', async () => {
    const input = `kind: CONSULATE_GENERAL, name: { en: "Consulate in Uji" }, sentBy: "place:id", seat: "place:jp-uji", covers: ["place:jp-26"], ${CITED}`;
    const first = await send(api, 'registerMission', input, 'id kind name(lang: EN) sentBy { id } seat { id } covers { id }');
    expect(first).toEqual({
      mission: {
        id: 'mission:consulate-in-uji',
        kind: 'CONSULATE_GENERAL',
        name: 'Consulate in Uji',
        sentBy: { id: 'place:id' },
        seat: { id: 'place:jp-uji' },
        covers: [{ id: 'place:jp-26' }],
      },
      revision: { number: 2 },
      userErrors: [],
    });
    const again = await send(api, 'registerMission', input, 'id');
    expect(again).toMatchObject({
      mission: {
        id: {
          id: 'mission:consulate-in-uji',
          kind: 'CONSULATE_GENERAL',
          name: 'Consulate in Uji',
          sentBy: { id: 'place:id' },
          seat: { id: 'place:jp-uji' },
          covers: [{ id: 'place:jp-26' }],
        }.id,
      },
      revision: null,
      userErrors: [],
    });
    await expectRefusal(
      api,
      'registerMission',
      `kind: CONSULATE_GENERAL, name: { en: "Consulate in Uji" }, sentBy: "place:id", seat: "place:jp-26", covers: ["place:jp-26"], ${CITED}`,
      { code: 'ALREADY_EXISTS', field: 'key', message: /says something else/ },
    );
  });

  test('are corrected: a list is replaced as a whole', async () => {
    const answer = await send(
      api,
      'correctMission',
      `mission: "mission:consulate-in-uji", covers: [], ${CITED}`,
      'seat { id } covers { id }',
    );
    expect(answer).toMatchObject({ mission: { seat: { id: 'place:jp-uji' }, covers: [] }, userErrors: [] });
  });

  test.each([
    [
      'a source that is not there',
      'registerMission',
      'kind: CONSULATE_GENERAL, name: { en: "Consulate in X" }, sentBy: "place:id", seat: "place:jp-uji", covers: ["place:jp-26"], citations: [{ source: "source:none" }]',
      { code: 'NOT_FOUND', field: 'citations[0].source', message: /there is no source/ },
    ],
    [
      'a province that is not there',
      'registerMission',
      `kind: CONSULATE_GENERAL, name: { en: "Consulate in X" }, sentBy: "place:id", seat: "place:jp-uji", covers: ["place:none"], ${CITED}`,
      { code: 'NOT_FOUND', field: 'covers[0]', message: /there is no place/ },
    ],
  ])('are refused with %s', (_, mutation, input, fault) => expectRefusal(api, mutation, input, fault));

  test.each([
    [
      'an id of another type',
      'registerMission',
      `kind: CONSULATE_GENERAL, name: { en: "Consulate in Uji" }, sentBy: "place:id", seat: "place:jp-uji", covers: ["sector:tourism"], ${CITED}`,
    ],
  ])('are refused as requests with %s', async (_, mutation, input) => {
    expect(await refusedRequest(api, mutation, input)).toEqual(['BAD_INPUT']);
  });
});
