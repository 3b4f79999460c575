import { type GraphQLNamedType, isEnumType } from 'graphql';
import { BadInputError } from '../../domain/errors.js';
import type { Cell, CellType, FileColumn } from '../../exchange/export/table-file.js';
import { oneLine } from './inputs.js';
import type { Selected } from './selection.js';

/** A column of a table: a leaf of what is selected of a row. */
export interface Column extends FileColumn {
  /** Names in the answer, from the row to the leaf. */
  readonly steps: readonly string[];
}

/** How a table is made of rows. */
export interface TableShape {
  readonly columns: readonly Column[];
  /** Lists that become rows of their own, each inside the one before; by their steps from the row. */
  readonly unwound: readonly (readonly string[])[];
}

/** What stands between the items of a list in one cell: one stroke, and one more in a list inside a list. */
const separatorOf = (depth: number): string => ` ${'|'.repeat(depth)} `;

/**
 * The columns of a table: one for each leaf that is selected of a row, in the order of the operation, named by the
 * way to it. They follow from the operation alone, so that all pages and all answers have the same.
 * Throws `BadInputError` when `unwind` names no list of the row.
 */
export function tableShape(row: readonly Selected[], unwind: string | null): TableShape {
  const lists = listsIn(row);
  const chosen = unwind === null ? null : lists.find((steps) => steps.join('.') === unwind);
  if (chosen === undefined) {
    const accepted = lists.length === 0 ? 'The rows hold no list.' : `Accepted are ${lists.map((steps) => steps.join('.')).join(', ')}.`;
    throw new BadInputError(`unwind "${unwind}" is no list in the rows. ${accepted}`);
  }
  const unwound = chosen === null ? [] : lists.filter((steps) => steps.every((step, at) => step === chosen[at]));
  const isUnwound = (steps: readonly string[]) => unwound.some((list) => list.join('.') === steps.join('.'));

  const columns: Column[] = [];
  const look = (fields: readonly Selected[], above: readonly string[], depthAbove: number) => {
    for (const { key, type, description, listDepth, children } of fields) {
      const steps = [...above, key];
      const depth = depthAbove + listDepth - (listDepth > 0 && isUnwound(steps) ? 1 : 0);
      if (children.length > 0) look(children, steps, depth);
      else {
        const separator = depth === 0 ? null : separatorOf(1);
        columns.push({ name: steps.join('.'), steps, type: cellType(type), separator, description: oneLine(description) });
      }
    }
  };
  look(row, [], 0);
  return { columns, unwound };
}

/** The lists in a row, each after those that it is inside of. */
function listsIn(fields: readonly Selected[], above: readonly string[] = []): string[][] {
  return fields.flatMap(({ key, listDepth, children }) => {
    const steps = [...above, key];
    return [...(listDepth > 0 ? [steps] : []), ...listsIn(children, steps)];
  });
}

const CELL_TYPES: Readonly<Record<string, CellType>> = { Int: 'integer', Float: 'number', Boolean: 'boolean', Date: 'date' };

function cellType(type: GraphQLNamedType): CellType {
  return isEnumType(type) ? 'string' : (CELL_TYPES[type.name] ?? 'string');
}

type Value = unknown;

/** The rows of a table that an item of the answer makes: one, or one for each item of what is unwound, and one without it when it is empty. */
export function* rowsOf(item: Value, { columns, unwound }: TableShape): Generator<readonly Cell[]> {
  for (const single of unwoundRows(item, unwound)) yield columns.map(({ steps }) => cell(single, steps, 0));
}

function* unwoundRows(item: Value, [list, ...inner]: TableShape['unwound']): Generator<Value> {
  if (list === undefined) {
    yield item;
    return;
  }
  const items = valueAt(item, list);
  const each = Array.isArray(items) && items.length > 0 ? items : [null];
  for (const one of each) yield* unwoundRows(withValueAt(item, list, one), inner);
}

function valueAt(value: Value, steps: readonly string[]): Value {
  return steps.reduce<Value>((at, step) => (at as Record<string, Value> | null | undefined)?.[step] ?? null, value);
}

function withValueAt(value: Value, [step, ...rest]: readonly string[], put: Value): Value {
  if (step === undefined) return put;
  if (value === null || typeof value !== 'object') return value;
  const object = value as Readonly<Record<string, Value>>;
  return { ...object, [step]: withValueAt(object[step] ?? null, rest, put) };
}

/** A leaf as a cell; what is under a list is one text, its items in their order. */
function cell(value: Value, steps: readonly string[], depth: number): Cell {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) {
    if (value.length === 0) return null;
    return value.map((one) => String(cell(one, steps, depth + 1) ?? '')).join(separatorOf(depth + 1));
  }
  const [step, ...rest] = steps;
  if (step !== undefined) return cell((value as Record<string, Value>)[step] ?? null, rest, depth);
  const leaf = typeof value === 'object' ? JSON.stringify(value) : (value as Cell);
  return depth > 0 && typeof leaf === 'string' ? leaf.replaceAll('\\', '\\\\').replaceAll('|', '\\|') : leaf;
}
