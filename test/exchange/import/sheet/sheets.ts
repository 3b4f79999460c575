import { SHEET_MAPPING, type SheetMapping } from '../../../../src/exchange/import/sheet/mapping.js';
import { openSheet, type Sheet } from '../../../../src/exchange/import/sheet/open-sheet.js';
import type { Statement } from '../../../../src/exchange/import/statement.js';
import type { Reject } from '../../../../src/exchange/reject.js';
import { fileOf } from '../table/files.js';

type MappingInput = Parameters<typeof SHEET_MAPPING.parse>[0];

/** All that a sheet says, and what is left out. */
export async function readFile(
  file: string,
  mapping?: SheetMapping,
): Promise<{ statements: Statement[]; rejects: Reject[]; told: Sheet['told'] }> {
  const sheet = await openSheet(file, mapping);
  const rejects: Reject[] = [];
  const statements: Statement[] = [];
  for await (const statement of sheet.statements((reject) => rejects.push(reject))) if (!statement.isLeftOut) statements.push(statement);
  return { statements, rejects, told: sheet.told };
}

/** A sheet of a text, for the time of the test. */
export async function sheetOf(text: string | Uint8Array, mapping: MappingInput = {}) {
  return openSheet(await fileOf(text), SHEET_MAPPING.parse(mapping));
}

export async function readSheet(text: string | Uint8Array, mapping: MappingInput = {}) {
  return readFile(await fileOf(text), SHEET_MAPPING.parse(mapping));
}

/** What a row with these cells says, besides its two parties; or what is wrong with it. */
export async function rowOf(cells: Readonly<Record<string, string>>, mapping: MappingInput = {}): Promise<Statement | Reject> {
  const all = { partyA: 'Kota Batu', partyB: 'Uji', ...cells };
  const line = (texts: readonly string[]) => `${texts.map((text) => `"${text.replaceAll('"', '""')}"`).join(',')}\n`;
  const { statements, rejects } = await readSheet(line(Object.keys(all)) + line(Object.values(all)), mapping);
  const found = statements[0] ?? rejects[0];
  if (found === undefined || statements.length + rejects.length !== 1) throw new Error('not one statement or reject');
  return found;
}
