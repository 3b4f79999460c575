import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { DataInvalidError } from '../../../../src/domain/errors.js';
import { openTable } from '../../../../src/exchange/import/table/open-table.js';
import type { TableOptions } from '../../../../src/exchange/import/table/table.js';
import type { Reject } from '../../../../src/exchange/reject.js';

/** A folder for the time of the test. */
export async function testFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kembar-table-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A file of these contents, for the time of the test. */
export async function fileOf(contents: string | Uint8Array, name = 'table.csv'): Promise<string> {
  const file = join(await testFolder(), name);
  await writeFile(file, contents);
  return file;
}

export interface ReadTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly lines: readonly number[];
  readonly rejects: readonly Reject[];
}

/** All of a table at once. */
export async function readAll(file: string, options?: TableOptions, columns?: readonly string[]): Promise<ReadTable> {
  const table = await openTable(file, options);
  const rejects: Reject[] = [];
  const rows: string[][] = [];
  const lines: number[] = [];
  for await (const { line, cells } of table.rows((reject) => rejects.push(reject), columns)) {
    rows.push([...cells.values()]);
    lines.push(line);
  }
  return { columns: table.columns, rows, lines, rejects };
}

export async function readContents(contents: string | Uint8Array, options?: TableOptions): Promise<ReadTable> {
  return readAll(await fileOf(contents), options);
}

/** What refuses a table: its problems as `line field: message`, or the message of the error. */
export async function refusalOf(reading: Promise<unknown>): Promise<string> {
  const error = await reading.then(
    () => {
      throw new Error('the table was accepted');
    },
    (reason: unknown) => reason,
  );
  if (error instanceof DataInvalidError) return error.problems.map(({ line, field, message }) => `${line} ${field}: ${message}`).join('\n');
  if ((error as { code?: string }).code !== 'BAD_INPUT') throw error;
  return (error as Error).message;
}
