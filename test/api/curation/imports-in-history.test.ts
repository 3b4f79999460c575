import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { toldOf } from '../../../src/live/told.js';
import { replaceDataSet } from '../../../src/store/data-set/replace-data-set.js';
import { revisionsBetween } from '../../../src/store/history/revisions.js';
import { ENGINES } from '../../engines.js';
import { SMALL_DATA } from '../../exchange/small-data.js';
import { importText, NOTES, sectorsText } from '../../imported.js';
import type { OpenedApi } from '../open-api.js';
import { CITED, editing } from './editing.js';
import { openSmall } from './open-small.js';

const MANY = 1_100;

describe.each(ENGINES)('imports in the history on $name', (engine) => {
  let api: OpenedApi;
  const edit = editing(() => api);
  beforeEach(async () => {
    api = await openSmall(engine);
  });
  afterEach(() => api.close());

  const ask = async <T>(question: string): Promise<T> => {
    const { data, errors } = await api.ask<T, never>(question);
    expect(errors).toEqual([]);
    return data as T;
  };
  /** A time at which all that was done so far is known, and nothing of what comes. */
  const now = async () => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    const time = new Date().toISOString();
    await new Promise((resolve) => setTimeout(resolve, 5));
    return time;
  };
  const known = async (id: string, at: string) => {
    const answer = await ask<{ node: { asKnownAt: { record: unknown; details: unknown[] } | null } }>(
      `{ node(id: "${id}") { ... on Recorded { asKnownAt(at: "${at}") { record details } } } }`,
    );
    return answer.node.asKnownAt;
  };

  test('tell what was changed, brought and removed, by whom and with what', async () => {
    const before = await now();
    await importText(
      api.graph,
      SMALL_DATA.replace('name: Uji, partOf', 'name: Uji, population: 7, partOf')
        .replace('retired:', '  - { key: blue-city, name: { en: Blue City }, cites: [{ source: paper }] }\nretired:')
        .replace(/ {2}- { key: tourism.*\n/, '')
        .replace('[tourism, education]', '[education]'),
    );
    const { revisions } = await ask<{ revisions: { nodes: { changes: unknown[] }[] } }>(
      '{ revisions { nodes { number actor operation subject undoes { id } imported { dataSet tool created changed removed } changes { of before after fields { field before after } } } } }',
    );
    expect(revisions.nodes).toMatchObject([
      {
        ...{ number: 2, actor: 'operator', operation: 'import', subject: 'shipped', undoes: null },
        imported: { dataSet: 'shipped', tool: 'test', created: 1, changed: 2, removed: 1 },
      },
    ]);
    expect(revisions.nodes[0]?.changes).toHaveLength(4);
    expect(revisions.nodes[0]?.changes).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ of: 'place:jp-uji', fields: [{ field: 'population', before: null, after: 7 }] }),
        expect.objectContaining({ of: 'award:blue-city', before: null, after: expect.objectContaining({ key: 'blue-city' }) }),
        expect.objectContaining({ of: 'sector:tourism', before: expect.objectContaining({ key: 'tourism' }), after: null }),
        expect.objectContaining({ of: 'agreement:batu-uji' }),
      ]),
    );
    expect(
      await ask(
        '{ place(by: { id: "place:jp-uji" }) { lastRevision history { nodes { number } } } other: place(by: { id: "place:jp" }) { lastRevision } }',
      ),
    ).toEqual({ place: { lastRevision: 2, history: { nodes: [{ number: 2 }] } }, other: { lastRevision: 0 } });
    expect((await known('place:jp-uji', before))?.record).not.toHaveProperty('population');
    expect((await known('place:jp-uji', await now()))?.record).toHaveProperty('population', 7);
    expect(await known('award:blue-city', before)).toBeNull();
    expect(await known('award:blue-city', await now())).not.toBeNull();
    expect((await known('sector:tourism', before))?.record).toMatchObject({ key: 'tourism' });
    expect(await known('sector:tourism', await now())).toBeNull();
    expect((await known('agreement:batu-uji', before))?.record).toHaveProperty('sectors', ['tourism', 'education']);
  });

  test('show the steps of an agreement as they were known', async () => {
    const before = await now();
    await importText(
      api.graph,
      SMALL_DATA.replace('    plans:', '      - { stage: SIGNED, date: 2019-05-02, cites: [{ source: paper }] }\n    plans:'),
    );
    const state = (more = '') => `state(asOf: "2020-01-01" ${more}) { stage { stage } }`;
    expect(await ask(`{ agreement(id: "agreement:batu-uji") { now: ${state()} before: ${state(`asKnownAt: "${before}"`)} } }`)).toEqual({
      agreement: { now: { stage: { stage: 'SIGNED' } }, before: { stage: { stage: 'LETTER_OF_INTENT' } } },
    });
  });

  test('are not taken back by an edit, which is told what does', async () => {
    await importText(api.graph, SMALL_DATA.replace('name: Uji, partOf', 'name: Uji, population: 7, partOf'));
    expect((await edit('undo(revision: 2)')).userErrors).toEqual([
      { code: 'IMPORTED', field: 'revision', message: expect.stringContaining('kembar remove shipped') },
    ]);
  });

  test('stand against an edit that was made on what was there before', async () => {
    await importText(api.graph, SMALL_DATA.replace('name: Uji, partOf', 'name: Uji, population: 7, partOf'));
    const correction = (basedOn: number) =>
      edit(
        `correctPlace(input: { place: "place:jp-uji", population: 8, ${CITED} }, edit: { basedOn: ${basedOn} })`,
        'place { population }',
      );
    expect((await correction(1)).userErrors).toMatchObject([{ code: 'CONFLICT', message: expect.stringContaining('revision 2 changed') }]);
    expect(await correction(2)).toMatchObject({ place: { population: 8 }, userErrors: [] });
  });

  test('that bring very much are one revision without a change for each thing, which is not known before it', async () => {
    const before = await now();
    await importText(api.graph, sectorsText(MANY), { as: 'fields' });
    const brought = await now();
    expect(await ask('{ revisions { nodes { number imported { created } changes { of } } } }')).toEqual({
      revisions: { nodes: [{ number: 2, imported: { created: MANY }, changes: [] }] },
    });
    const ofOne = '{ sector(id: "sector:f7") { lastRevision history { totalCount nodes { number } } } }';
    expect(await ask(ofOne)).toEqual({ sector: { lastRevision: 2, history: { totalCount: 1, nodes: [{ number: 2 }] } } });
    expect(await known('sector:f7', before)).toBeNull();
    expect((await known('sector:f7', brought))?.record).toMatchObject({ name: { en: 'Field 7' } });

    await importText(api.graph, sectorsText(MANY).replace('Field 7 ', 'Fields 7 '), { as: 'fields' });
    const changed = await now();
    await importText(api.graph, sectorsText(8).replace('Field 7 ', 'Fields 7 '), { as: 'fields' });
    await importText(api.graph, sectorsText(7), { as: 'fields' });
    const removed = await now();
    await importText(api.graph, sectorsText(MANY), { as: 'fields' });
    expect(await ask(ofOne)).toEqual({
      sector: { lastRevision: 6, history: { totalCount: 4, nodes: [{ number: 6 }, { number: 5 }, { number: 3 }, { number: 2 }] } },
    });
    expect(await known('sector:f7', before)).toBeNull();
    expect((await known('sector:f7', brought))?.record).toMatchObject({ name: { en: 'Field 7' } });
    expect((await known('sector:f7', changed))?.record).toMatchObject({ name: { en: 'Fields 7' } });
    expect(await known('sector:f7', removed)).toBeNull();
    expect((await known('sector:f7', await now()))?.record).toMatchObject({ name: { en: 'Field 7' } });
    expect(await known('sector:f1', before)).toBeNull();
    expect((await known('sector:f1', removed))?.record).toMatchObject({ name: { en: 'Field 1' } });
  });

  test('are known as what was there before an edit by hand', async () => {
    const before = await now();
    await importText(api.graph, sectorsText(MANY), { as: 'fields' });
    const brought = await now();
    await edit(`correctSector(input: { sector: "sector:f7", name: { id: "Lain", en: "Other" } })`);
    expect(await ask('{ sector(id: "sector:f7") { history { nodes { operation } } } }')).toEqual({
      sector: { history: { nodes: [{ operation: 'correctSector' }, { operation: 'import' }] } },
    });
    expect(await known('sector:f7', before)).toBeNull();
    expect((await known('sector:f7', brought))?.record).toMatchObject({ name: { en: 'Field 7' } });
  });

  test('are read page by page', async () => {
    await importText(api.graph, sectorsText(30), { as: 'fields' });
    const page = async (after: string) =>
      (
        await ask<{ revision: { changes: { of: string; position: number }[] } }>(
          `{ revision(number: 2) { changes(first: 20 ${after}) { of position } } }`,
        )
      ).revision.changes;
    const [first, second] = [await page(''), await page('after: 19')];
    expect([first.length, second.length]).toEqual([20, 10]);
    expect(new Set([...first, ...second].map(({ of }) => of)).size).toBe(30);
    const { errors } = await api.ask('{ revision(number: 2) { changes(first: 2001) { of } } }');
    expect(errors).toMatchObject([{ code: 'BAD_INPUT', message: expect.stringContaining('1 to 2000') }]);
  });

  test('are told agreement by agreement, unless they change very much', async () => {
    await importText(
      api.graph,
      SMALL_DATA.replace('    plans:', '      - { stage: SIGNED, date: 2019-05-02, cites: [{ source: paper }] }\n    plans:'),
    );
    await importText(api.graph, sectorsText(MANY), { as: 'fields' });
    await importText(api.graph, sectorsText(MANY, 'Sector'), { as: 'fields' });
    const told = await toldOf(api.graph, await revisionsBetween(api.graph, 0, 9, 9));
    expect(told.map(({ revision, changes, agreements }) => [revision.number, changes.length, agreements.map(({ id }) => id)])).toEqual([
      [2, 1, ['agreement:batu-uji']],
      [3, 0, []],
      [4, 0, []],
    ]);
    expect(await ask('{ revision(number: 4) { imported { changed } changes(first: 2000) { of } } }')).toMatchObject({
      revision: { imported: { changed: MANY }, changes: { length: MANY } },
    });
  });

  test('that find everything as it is make no revision', async () => {
    await replaceDataSet(api.graph, { id: 'nothing', fingerprint: 'a', units: [] }, { notes: NOTES });
    expect(await ask('{ revisions { totalCount } }')).toEqual({ revisions: { totalCount: 0 } });
  });
});
