import { type OnReject, shownValue } from '../../reject.js';
import type { TableRow } from '../table/table.js';
import { UnreadableValue } from '../unreadable-value.js';
import type { Field } from './fields.js';
import type { SheetMapping } from './mapping.js';
import { isNothing, readValue, type ValueOf } from './values.js';
import { wordsOf } from './words.js';

/** The values of one row by field. What is wrong with any of them is told, and then the row is not sound. */
export class RowValues {
  readonly #file: string;
  readonly #row: TableRow;
  readonly #columns: ReadonlyMap<Field, string>;
  readonly #mapping: SheetMapping;
  readonly #onReject: OnReject;
  readonly #rejected = new Set<Field>();

  constructor(file: string, row: TableRow, columns: ReadonlyMap<Field, string>, mapping: SheetMapping, onReject: OnReject) {
    this.#file = file;
    this.#row = row;
    this.#columns = columns;
    this.#mapping = mapping;
    this.#onReject = onReject;
  }

  /** Line on which the row begins. */
  get line(): number {
    return this.#row.line;
  }

  /** What stands in the cells that say something. */
  get texts(): string[] {
    return [...this.#columns.keys()].filter((field) => this.states(field)).map((field) => this.#written(field));
  }

  /** Whether nothing wrong has been found so far. */
  get isSound(): boolean {
    return this.#rejected.size === 0;
  }

  /** Whether no column that is read has anything in it, as where rows are numbered ahead. */
  get isBlank(): boolean {
    return [...this.#columns.keys()].every((field) => !this.states(field));
  }

  /** Whether what the row has for a field was rejected. */
  isRejected(field: Field): boolean {
    return this.#rejected.has(field);
  }

  /** Null: the row says nothing, and there is no default; or what it says was rejected. */
  get<F extends Field>(field: F): ValueOf<F> | null {
    const text = this.#textOf(field);
    if (text === '') return null;
    try {
      return readValue(field, text, this.#mapping.dateOrder);
    } catch (problem) {
      if (!(problem instanceof UnreadableValue)) throw problem;
      this.reject(field, problem.message, problem.remedy);
      return null;
    }
  }

  /** Whether the row itself has a text for a field. */
  states(field: Field): boolean {
    return !isNothing(this.#written(field));
  }

  /** Whether the row itself has something for a field that can be read. What cannot is not rejected here. */
  reads(field: Field): boolean {
    if (!this.states(field)) return false;
    try {
      const text = this.#textOf(field);
      return text !== '' && readValue(field, text, this.#mapping.dateOrder) !== null;
    } catch (problem) {
      if (!(problem instanceof UnreadableValue)) throw problem;
      return false;
    }
  }

  /** Whether the mapping says that what the row has for a field stands for nothing. */
  isSetAside(field: Field): boolean {
    return this.#translated(field) === '';
  }

  /** What the row has for a field, as it is written. */
  writtenIn(field: Field): string {
    return this.#textOf(field);
  }

  /** The name of the column of a field; the field itself where it has none. */
  columnOf(field: Field): string {
    return this.#columns.get(field) ?? field;
  }

  reject(field: Field, reason: string, remedy: string): void {
    this.#rejected.add(field);
    this.#onReject({
      file: this.#file,
      line: this.#row.line,
      field: this.columnOf(field),
      value: shownValue(this.#written(field)),
      reason,
      remedy,
    });
  }

  #textOf(field: Field): string {
    const translated = this.#translated(field);
    if (translated !== undefined) return translated;
    const written = this.#written(field);
    return isNothing(written) ? (this.#mapping.defaults[field] ?? '') : written;
  }

  #translated(field: Field): string | undefined {
    return this.#mapping.values.get(field)?.get(wordsOf(this.#written(field)));
  }

  #written(field: Field): string {
    const column = this.#columns.get(field);
    return column === undefined ? '' : (this.#row.cells.get(column) ?? '').replace(/\s+/g, ' ').trim();
  }
}
