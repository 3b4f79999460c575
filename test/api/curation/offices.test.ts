import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGINES } from '../../engines.js';
import type { OpenedApi } from '../open-api.js';
import { expectRefusal, refusedRequest, send } from './curated.js';
import { openSmall } from './open-small.js';

const CITED = 'citations: [{ source: "source:paper", locator: "p1" }]';

describe.each(ENGINES)('offices on $name', (engine) => {
  let api: OpenedApi;
  beforeAll(async () => {
    api = await openSmall(engine);
  });
  afterAll(() => api.close());

  test('are registered once', async () => {
    const input = `role: MAYOR, name: { en: "Mayor of Uji" }, place: "place:jp-uji", ${CITED}`;
    const first = await send(api, 'registerOffice', input, 'id role name(lang: EN)');
    expect(first).toEqual({
      office: { id: 'office:mayor-of-uji', role: 'MAYOR', name: 'Mayor of Uji' },
      revision: { number: 2 },
      userErrors: [],
    });
    const again = await send(api, 'registerOffice', input, 'id');
    expect(again).toMatchObject({
      office: { id: { id: 'office:mayor-of-uji', role: 'MAYOR', name: 'Mayor of Uji' }.id },
      revision: null,
      userErrors: [],
    });
    await expectRefusal(api, 'registerOffice', `role: REGENT, name: { en: "Mayor of Uji" }, place: "place:jp-uji", ${CITED}`, {
      code: 'ALREADY_EXISTS',
      field: 'key',
      message: /says something else/,
    });
  });

  test('are corrected: what is left out stays', async () => {
    const answer = await send(api, 'correctOffice', `office: "office:mayor-of-uji", role: REGENT, ${CITED}`, 'role name(lang: EN)');
    expect(answer).toMatchObject({ office: { role: 'REGENT', name: 'Mayor of Uji' }, userErrors: [] });
  });

  test('move from a place to a mission', async () => {
    const answer = await send(
      api,
      'correctOffice',
      `office: "office:mayor-of-uji", place: null, mission: "mission:japan-in-batu", ${CITED}`,
      'of { ... on Mission { id } }',
    );
    expect(answer).toMatchObject({ office: { of: { id: 'mission:japan-in-batu' } }, userErrors: [] });
  });

  test('get other names, as a whole list', async () => {
    const answer = await send(
      api,
      'correctOffice',
      `office: "office:mayor-of-uji", otherNames: [{ text: "Shichō", kind: ALIAS }], ${CITED}`,
      'otherNames { text }',
    );
    expect(answer).toMatchObject({ office: { otherNames: [{ text: 'Shichō' }] }, userErrors: [] });
  });

  test.each([
    [
      'a source that is not there',
      'registerOffice',
      'role: MAYOR, name: { en: "Mayor of X" }, place: "place:jp-uji", citations: [{ source: "source:none" }]',
      { code: 'NOT_FOUND', field: 'citations[0].source', message: /there is no source/ },
    ],
    [
      'a locator that is too long',
      'registerOffice',
      'role: MAYOR, name: { en: "Mayor of Uji" }, place: "place:jp-uji", citations: [{ source: "source:paper", locator: "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }]',
      { code: 'INVALID', field: 'citations[0].locator', message: /80/ },
    ],
    [
      'no citation',
      'registerOffice',
      'role: MAYOR, name: { en: "Mayor of Uji" }, place: "place:jp-uji", citations: []',
      { code: 'INVALID', field: 'citations', message: /somebody must say so/ },
    ],
    [
      'a place that is not there',
      'registerOffice',
      `role: MAYOR, name: { en: "Mayor of Nowhere" }, place: "place:none", ${CITED}`,
      { code: 'NOT_FOUND', field: 'place', message: /there is no place "place:none"/ },
    ],
    [
      'a name in no language',
      'registerOffice',
      `role: MAYOR, name: {}, place: "place:jp-uji", ${CITED}`,
      { code: 'INVALID', field: 'name', message: /needs id/ },
    ],
    [
      'a required field cleared',
      'correctOffice',
      `office: "office:mayor-of-batu", role: null, ${CITED}`,
      { code: 'INVALID', field: 'role', message: /must be one of GOVERNOR/ },
    ],
    [
      'an office that is not there',
      'correctOffice',
      `office: "office:none", role: MAYOR, ${CITED}`,
      { code: 'NOT_FOUND', field: 'office', message: /there is no "office:none"/ },
    ],
    [
      'a source of a correction that is not there',
      'correctOffice',
      'office: "office:mayor-of-batu", citations: [{ source: "source:none" }]',
      { code: 'NOT_FOUND', field: 'citations', message: /there is no source/ },
    ],
  ])('are refused with %s', (_, mutation, input, fault) => expectRefusal(api, mutation, input, fault));

  test.each([['an id of another type', 'registerOffice', `role: MAYOR, name: { en: "X" }, place: "office:mayor-of-batu", ${CITED}`]])(
    'are refused as requests with %s',
    async (_, mutation, input) => {
      expect(await refusedRequest(api, mutation, input)).toEqual(['BAD_INPUT']);
    },
  );

  test('are corrected only where somebody says so', () =>
    expectRefusal(api, 'correctOffice', 'office: "office:mayor-of-batu", role: REGENT, citations: []', {
      code: 'INVALID',
      field: 'citations',
      message: /somebody must say so/,
    }));
});
