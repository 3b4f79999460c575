import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { assembleDataSet, fingerprintOfFolder, SHIPPED_DATA } from '../../../src/exchange/dataset/shipped.js';

test('the fingerprint of a folder is that of what is made of it, and another one once a file changes', { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kembar-data-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(SHIPPED_DATA, folder, { recursive: true });
  const before = await fingerprintOfFolder(folder);
  expect(before).toBe((await assembleDataSet(folder)).fingerprint);
  writeFileSync(join(folder, 'more.yaml'), 'sectors: []\n');
  expect(await fingerprintOfFolder(folder)).not.toBe(before);
});
