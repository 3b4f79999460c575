import { type OnReject, type Reject, shownValue } from '../../reject.js';
import type { Reading } from './reading.js';
import type { Cell, ResultRow, Variable } from './result-row.js';

/** The cells of one row, read one by one; what cannot be read is told and counts as not there. */
export class Cells {
  readonly #row: ResultRow;
  readonly #file: string;
  readonly #onReject: OnReject;

  constructor(row: ResultRow, file: string, onReject: OnReject) {
    this.#row = row;
    this.#file = file;
    this.#onReject = onReject;
  }

  cell(variable: Variable): Cell | null {
    return this.#row.cells.get(variable) ?? null;
  }

  /** The text of a cell; null: it is empty. */
  text(variable: Variable): string | null {
    const text = this.cell(variable)?.value.trim() ?? '';
    return text === '' ? null : text;
  }

  /** What a cell comes to; null: it is empty, or was rejected. */
  read<T>(variable: Variable, read: (value: string) => Reading<T>): T | null {
    const text = this.text(variable);
    if (text === null) return null;
    const reading = read(text);
    if ('value' in reading) return reading.value;
    this.rejectValue(variable, reading.reason, reading.remedy);
    return null;
  }

  /** Leaves out the row. */
  reject(variable: Variable, reason: string, remedy: string): void {
    this.#onReject(this.#rejected(variable, reason, remedy));
  }

  /** Leaves out one cell, without which the row says less, and nothing wrong. */
  rejectValue(variable: Variable, reason: string, remedy: string): void {
    this.#onReject({ ...this.#rejected(variable, reason, remedy), restIsTaken: true });
  }

  #rejected(variable: Variable, reason: string, remedy: string): Reject {
    const value = shownValue(this.cell(variable)?.value ?? '');
    return { file: this.#file, line: this.#row.line, field: variable, value, reason, remedy };
  }
}
