import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGINES } from '../../engines.js';
import type { OpenedApi } from '../open-api.js';
import { expectRefusal, refusedRequest, send } from './curated.js';
import { openSmall } from './open-small.js';

const CITED = 'citations: [{ source: "source:paper", locator: "p1" }]';

describe.each(ENGINES)('awards on $name', (engine) => {
  let api: OpenedApi;
  beforeAll(async () => {
    api = await openSmall(engine);
  });
  afterAll(() => api.close());

  test('are registered once', async () => {
    const input = `name: { en: "Blue City" }, organiser: "Somebody", date: "2020", participatingPlaces: 3, results: [{ place: "place:jp-uji", outcome: PARTICIPANT, votes: 5 }], ${CITED}`;
    const first = await send(api, 'registerAward', input, 'id name(lang: EN) organiser participatingPlaces');
    expect(first).toEqual({
      award: { id: 'award:blue-city', name: 'Blue City', organiser: 'Somebody', participatingPlaces: 3 },
      revision: { number: 2 },
      userErrors: [],
    });
    const again = await send(api, 'registerAward', input, 'id');
    expect(again).toMatchObject({
      award: { id: { id: 'award:blue-city', name: 'Blue City', organiser: 'Somebody', participatingPlaces: 3 }.id },
      revision: null,
      userErrors: [],
    });
    await expectRefusal(
      api,
      'registerAward',
      `name: { en: "Blue City" }, organiser: "Nobody", date: "2020", participatingPlaces: 3, results: [{ place: "place:jp-uji", outcome: PARTICIPANT, votes: 5 }], ${CITED}`,
      { code: 'ALREADY_EXISTS', field: 'key', message: /says something else/ },
    );
  });

  test('are corrected: what is left out stays, null clears', async () => {
    const answer = await send(
      api,
      'correctAward',
      `award: "award:blue-city", organiser: null, participatingCountries: 2, ${CITED}`,
      'organiser participatingPlaces participatingCountries date { edtf }',
    );
    expect(answer).toMatchObject({
      award: { organiser: null, participatingPlaces: 3, participatingCountries: 2, date: { edtf: '2020' } },
      userErrors: [],
    });
  });

  test.each([
    [
      'a source that is not there',
      'registerAward',
      'name: { en: "X" }, citations: [{ source: "source:none" }]',
      { code: 'NOT_FOUND', field: 'citations[0].source', message: /there is no source/ },
    ],
    [
      'a date that is none',
      'registerAward',
      `name: { en: "X" }, date: "2020-00", ${CITED}`,
      { code: 'INVALID', field: 'date', message: /2020-00/ },
    ],
    [
      'fewer than no places',
      'registerAward',
      `name: { en: "X" }, participatingPlaces: -1, ${CITED}`,
      { code: 'INVALID', field: 'participatingPlaces', message: /0/ },
    ],
    [
      'a place that is not there',
      'registerAward',
      `name: { en: "X" }, results: [{ place: "place:none", outcome: PARTICIPANT }], ${CITED}`,
      { code: 'NOT_FOUND', field: 'results[0].place', message: /there is no place/ },
    ],
    [
      'a result that says otherwise',
      'addAwardResults',
      `award: "award:green-city", results: [{ place: "place:id-kota-batu", outcome: PARTICIPANT, votes: 8 }], ${CITED}`,
      { code: 'ALREADY_EXISTS', field: 'results', message: /other numbers/ },
    ],
  ])('are refused with %s', (_, mutation, input, fault) => expectRefusal(api, mutation, input, fault));

  test.each([
    ['an id of another type', 'registerAward', `name: { en: "X" }, results: [{ place: "sector:tourism", outcome: PARTICIPANT }], ${CITED}`],
  ])('are refused as requests with %s', async (_, mutation, input) => {
    expect(await refusedRequest(api, mutation, input)).toEqual(['BAD_INPUT']);
  });

  test('get more results, once', async () => {
    const input = `award: "award:blue-city", results: [{ place: "place:id-kota-batu", outcome: PARTICIPANT, votes: 9 }], ${CITED}`;
    expect(await send(api, 'addAwardResults', input, 'id')).toMatchObject({ award: { id: 'award:blue-city' }, userErrors: [] });
    expect(await send(api, 'addAwardResults', input, 'id')).toMatchObject({ revision: null, userErrors: [] });
  });

  test('lose their results when these are cleared', async () => {
    const input = `award: "award:blue-city", results: null, ${CITED}`;
    const answer = await send(api, 'correctAward', input, 'results(first: 10) { nodes { outcome } }');
    expect(answer).toMatchObject({ award: { results: { nodes: [] } }, userErrors: [] });
  });
});
