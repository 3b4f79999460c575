import { DataInvalidError } from '../../../domain/errors.js';
import { type OnReject, shownValue } from '../../reject.js';
import { openTable } from '../table/open-table.js';
import type { TableOptions, TableRow } from '../table/table.js';
import { UnreadableValue } from '../unreadable-value.js';
import { parentOf, readListCode } from './area-code.js';

/** An area as a list has it. */
export interface ListedArea {
  readonly file: string;
  readonly line: number;
  /** With points. */
  readonly code: string;
  /** As it is written. */
  readonly name: string;
}

export interface ListColumns {
  readonly code?: string | undefined;
  readonly name?: string | undefined;
}

export interface AreaList {
  readonly file: string;
  readonly areas: readonly ListedArea[];
  readonly rows: number;
  readonly sha256: string;
  /** Whether its codes have no points, as those of BPS. */
  readonly isUndotted: boolean;
}

/** Names of the columns in the lists that circulate. */
const CODE_NAMES = ['kode', 'code', 'kode wilayah', 'kode kemendagri'];
const NAME_NAMES = ['nama', 'name', 'nama wilayah', 'wilayah'];
const PARENT_NAMES = ['province code', 'regency code', 'district code', 'kode provinsi', 'kode kabupaten', 'kode kecamatan', 'kode induk'];

/** The longest name that a place may have, with the word for its kind. */
const LONGEST_NAME = 180;

/** Reads a list of areas. What is wrong in a row goes to `onReject`. Throws `BadInputError` and `DataInvalidError`. */
export async function readAreaList(
  file: string,
  options: TableOptions & { readonly columns?: ListColumns | undefined },
  onReject: OnReject,
): Promise<AreaList> {
  const table = await openTable(file, options);
  const code = columnOf(file, table.columns, options.columns?.code, CODE_NAMES, 'code');
  const name = columnOf(file, table.columns, options.columns?.name, NAME_NAMES, 'name');
  const parents = table.columns.filter((column) => column !== code && PARENT_NAMES.includes(plain(column)));
  const areas: ListedArea[] = [];
  const [pointed, unpointed] = [new Set<string>(), new Set<string>()];
  let rows = 0;
  let last: number | null = null;
  const counting: OnReject = (reject) => {
    // One row may have several faults.
    if (reject.line !== last) rows += 1;
    last = reject.line;
    onReject(reject);
  };
  for await (const row of table.rows(counting, [code, name, ...parents])) {
    rows += 1;
    const area = areaOf(file, row, { code, name, parents }, onReject);
    if (area === null) continue;
    areas.push(area);
    if (area.code.includes('.')) ((row.cells.get(code) ?? '').includes('.') ? pointed : unpointed).add(area.code);
  }
  return { file, areas, rows, sha256: table.sha256, isUndotted: unpointed.size > pointed.size };
}

function columnOf(file: string, columns: readonly string[], told: string | undefined, accepted: readonly string[], what: string): string {
  const found = columns.filter((column) => (told === undefined ? accepted.includes(plain(column)) : column === told));
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  const why =
    told !== undefined
      ? `there is no column ${told}`
      : found.length > 1
        ? `the columns ${found.join(' and ')} may both be the ${what}`
        : `no column is the ${what}; accepted are ${accepted.join(', ')}`;
  const message = `${why}. The columns are ${columns.join(', ')}: say which of them is the ${what}`;
  throw new DataInvalidError([{ file, line: null, field: told ?? '', message }]);
}

function plain(column: string): string {
  return column
    .toLowerCase()
    .replace(/[_\s]+/g, ' ')
    .trim();
}

interface Columns {
  readonly code: string;
  readonly name: string;
  readonly parents: readonly string[];
}

function areaOf(file: string, { line, cells }: TableRow, columns: Columns, onReject: OnReject): ListedArea | null {
  const text = (column: string) => (cells.get(column) ?? '').replace(/\s+/g, ' ').trim();
  const reject = (field: string, reason: string, remedy: string) => {
    onReject({ file, line, field, value: shownValue(text(field)), reason, remedy });
    return null;
  };
  let field = columns.code;
  try {
    const code = readListCode(text(field));
    for (const parent of columns.parents) {
      field = parent;
      const above = text(parent);
      if (above !== '' && !isAround(readListCode(above), code)) {
        return reject(
          parent,
          `it is not the beginning of the code ${code}`,
          `write ${parentOf(code) ?? 'nothing'}, or the code that is meant`,
        );
      }
    }
    const name = text(columns.name);
    if (!/\p{L}/u.test(name)) return reject(columns.name, 'the area has no name', 'write the name of the area');
    if (name.length > LONGEST_NAME) return reject(columns.name, `the name has ${name.length} characters`, `shorten it to ${LONGEST_NAME}`);
    return { file, line, code, name };
  } catch (problem) {
    if (!(problem instanceof UnreadableValue)) throw problem;
    return reject(field, problem.message, problem.remedy);
  }
}

function isAround(above: string, code: string): boolean {
  return above !== code && code.startsWith(`${above}.`);
}
