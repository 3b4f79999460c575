import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { KembarError } from '../../../src/domain/errors.js';
import { writeBackup } from '../../../src/exchange/backup/write-backup.js';
import { kembar, kembarProcess } from '../../cli/kembar-process.js';
import { factsOf } from '../../contract/facts-of.js';
import { ask, startServerProcess } from '../../server/server-process.js';
import { makeGraph, withGraph } from './graphs.js';

let folder: string;
let file: string;
let copy: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kembar-backup-'));
  file = join(folder, 'graph.grafeo');
  copy = join(folder, 'copy.grafeo');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const factsIn = (path: string) => withGraph(path, factsOf);

describe('a backup of a graph that nobody has open', () => {
  test('is an equal graph, and leaves the file of the graph as it is', async () => {
    await makeGraph(file);
    const before = readFileSync(file);
    expect(await writeBackup(file, copy, { force: false })).toMatchObject({
      revision: 1,
      dataSets: [{ id: 'small', complete: true }],
      counts: { Place: 6, Agreement: 2 },
    });
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(readdirSync(folder).sort()).toEqual(['copy.grafeo', 'graph.grafeo']);
    expect(await factsIn(copy)).toEqual(await factsIn(file));
  });

  test('has what a killed process left in the log', async () => {
    await makeGraph(file);
    await withGraph(file, async (graph, engine) => {
      await engine.write((transaction) => transaction.run("CREATE (:Late {id: 'late'})"));
      // What is on the disk now is what a kill leaves.
      mkdirSync(join(folder, 'killed'));
      for (const path of ['', '.wal']) cpSync(`${file}${path}`, join(folder, 'killed', `graph.grafeo${path}`), { recursive: true });
      expect(await graph.engine.read('MATCH (n:Late) RETURN n.id AS id')).toHaveLength(1);
    });
    await writeBackup(join(folder, 'killed', 'graph.grafeo'), copy, { force: false });
    await withGraph(copy, async (_, engine) => expect(await engine.read('MATCH (n:Late) RETURN n.id AS id')).toEqual([{ id: 'late' }]));
  });

  test('takes the place of another file only when it is told to, and never that of a graph', async () => {
    await makeGraph(file);
    writeFileSync(copy, 'mine');
    await expect(writeBackup(file, copy, { force: false })).rejects.toThrow('is there already; --force replaces it');
    expect(readFileSync(copy, 'utf8')).toBe('mine');
    await expect(writeBackup(file, file, { force: true })).rejects.toThrow('is the graph itself');
    await expect(writeBackup(file, join(folder, 'no', 'copy'), { force: true })).rejects.toThrow('there is no folder');
    await expect(writeBackup(join(folder, 'none'), copy, { force: true })).rejects.toThrow('there is no graph at');
    await expect(writeBackup(file, `${file}.wal`, { force: true })).rejects.toThrow(
      'is where the graph beside it keeps what belongs to it',
    );
    mkdirSync(join(folder, 'folder'));
    await expect(writeBackup(file, join(folder, 'folder'), { force: true })).rejects.toThrow('is no file that could be replaced');
    const other = join(folder, 'other.grafeo');
    await makeGraph(other);
    await withGraph(other, async () => {
      await expect(writeBackup(file, other, { force: true })).rejects.toThrow('is the graph of another process');
    });
    await writeBackup(file, copy, { force: true });
    expect(await factsIn(copy)).toEqual(await factsIn(file));
  });
});

