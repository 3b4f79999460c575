import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';

const CHECK = fileURLToPath(new URL('../../../src/exchange/dataset/check.ts', import.meta.url));

test('"npm run data:check FOLDER" prints every problem on a line of its own and fails', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kembar-data-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'a.yaml'), 'sources:\n\t- key: paper\n');
  const sectors = Array.from({ length: 30 }, (_, index) => `  - { key: s${index}, name: { id: Satu } }\n`);
  writeFileSync(join(folder, 'b.yaml'), `sectors:\n${sectors.join('')}`);

  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', CHECK, folder], { encoding: 'utf8' });

  expect(status).toBe(1);
  expect(stdout).toBe('');
  const lines = stderr.trim().split('\n');
  expect(lines).toHaveLength(31);
  expect(lines[0]).toMatch(/^a\.yaml:2 {2}: not YAML: Tabs/);
  expect(lines[30]).toMatch(/^b\.yaml:31 {2}sectors\[29\]\.name\.en: /);
}, 30_000);
