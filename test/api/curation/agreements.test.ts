import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ENGINES } from '../../engines.js';
import type { OpenedApi } from '../open-api.js';
import { CITED, editing } from './editing.js';
import { openSmall } from './open-small.js';

const STEPS = 'stages { id stage date { edtf } citations { source { id } } } state { stage { stage } }';

describe.each(ENGINES)('agreements on $name', (engine) => {
  let api: OpenedApi;
  const edit = editing(() => api);
  beforeEach(async () => {
    api = await openSmall(engine);
  });
  afterEach(() => api.close());

  const open = (parties: readonly string[], more = '') =>
    edit(
      `openAgreement(input: { kind: FRIENDSHIP, parties: ${JSON.stringify(parties)}, steps: [{ stage: INITIATIVE, date: "2024", ${CITED} }], ${CITED} ${more} })`,
      `agreement { id name parties { place { id } } ${STEPS} }`,
    );

  test('are opened once, from whichever side', async () => {
    expect(await open(['place:id-ji', 'place:jp-uji'])).toEqual({
      agreement: {
        id: 'agreement:id-ji.jp-uji',
        name: 'Jawa Timur – Uji',
        parties: [{ place: { id: 'place:id-ji' } }, { place: { id: 'place:jp-uji' } }],
        stages: [
          { id: 'stage:id-ji.jp-uji.1', stage: 'INITIATIVE', date: { edtf: '2024' }, citations: [{ source: { id: 'source:paper' } }] },
        ],
        state: { stage: { stage: 'INITIATIVE' } },
      },
      revision: { number: 2 },
      userErrors: [],
    });
    expect(await open(['place:jp-uji', 'place:id-ji'])).toMatchObject({
      agreement: { id: 'agreement:id-ji.jp-uji' },
      revision: null,
      userErrors: [],
    });
  });

  test('are one agreement when fifty open the same at once, from both sides', async () => {
    const sides = [
      ['place:id-ji', 'place:jp-uji'],
      ['place:jp-uji', 'place:id-ji'],
    ];
    const edits = await Promise.all(Array.from({ length: 50 }, (_, index) => open(sides[index % 2] ?? [])));
    expect(edits.filter(({ revision }) => revision !== null)).toHaveLength(1);
    expect(edits.flatMap(({ userErrors }) => userErrors)).toEqual([]);
    const { data } = await api.ask<{ agreements: { totalCount: number }; graph: { revision: number } }, never>(
      '{ agreements { totalCount } graph { revision } }',
    );
    expect(data).toEqual({ agreements: { totalCount: 3 }, graph: { revision: 2 } });
  });

  test('advance, and their steps are corrected and withdrawn, with ids that are not given again', async () => {
    const advance = (stage: string, date: string) =>
      edit(
        `advanceAgreement(agreement: "agreement:batu-uji", step: { stage: ${stage}, date: "${date}", ${CITED} })`,
        `agreement { ${STEPS} }`,
      );
    expect(await advance('SIGNED', '2019-05-02')).toMatchObject({
      agreement: {
        stages: [{ id: 'stage:batu-uji.1' }, { id: 'stage:batu-uji.2' }, { id: 'stage:batu-uji.3', stage: 'SIGNED' }],
        state: { stage: { stage: 'SIGNED' } },
      },
    });
    expect(
      await edit(`correctStep(input: { step: "stage:batu-uji.3", date: "2019-05-03", ${CITED} })`, `agreement { ${STEPS} }`),
    ).toMatchObject({
      agreement: { stages: [{}, {}, { id: 'stage:batu-uji.3', date: { edtf: '2019-05-03' } }] },
    });
    expect(await edit(`withdrawStep(step: "stage:batu-uji.3", ${CITED})`, `agreement { ${STEPS} }`)).toMatchObject({
      agreement: { stages: [{ id: 'stage:batu-uji.1' }, { id: 'stage:batu-uji.2' }], state: { stage: { stage: 'LETTER_OF_INTENT' } } },
    });
    expect(await edit(`withdrawStep(step: "stage:batu-uji.1", ${CITED})`, `agreement { ${STEPS} }`)).toMatchObject({
      agreement: { stages: [{ id: 'stage:batu-uji.2' }] },
    });
    expect(await advance('SIGNED', '2020')).toMatchObject({
      agreement: { stages: [{ id: 'stage:batu-uji.2' }, { id: 'stage:batu-uji.4' }] },
    });
  });

  test('are refused what is not acceptable, and nothing is written', async () => {
    expect((await open(['place:id-ji', 'place:nowhere'])).userErrors).toEqual([
      { code: 'NOT_FOUND', message: 'there is no place "place:nowhere"', field: 'parties[1]' },
    ]);
    expect((await open(['place:id-ji'])).userErrors).toMatchObject([{ code: 'INVALID', field: 'parties' }]);
    expect((await open(['place:id-ji', 'place:jp-uji'], ', key: "batu-udji"')).userErrors).toMatchObject([
      { code: 'RETIRED', field: 'key' },
    ]);
    expect(
      (await edit(`setUmbrella(agreement: "agreement:east-java-kyoto", umbrella: "agreement:batu-uji", ${CITED})`)).userErrors,
    ).toMatchObject([{ code: 'INVALID', message: 'the agreement is its own umbrella', field: 'umbrella' }]);
    const { data } = await api.ask<{ graph: { revision: number } }, never>('{ graph { revision } }');
    expect(data?.graph.revision).toBe(1);
  });
});
