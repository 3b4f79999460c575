import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { graphFileOf } from '../../../src/cli/backup/embedded-only.js';
import { restoreBackup } from '../../../src/exchange/backup/restore-backup.js';
import { writeBackup } from '../../../src/exchange/backup/write-backup.js';
import { readSettings } from '../../../src/settings.js';
import { changeHookMark, hookMarks } from '../../../src/store/hooks/hook-marks.js';
import { prepareGraph } from '../../../src/store/prepare.js';
import { kembar, kembarProcess } from '../../cli/kembar-process.js';
import { factsOf } from '../../contract/facts-of.js';
import { makeGraph, withGraph } from './graphs.js';

let folder: string;
let file: string;
let copy: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kembar-restore-'));
  file = join(folder, 'graph.grafeo');
  copy = join(folder, 'copy.grafeo');
  await makeGraph(file);
  await writeBackup(file, copy, { force: false });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const factsIn = (path: string) => withGraph(path, factsOf);
const names = () => readdirSync(folder).sort();

describe('a backup that is put back', () => {
  test('is the graph again, and what was there is kept beside', async () => {
    const before = await factsIn(file);
    await withGraph(file, (_, engine) => engine.write((transaction) => transaction.run('MATCH (n:Agreement) DETACH DELETE n')));
    const refused = restoreBackup(copy, file, { force: false, dryRun: false });
    await expect(refused).rejects.toThrow(/^a graph is at .*, revision \d+ with small; --force puts the backup in its place/);
    const tried = await restoreBackup(copy, file, { force: true, dryRun: true });
    expect(tried).toMatchObject({ replaced: 'a graph', kept: null, holds: { revision: 1, counts: { Agreement: 2 } } });
    expect(names()).toEqual(['copy.grafeo', 'graph.grafeo']);
    expect(await factsIn(file)).not.toEqual(before);

    const { kept } = await restoreBackup(copy, file, { force: true, dryRun: false });
    expect(kept).toMatch(/graph\.grafeo\.before-restore-\d{8}T\d{6}Z$/);
    expect(await factsIn(file)).toEqual(before);
    expect((await factsIn(kept ?? '')).filter(({ of }) => of.startsWith('agreement:'))).toEqual([]);
    expect(names()).toEqual(['copy.grafeo', 'graph.grafeo', expect.stringContaining('before-restore')]);
  });

  test('knows how far webhooks had come', async () => {
    const mark = { id: 'desk', revision: 1, part: 0, holder: null, beat: 1, failures: 0, retryAt: null, version: 'v', ended: false };
    await withGraph(file, (graph) => changeHookMark(graph, 'desk', () => mark));
    await writeBackup(file, copy, { force: true });
    const elsewhere = join(folder, 'elsewhere.grafeo');
    await restoreBackup(copy, elsewhere, { force: false, dryRun: false });
    expect(await withGraph(elsewhere, (graph) => hookMarks(graph, ['desk', 'other']))).toEqual(new Map([['desk', mark]]));
  });

  test('needs no force where nothing is lost: no graph, or an empty one', async () => {
    const there = await factsIn(file);
    const elsewhere = join(folder, 'new', 'graph.grafeo');
    expect(await restoreBackup(copy, elsewhere, { force: false, dryRun: false })).toMatchObject({ replaced: 'nothing', kept: null });
    expect(await factsIn(elsewhere)).toEqual(there);
    const empty = join(folder, 'empty.grafeo');
    await withGraph(empty, prepareGraph);
    expect(await restoreBackup(copy, empty, { force: false, dryRun: false })).toMatchObject({ replaced: 'an empty graph', kept: null });
    expect(await factsIn(empty)).toEqual(there);
  });

  test('waits for no one: a graph that is open is refused', async () => {
    await withGraph(file, async () => {
      const refused = restoreBackup(copy, file, { force: true, dryRun: false });
      await expect(refused).rejects.toMatchObject({ code: 'GRAPH_IN_USE' });
      await expect(refused).rejects.toThrow('a graph is replaced only while nobody has it open');
    });
    await withGraph(copy, async () => {
      await expect(restoreBackup(copy, file, { force: true, dryRun: false })).rejects.toThrow('copy.grafeo is open in another process');
    });
    expect(names()).toEqual(['copy.grafeo', 'graph.grafeo']);
  });

  test('takes the place of a damaged graph, and the log of that one goes with it', async () => {
    const there = await factsIn(file);
    writeFileSync(file, readFileSync(file).subarray(0, 20_000));
    writeFileSync(`${file}.wal`, 'a log');
    await expect(restoreBackup(copy, file, { force: false, dryRun: false })).rejects.toThrow('a damaged or foreign file is at');
    const { kept } = await restoreBackup(copy, file, { force: true, dryRun: false });
    expect(readFileSync(kept ?? '')).toHaveLength(20_000);
    expect(readFileSync(`${kept}.wal`, 'utf8')).toBe('a log');
    expect(existsSync(`${file}.wal`)).toBe(false);
    expect(await factsIn(file)).toEqual(there);
  });

  test('keeps a graph that is not of Kembar', async () => {
    const foreign = join(folder, 'foreign.grafeo');
    await withGraph(foreign, (_, engine) => engine.write((transaction) => transaction.run('CREATE (:Thing {id: 1})')));
    const refused = restoreBackup(copy, foreign, { force: false, dryRun: false });
    await expect(refused).rejects.toThrow('a damaged or foreign file is at');
    const { kept } = await restoreBackup(copy, foreign, { force: true, dryRun: false });
    await withGraph(kept ?? '', async (_, engine) => expect(await engine.read('MATCH (n:Thing) RETURN n.id AS id')).toEqual([{ id: 1 }]));
  });

  test('is not put beside the log of a graph that is gone', async () => {
    const gone = join(folder, 'gone.grafeo');
    writeFileSync(`${gone}.wal`, 'a log');
    await expect(restoreBackup(copy, gone, { force: true, dryRun: false })).rejects.toThrow('move it away first');
  });
});

