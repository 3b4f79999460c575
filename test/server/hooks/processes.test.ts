import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { assemble } from '../../../src/exchange/dataset/shipped.js';
import { readDataTexts } from '../../../src/exchange/format/read-files.js';
import { openEmbedded } from '../../../src/graph/engines/embedded.js';
import { Graph } from '../../../src/graph/graph.js';
import { hashOfToken, newStaticToken } from '../../../src/http/access/static-token.js';
import { replaceDataSet } from '../../../src/store/data-set/replace-data-set.js';
import { hookMarks } from '../../../src/store/hooks/hook-marks.js';
import { prepareGraph } from '../../../src/store/prepare.js';
import { ENGINES } from '../../engines.js';
import { SMALL_DATA } from '../../exchange/small-data.js';
import { openLoaded } from '../../loaded-graph.js';
import { neo4jOfWorker } from '../../neo4j/neo4j-of-worker.js';
import { advance } from '../live/live-server.js';
import { ask, eventually, type ServerProcess, startServerProcess } from '../server-process.js';
import { SECRET } from './hook-server.js';
import { type Answer, numbersOf, type Receiver, startReceiver } from './receiver.js';

const TOKEN = newStaticToken();
const absence = inject('neo4j').length === 0 ? inject('whyNoOwnNeo4j') : null;
const smallData = () => assemble(readDataTexts([{ file: 'data.yaml', text: SMALL_DATA }]));

let folder: string;
let receiver: Receiver;
let answer: Answer;
const processes: ServerProcess[] = [];
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kembar-hooks-'));
  answer = () => 204;
  receiver = await startReceiver((number) => answer(number));
  const hook = { name: 'desk', url: `${receiver.url}?key=of-the-query`, secretEnv: 'DESK_SECRET' };
  writeFileSync(join(folder, 'hooks.json'), JSON.stringify({ hooks: [hook] }));
  const tokens = [{ name: 'desk', sha256: hashOfToken(TOKEN).toString('hex'), role: 'curator' }];
  writeFileSync(join(folder, 'tokens.json'), JSON.stringify({ tokens }));
});
afterEach(async () => {
  await Promise.all(processes.splice(0).map((one) => one.kill()));
  await receiver.close();
  rmSync(folder, { recursive: true, force: true });
});

async function start(graph: Readonly<Record<string, string>>): Promise<ServerProcess> {
  const server = startServerProcess({
    ...graph,
    LOAD_DATA: 'false',
    LOG_LEVEL: 'info',
    TOKENS_FILE: join(folder, 'tokens.json'),
    HOOKS_FILE: join(folder, 'hooks.json'),
    DESK_SECRET: SECRET,
    HOOK_RETRY_MS: '50',
    HOOK_LEASE_MS: '1500',
    LIVE_POLL_MS: '50',
  });
  processes.push(server);
  await server.printed('Kembar listens');
  return server;
}

/** Brings an agreement further, a step for each year, and gives the last revision. */
async function renew({ url }: ServerProcess, ...years: readonly number[]): Promise<number> {
  let made = 0;
  for (const year of years) {
    const query = `mutation { edit: ${advance('RENEWED', String(year), 'agreement:east-java-kyoto')} { revision { number } userErrors { message } } }`;
    const { body } = await ask(url, query, {}, { authorization: `Bearer ${TOKEN}` });
    const { revision = null } = (body.data as { edit?: { revision: { number: number } | null } } | undefined)?.edit ?? {};
    if (revision === null) throw new Error(JSON.stringify(body));
    made = revision.number;
  }
  return made;
}

