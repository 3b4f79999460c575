import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kembar, kembarProcess } from '../cli/kembar-process.js';
import { factsOf } from '../contract/facts-of.js';
import { environmentOf, readGraph } from '../contract/graph-of-process.js';
import { ENGINES } from '../engines.js';

const KILLS = Number(process.env.KEMBAR_KILLS ?? 12);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kembar-kills-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(ENGINES)(`an import that is killed ${KILLS} times, on $name`, (engine) => {
  const environment: Record<string, string> = { ROWS_PER_TRANSACTION: '500' };
  beforeAll(async () => {
    Object.assign(environment, await environmentOf(engine, folder));
  });

  const run = (...parameters: string[]) => kembar(parameters, environment);
  const read = <T>(ask: Parameters<typeof readGraph<T>>[1]): Promise<T> => readGraph(environment, ask);

  test('comes to the same when it is done again as one that nobody killed', async () => {
    const world = join(folder, 'world.jsonl');
    expect(await kembar(['generate', '--places', '300', '--agreements', '800', '-o', world])).toMatchObject({ code: 0, err: '' });
    const started = performance.now();
    await run('migrate');
    await run('import', 'kembar', world, '--as', 'sheet');
    const whole = performance.now() - started;
    const clean = await read(factsOf);
    expect(clean.filter(({ dataSet }) => dataSet === 'sheet')).toHaveLength(1104);
    expect(clean.filter(({ hash, noted }) => hash !== noted)).toEqual([]);

    const nothing = join(folder, 'nothing.jsonl');
    const [source] = readFileSync(world, 'utf8').split('\n');
    writeFileSync(nothing, `${source}\n`);
    const without = () => run('import', 'kembar', nothing, '--as', 'sheet');
    await without();
    // How long the import lives is another thing on another machine, so one that ended unkilled is undone and hastened.
    let longest = whole;
    for (let killed = 0; killed < KILLS; ) {
      const { child, ended } = kembarProcess(['import', 'kembar', world, '--as', 'sheet'], environment);
      await pause(longest * Math.random());
      child.kill('SIGKILL');
      if ((await ended).code === null) {
        killed += 1;
        continue;
      }
      longest *= 0.9;
      await without();
    }
    expect((await run('import', 'kembar', world, '--as', 'sheet')).code).toBe(0);
    // When it was imported is another thing each time.
    const told = (facts: typeof clean) => facts.filter(({ of }) => of !== 'source:import.sheet');
    expect(told(await read(factsOf))).toEqual(told(clean));
  });
});
