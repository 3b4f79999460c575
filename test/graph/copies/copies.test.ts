import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createConnection, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { askForCopy } from '../../../src/graph/copies/ask-for-copy.js';
import { offerCopies } from '../../../src/graph/copies/offer-copies.js';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kembar-copies-'));
  file = join(folder, 'graph.grafeo');
  writeFileSync(file, '');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a copy', () => {
  test('is not waited for without limit', async () => {
    const hanging = createServer({ allowHalfOpen: true }, (socket) => socket.on('end', () => socket.end()).resume());
    await new Promise<void>((resolve) => hanging.listen(`${file}.control`, resolve));
    await expect(askForCopy(file, join(folder, 'copy'), { patienceMs: 200 })).rejects.toMatchObject({
      code: 'STORE_BUSY',
      message: expect.stringContaining('was asked for a copy and did not answer for 0.2 s'),
    });
    await new Promise((resolve) => hanging.close(resolve));
  });

  test('that cannot be taken away again harms nobody but whoever asked for it', async () => {
    // Whoever asked is gone, and what was made is a folder by now, which is not removed as a file is.
    const offer = await offerCopies(file, async (copy) => void mkdirSync(copy));
    const socket = createConnection({ path: `${file}.control`, allowHalfOpen: true });
    await new Promise((resolve) => socket.write(`${JSON.stringify({ copyTo: join(folder, 'copy') })}\n`, resolve));
    socket.destroy();
    await pause(200);
    await askForCopy(file, join(folder, 'other'));
    await offer?.close();
  });
});
