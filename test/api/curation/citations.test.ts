import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ENGINES } from '../../engines.js';
import type { OpenedApi } from '../open-api.js';
import { editing } from './editing.js';
import { openSmall } from './open-small.js';

const THING =
  'thing { id ... on Cited { citations { source { id } locator field value preferred note } } ... on Stage { date { edtf } } ... on Agreement { stages { id date { edtf } citations { source { id } field value preferred } } } }';

describe.each(ENGINES)('citations on $name', (engine) => {
  let api: OpenedApi;
  const edit = editing(() => api);
  beforeEach(async () => {
    api = await openSmall(engine);
  });
  afterEach(() => api.close());

  test('are added, and taken back but for the last', async () => {
    expect(await edit('cite(id: "official:ani", citation: { source: "source:list", locator: "row 7" })', THING)).toMatchObject({
      thing: { citations: [{ source: { id: 'source:paper' } }, { source: { id: 'source:list' }, locator: 'row 7' }] },
    });
    expect(await edit('retractCitation(id: "official:ani", citation: { source: "source:paper" })', THING)).toMatchObject({
      thing: { citations: [{ source: { id: 'source:list' } }] },
    });
    expect((await edit('retractCitation(id: "official:ani", citation: { source: "source:list" })')).userErrors).toMatchObject([
      { code: 'INVALID', field: 'citation' },
    ]);
  });

  test('dispute what is shown, until it is preferred', async () => {
    const dispute = await edit(
      'dispute(id: "stage:batu-uji.2", field: "date", value: "2018-05", citation: { source: "source:list" })',
      THING,
    );
    expect(dispute).toMatchObject({
      thing: {
        stages: [
          {},
          {
            date: { edtf: '2018-04' },
            citations: [{}, { source: { id: 'source:list' }, field: 'date', value: '2018-05', preferred: false }],
          },
        ],
      },
    });
    const preferred = await edit(
      'prefer(id: "stage:batu-uji.2", field: "date", citation: { source: "source:list" }, because: "It is the register.")',
      THING,
    );
    expect(preferred).toMatchObject({
      thing: {
        stages: [
          {},
          {
            date: { edtf: '2018-05' },
            citations: [
              { source: { id: 'source:list' }, field: 'date', preferred: true },
              { source: { id: 'source:paper' }, field: 'date', value: '2018-04', preferred: false },
            ],
          },
        ],
      },
    });
  });
});
