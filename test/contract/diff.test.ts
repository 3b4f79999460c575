import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kembar } from '../cli/kembar-process.js';
import { ENGINES } from '../engines.js';
import { SMALL_DATA } from '../exchange/small-data.js';
import { environmentOf } from './graph-of-process.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kembar-diff-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const inFolder = (name: string, text?: string) => {
  const file = join(folder, name);
  if (text !== undefined) writeFileSync(file, text);
  return file;
};

const more = (date: string, also = '') => `
sources:
  - { key: sheet, kind: DATASET, title: A sheet, publisher: Somebody, language: id }
agreementDetails:
  - { key: batu-uji, stages: [{ stage: SIGNED, date: ${date}, cites: [{ source: sheet }] }], cites: [{ source: sheet }] }
${also}`;

describe.each(ENGINES)('kembar diff on $name', (engine) => {
  let environment: Record<string, string> = {};
  const run = (...parameters: string[]) => kembar(parameters, environment);
  const lines = (text: string) =>
    text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as object);

  test('tells what differs between a graph, what was written of it, and records', { timeout: 240_000 }, async () => {
    environment = { ...(await environmentOf(engine, folder)), LOAD_DATA: 'false' };
    const name = engine.name;
    const small = inFolder('small.yaml', SMALL_DATA);
    expect(await run('import', 'kembar', small)).toMatchObject({ code: 0 });
    const first = inFolder('more.yaml', more('2019-05'));
    expect(await run('import', 'kembar', first)).toMatchObject({ code: 0 });
    const before = inFolder(`before-${name}`);
    expect(await run('export', '--all', '-o', before)).toMatchObject({ code: 0 });
    expect(await run('diff', 'graph', before)).toMatchObject({ code: 0, out: `graph and ${before} say the same\n` });
    expect(await run('diff', before, small)).toMatchObject({ code: 0 });

    // The same again under another clock, then another date and a place that goes.
    const changed = inFolder(
      'changed.yaml',
      more('2019-06', 'sectors:\n  - { key: sport, name: { id: Olahraga, en: Sport } }\n  - { key: art, name: { id: Seni, en: Art } }\n'),
    );
    expect(await run('diff', 'graph', changed, '--as', 'more', '--limit', '1')).toMatchObject({
      code: 1,
      out: `more: sectors: 2 added
  + art
  and 1 more, which a higher --limit or --json shows
more: added to agreements of other data sets: 1 changed
  ~ batu-uji
      stages[0].date: "2019-05" → "2019-06"
graph and ${changed} differ: 2 added, 1 changed
`,
    });
    expect(await run('import', 'kembar', changed, '--as', 'more')).toMatchObject({ code: 0 });
    const { code, out } = await run('diff', 'graph', before, '--json');
    expect(code).toBe(1);
    expect(lines(out)).toEqual([
      { dataSet: 'more', type: 'sectors', key: 'art', kind: 'removed', fields: [] },
      { dataSet: 'more', type: 'sectors', key: 'sport', kind: 'removed', fields: [] },
      {
        dataSet: 'more',
        type: 'agreementDetails',
        key: 'batu-uji',
        kind: 'changed',
        fields: [{ field: 'stages[0].date', before: '2019-06', after: '2019-05' }],
      },
      { equal: false, added: 0, removed: 2, changed: 1 },
    ]);
  });

  test('ends with 2 where nothing can be compared, and says why', { timeout: 120_000 }, async () => {
    const one = inFolder('one.yaml', more('2019'));
    const broken = inFolder('broken.yaml', 'sectors:\n  - { key: sport }\n');
    const cases: [string[], string][] = [
      [['graph', 'nowhere'], 'nowhere is not there; accepted are the word graph'],
      [['graph', one], 'there is no data set "one" to compare'],
      [[one, broken], 'broken.yaml:2  sectors[0].name'],
      [['graph'], "missing required argument 'second'"],
    ];
    for (const [sides, reason] of cases) {
      const { code, err } = await run('diff', ...sides);
      expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(reason) });
    }
  });
});
