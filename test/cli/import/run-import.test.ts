import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { RowsLeftOut } from '../../../src/cli/exit-codes.js';
import { type Importer, runImport } from '../../../src/cli/import/run-import.js';
import { Unit } from '../../../src/graph/unit.js';
import { groundOf } from '../../../src/store/data-set/data-sets.js';
import { replaceDataSet } from '../../../src/store/data-set/replace-data-set.js';

const sector = (key: string) => {
  const unit = new Unit({ label: 'Sector', id: `sector:${key}` });
  unit.addNode(unit.of, { nameId: key, nameEn: key });
  return unit;
};

/** An importer, beside which another import comes between its assembling and its writing, so many times. */
function disturbed(times: number): Importer {
  let assembled = 0;
  return {
    inputs: [],
    dataSet: 'mine',
    assemble: async (graph, { dataSet, onReject }) => {
      const ground = await groundOf(graph, dataSet);
      assembled += 1;
      if (assembled <= times) await replaceDataSet(graph, { id: 'other', fingerprint: `${assembled}`, units: [sector(`o${assembled}`)] });
      onReject({ file: 'f', line: assembled, field: 'x', value: '', reason: 'wrong', remedy: 'mend it' });
      return {
        version: { id: dataSet, fingerprint: '1', ground, units: [sector('mine')] },
        total: 1,
        report: { lines: [`assembled ${assembled}`], data: {} },
      };
    },
  };
}

async function run(times: number, options: { readonly wait?: boolean }) {
  const folder = mkdtempSync(join(tmpdir(), 'kembar-run-import-'));
  onTestFinished(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true, force: true });
  });
  vi.stubEnv('GRAPH_URL', `embedded:${join(folder, 'graph.grafeo')}`);
  vi.stubEnv('LOAD_DATA', 'false');
  const rejects = join(folder, 'rejects.jsonl');
  const lines: string[] = [];
  const error = await runImport(disturbed(times), { ...options, rejects }, (line) => lines.push(line)).then(
    () => null,
    (thrown) => thrown,
  );
  return { lines, error, rejects: readFileSync(rejects, 'utf8').trim().split('\n') };
}

test('an import that waits begins anew, once, where another one changed what it stands on, and tells of each row once', async () => {
  const { lines, error, rejects } = await run(1, { wait: true });
  expect(lines.filter((line) => line.startsWith('assembled'))).toEqual(['assembled 1', 'assembled 2']);
  expect(lines.join('\n')).toContain('begins anew');
  expect(rejects).toHaveLength(1);
  expect(error).toBeInstanceOf(RowsLeftOut);
  expect((await run(2, { wait: true })).error).toMatchObject({ code: 'CONFLICT' });
});

test('an import that does not wait is refused where another one changed what it stands on', async () => {
  expect((await run(1, {})).error).toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('Do this import again') });
});
