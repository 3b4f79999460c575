import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { assemble } from '../../src/exchange/dataset/shipped.js';
import { readDataTexts } from '../../src/exchange/format/read-files.js';
import { hashOfToken, newStaticToken } from '../../src/http/access/static-token.js';
import { ENGINES } from '../engines.js';
import { SMALL_DATA } from '../exchange/small-data.js';
import { openLoaded } from '../loaded-graph.js';
import { neo4jOfWorker } from '../neo4j/neo4j-of-worker.js';
import { type ServerProcess, startServerProcess } from './server-process.js';

const absence = inject('neo4j').length === 0 ? inject('whyNoOwnNeo4j') : null;
const TOKEN = newStaticToken();
const CITED = 'citations: [{ source: "source:paper" }]';

interface Payload {
  readonly revision: { readonly number: number } | null;
  readonly bookmark: string | null;
  readonly userErrors: readonly { readonly code: string; readonly message: string }[];
}

describe.skipIf(absence !== null)(`two processes on one Neo4j${absence === null ? '' : ` (skipped: ${absence})`}`, () => {
  let folder: string;
  let processes: readonly [ServerProcess, ServerProcess];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kembar-two-'));
    const tokens = join(folder, 'tokens.json');
    writeFileSync(tokens, JSON.stringify({ tokens: [{ name: 'desk', sha256: hashOfToken(TOKEN).toString('hex'), role: 'curator' }] }));
    await load();
    const { url = '', username, password, database } = neo4jOfWorker() ?? {};
    const environment = {
      GRAPH_URL: url,
      ...(username == null ? {} : { NEO4J_USERNAME: username }),
      ...(password == null ? {} : { NEO4J_PASSWORD: password }),
      ...(database == null ? {} : { NEO4J_DATABASE: database }),
      LOAD_DATA: 'false',
      TOKENS_FILE: tokens,
      LOG_LEVEL: 'info',
    };
    processes = [startServerProcess(environment), startServerProcess(environment)];
    await Promise.all(processes.map((one) => one.printed('Kembar listens')));
  });
  beforeEach(load);
  afterAll(async () => {
    await Promise.all(processes?.map((one) => one.kill()) ?? []);
    rmSync(folder, { recursive: true, force: true });
  });

  /** Puts the small data into a Neo4j without anything else. */
  async function load(): Promise<void> {
    const engine = ENGINES.find(({ name }) => name === 'neo4j');
    if (engine === undefined) throw new Error('there is no Neo4j');
    const graph = await openLoaded(engine, assemble(readDataTexts([{ file: 'data.yaml', text: SMALL_DATA }])));
    await graph.engine.close();
  }

  /** What the process of that number answers. */
  async function ask<T>(number: 0 | 1, query: string, bookmark: string | null = null): Promise<T> {
    const headers = {
      'content-type': 'application/json',
      authorization: `Bearer ${TOKEN}`,
      ...(bookmark === null ? {} : { 'kembar-bookmark': bookmark }),
    };
    const response = await fetch(`${processes[number].url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
    return (await response.json()) as T;
  }

  async function edit(number: 0 | 1, call: string): Promise<Payload> {
    const asked = `mutation { edit: ${call} { revision { number } bookmark userErrors { code message } } }`;
    const { data, errors } = await ask<{ data: { edit: Payload }; errors?: unknown }>(number, asked);
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    return data.edit;
  }

  const open = (number: 0 | 1, parties: string, edited = '') =>
    edit(
      number,
      `openAgreement(input: { kind: FRIENDSHIP, parties: [${parties}], steps: [{ stage: INITIATIVE, date: "2024", ${CITED} }], ${CITED} }${edited})`,
    );
  const populate = (number: 0 | 1, population: number, edited = '') =>
    edit(number, `correctPlace(input: { place: "place:id-kota-batu", population: ${population}, ${CITED} }${edited})`);
  const WHOLE = '{ agreements { totalCount } graph { revision } }';

  test('open one agreement, whichever of them is asked for it, and from whichever side', async () => {
    const sides = ['"place:id-ji", "place:jp-uji"', '"place:jp-uji", "place:id-ji"'] as const;
    const edits = await Promise.all(
      Array.from({ length: 50 }, (_, index) => open((index % 2) as 0 | 1, sides[Math.floor(index / 2) % 2] as string)),
    );
    expect(edits.flatMap(({ userErrors }) => userErrors)).toEqual([]);
    expect(edits.flatMap(({ revision }) => revision ?? [])).toEqual([{ number: 2 }]);
    expect(await ask(1, WHOLE)).toEqual({ data: { agreements: { totalCount: 3 }, graph: { revision: 2 } } });
  });

  test('make a request once that is sent to both of them', async () => {
    const key = ', edit: { idempotencyKey: "one-and-the-same" }';
    const edits = await Promise.all([0, 1, 0, 1].map((number) => populate(number as 0 | 1, 220_000, key)));
    expect(edits.map(({ revision, userErrors }) => [revision, userErrors])).toEqual(Array(4).fill([{ number: 2 }, []]));
    expect(await ask(0, WHOLE)).toMatchObject({ data: { graph: { revision: 2 } } });
  });

  test('refuse an edit that was made before the other one made one', async () => {
    expect(await populate(0, 220_000)).toMatchObject({ revision: { number: 2 } });
    const { userErrors } = await populate(1, 230_000, ', edit: { basedOn: 1 }');
    expect(userErrors).toMatchObject([{ code: 'CONFLICT', message: expect.stringContaining('revision 2 changed "place:id-kota-batu"') }]);
  });

  test('make the edits of both, one after the other, and number them without a gap', async () => {
    const edits = await Promise.all(Array.from({ length: 20 }, (_, index) => populate((index % 2) as 0 | 1, 220_000 + index)));
    expect(edits.flatMap(({ revision }) => revision?.number ?? []).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 2),
    );
  });

  test('answer with what the other one wrote, where its bookmark is shown', async () => {
    for (let turn = 0; turn < 10; turn += 1) {
      const { bookmark } = await populate(0, 300_000 + turn);
      expect(await ask(1, '{ place(by: { id: "place:id-kota-batu" }) { population } }', bookmark)).toEqual({
        data: { place: { population: 300_000 + turn } },
      });
    }
  });

  test.each([
    ['is none of this store', 'FB:nonsense'],
    ['is no bookmark', 'yesterday evening'],
  ])('refuse a header that %s', async (_, bookmark) => {
    expect(await ask(1, '{ graph { revision } }', bookmark)).toMatchObject({ errors: [{ extensions: { code: 'BAD_INPUT' } }] });
  });
});
