import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { importKembarCommand } from '../../src/cli/import/import-kembar.js';
import { removeCommand } from '../../src/cli/remove.js';
import { SMALL_DATA } from '../exchange/small-data.js';
import { linesOf } from './in-process.js';

let folder: string;
const importText = async (name: string, text: string) => {
  writeFileSync(join(folder, `${name}.yaml`), text);
  await linesOf(importKembarCommand, [join(folder, `${name}.yaml`)]);
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kembar-remove-'));
  vi.stubEnv('GRAPH_URL', `embedded:${join(folder, 'graph.grafeo')}`);
  vi.stubEnv('LOAD_DATA', 'false');
  await importText('small', SMALL_DATA);
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

describe('kembar remove', () => {
  test('says what stays and why, and takes it out when nobody refers to it any more', async () => {
    await importText('towns', 'places:\n  - { key: jp-x, kind: CITY, name: X, partOf: jp-26, cites: [{ source: list }] }\n');
    await importText(
      'ties',
      'agreements:\n  - { key: one, kind: SISTER_CITY, parties: [id-kota-batu, jp-x], stages: [{ stage: SIGNED, cites: [{ source: list }] }], cites: [{ source: list }] }\n',
    );
    const stays = 'left of "towns": 1, which other data sets refer to; kembar remove towns takes that out when none does any more';
    const first = await linesOf(removeCommand, ['towns']);
    expect(first).toContain('  kept: place:jp-x, since "ties" refers to it');
    expect(first).toContain(stays);
    const again = await linesOf(removeCommand, ['towns']);
    expect(again).toContain('nothing changes');
    expect(again).toContain(stays);
    await linesOf(removeCommand, ['ties']);
    expect(await linesOf(removeCommand, ['towns'])).toContain('  removed: place:jp-x');
    expect(await linesOf(removeCommand, ['towns'])).toContain('nothing changes: of "towns" there is nothing left');
  });
});
