import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ENGINES } from '../../engines.js';
import type { OpenedApi } from '../open-api.js';
import { CITED, editing } from './editing.js';
import { openSmall } from './open-small.js';

describe.each(ENGINES)('the history on $name', (engine) => {
  let api: OpenedApi;
  const edit = editing(() => api);
  beforeEach(async () => {
    api = await openSmall(engine);
  });
  afterEach(() => api.close());

  const correct = (population: number, more = '') =>
    edit(`correctPlace(input: { place: "place:id-kota-batu", population: ${population}, ${CITED} } ${more})`, 'place { population }');
  const ask = async (question: string) => {
    const { data, errors } = await api.ask<Record<string, never>, never>(question);
    expect(errors).toEqual([]);
    return data;
  };

  test('tells who changed what, and why', async () => {
    await correct(200_000, ', edit: { reason: "The census." }');
    const { revisions } = (await ask(
      '{ revisions { totalCount nodes { number operation reason subject sources { id } undoes { id } changes { of before after fields { field before after } } } } }',
    )) as never as { revisions: { totalCount: number; nodes: { changes: { before: object; after: object }[] }[] } };
    expect(revisions).toMatchObject({
      totalCount: 1,
      nodes: [
        {
          number: 2,
          operation: 'correctPlace',
          reason: 'The census.',
          subject: 'place:id-kota-batu',
          sources: [{ id: 'source:paper' }],
          undoes: null,
          changes: [
            { of: 'place:id-kota-batu', before: { key: 'id-kota-batu' }, fields: [{ field: 'population', before: null, after: 200_000 }] },
          ],
        },
      ],
    });
  });

  test.each([
    'dispute(id: "stage:batu-uji.2", field: "date", value: "2018-05", citation: { source: "source:list" }, edit: { basedOn: 1 })',
    'cite(id: "agreement:batu-uji", citation: { source: "source:list" }, edit: { basedOn: 1 })',
    'retractCitation(id: "stage:batu-uji.2", citation: { source: "source:paper", locator: "p3" }, edit: { basedOn: 1 })',
    'prefer(id: "stage:batu-uji.2", field: "date", citation: { source: "source:list" }, because: "So it is.", edit: { basedOn: 1 })',
  ])('stands against what was read before something changed: %s', async (call) => {
    await edit(`advanceAgreement(agreement: "agreement:batu-uji", step: { stage: COOPERATION_PLAN, date: "2018-09", ${CITED} })`);
    expect((await edit(call)).userErrors).toMatchObject([{ code: 'CONFLICT' }]);
  });

  test('has no revision yet that an edit could be based on', async () => {
    expect((await correct(200_000, ', edit: { basedOn: 999999 }')).userErrors).toEqual([
      { code: 'INVALID', field: 'basedOn', message: expect.stringContaining('the graph has no revision 999999 yet') },
    ]);
  });

  test('takes an edit back by another one, which can be taken back too', async () => {
    await correct(200_000);
    expect(await edit('undo(revision: 2)', 'thing { ... on Place { population } }')).toMatchObject({
      thing: { population: null },
      revision: { number: 3 },
      userErrors: [],
    });
    expect(await edit('undo(revision: 3)', 'thing { ... on Place { population } }')).toMatchObject({
      thing: { population: 200_000 },
      revision: { number: 4 },
    });
    expect((await edit('undo(revision: 2)')).userErrors).toMatchObject([{ code: 'CONFLICT' }, { code: 'CONFLICT' }]);
  });

  test('takes back what was brought, and brings back what was deleted', async () => {
    await edit(`registerPlace(input: { key: "id-kota-malang", kind: CITY, name: "Kota Malang", partOf: "place:id-ji", ${CITED} })`);
    await edit('undo(revision: 2)');
    expect(await ask('{ node(id: "place:id-kota-malang") { __typename } }')).toEqual({ node: { __typename: 'Tombstone' } });
    await edit('undo(revision: 3)');
    const deletion = await edit(`delete(id: "place:id-kota-malang", because: "Not wanted.", ${CITED})`, 'tombstone { id reason stated }');
    expect(deletion).toMatchObject({ tombstone: { id: 'place:id-kota-malang', reason: 'Not wanted.', stated: true }, userErrors: [] });
    await edit('undo(revision: 5)');
    expect(await ask('{ node(id: "place:id-kota-malang") { __typename } }')).toEqual({ node: { __typename: 'Place' } });
  });

  test('has nothing to take back of a revision that there is not', async () => {
    expect((await edit('undo(revision: 99)')).userErrors).toEqual([
      { code: 'NOT_FOUND', field: 'revision', message: 'there is no revision 99 in the history' },
    ]);
  });

  test('keeps what others refer to', async () => {
    const { userErrors } = await edit(`delete(id: "place:jp-uji", because: "Not wanted.", ${CITED})`);
    expect(userErrors).toEqual([
      { code: 'REFERRED_TO', field: null, message: '"place:jp-uji" is referred to by "agreement:batu-uji", "event:signing"' },
    ]);
    expect(await ask('{ graph { revision } node(id: "place:jp-uji") { id } }')).toEqual({
      graph: { revision: 1 },
      node: { id: 'place:jp-uji' },
    });
  });

  test('shows what changed since an edit was prepared', async () => {
    await correct(200_000);
    const { userErrors } = await correct(300_000, ', edit: { basedOn: 1 }');
    expect(userErrors).toMatchObject([
      {
        code: 'CONFLICT',
        message: 'revision 2 changed "place:id-kota-batu": population from nothing to 200000',
      },
    ]);
    expect(await correct(300_000, ', edit: { basedOn: 2 }')).toMatchObject({ place: { population: 300_000 }, userErrors: [] });
  });

  test('gives a request that comes again one effect', async () => {
    const first = await correct(200_000, ', edit: { idempotencyKey: "the-census-2020" }');
    await correct(300_000);
    expect(await correct(200_000, ', edit: { idempotencyKey: "the-census-2020" }')).toEqual({ ...first, place: { population: 300_000 } });
    expect((await correct(400_000, ', edit: { idempotencyKey: "the-census-2020" }')).userErrors).toMatchObject([{ code: 'KEY_REUSED' }]);
  });

  test('keeps what sources say differently of two that are merged', async () => {
    await edit(
      `registerEvent(input: { key: "signing-again", kind: SIGNING, title: { en: "Signing" }, date: "2018-05-01", place: "place:id-kota-batu", agreements: ["agreement:batu-uji"], citations: [{ source: "source:list" }] })`,
    );
    const merging = `mergeDuplicates(duplicate: "event:signing-again", into: "event:signing", because: "One and the same.", ${CITED})`;
    expect(await edit(merging)).toMatchObject({ userErrors: [] });
    expect(
      await ask('{ node(id: "event:signing") { ... on Event { date { edtf } citations { source { id } field value preferred } } } }'),
    ).toEqual({
      node: {
        date: { edtf: '2018-04-30' },
        citations: expect.arrayContaining([
          { source: { id: 'source:list' }, field: 'date', value: '2018-05-01', preferred: false },
          { source: { id: 'source:list' }, field: 'title.en', value: 'Signing', preferred: false },
        ]),
      },
    });
  });

  test('gives no id of a step again that was withdrawn, by a merger either', async () => {
    await edit(`advanceAgreement(agreement: "agreement:batu-uji", step: { stage: COOPERATION_PLAN, date: "2018-09", ${CITED} })`);
    await edit(`withdrawStep(step: "stage:batu-uji.3", ${CITED})`);
    const second = 'key: "second", kind: SISTER_CITY, parties: ["place:id-kota-batu", "place:jp-uji"]';
    const override = 'edit: { overrides: [{ rule: SAME_PARTIES, reason: "To be merged." }] }';
    await edit(`openAgreement(input: { ${second}, steps: [{ stage: DRAFTING, date: "2019", ${CITED} }], ${CITED} }, ${override})`);
    const merging = `mergeDuplicates(duplicate: "agreement:second", into: "agreement:batu-uji", because: "The same.", ${CITED})`;
    expect(await edit(merging)).toMatchObject({ userErrors: [] });
    const { agreement } = (await ask('{ agreement(id: "agreement:batu-uji") { stages { id stage } } }')) as never as {
      agreement: { stages: { id: string; stage: string }[] };
    };
    expect(agreement.stages).toContainEqual({ id: 'stage:batu-uji.4', stage: 'DRAFTING' });
  });

  test('shows a merger, which can be taken back with all that referred to the duplicate', async () => {
    const all =
      '{ agreements { nodes { id parties { place { id } } } } event: node(id: "event:signing") { ... on Event { participants { nodes { participant { ... on Place { id } } } } } } }';
    await edit(`registerPlace(input: { key: "jp-udji", kind: CITY, name: "Udji", partOf: "place:jp-26", population: 9, ${CITED} })`);
    await edit(
      `openAgreement(input: { kind: FRIENDSHIP, parties: ["place:id-ji", "place:jp-udji"], steps: [{ stage: SIGNED, ${CITED} }], ${CITED} })`,
    );
    const before = await ask(all);
    const merger = await edit(
      `mergeDuplicates(duplicate: "place:jp-uji", into: "place:jp-udji", because: "Two spellings.", ${CITED})`,
      'thing { ... on Place { id population otherNames { text } } }',
    );
    expect(merger).toMatchObject({
      thing: { id: 'place:jp-udji', population: 9, otherNames: [{ text: '宇治市' }, { text: 'Uji' }] },
      userErrors: [],
    });
    expect(await ask('{ node(id: "place:jp-uji") { ... on Tombstone { successor { id } } } }')).toEqual({
      node: { successor: { id: 'place:jp-udji' } },
    });
    expect(JSON.stringify(await ask(all))).not.toContain('jp-uji"');
    expect(await edit('undo(revision: 4)')).toMatchObject({ userErrors: [] });
    expect(await ask(all)).toEqual(before);
  });

  test('tells what was believed at a time, about a day', async () => {
    const atOf = async (number: number) =>
      ((await ask(`{ revision(number: ${number}) { at } }`)) as never as { revision: { at: string } }).revision.at;
    const advance = (date: string) =>
      edit(`advanceAgreement(agreement: "agreement:batu-uji", step: { stage: SIGNED, date: "${date}", ${CITED} })`);
    await advance('2019-05-02');
    const [then] = [await atOf(2), await new Promise((resolve) => setTimeout(resolve, 5))];
    await edit(`correctStep(input: { step: "stage:batu-uji.3", date: "2021-05-02", ${CITED} })`);
    await edit(`setUmbrella(agreement: "agreement:batu-uji", umbrella: null, ${CITED})`);
    const known = async (argument: string) =>
      (
        (await ask(
          `{ agreement(id: "agreement:batu-uji") { state(asOf: "2020-01-01" ${argument}) { stage { stage id } } } }`,
        )) as never as { agreement: { state: object } }
      ).agreement.state;
    expect(await known('')).toEqual({ stage: { stage: 'LETTER_OF_INTENT', id: 'stage:batu-uji.2' } });
    expect(await known(`asKnownAt: "${then}"`)).toEqual({ stage: { stage: 'SIGNED', id: 'stage:batu-uji.3' } });
    expect(await known('asKnownAt: "2000-01-01"')).toEqual({ stage: { stage: 'LETTER_OF_INTENT', id: 'stage:batu-uji.2' } });
    expect(
      await ask(
        `{ agreement(id: "agreement:batu-uji") { lastRevision umbrella { id } history(first: 2) { totalCount nodes { number } } asKnownAt(at: "${then}") { record } } }`,
      ),
    ).toMatchObject({
      agreement: {
        lastRevision: 4,
        umbrella: null,
        history: { totalCount: 3, nodes: [{ number: 4 }, { number: 3 }] },
        asKnownAt: { record: { umbrella: 'east-java-kyoto', stages: [{}, {}, { stage: 'SIGNED', date: '2019-05-02' }] } },
      },
    });
    const { errors } = await api.ask('{ agreement(id: "agreement:batu-uji") { asKnownAt(at: "yesterday") { record } } }');
    const { errors: noDay } = await api.ask('{ agreement(id: "agreement:batu-uji") { asKnownAt(at: "2026-02-31") { record } } }');
    expect(noDay).toMatchObject([{ code: 'BAD_INPUT' }]);
    expect(errors).toMatchObject([{ code: 'BAD_INPUT', message: expect.stringContaining('"yesterday" is no time') }]);
  });

  test('knows what was deleted, by the id that is retired', async () => {
    await edit(`registerPlace(input: { key: "id-kota-malang", kind: CITY, name: "Kota Malang", partOf: "place:id-ji", ${CITED} })`);
    await edit(`delete(id: "place:id-kota-malang", because: "Not wanted.", ${CITED})`);
    expect(await ask('{ node(id: "place:id-kota-malang") { ... on Tombstone { history { nodes { number operation } } } } }')).toEqual({
      node: {
        history: {
          nodes: [
            { number: 3, operation: 'delete' },
            { number: 2, operation: 'registerPlace' },
          ],
        },
      },
    });
  });
});