describe('what is no backup', () => {
  const damage: Readonly<Record<string, readonly [(whole: Buffer) => Buffer, RegExp]>> = {
    'an empty file': [() => Buffer.alloc(0), /is no graph of Kembar, or its beginning is damaged/],
    'a text': [() => Buffer.from('kota kembar\n'.repeat(1_000)), /is no graph of Kembar, or its beginning is damaged/],
    'the first half of one': [(whole) => whole.subarray(0, whole.length / 2), /is not whole: damaged at byte/],
    'one with a wrong byte': [
      (whole) => {
        const wrong = Buffer.from(whole);
        const at = wrong.indexOf('Kota Batu');
        wrong[at] = (wrong[at] ?? 0) ^ 1;
        return wrong;
      },
      /is not whole: damaged/,
    ],
  };
  for (const [what, [make, reason]] of Object.entries(damage)) {
    test(`is refused, and the graph stays: ${what}`, async () => {
      const bad = join(folder, 'bad.grafeo');
      writeFileSync(bad, make(readFileSync(copy)));
      const before = readFileSync(file);
      const refused = restoreBackup(bad, file, { force: true, dryRun: false });
      await expect(refused).rejects.toMatchObject({ code: 'BAD_INPUT', message: expect.stringMatching(reason) });
      expect(readFileSync(file).equals(before)).toBe(true);
      expect(names()).toEqual(['bad.grafeo', 'copy.grafeo', 'graph.grafeo']);
    });
  }

  test.each([
    ['a graph of something else', 'MATCH (n) DETACH DELETE n', 'is a graph, but none of Kembar'],
    [
      'a graph of a newer version',
      "MATCH (g:Kembar {id: 'graph'}) SET g.schema = 999",
      'has schema version 999, this version of Kembar knows',
    ],
  ])('is refused: %s', async (_, statement, reason) => {
    await withGraph(copy, (_graph, engine) => engine.write((transaction) => transaction.run(statement)));
    const refused = restoreBackup(copy, file, { force: true, dryRun: false });
    await expect(refused).rejects.toMatchObject({ code: 'BAD_INPUT', message: expect.stringContaining(reason) });
  });

  test('is refused: nothing, and the graph itself', async () => {
    await expect(restoreBackup(join(folder, 'none'), file, { force: true, dryRun: false })).rejects.toThrow('none is not there');
    await expect(restoreBackup(file, file, { force: true, dryRun: false })).rejects.toThrow('is the graph itself');
  });
});

describe('a graph that is no file', () => {
  test.each([
    ['neo4j://localhost:7687', 'GRAPH_URL names a Neo4j, which has tools of its own for this: these'],
    ['embedded:', 'names a graph in memory, which is no file'],
  ])('has no backups: %s', (url, reason) => {
    expect(() => graphFileOf(readSettings({ GRAPH_URL: url }), { elsewhere: 'these' })).toThrow(reason);
  });
});

describe('a backup or a restore that is killed', () => {
  test('leaves the graph as it was, or all of the other one', { timeout: 180_000 }, async () => {
    const there = await factsIn(file);
    const other = join(folder, 'other.grafeo');
    await withGraph(file, (_, engine) => engine.write((transaction) => transaction.run('MATCH (n:Event) DETACH DELETE n')));
    const fewer = await factsIn(file);
    expect(fewer).not.toEqual(there);
    const environment = { GRAPH_URL: `embedded:${file}` };
    const started = performance.now();
    expect(await kembar(['backup', '-o', other], environment)).toMatchObject({ code: 0 });
    const whole = performance.now() - started;
    const untouched = join(folder, 'untouched.grafeo');
    copyFileSync(file, untouched);
    for (let count = 0; count < 6; count += 1) {
      const isBackup = count % 2 === 0;
      rmSync(other, { force: true });
      copyFileSync(untouched, file);
      const command = isBackup ? ['backup', '-o', other] : ['restore', copy, '--force'];
      const { child, ended } = kembarProcess(command, environment);
      // Nothing is done in the first half, while the program is read.
      await pause(whole * (0.5 + Math.random() / 2));
      child.kill('SIGKILL');
      await ended;
      if (isBackup) {
        expect(await factsIn(file)).toEqual(fewer);
        if (existsSync(other)) expect(await factsIn(other)).toEqual(fewer);
      } else expect([there, fewer]).toContainEqual(await factsIn(file));
    }
  });
});
