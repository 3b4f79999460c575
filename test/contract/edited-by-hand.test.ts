import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Desk } from '../../src/curation/desk.js';
import { correct } from '../../src/curation/edits/correct.js';
import { remove } from '../../src/curation/edits/remove.js';
import { makeEdit } from '../../src/curation/make-edit.js';
import { OPERATOR } from '../../src/domain/access/actor.js';
import { assemble } from '../../src/exchange/dataset/shipped.js';
import { toRecord } from '../../src/exchange/dataset/to-records.js';
import { readDataTexts } from '../../src/exchange/format/read-files.js';
import type { Graph } from '../../src/graph/graph.js';
import type { Change } from '../../src/store/data-set/changes.js';
import { replaceDataSet } from '../../src/store/data-set/replace-data-set.js';
import { readThingsById } from '../../src/store/unit/read-units.js';
import { ENGINES } from '../engines.js';
import { SMALL_DATA } from '../exchange/small-data.js';
import { openLoaded } from '../loaded-graph.js';

const CITES = [{ source: 'paper', basis: 'STATED' as const, preferred: true }];
const read = (text: string) => assemble(readDataTexts([{ file: 'data.yaml', text }]));

describe.each(ENGINES)('what people edit by hand on $name', (engine) => {
  let graph: Graph;
  beforeEach(async () => {
    graph = await openLoaded(engine, read(SMALL_DATA));
  });
  afterEach(() => graph.engine.close());

  const edit = (plan: (desk: Desk) => Promise<string>) =>
    makeEdit(graph, {
      operation: 'test',
      actor: OPERATOR,
      permission: 'CORRECT',
      reason: null,
      sources: [],
      expected: null,
      request: null,
      undoes: null,
      overrides: [],
      today: '2026-01-01',
      plan,
    });
  /** Puts another version of the data in place, and gives what became of it. */
  const put = async (text: string) => {
    const changes: Change[] = [];
    await replaceDataSet(graph, { id: 'shipped', ...read(text) }, { takesOver: true, onChange: (change) => changes.push(change) });
    return changes;
  };
  const record = async (label: 'Place' | 'Agreement' | 'Official', id: string) => {
    for await (const { unit, dataSet } of readThingsById(graph, label, [id])) return { dataSet, record: toRecord(unit).record };
    return null;
  };

  test('stays as it is when its data set comes in a new version', async () => {
    await edit((desk) => correct(desk, 'officials', 'official:ani', { name: 'Ani Lestari' }, CITES));
    const changes = await put(
      SMALL_DATA.replace('key: ani, name: Ani,', 'key: ani, name: Ani L.,').replace(
        'name: Uji, partOf: jp-26,',
        'name: Uji, partOf: jp-26, population: 7,',
      ),
    );
    expect(changes.map(({ kind, of: { id }, reason }) => [kind, id, reason])).toEqual([
      ['kept', 'official:ani', 'it was edited by hand'],
      ['changed', 'place:jp-uji', undefined],
    ]);
    expect(await record('Official', 'official:ani')).toMatchObject({ dataSet: 'curation', record: { name: 'Ani Lestari' } });
  });

  test('stays when its data set no longer has it', async () => {
    await edit((desk) => correct(desk, 'places', 'place:jp-uji', { population: 180_000 }, CITES));
    const without = read(SMALL_DATA).units.filter(({ of }) => of.id !== 'place:jp-uji');
    await replaceDataSet(graph, { id: 'shipped', fingerprint: 'another', units: without }, { takesOver: true });
    expect(await record('Place', 'place:jp-uji')).toMatchObject({ dataSet: 'curation', record: { population: 180_000 } });
  });

  test('does not come back when it was deleted, and nothing refers to it', async () => {
    const lone = `${SMALL_DATA}officials: []\n`.replace('officials: []\n', '');
    const withBudi = lone.replace(
      '  - { key: ani, name: Ani,',
      '  - { key: budi, name: Budi, cites: [{ source: paper }] }\n  - { key: ani, name: Ani,',
    );
    await put(withBudi);
    await edit((desk) => remove(desk, 'official:budi', { reason: 'Nobody.', cites: CITES, today: '2026-01-01' }));
    const changes = await put(withBudi.replace('name: Budi', 'name: Budi S.'));
    expect(changes.map(({ kind, of: { id }, reason }) => [kind, id, reason])).toEqual([
      ['kept', 'official:budi', 'it was retired by hand'],
    ]);
    expect(await record('Official', 'official:budi')).toBeNull();
  });
});
