import { type OnReject, shownValue } from '../../reject.js';
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
    this.reject(variable, reading.reason, reading.remedy);
    return null;
  }

  reject(variable: Variable, reason: string, remedy: string): void {
    const value = shownValue(this.cell(variable)?.value ?? '');
    this.#onReject({ file: this.#file, line: this.#row.line, field: variable, value, reason, remedy });
  }
}
