import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, inject, onTestFinished, test } from 'vitest';
import { openNeo4j } from '../../src/graph/engines/neo4j.js';
import { kembar } from '../cli/kembar-process.js';
import { neo4jOfWorker } from '../neo4j/neo4j-of-worker.js';
import { clear } from '../neo4j/wipe.js';
import { eventually, startServerProcess } from './server-process.js';

const README = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
/** What the section "Write to it" has to be typed, terminal by terminal. */
const [FIRST = '', SECOND = '', THIRD = ''] = [
  ...(/^## Write to it\n(.*?)^## /ms.exec(README)?.[1] ?? '').matchAll(/^```sh\n(.*?)^```$/gms),
].map(([, typed = '']) => typed);

/** Where the server of the README listens. */
const THERE = 'http://127.0.0.1:4000';

/** A shell that is typed something, and all that it has shown so far. */
function shell(typed: string) {
  const child = spawn('bash', ['-c', `set -e\n${typed}`], { stdio: ['ignore', 'pipe', 'inherit'] });
  let shown = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    shown += text;
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return { shown: () => shown, ended: once(child, 'close').then(([code]) => code as number | null) };
}

/** The engines as settings of the server: an empty graph each. */
const ON: readonly [string, () => Promise<Record<string, string>>][] = [['embedded', async () => ({ GRAPH_URL: 'embedded:' })]];
const onNeo4j = async () => {
  const address = neo4jOfWorker();
  if (address === null) throw new Error('there is no Neo4j');
  const engine = openNeo4j(address);
  await clear(engine);
  await engine.close();
  const { url, username, password, database } = address;
  const given = { NEO4J_USERNAME: username, NEO4J_PASSWORD: password, NEO4J_DATABASE: database };
  return {
    GRAPH_URL: url,
    ...Object.fromEntries(Object.entries(given).flatMap(([name, value]) => (value === null ? [] : [[name, value]]))),
  };
};

describe.each(inject('neo4j').length === 0 ? ON : [...ON, ['neo4j', onNeo4j] as const])('on %s', (_, settings) => {
  test('the README leads from a token to an agreement that arrives where it is followed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kembar-walk-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const tokens = join(folder, 'tokens.yaml');
    const [, parameters = ''] = /kembar -- (token create .*)/.exec(FIRST) ?? [];
    const created = await kembar(parameters.replace('tokens.yaml', tokens).split(' '));
    const token = created.out.trim();
    expect(FIRST).toContain('TOKENS_FILE=tokens.yaml npm start');
    const server = startServerProcess({ ...(await settings()), TOKENS_FILE: tokens, LOG_LEVEL: 'info' });
    onTestFinished(() => server.kill());
    await server.printed('Kembar listens');
    const here = (typed: string) => typed.replaceAll(THERE, server.url).replace(/^export TOKEN=\S+/m, `export TOKEN=${token}`);

    const second = shell(here(SECOND));
    await eventually(async () => second.shown().includes(':'));
    const third = shell(here(THIRD));
    expect(await third.ended).toBe(0);
    const [entered, history] = third
      .shown()
      .split(/(?<=\})\s*(?=\{"data")/)
      .map((answer) => JSON.parse(answer));
    expect(entered).toEqual({
      data: {
        registerSource: { source: { id: 'source:my-paper' }, userErrors: [] },
        openAgreement: {
          agreement: {
            id: 'agreement:id-kota-singkawang.jp-26',
            name: 'Kota Singkawang – Kyoto',
            state: { stage: { stage: 'LETTER_OF_INTENT' } },
          },
          revision: { number: expect.any(Number), actor: 'token:me' },
          warnings: [{ rule: { name: 'UNEQUAL_STATUS' }, message: expect.any(String) }],
          userErrors: [],
        },
      },
    });
    expect(history.data.revisions.nodes).toMatchObject([{ operation: 'openAgreement' }, { operation: 'registerSource' }]);

    await eventually(async () => second.shown().includes('Singkawang'));
    const [, event = ''] = /^data: (.*Singkawang.*)$/m.exec(second.shown()) ?? [];
    expect(JSON.parse(event)).toMatchObject({
      data: {
        agreementChanged: {
          agreement: { name: 'Kota Singkawang – Kyoto' },
          stepsReached: [{ stage: 'LETTER_OF_INTENT', date: { edtf: '2026-11-19' } }],
          revision: { actor: 'token:me' },
        },
      },
    });
  });
});
