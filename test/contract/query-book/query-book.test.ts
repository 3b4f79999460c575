import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NODES, type NodeLabel } from '../../../src/domain/ontology.js';
import { assembleDataSet, SHIPPED_DATA } from '../../../src/exchange/dataset/shipped.js';
import type { Graph } from '../../../src/graph/graph.js';
import { QueryBook } from '../../../src/graph/query-book.js';
import type { PlainValue, Row } from '../../../src/graph/values.js';
import { ENGINES } from '../../engines.js';
import { openLoaded } from '../../loaded-graph.js';
import { type KnownIds, listSamples, questionSamples } from './samples.js';

const book = new QueryBook();
const dataSet = await assembleDataSet(SHIPPED_DATA);

/** Agreements and what they touch: enough ids to ask about, few enough to ask about all of them at once. */
const ids = Object.fromEntries(
  (Object.keys(NODES) as NodeLabel[]).map((label) => {
    const known = (dataSet.batch.nodes.get(label) ?? []).map(({ id }) => id).sort();
    return [label, [...(label === 'Place' ? placesOfAgreements() : known.slice(0, 300)), `${NODES[label].prefix}:missing`]];
  }),
) as unknown as KnownIds;

function placesOfAgreements(): string[] {
  const parties = dataSet.batch.relationships.get('Agreement HAS_PARTY Place')?.rows.map(({ to }) => to) ?? [];
  return [...new Set(parties)].sort();
}

const LISTS = listSamples(ids);
const QUESTIONS = questionSamples(ids);

/** Statements that change the graph; the loading of the data under test runs them, and the suites of the store. */
const WRITING = [
  'graph/set-schema',
  'graph/raise-revision',
  'graph/keep-revision',
  'graph/save-data-set',
  'graph/data-sets',
  'graph/mark',
  'graph/import-under-way',
  'graph/begin-import',
  'graph/lock-import',
  'graph/beat-import',
  'graph/end-import',
  // No data set of the shipped data adds to another one; the suite of data sets has some.
  'unit/details',
  'unit/details-of',
  // The shipped data retires nothing yet; the suite of tombstones does.
  'tombstone/by-ids',
  'tombstone/stated',
  // Nobody has edited the shipped data; the suites of curation do.
  'revision/save',
  'revision/save-changes',
  'revision/after',
  'revision/by-ids',
  'revision/by-request',
  'revision/changes',
  'revision/changes-of',
  'revision/last-of',
  'revision/number-at',
  'revision/list-all',
  'revision/list-of-thing',
  'revision/marked-things',
  'revision/marked-details',
  // The shipped data names no webhook; the suite of how far they have come does.
  'hook/lock',
  'hook/by-ids',
  'hook/save',
];
/** Lists of which the shipped data has no example yet: no place of it has a recorded former parent. */
const WITHOUT_ROWS = new Set(['place/list-former-parts']);
/** Statements with lists in their rows that are in no order. */
const WITH_UNORDERED_LISTS = new Set(['snapshot/agreements']);
/** Frames that lists are put into. */
const FRAMES = ['list/page-up', 'list/page-down', 'list/count'];

test('every statement of the book is asked here, or is a fragment, a frame, a migration or a write', () => {
  const included = new Set(
    book
      .names()
      .flatMap((name) => [...book.source(name).matchAll(/\{\{> ([\w/-]+)(?: if [\w ]+)?\}\}/g)].map(([, inner]) => inner as string)),
  );
  const known = new Set([...Object.keys(LISTS), ...Object.keys(QUESTIONS), ...WRITING, ...FRAMES, ...included]);
  const unknown = book.names().filter((name) => !known.has(name) && !name.startsWith('setup/') && !name.startsWith('write/'));
  expect(unknown, 'add samples for these statements to samples.ts').toEqual([]);
});

describe('every engine gives the same rows', () => {
  const graphs: Graph[] = [];

  beforeAll(async () => {
    for (const engine of ENGINES) graphs.push(await openLoaded(engine, dataSet));
  });
  afterAll(() => Promise.all(graphs.map(({ engine }) => engine.close())));

  /** Asks all engines and compares with the first; a statement without ORDER BY promises no order. */
  async function compare(name: string, ask: (graph: Graph) => Promise<readonly Row[]>): Promise<readonly Row[]> {
    const ordered = /ORDER BY[^}]*$/.test(book.statement(name, 'embedded', SLOTS_FOR_TEXT));
    const answers = await Promise.all(
      graphs.map(async (graph) => {
        const rows = WITH_UNORDERED_LISTS.has(name) ? (await ask(graph)).map(withSortedLists) : await ask(graph);
        return ordered ? rows : [...rows].sort(byText);
      }),
    );
    for (const [index, answer] of answers.entries()) {
      expect(answer, `${graphs[index]?.engine.name} answers otherwise than ${graphs[0]?.engine.name}`).toEqual(answers[0]);
    }
    return answers[0] ?? [];
  }

  test.each(Object.keys(QUESTIONS))('%s', async (name) => {
    let rows = 0;
    for (const { parameters, slots } of QUESTIONS[name] ?? [])
      rows += (await compare(name, (graph) => graph.ask(name, parameters, slots))).length;
    expect(rows, 'no sample gives a row, so nothing was compared').toBeGreaterThan(0);
  });

  test.each(Object.keys(LISTS))('%s', async (name) => {
    const { parents, parameters } = LISTS[name] as (typeof LISTS)[string];
    let rows = 0;
    for (const [index, filters] of parameters.entries()) {
      const start = { ...filters, parents, afterKey: null, afterId: '', limit: 7 };
      // How pages are cut does not depend on the filters, so one set of them shows both directions.
      for (const direction of index === 0 ? (['up', 'down'] as const) : (['up'] as const)) {
        const page = await compare(`list/page-${direction}`, (graph) => graph.page(name, direction, start));
        const last = page.at(-1);
        if (index === 0 && last !== undefined) {
          const next = { ...start, afterKey: last.key as string, afterId: last.id as string };
          await compare(`list/page-${direction}`, (graph) => graph.page(name, direction, next));
        }
        rows += page.length;
      }
      await compare('list/count', (graph) => graph.count(name, { ...filters, parents }));
    }
    if (!WITHOUT_ROWS.has(name)) expect(rows, 'no sample gives a row, so nothing was compared').toBeGreaterThan(0);
  });
});

/** Any words for the slots: only the shape of the text matters where it is used. */
const SLOTS_FOR_TEXT = { label: 'Place', type: 'PART_OF', from: 'Place', to: 'Place', whole: 'Place', part: 'Code' };

function byText(one: Row, other: Row): number {
  const [a, b] = [JSON.stringify(sorted(one)), JSON.stringify(sorted(other))];
  return a < b ? -1 : a > b ? 1 : 0;
}

function withSortedLists(row: Row): Row {
  const inOrder = (value: PlainValue) =>
    Array.isArray(value) ? value.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) : value;
  return Object.fromEntries(Object.entries(row).map(([column, value]) => [column, inOrder(value)]));
}

function sorted(row: Row): Row {
  return Object.fromEntries(Object.entries(row).sort(([one], [other]) => (one < other ? -1 : 1)));
}
