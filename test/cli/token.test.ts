import { chmodSync, chownSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { createTokenCommand } from '../../src/cli/token/create.js';
import { listTokensCommand } from '../../src/cli/token/list.js';
import { revokeTokenCommand } from '../../src/cli/token/revoke.js';
import { TokensFile } from '../../src/cli/token/tokens-file.js';
import { KnownTokens } from '../../src/http/access/known-tokens.js';
import { isStaticToken } from '../../src/http/access/static-token.js';
import { type RunningServer, startServer } from '../../src/server.js';
import { readSettings } from '../../src/settings.js';
import { linesOf } from './in-process.js';
import { kembar } from './kembar-process.js';

let folder: string;
let file: string;
/** What was told beside the token. */
let told: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kembar-token-'));
  file = join(folder, 'tokens.yaml');
  told = '';
  vi.stubEnv('TOKENS_FILE', '');
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    told += text;
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

const create = async (...options: string[]): Promise<string> => {
  const lines = await linesOf(createTokenCommand, options);
  expect(lines).toHaveLength(1);
  return lines[0] as string;
};
const createIn = (place: string, name: string, ...options: string[]) =>
  create('--name', name, '--role', 'editor', '--file', place, ...options);
const list = (...options: string[]) => linesOf(listTokensCommand, options);
const revoke = (...options: string[]) => linesOf(revokeTokenCommand, options);
const actorOf = async (token: string) => (await KnownTokens.open(file, { error: () => undefined })).actorOf(token);

describe('kembar token create', () => {
  test('gives a token that the server knows, and keeps no more than its hash', async () => {
    const token = await createIn(file, 'jatim', '--within', 'place:id-ji', '--within', 'place:id-bt', '--expires', '2999-12-31');
    expect(isStaticToken(token)).toBe(true);
    expect(await actorOf(token)).toEqual({ id: 'token:jatim', name: 'jatim', role: 'editor', within: ['place:id-ji', 'place:id-bt'] });
    expect(readFileSync(file, 'utf8')).not.toContain(token);
    expect(told).toBe(
      `A token for jatim, editor within place:id-ji, place:id-bt, until 2999-12-31. It is shown this once; whoever has it comes in.\nIts hash is in ${file}.\n`,
    );
  });

  test('lets only the owner read the file, also where others could before', async () => {
    writeFileSync(file, 'tokens: []\n');
    chmodSync(file, 0o644);
    await createIn(file, 'jatim');
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test('adds to what is there, and leaves what people wrote beside it', async () => {
    const first = await createIn(file, 'first');
    writeFileSync(file, `# ours\n${readFileSync(file, 'utf8').replace('name: first', 'name: first # of the office')}`);
    const second = await createIn(file, 'second');
    expect([(await actorOf(first)).name, (await actorOf(second)).name]).toEqual(['first', 'second']);
    expect(readFileSync(file, 'utf8')).toMatch(/^# ours\n.*name: first # of the office\n/s);
  });

  test('writes JSON where the file is JSON', async () => {
    file = join(folder, 'tokens.json');
    writeFileSync(file, '{"tokens": []}');
    const token = await createIn(file, 'jatim');
    expect(JSON.parse(readFileSync(file, 'utf8')).tokens).toMatchObject([{ name: 'jatim' }]);
    expect((await actorOf(token)).name).toBe('jatim');
  });

  test.runIf(process.getuid?.() === 0)('leaves the file to the user of the server, whoever adds to it', async () => {
    writeFileSync(file, '');
    chownSync(file, 1000, 1000);
    await createIn(file, 'jatim');
    expect([statSync(file).uid, statSync(file).gid]).toEqual([1000, 1000]);
  });

  test('writes over nothing that somebody else wrote meanwhile', async () => {
    const opened = await TokensFile.open(file);
    await createIn(file, 'other');
    const adding = opened.add({ name: 'jatim', sha256: '0'.repeat(64), role: 'reader' });
    await expect(adding).rejects.toMatchObject({
      code: 'BAD_INPUT',
      message: `${file} was changed meanwhile; nothing was written, do it again`,
    });
    expect((await TokensFile.open(file)).entries.map(({ name }) => name)).toEqual(['other']);
    expect(readdirSync(folder)).toEqual(['tokens.yaml']);
  });

  test('keeps a link to the file', async () => {
    writeFileSync(file, '');
    symlinkSync(file, join(folder, 'link.yaml'));
    const token = await createIn(join(folder, 'link.yaml'), 'jatim');
    expect((await actorOf(token)).name).toBe('jatim');
  });

  test('takes the file of TOKENS_FILE where none is named', async () => {
    vi.stubEnv('TOKENS_FILE', file);
    const token = await create('--name', 'jatim', '--role', 'reader');
    expect((await actorOf(token)).role).toBe('reader');
  });

  test('tells the entry where there is no file, as it is put into one', async () => {
    const token = await create('--name', 'jatim', '--role', 'admin');
    writeFileSync(file, told.slice(told.indexOf('tokens:')));
    expect(await actorOf(token)).toMatchObject({ name: 'jatim', role: 'admin' });
  });

  test.each<[string[], string]>([
    [['--name', 'Jatim', '--role', 'reader'], '--name is "Jatim". It must be 1 to 63 small letters, digits and hyphens'],
    [['--name', 'x', '--role', 'root'], '--role is "root". Accepted are reader, editor, curator, admin.'],
    [['--name', 'x', '--role', 'editor', '--within', 'Jatim'], '--within is "Jatim". Accepted are ids of places, such as place:id-ji.'],
    [['--name', 'x', '--role', 'curator', '--within', 'place:id-ji'], '--within limits an editor only; leave it out for --role curator'],
    [['--name', 'x', '--role', 'reader', '--expires', '2027-02-30'], '--expires is "2027-02-30". Accepted is a day such as 2027-12-31.'],
    [['--name', 'x', '--role', 'reader', '--expires', '2020-12-31'], '--expires 2020-12-31 has passed already'],
    [['--name', 'taken', '--role', 'reader'], '--name "taken" is taken in'],
  ])('refuses %j, and writes nothing', async (options, message) => {
    await createIn(file, 'taken');
    const before = readFileSync(file, 'utf8');
    await expect(create(...options, '--file', file)).rejects.toMatchObject({
      code: 'BAD_INPUT',
      message: expect.stringContaining(message),
    });
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  test('refuses a file that holds something else', async () => {
    writeFileSync(file, 'places: []\n');
    await expect(createIn(file, 'jatim')).rejects.toMatchObject({ message: expect.stringContaining('places: unknown field') });
    expect(readFileSync(file, 'utf8')).toBe('places: []\n');
  });
});

describe('kembar token list', () => {
  beforeEach(async () => {
    await createIn(file, 'jatim', '--within', 'place:id-ji');
    await createIn(file, 'a', '--expires', '2999-12-31');
    writeFileSync(file, readFileSync(file, 'utf8').replace('2999', '2019'));
  });

  test('tells whose tokens there are, and which have ended', async () => {
    expect(await list('--file', file)).toEqual(['jatim  editor within place:id-ji', 'a      editor, expired 2019-12-31']);
  });

  test('tells it as JSON, without hashes', async () => {
    expect((await list('--file', file, '--json')).map((line) => JSON.parse(line))).toEqual([
      { name: 'jatim', role: 'editor', within: ['place:id-ji'] },
      { name: 'a', role: 'editor', expires: '2019-12-31' },
    ]);
  });

  test('asks for the file', async () => {
    await expect(list()).rejects.toMatchObject({
      code: 'BAD_INPUT',
      message: expect.stringContaining('--file, or in the setting TOKENS_FILE'),
    });
  });

  test('tells how to make one that is not there', async () => {
    const other = join(folder, 'other.yaml');
    await expect(list('--file', other)).rejects.toMatchObject({ message: expect.stringContaining(`kembar token create --file ${other}`) });
  });
});

describe('kembar token revoke', () => {
  test('takes out one token and no other', async () => {
    const [one, other] = [await createIn(file, 'one'), await createIn(file, 'other')];
    expect(await revoke('one', '--file', file)).toEqual(['the token of one is revoked']);
    await expect(actorOf(one)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect((await actorOf(other)).name).toBe('other');
  });

  test('leaves a file to which the next one can be added', async () => {
    await createIn(file, 'one');
    await revoke('one', '--file', file);
    expect(await list('--file', file)).toEqual([`${file} holds no token`]);
    expect((await actorOf(await createIn(file, 'one'))).name).toBe('one');
  });

  test('names those that there are, where there is none of the name', async () => {
    await createIn(file, 'one');
    await expect(revoke('two', '--file', file)).rejects.toMatchObject({
      code: 'NOT_FOUND',
      message: `${file} has no token of "two"; there is one`,
    });
  });
});

describe('kembar ask of a server that answers nobody without a token', { timeout: 120_000 }, () => {
  let server: RunningServer;
  let token: string;
  let tokens: string;
  beforeAll(async () => {
    tokens = mkdtempSync(join(tmpdir(), 'kembar-closed-'));
    const { code, out } = await kembar(['token', 'create', '--name', 'jatim', '--role', 'reader', '--file', join(tokens, 'tokens.yaml')]);
    expect(code).toBe(0);
    token = out.trim();
    const environment = { READING: 'closed', TOKENS_FILE: join(tokens, 'tokens.yaml'), LOAD_DATA: 'false' };
    server = await startServer(readSettings({ GRAPH_URL: 'embedded:', PORT: '0', LOG_LEVEL: 'silent', ...environment }));
    await server.prepared;
  });
  afterAll(async () => {
    await server.stop();
    rmSync(tokens, { recursive: true, force: true });
  });
  const asked = (options: readonly string[], environment: Record<string, string> = {}) =>
    kembar(['ask', 'Sectors', '--format', 'json', '--server', server.url, ...options], { KEMBAR_TOKEN: '', ...environment });

  test('is refused without one', async () => {
    const { code, out, err } = await asked([]);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/^kembar: this server answers only who shows a token/);
  });

  test('is answered with that of --token, or of KEMBAR_TOKEN', async () => {
    const [named, set] = await Promise.all([asked(['--token', token]), asked([], { KEMBAR_TOKEN: token })]);
    expect([named?.code, set?.code]).toEqual([0, 0]);
    expect(set?.out).toBe(named?.out);
  });

  test('does not repeat a token that is none', async () => {
    const { code, err } = await asked(['--token', 'kembar_ü']);
    expect([code, err]).toEqual([1, 'kembar: the token has characters that no token has; was more copied than the token?\n']);
  });

  test('needs --server for --token', async () => {
    const { code, err } = await kembar(['ask', 'Sectors', '--token', token]);
    expect([code, err]).toEqual([1, 'kembar: --token is shown to a server, and --server names none\n']);
  });
});
