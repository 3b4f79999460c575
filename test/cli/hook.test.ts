import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { listHooksCommand } from '../../src/cli/hook/list.js';
import { testHookCommand } from '../../src/cli/hook/test.js';
import { openEmbedded } from '../../src/graph/engines/embedded.js';
import { Graph } from '../../src/graph/graph.js';
import { readHookEntries } from '../../src/live/hooks/hook-entries.js';
import { changeHookMark, type HookMark } from '../../src/store/hooks/hook-marks.js';
import { prepareGraph } from '../../src/store/prepare.js';
import { SECRET } from '../server/hooks/hook-server.js';
import { type Receiver, startReceiver } from '../server/hooks/receiver.js';
import { linesOf } from './in-process.js';
import { kembar } from './kembar-process.js';

let folder: string;
let file: string;
let graph: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kembar-hook-'));
  file = join(folder, 'hooks.yaml');
  graph = `embedded:${join(folder, 'graph.grafeo')}`;
  vi.stubEnv('HOOKS_FILE', file);
  vi.stubEnv('GRAPH_URL', graph);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

const write = (...hooks: readonly object[]) => {
  const text = JSON.stringify({ hooks: hooks.map((hook) => ({ secret: SECRET, ...hook })) });
  writeFileSync(file, text);
  return readHookEntries(file, text, {}).version;
};

describe('kembar hook list', () => {
  const NEW: Omit<HookMark, 'id'> = { revision: 7, part: 0, holder: null, beat: 1, failures: 0, retryAt: null, version: '', ended: false };
  async function note(marks: Readonly<Record<string, Partial<HookMark>>>): Promise<void> {
    const opened = new Graph(await openEmbedded({ path: graph.slice('embedded:'.length) }));
    await prepareGraph(opened);
    for (const [id, mark] of Object.entries(marks)) await changeHookMark(opened, id, () => ({ id, ...NEW, ...mark }));
    await opened.engine.close();
  }

  test('names each with its address and how far it has come, and shows no secret', async () => {
    const url = 'https://desk.example/in?key=secret#x';
    const version = write(
      { name: 'desk', url },
      { name: 'new', url },
      { name: 'failing', url },
      { name: 'over', url },
      { name: 'mended', url },
    );
    await note({
      desk: {},
      failing: { failures: 3, retryAt: '2026-01-02T03:04:05.678Z', version },
      over: { failures: 12, ended: true, version },
      mended: { failures: 12, ended: true, version: 'of before' },
    });
    expect(await linesOf(listHooksCommand, [])).toEqual([
      'desk     https://desk.example/in  revision 7',
      'new      https://desk.example/in  nothing yet',
      'failing  https://desk.example/in  revision 7, failed 3 times, next 2026-01-02T03:04:05.678Z',
      'over     https://desk.example/in  revision 7, ended until the file changes',
      'mended   https://desk.example/in  revision 7, to be tried anew',
    ]);
    expect((await linesOf(listHooksCommand, ['--json'])).map((line) => JSON.parse(line)).slice(0, 2)).toEqual([
      { name: 'desk', url: 'https://desk.example/in', revision: 7, failures: 0, retryAt: null, ended: false },
      { name: 'new', url: 'https://desk.example/in', revision: null, failures: 0, retryAt: null, ended: false },
    ]);
  });

  test('says what is known where a server has the graph open', async () => {
    write({ name: 'desk', url: 'https://desk.example/in' });
    const opened = await openEmbedded({ path: graph.slice('embedded:'.length) });
    const { code, out, err } = await kembar(['hook', 'list'], { HOOKS_FILE: file, GRAPH_URL: graph });
    await opened.close();
    expect([code, out]).toEqual([0, 'desk  https://desk.example/in  the graph is in use\n']);
    expect(err).toContain('a server has the graph file open');
  });

  test('refuses to guess the file', async () => {
    vi.stubEnv('HOOKS_FILE', '');
    await expect(linesOf(listHooksCommand, [])).rejects.toThrow('HOOKS_FILE');
    await expect(linesOf(listHooksCommand, ['--file', join(folder, 'none.yaml')])).rejects.toMatchObject({ code: 'BAD_INPUT' });
  });
});

describe('kembar hook test', () => {
  let receiver: Receiver;
  let status: number;
  beforeEach(async () => {
    status = 204;
    receiver = await startReceiver(() => status);
    write({ name: 'desk', url: `${receiver.url}?key=secret` });
  });
  afterEach(() => receiver.close());

  test('sends a ping that is signed', async () => {
    expect(await linesOf(testHookCommand, ['desk'])).toEqual([`desk at ${receiver.url} took the ping: 204`]);
    const [{ body, headers } = { body: '', headers: {} }] = receiver.received;
    expect(new Webhook(SECRET).verify(body, headers as Record<string, string>)).toMatchObject({ type: 'ping', data: { hook: 'desk' } });
  });

  test('tells what is wrong, and ends as with any service that refuses', async () => {
    status = 401;
    const { code, out, err } = await kembar(['hook', 'test', 'desk'], { HOOKS_FILE: file });
    expect([code, out, err]).toEqual([2, '', `kembar: desk at ${receiver.url} did not take the ping: answered 401\n`]);
    await receiver.close();
    await expect(linesOf(testHookCommand, ['desk'])).rejects.toThrow(`did not take the ping: ECONNREFUSED`);
    receiver = await startReceiver();
  });

  test('knows which there are', async () => {
    await expect(linesOf(testHookCommand, ['none'])).rejects.toThrow('there is no hook "none"; there is desk');
  });
});
