import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ServerProcess, startServerProcess } from '../server/server-process.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PAGE = new URL('../../docs/walkthrough/README.md', import.meta.url);
const FIGURE = fileURLToPath(new URL('../../docs/walkthrough/ties.png', import.meta.url));
const PYTHON = process.env.KEMBAR_PYTHON ?? fileURLToPath(new URL('../../.venv/bin/python', import.meta.url));
const UPDATE = process.env.UPDATE_WALKTHROUGH === '1';

const absence = existsSync(PYTHON)
  ? null
  : `there is no ${PYTHON}; make it as docs/walkthrough/README.md says, or name another one in KEMBAR_PYTHON`;
if (absence !== null) {
  if (process.env.KEMBAR_REQUIRE_PYTHON === '1') throw new Error(absence);
  console.log(`The walk-through is not run: ${absence}`);
}

/** A block of Python of the page, with the block of text that shows what it prints, where one follows. */
const BLOCK = /```python\n(?<code>.*?)```(?:\n\n```text\n(?<shown>.*?)```)?/gs;

describe.skipIf(absence !== null)('the walk-through', () => {
  let server: ServerProcess;
  beforeAll(async () => {
    server = startServerProcess({ GRAPH_URL: 'embedded:' });
    await server.printed('Kembar listens');
  });
  afterAll(() => server.stop());

  test('runs as it stands, and prints what it shows', async () => {
    const page = readFileSync(PAGE, 'utf8');
    const blocks = [...page.matchAll(BLOCK)];
    const program = blocks.map(({ groups }, index) => `${groups?.code}\nprint("${mark(index)}", flush=True)\n`).join('');

    const { output, complaints, status } = await python(program, {
      KEMBAR_URL: server.url,
      ...(UPDATE ? { KEMBAR_FIGURE: FIGURE } : { KEMBAR_FIGURE: '/dev/null' }),
    });

    expect({ status, complaints }).toEqual({ status: 0, complaints: '' });
    let rest = output;
    const printed = blocks.map((_, index) => {
      const [before = '', after = ''] = rest.split(`${mark(index)}\n`);
      rest = after;
      return before;
    });
    if (UPDATE) writeFileSync(PAGE, withPrinted(page, printed));
    expect(printed, 'If that is right, run with UPDATE_WALKTHROUGH=1.').toEqual(
      blocks.map(({ groups }, index) => (UPDATE ? printed[index] : (groups?.shown ?? ''))),
    );
  });
});

function mark(index: number): string {
  return `== end of block ${index}`;
}

function withPrinted(page: string, printed: readonly string[]): string {
  let index = -1;
  return page.replace(BLOCK, (block: string, code: string, shown: string | undefined) => {
    index += 1;
    return shown === undefined ? block : `\`\`\`python\n${code}\`\`\`\n\n\`\`\`text\n${printed[index]}\`\`\``;
  });
}

async function python(program: string, environment: Readonly<Record<string, string>>) {
  const child = spawn(PYTHON, ['-W', 'ignore', '-'], {
    cwd: ROOT,
    env: { ...process.env, ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let [output, complaints] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaints += text;
  });
  child.stdin.end(program);
  const [status] = await once(child, 'close');
  return { output, complaints, status };
}
