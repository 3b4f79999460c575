import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StoreError } from '../../src/domain/errors.js';
import type { GraphEngine } from '../../src/graph/engine.js';
import { openEmbedded } from '../../src/graph/engines/embedded.js';

let folder: string;
let path: string;
const processes: ChildProcess[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kembar-embedded-'));
  path = join(folder, 'kembar.graph');
});

afterEach(async () => {
  for (const child of processes.splice(0)) await killed(child);
  await rm(folder, { recursive: true, force: true });
});

describe('an embedded graph in a file', () => {
  it('is there again after it was closed', async () => {
    await withGraph(async (engine) => {
      await engine.define('CREATE CONSTRAINT place_id IF NOT EXISTS FOR (n:Place) REQUIRE n.id IS UNIQUE');
      await engine.write((transaction) =>
        transaction.run("CREATE (:Place {id: 'a', name: '京都'})-[:TWINNED {since: 1985}]->(:Place {id: 'b'})"),
      );
    });
    await withGraph(async (engine) => {
      const rows = await engine.read(
        'MATCH (a:Place)-[t:TWINNED]->(b:Place) RETURN a.id AS a, a.name AS name, t.since AS since, b.id AS b',
      );
      expect(rows).toEqual([{ a: 'a', name: '京都', since: 1985, b: 'b' }]);
      const again = engine.write((transaction) => transaction.run("CREATE (:Place {id: 'a'})"));
      await expect(again).rejects.toMatchObject({ code: 'CONFLICT' });
    });
  });

  it('is made together with the folders above it', async () => {
    path = join(folder, 'not', 'there', 'kembar.graph');
    await withGraph((engine) => engine.ping());
    expect((await stat(path)).isFile()).toBe(true);
  });

  it('opens in one process at a time', async () => {
    const holder = start('hold');
    expect(await nextLine(holder)).toBe('open');
    await expect(openEmbedded({ path })).rejects.toMatchObject({ code: 'GRAPH_IN_USE' });
    expect(await nextLine(start('hold'))).toBe('GRAPH_IN_USE');
    await killed(holder);
    await withGraph((engine) => engine.ping());
  });

  it('opens once in one process', async () => {
    await withGraph(async () => {
      await expect(openEmbedded({ path })).rejects.toMatchObject({ code: 'GRAPH_IN_USE' });
    });
  });

  it('is found under a folder with any name', async () => {
    path = join(folder, 'locked EACCES (os error 13)', 'blocks.graph');
    await withGraph((engine) => engine.ping());
    await writeFile(path, 'something else');
    await expect(openEmbedded({ path })).rejects.toMatchObject({ code: 'NOT_A_KEMBAR_GRAPH' });
  });
});

describe('what is not an embedded graph', () => {
  const FOREIGN: Readonly<Record<string, Buffer>> = {
    'a text': Buffer.from('kota kembar\n'.repeat(1000)),
    'an empty file': Buffer.alloc(0),
    'a database of another kind': Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(8176)]),
    'a file of zeros': Buffer.alloc(65_536),
  };
  for (const [what, content] of Object.entries(FOREIGN)) {
    it(`is told apart and left as it is: ${what}`, async () => {
      await writeFile(path, content);
      await expect(openEmbedded({ path })).rejects.toMatchObject({ code: 'NOT_A_KEMBAR_GRAPH' });
      expect((await readFile(path)).equals(content)).toBe(true);
      expect(await readdir(folder)).toEqual(['kembar.graph']);
    });
  }

  it('is told apart and left as it is: a folder', async () => {
    await mkdir(path);
    await writeFile(join(path, 'note.txt'), 'mine');
    await expect(openEmbedded({ path })).rejects.toMatchObject({ code: 'NOT_A_KEMBAR_GRAPH' });
    expect(await readdir(path)).toEqual(['note.txt']);
  });

  for (const kept of [0.02, 0.5, 0.9]) {
    it(`is told apart: the first ${kept * 100} % of a graph`, async () => {
      await withGraph((engine) =>
        engine.write((transaction) => transaction.run("UNWIND range(1, 5000) AS n CREATE (:Thing {n: n, name: 'kota ' + toString(n)})")),
      );
      await truncate(path, Math.floor((await stat(path)).size * kept));
      const opening = openEmbedded({ path });
      await expect(opening).rejects.toBeInstanceOf(StoreError);
      await expect(opening).rejects.toMatchObject({ code: 'NOT_A_KEMBAR_GRAPH' });
    });
  }

  it('names the file and a way out', async () => {
    await writeFile(path, 'kota kembar');
    await expect(openEmbedded({ path })).rejects.toThrow(/kembar\.graph.*GRAPH_URL/);
  });
});

describe('a place where no file can be made', () => {
  it('is reported: below a file', async () => {
    await writeFile(join(folder, 'file'), '');
    await expect(openEmbedded({ path: join(folder, 'file', 'kembar.graph') })).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
  });

  // There not even root may make a file.
  it.runIf(process.platform === 'linux')('is reported: a folder that may not be written to', async () => {
    await expect(openEmbedded({ path: '/sys/kembar.graph' })).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
  });
});

describe('an embedded graph whose process is killed while it writes', () => {
  it('has every acknowledged write and no half one', { timeout: 120_000 }, async () => {
    let acknowledged = -1;
    for (const enough of [1, 150, 40, 300]) {
      const writer = start('write', String(acknowledged + 1));
      let count = 0;
      const lines = createInterface({ input: writer.stdout as NodeJS.ReadableStream });
      for await (const line of lines) {
        if (line === 'open') continue;
        expect(line).toMatch(/^\d+$/);
        acknowledged = Number(line);
        count += 1;
        if (count === enough) writer.kill('SIGKILL');
      }
      await killed(writer);
      acknowledged = await checkPairs(acknowledged);
    }
  });
});

/** Looks whether all pairs are whole, and answers the highest: one more than was acknowledged may be there. */
async function checkPairs(acknowledged: number): Promise<number> {
  let highest = -1;
  await withGraph(async (engine) => {
    const [row] = await engine.read('MATCH (n:Left) RETURN count(n) AS lefts, count(DISTINCT n.pair) AS different, max(n.pair) AS highest');
    const [whole] = await engine.read('MATCH (l:Left)-[:GOES_WITH]->(r:Right) WHERE l.pair = r.pair RETURN count(*) AS pairs');
    const [rights] = await engine.read('MATCH (n:Right) RETURN count(n) AS rights');
    highest = Number(row?.highest);
    expect(highest).toBeGreaterThanOrEqual(acknowledged);
    expect({ ...row, ...whole, ...rights }).toEqual({
      lefts: highest + 1,
      different: highest + 1,
      highest,
      pairs: highest + 1,
      rights: highest + 1,
    });
  });
  return highest;
}

async function withGraph(work: (engine: GraphEngine) => Promise<unknown>): Promise<void> {
  const engine = await openEmbedded({ path });
  try {
    await work(engine);
  } finally {
    await engine.close();
  }
}

function start(task: 'hold' | 'write', from = '0'): ChildProcess {
  const script = fileURLToPath(new URL('embedded-process.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script, task, path, from], { stdio: ['pipe', 'pipe', 'inherit'] });
  processes.push(child);
  return child;
}

async function nextLine(child: ChildProcess): Promise<string> {
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream });
  const [line] = await once(lines, 'line');
  return line as string;
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}
