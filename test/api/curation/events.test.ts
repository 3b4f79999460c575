import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGINES } from '../../engines.js';
import type { OpenedApi } from '../open-api.js';
import { expectRefusal, refusedRequest, send } from './curated.js';
import { openSmall } from './open-small.js';

const CITED = 'citations: [{ source: "source:paper", locator: "p1" }]';

describe.each(ENGINES)('events on $name', (engine) => {
  let api: OpenedApi;
  beforeAll(async () => {
    api = await openSmall(engine);
  });
  afterAll(() => api.close());

  test('are registered once', async () => {
    const input = `kind: VISIT, title: { en: "Visit to Uji" }, date: "2019-05", place: "place:jp-uji", venue: "Town hall", agreements: ["agreement:batu-uji"], sectors: ["sector:tourism"], participants: [{ role: VISITOR, tenure: "tenure:ani-mayor", note: "Led it" }], ${CITED}`;
    const first = await send(api, 'registerEvent', input, 'id name(lang: EN) date { edtf } place { id } venue');
    expect(first).toEqual({
      event: {
        id: 'event:visit-to-uji-2019-05',
        name: 'Visit to Uji',
        date: { edtf: '2019-05' },
        place: { id: 'place:jp-uji' },
        venue: 'Town hall',
      },
      revision: { number: 2 },
      userErrors: [],
    });
    const again = await send(api, 'registerEvent', input, 'id');
    expect(again).toMatchObject({
      event: {
        id: {
          id: 'event:visit-to-uji-2019-05',
          name: 'Visit to Uji',
          date: { edtf: '2019-05' },
          place: { id: 'place:jp-uji' },
          venue: 'Town hall',
        }.id,
      },
      revision: null,
      userErrors: [],
    });
    await expectRefusal(
      api,
      'registerEvent',
      `kind: VISIT, title: { en: "Visit to Uji" }, date: "2019-05", place: "place:jp-uji", venue: "Temple", agreements: ["agreement:batu-uji"], sectors: ["sector:tourism"], participants: [{ role: VISITOR, tenure: "tenure:ani-mayor", note: "Led it" }], ${CITED}`,
      { code: 'ALREADY_EXISTS', field: 'key', message: /says something else/ },
    );
  });

  test('are corrected: what is left out stays, null clears, lists are replaced', async () => {
    const answer = await send(
      api,
      'correctEvent',
      `event: "event:visit-to-uji-2019-05", venue: null, sectors: ["sector:education"], ${CITED}`,
      'date { edtf } venue sectors { id } agreements { id }',
    );
    expect(answer).toMatchObject({
      event: { date: { edtf: '2019-05' }, venue: null, sectors: [{ id: 'sector:education' }], agreements: [{ id: 'agreement:batu-uji' }] },
      userErrors: [],
    });
  });

  test.each([
    [
      'a source that is not there',
      'registerEvent',
      'kind: VISIT, title: { en: "X" }, citations: [{ source: "source:none" }]',
      { code: 'NOT_FOUND', field: 'citations[0].source', message: /there is no source/ },
    ],
    [
      'a date that is none',
      'registerEvent',
      `kind: VISIT, title: { en: "X" }, date: "soon", ${CITED}`,
      { code: 'INVALID', field: 'date', message: /soon/ },
    ],
    [
      'somebody who is not there',
      'registerEvent',
      `kind: VISIT, title: { en: "X" }, participants: [{ role: VISITOR, office: "office:none" }], ${CITED}`,
      { code: 'NOT_FOUND', field: 'participants[0].office', message: /there is no office/ },
    ],
    [
      'a participant that is two',
      'registerEvent',
      `kind: VISIT, title: { en: "X" }, participants: [{ role: VISITOR, office: "office:consul-general", place: "place:jp-uji" }], ${CITED}`,
      { code: 'INVALID', field: 'participants[0]', message: /one of them/ },
    ],
    [
      'a source of a participant that is not there',
      'registerEvent',
      `kind: VISIT, title: { en: "X" }, participants: [{ role: VISITOR, place: "place:jp-uji", citations: [{ source: "source:none" }] }], ${CITED}`,
      { code: 'NOT_FOUND', field: 'participants[0].citations[0].source', message: /there is no source/ },
    ],
    [
      'too many agreements',
      'registerEvent',
      `kind: VISIT, title: { en: "X" }, agreements: ["agreement:batu-uji", "agreement:batu-uji", "agreement:batu-uji", "agreement:batu-uji", "agreement:batu-uji", "agreement:batu-uji", "agreement:batu-uji", "agreement:batu-uji", "agreement:batu-uji", "agreement:batu-uji", "agreement:batu-uji", "agreement:batu-uji", "agreement:batu-uji", "agreement:batu-uji", "agreement:batu-uji", "agreement:batu-uji", "agreement:batu-uji", "agreement:batu-uji", "agreement:batu-uji", "agreement:batu-uji", "agreement:batu-uji"], ${CITED}`,
      { code: 'INVALID', field: 'agreements', message: /20/ },
    ],
    [
      'a participant to add who is not there',
      'addParticipants',
      `event: "event:signing", participants: [{ role: VISITOR, office: "office:none" }], ${CITED}`,
      { code: 'NOT_FOUND', field: 'participants', message: /there is no office/ },
    ],
  ])('are refused with %s', (_, mutation, input, fault) => expectRefusal(api, mutation, input, fault));

  test.each([
    ['an id of another type', 'registerEvent', `kind: VISIT, title: { en: "X" }, place: "office:mayor-of-batu", ${CITED}`],
    [
      'a participant of another type',
      'registerEvent',
      `kind: VISIT, title: { en: "X" }, participants: [{ role: VISITOR, tenure: "place:id" }], ${CITED}`,
    ],
  ])('are refused as requests with %s', async (_, mutation, input) => {
    expect(await refusedRequest(api, mutation, input)).toEqual(['BAD_INPUT']);
  });

  test('get more participants, once', async () => {
    const input = `event: "event:visit-to-uji-2019-05", participants: [{ role: WITNESS, office: "office:consul-general" }], ${CITED}`;
    const first = await send(api, 'addParticipants', input, 'participants(first: 10) { nodes { role note } }');
    expect(first).toMatchObject({
      event: {
        participants: {
          nodes: expect.arrayContaining([
            { role: 'VISITOR', note: 'Led it' },
            { role: 'WITNESS', note: null },
          ]),
        },
      },
    });
    expect(await send(api, 'addParticipants', input, 'id')).toMatchObject({ revision: null, userErrors: [] });
  });

  test('refuse another remark on somebody who is there', () =>
    expectRefusal(
      api,
      'addParticipants',
      `event: "event:visit-to-uji-2019-05", participants: [{ role: VISITOR, tenure: "tenure:ani-mayor", note: "Followed" }], ${CITED}`,
      { code: 'ALREADY_EXISTS', field: 'participants', message: /another remark/ },
    ));

  test('lose their participants when these are cleared', async () => {
    const input = `event: "event:visit-to-uji-2019-05", participants: null, ${CITED}`;
    const answer = await send(api, 'correctEvent', input, 'participants(first: 10) { nodes { role } }');
    expect(answer).toMatchObject({ event: { participants: { nodes: [] } }, userErrors: [] });
  });
});
