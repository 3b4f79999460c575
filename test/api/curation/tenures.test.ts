import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGINES } from '../../engines.js';
import type { OpenedApi } from '../open-api.js';
import { expectRefusal, refusedRequest, send } from './curated.js';
import { openSmall } from './open-small.js';

const CITED = 'citations: [{ source: "source:paper", locator: "p1" }]';

describe.each(ENGINES)('tenures on $name', (engine) => {
  let api: OpenedApi;
  beforeAll(async () => {
    api = await openSmall(engine);
  });
  afterAll(() => api.close());

  test('are registered once', async () => {
    const input = `official: "official:ani", office: "office:consul-general", from: "199X", acting: true, ${CITED}`;
    const first = await send(api, 'registerTenure', input, 'id acting from { edtf } official { id } office { id }');
    expect(first).toEqual({
      tenure: {
        id: 'tenure:ani.consul-general',
        acting: true,
        from: { edtf: '199X' },
        official: { id: 'official:ani' },
        office: { id: 'office:consul-general' },
      },
      revision: { number: 2 },
      userErrors: [],
    });
    const again = await send(api, 'registerTenure', input, 'id');
    expect(again).toMatchObject({
      tenure: {
        id: {
          id: 'tenure:ani.consul-general',
          acting: true,
          from: { edtf: '199X' },
          official: { id: 'official:ani' },
          office: { id: 'office:consul-general' },
        }.id,
      },
      revision: null,
      userErrors: [],
    });
    await expectRefusal(
      api,
      'registerTenure',
      `official: "official:ani", office: "office:consul-general", from: "1998", acting: true, ${CITED}`,
      { code: 'ALREADY_EXISTS', field: 'key', message: /says something else/ },
    );
  });

  test('are corrected: what is left out stays, null clears', async () => {
    const answer = await send(
      api,
      'correctTenure',
      `tenure: "tenure:ani.consul-general", from: null, until: "2001-05", ${CITED}`,
      'acting from { edtf } until { edtf }',
    );
    expect(answer).toMatchObject({ tenure: { acting: true, from: null, until: { edtf: '2001-05' } }, userErrors: [] });
  });

  test.each([
    [
      'a source that is not there',
      'registerTenure',
      'official: "official:ani", office: "office:consul-general", from: "199X", acting: true, citations: [{ source: "source:none" }]',
      { code: 'NOT_FOUND', field: 'citations[0].source', message: /there is no source/ },
    ],
    [
      'a date that is none',
      'registerTenure',
      `official: "official:ani", office: "office:consul-general", from: "2018-13", ${CITED}`,
      { code: 'INVALID', field: 'from', message: /2018-13/ },
    ],
    [
      'an official who is not there',
      'registerTenure',
      `official: "official:none", office: "office:consul-general", ${CITED}`,
      { code: 'NOT_FOUND', field: 'official', message: /there is no official/ },
    ],
  ])('are refused with %s', (_, mutation, input, fault) => expectRefusal(api, mutation, input, fault));

  test.each([['an id of another type', 'registerTenure', `official: "office:mayor-of-batu", office: "office:consul-general", ${CITED}`]])(
    'are refused as requests with %s',
    async (_, mutation, input) => {
      expect(await refusedRequest(api, mutation, input)).toEqual(['BAD_INPUT']);
    },
  );
});