describe('a server with an embedded graph', () => {
  let graph: { readonly GRAPH_URL: string };
  beforeEach(async () => {
    const path = join(folder, 'graph.grafeo');
    const opened = new Graph(await openEmbedded({ path }));
    await prepareGraph(opened);
    await replaceDataSet(opened, { id: 'shipped', ...smallData() });
    await opened.engine.close();
    graph = { GRAPH_URL: `embedded:${path}` };
  });

  /** Starts it, and waits until the hook is told of something: whatever is made before that, a new one is not. */
  async function startTelling(): Promise<ServerProcess> {
    const server = await start(graph);
    let made = 0;
    for (let year = 1901; receiver.received.length === 0; year += 1) {
      made = await renew(server, year);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    await eventually(async () => numbersOf(receiver.received).at(-1) === made);
    await eventually(async () => server.output().includes('a hook was told'));
    return server;
  }

  test('that is killed while a hook fails goes on where it was, and no log has a secret', async () => {
    const first = await startTelling();
    answer = () => 500;
    const told = receiver.received.length;
    const next = await renew(first, 1990);
    await renew(first, 1991);
    await receiver.has(told + 2);
    await first.kill();
    answer = () => 204;
    const failed = receiver.received.length;
    const second = await start(graph);
    await renew(second, 1992);
    await eventually(async () => second.output().split('a hook was told').length > 3);
    expect(numbersOf(receiver.received).slice(failed)).toEqual([next, next + 1, next + 2]);

    const log = first.output() + second.output();
    expect(log).toContain(`"hook":"desk","revision":${next},"status":500`);
    expect(log).toContain(`"hook":"desk","revision":${next},"status":204`);
    for (const secret of [SECRET, SECRET.slice('whsec_'.length), 'of-the-query']) expect(log).not.toContain(secret);
    expect(await second.stop()).toBe(0);
  });

  test('that is told to stop waits for an answer that is on its way, and tells it once', async () => {
    const first = await startTelling();
    const told = receiver.received.length;
    answer = () => async (response) => {
      await new Promise((resolve) => setTimeout(resolve, 700));
      response.writeHead(204).end();
    };
    await renew(first, 1990);
    await receiver.has(told + 1);
    expect(await first.stop()).toBe(0);
    const second = await start(graph);
    await renew(second, 1991);
    const numbers = numbersOf(await receiver.has(told + 2));
    expect(numbers).toEqual([...new Set(numbers)]);
  });
});

describe.skipIf(absence !== null)(`two processes on one Neo4j${absence === null ? '' : ` (skipped: ${absence})`}`, () => {
  let graph: Graph;
  let servers: readonly [ServerProcess, ServerProcess];
  beforeEach(async () => {
    const engine = ENGINES.find(({ name }) => name === 'neo4j');
    if (engine === undefined) throw new Error('there is no Neo4j');
    graph = await openLoaded(engine, smallData());
    servers = [await start(addressOfNeo4j()), await start(addressOfNeo4j())];
    await eventually(async () => (await mark())?.holder != null);
  });
  afterEach(() => graph.engine.close());
  const mark = async () => (await hookMarks(graph, ['desk'])).get('desk');
  /** Which of them has told the hook of something. */
  const telling = () => servers.filter((one) => one.output().includes('a hook was told'));

  test('tell of what either made, each event once and in order', async () => {
    for (let year = 2001; year <= 2008; year += 1) await renew(servers[year % 2] as ServerProcess, year);
    await eventually(async () => (await mark())?.revision === 9);
    expect(numbersOf(receiver.received)).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
    expect(telling()).toHaveLength(1);
  });

  test('take over from one another: at once from one that stops, soon from one that is killed', async () => {
    await renew(servers[0], 2001);
    await receiver.has(1);
    await eventually(async () => telling().length === 1);
    // One that dies before it has noted what arrived is told of again, as docs/webhooks.md says.
    await eventually(async () => (await mark())?.revision === 2);
    const [holder] = telling();
    const other = servers.find((one) => one !== holder) as ServerProcess;
    await holder?.kill();
    await renew(other, 2002, 2003);
    expect(numbersOf(await receiver.has(3))).toEqual([2, 3, 4]);
    await eventually(async () => (await mark())?.revision === 4);

    const third = await start(addressOfNeo4j());
    expect(await other.stop()).toBe(0);
    await renew(third, 2004);
    expect(numbersOf(await receiver.has(4))).toEqual([2, 3, 4, 5]);
  });
});

function addressOfNeo4j(): Record<string, string> {
  const { url = '', username, password, database } = neo4jOfWorker() ?? {};
  const given = { NEO4J_USERNAME: username, NEO4J_PASSWORD: password, NEO4J_DATABASE: database };
  return {
    GRAPH_URL: url,
    ...Object.fromEntries(Object.entries(given).flatMap(([name, value]) => (value == null ? [] : [[name, value]]))),
  };
}
