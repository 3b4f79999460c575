import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Webhook } from 'standardwebhooks';
import { expect, onTestFinished, test } from 'vitest';
import { readHookEntries } from '../../../src/live/hooks/hook-entries.js';
import { pingOf } from '../../../src/live/hooks/message.js';
import { send } from '../../../src/live/hooks/send.js';
import { ENGINES } from '../../engines.js';
import { advance, openSmallGraph } from '../live/live-server.js';
import { eventually } from '../server-process.js';
import { SECRET, serveHooksOn } from './hook-server.js';

const PAGE = readFileSync(new URL('../../../docs/webhooks.md', import.meta.url), 'utf8');
const block = (language: string) => new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'ms').exec(PAGE)?.[1] ?? '';

/** The receiver of the page, as a process of its own. */
async function receiverOfPage() {
  const folder = mkdtempSync(join(tmpdir(), 'kembar-receiver-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'receiver.mjs');
  writeFileSync(file, block('js'));
  const child = spawn(process.execPath, [file], { env: { ...process.env, SECRET, PORT: '0' }, stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  await once(child.stdout, 'data');
  return { url: /http:\S+/.exec(output)?.[0] ?? '', output: () => output };
}

test('the receiver of the page takes what is genuine, once, and nothing else', async () => {
  const { url, output } = await receiverOfPage();
  const graph = await openSmallGraph(ENGINES[0] as (typeof ENGINES)[number]);
  const serving = await serveHooksOn(graph, [{ name: 'desk', url }]);
  await serving.taken('desk');
  await serving.server.edit(advance('SIGNED', '2019-05-02'));
  await eventually(async () => output().includes('reached SIGNED'));
  await serving.close();
  await graph.engine.close();

  const ping = pingOf('desk');
  const told = () =>
    output()
      .split('\n')
      .filter((line) => line.startsWith('ping')).length;
  expect(await send({ url, secrets: [SECRET] }, ping, 5_000)).toEqual({ what: 'delivered', status: 204 });
  expect(await send({ url, secrets: [SECRET] }, ping, 5_000)).toEqual({ what: 'delivered', status: 204 });
  expect(told()).toBe(1);
  const stranger = `whsec_${Buffer.alloc(32).toString('base64')}`;
  expect(await send({ url, secrets: [stranger] }, pingOf('desk'), 5_000)).toMatchObject({ what: 'failed', status: 401 });
  // What was genuine long ago may be sent again by somebody else.
  const old = (minutes: number) => new Date(Date.now() - minutes * 60_000);
  expect(await post(url, old(4))).toBe(204);
  expect(await post(url, old(6))).toBe(401);
});

/** Sends a message as it was signed at some time, and gives the status of the answer. */
async function post(url: string, at: Date): Promise<number> {
  const { id, ...content } = pingOf('desk');
  const body = JSON.stringify(content);
  const headers = {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': `v1a,of-another-kind ${new Webhook(SECRET).sign(id, at, body)}`,
  };
  return (await fetch(url, { method: 'POST', headers, body })).status;
}

test('the file of the page is one that is accepted', () => {
  const { hooks } = readHookEntries('hooks.yaml', block('yaml'), { WALL_SECRET: SECRET });
  expect(hooks.map(({ name }) => name)).toEqual(['dashboard', 'wall']);
});