describe('a backup of a graph that another process has open', () => {
  test('is the graph between two writes, however many there are', { timeout: 120_000 }, async () => {
    await makeGraph(file);
    let pairs = 0;
    const highest: number[] = [];
    await withGraph(file, async (_, engine) => {
      let goesOn = true;
      const writing = (async () => {
        for (; goesOn; pairs += 1) {
          await engine.write(async (transaction) => {
            await transaction.run('CREATE (:Left {pair: $pair})', { pair: pairs });
            await pause(1);
            await transaction.run('MATCH (l:Left {pair: $pair}) CREATE (l)-[:GOES_WITH]->(:Right {pair: $pair})', { pair: pairs });
          });
        }
      })();
      for (let count = 0; count < 5; count += 1) {
        const to = `${copy}-${count}`;
        const acknowledged = pairs;
        const { code, err } = await kembar(['backup', '-o', to], { GRAPH_URL: `embedded:${file}` });
        expect({ code, err }).toEqual({ code: 0, err: `copying ${file}\n` });
        highest.push(await wholePairs(to));
        expect(highest.at(-1)).toBeGreaterThanOrEqual(acknowledged);
      }
      goesOn = false;
      await writing;
    });
    expect(new Set(highest).size).toBe(5);
    expect(await wholePairs(file)).toBe(pairs);
  });

  test('is whole while data is imported, and while a server answers', { timeout: 180_000 }, async () => {
    const world = join(folder, 'world.jsonl');
    await kembar(['generate', '--places', '150', '--agreements', '250', '-o', world]);
    const environment = { GRAPH_URL: `embedded:${file}`, ROWS_PER_TRANSACTION: '100', PORT: '0' };
    const importing = kembarProcess(['import', 'kembar', world], environment);
    let goesOn = true;
    const imported = importing.ended.finally(() => {
      goesOn = false;
    });
    const revisions: number[] = [];
    await until(() => existsSync(`${file}.control`));
    while (goesOn) {
      const made = await writeBackup(file, `${copy}-${revisions.length}`, { force: true }).catch((error: KembarError) => error);
      // Before the schema is there it is no graph of Kembar, and at its end the import closes the file.
      if (made instanceof Error) expect(['BAD_INPUT', 'STORE_UNAVAILABLE', 'GRAPH_IN_USE']).toContain((made as KembarError).code);
      else revisions.push(made.revision);
    }
    expect((await imported).code).toBe(0);
    expect(revisions).toEqual(revisions.toSorted((a, b) => a - b));
    const midway = [...new Set(revisions)].filter((revision) => revision > 1 && revision < (revisions.at(-1) ?? 0));
    expect(midway.length).toBeGreaterThan(0);
    // What a unit says and the hash that was noted for it come with one transaction.
    const facts = await factsIn(`${copy}-${revisions.indexOf(midway.at(-1) ?? 0)}`);
    expect(facts.filter(({ hash, noted }) => noted !== null && hash !== noted)).toEqual([]);
    expect(facts.filter(({ dataSet }) => dataSet === 'world').length).toBeGreaterThan(100);

    const server = startServerProcess(environment);
    await server.printed('Kembar listens');
    const question = '{ graph { revision counts { label total } } }';
    const [answered] = await Promise.all([ask(server.url, question), writeBackup(file, copy, { force: true })]);
    expect(answered.body.errors).toBeUndefined();
    expect(await ask(server.url, question)).toEqual(answered);
    expect(await server.stop()).toBe(0);
    expect(await kembar(['diff', 'graph', copy], environment)).toMatchObject({ code: 0, out: `graph and ${copy} say the same\n` });
    expect(await factsIn(copy)).toEqual(await factsIn(file));
  });

  test('is offered to the user of that process alone, and again after a kill', { timeout: 60_000 }, async () => {
    await makeGraph(file);
    const { child, ended } = kembarProcess(['serve'], {
      GRAPH_URL: `embedded:${file}`,
      LOAD_DATA: 'false',
      PORT: '0',
    });
    const socket = `${file}.control`;
    await until(() => readdirSync(folder).includes('graph.grafeo.control'));
    expect(statSync(socket).mode & 0o777).toBe(0o600);
    await writeBackup(file, copy, { force: false });
    child.kill('SIGKILL');
    await ended;
    expect(readdirSync(folder)).toContain('graph.grafeo.control');
    await withGraph(file, async () => {
      await writeBackup(file, copy, { force: true });
      expect(statSync(socket).mode & 0o777).toBe(0o600);
    });
    expect(readdirSync(folder).sort()).toEqual(['copy.grafeo', 'graph.grafeo']);
    expect(await factsIn(copy)).toEqual(await factsIn(file));
  });

  test('never takes the place of a file, whatever is asked for', async () => {
    await makeGraph(file);
    writeFileSync(copy, 'mine');
    await withGraph(file, async (graph) => {
      const asked = async (line: string) => {
        const socket = createConnection({ path: `${file}.control`, allowHalfOpen: true });
        socket.write(line);
        return text(socket);
      };
      expect(JSON.parse(await asked(`${JSON.stringify({ copyTo: copy })}\n`))).toMatchObject({ done: false, code: 'STORE_UNAVAILABLE' });
      for (const line of ['GET / HTTP/1.1\r\n\r\n', '{"copyTo": "copy"}\n', '{"copyTo": 1}\n', '[]\n', 'null\n']) {
        expect(await asked(line)).toBe('');
      }
      await graph.engine.ping();
    });
    expect(readFileSync(copy, 'utf8')).toBe('mine');
  });

  test('is taken away again when whoever asked for it is gone', async () => {
    await makeGraph(file);
    await withGraph(file, async () => {
      const socket = createConnection({ path: `${file}.control`, allowHalfOpen: true });
      await new Promise((resolve) => socket.write(`${JSON.stringify({ copyTo: copy })}\n`, resolve));
      socket.destroy();
      await pause(500);
    });
    expect(readdirSync(folder)).toEqual(['graph.grafeo']);
  });
});

/** How many pairs a copy has, all of which must be whole. */
async function wholePairs(path: string): Promise<number> {
  return withGraph(path, async (_, engine) => {
    const [lefts] = await engine.read('MATCH (n:Left) RETURN count(n) AS total, max(n.pair) AS highest');
    const [rights] = await engine.read('MATCH (n:Right) RETURN count(n) AS total');
    const [joined] = await engine.read('MATCH (l:Left)-[:GOES_WITH]->(r:Right) WHERE l.pair = r.pair RETURN count(*) AS total');
    const total = Number(lefts?.total);
    expect([lefts?.highest, rights?.total, joined?.total]).toEqual([total === 0 ? null : total - 1, total, total]);
    return total;
  });
}

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; !holds(); tries += 1) {
    if (tries === 300) throw new Error(`it did not come to hold: ${holds}`);
    await pause(100);
  }
}
