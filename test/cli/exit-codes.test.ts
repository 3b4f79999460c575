import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exitCodeOf } from '../../src/cli/exit-codes.js';
import { BadInputError, DefectError, StoreError } from '../../src/domain/errors.js';
import { loadedDataSets } from '../../src/store/data-set/data-sets.js';
import { readGraph } from '../contract/graph-of-process.js';
import { SMALL_DATA } from '../exchange/small-data.js';
import { kembar, kembarProcess } from './kembar-process.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kembar-exit-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a command ends with', () => {
  test.each([
    [1, new BadInputError('no'), 'import'],
    [2, new BadInputError('no'), 'diff'],
    [2, new StoreError('CONFLICT', 'another'), 'import'],
    [70, new DefectError('wrong'), 'import'],
    [70, new TypeError('wrong'), 'import'],
    [70, new TypeError('wrong'), 'diff'],
  ])('%d for %s of %s', (code, error, command) => {
    expect(exitCodeOf(error, command)).toBe(code);
  });

  test('70 for a defect, with where it came from and what caused it', async () => {
    const broken = 'process.stdout.write = () => { throw new Error("broken", { cause: new Error("deeper") }); }';
    const { code, err } = await kembar(['ask'], { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(broken)}` });
    expect(code).toBe(70);
    expect(err).toMatch(/Error: broken\n {4}at .*deeper/s);
  });

  test('what it would end with when nobody reads what it prints, and an import goes on to its end', async () => {
    const environment = { GRAPH_URL: `embedded:${join(folder, 'graph.grafeo')}`, LOAD_DATA: 'false' };
    const records = join(folder, 'small.yaml');
    writeFileSync(records, SMALL_DATA);
    const { child, ended } = kembarProcess(['import', 'kembar', records], environment);
    child.stdout?.destroy();
    child.stderr?.destroy();
    expect(await ended).toMatchObject({ code: 0 });
    expect(await readGraph(environment, loadedDataSets)).toMatchObject([{ id: 'small', complete: true }]);
  });
});
