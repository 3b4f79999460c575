import { BadInputError } from '../../../domain/errors.js';
import type { SheetOfWorkbook, Table } from '../table/table.js';
import { fieldNamed, someNamesOf } from './column-names.js';
import { ALL_FIELDS, type Field, REQUIRED_FIELDS } from './fields.js';
import type { SheetMapping } from './mapping.js';

export interface SheetColumns {
  /** The column of each field that has one. */
  readonly of: ReadonlyMap<Field, string>;
  /** Columns that nobody reads. */
  readonly leftAside: readonly string[];
}

/**
 * Finds which column says what: as the mapping tells, and else by its name. Throws `BadInputError`, naming the columns
 * that the file has, when the mapping names another one, when two columns have names for one field, or when none
 * has one for a party.
 */
export function columnsOf({ file, columns, headerLine, sheet }: Table, { columns: told, defaults }: SheetMapping): SheetColumns {
  const refuse = (message: string): never => {
    const others = recognised(columns) < 2 ? otherSheets(sheet) : '';
    throw new BadInputError(`${file}: ${message}. The columns, named in line ${headerLine}, are ${columns.join(', ')}${others}`);
  };
  const found = new Map<Field, string>();
  for (const field of ALL_FIELDS) {
    const column = told[field]?.replace(/\s+/g, ' ');
    if (!column) continue;
    if (!columns.includes(column)) refuse(`the mapping says that ${field} is in the column “${column}”, which is not there`);
    found.set(field, column);
  }
  const taken = new Set(found.values());
  for (const column of columns) {
    const field = taken.has(column) ? undefined : fieldNamed(column);
    if (field === undefined || told[field] !== undefined) continue;
    const other = found.get(field);
    if (other !== undefined)
      refuse(`both “${other}” and “${column}” look like ${field}; say in the mapping which it is, as in columns: { ${field}: ${other} }`);
    found.set(field, column);
  }
  for (const field of REQUIRED_FIELDS) {
    if (found.has(field) || defaults[field] !== undefined) continue;
    refuse(
      `no column is recognised as ${field} (as ${someNamesOf(field)} would be); name it in the mapping, as in columns: { ${field}: … }, or say with headerLine which line names the columns`,
    );
  }
  const read = new Set(found.values());
  return { of: found, leftAside: columns.filter((column) => !read.has(column)) };
}

/** How many columns have a name that says what they are. */
export function recognised(columns: readonly string[]): number {
  return columns.filter((column) => fieldNamed(column) !== undefined).length;
}

/** Another sheet may be the one that was meant. */
function otherSheets(sheet: SheetOfWorkbook | undefined): string {
  const [other, ...more] = sheet?.others ?? [];
  if (other === undefined) return '';
  return `, in the sheet ${sheet?.name}; there is also ${[other, ...more].join(', ')}, and the mapping says which it is, as in sheet: ${other}`;
}
