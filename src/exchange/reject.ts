/** A row, or a value of one, that an import leaves out, and what would let it in. */
export interface Reject {
  /** The file, or the address that was asked. */
  readonly file: string;
  /** Line in the file, or number of the row, from 1; null: not in one line. */
  readonly line: number | null;
  /** Column or field; empty: the row as a whole. */
  readonly field: string;
  /** What stands there, cut where it is long. */
  readonly value: string;
  readonly reason: string;
  /** What to write instead, or to do. */
  readonly remedy: string;
  /** Only the value is left out, and the rest of its row goes in. */
  readonly restIsTaken?: true;
}

const LONGEST_VALUE = 120;

/** A value as it is shown in a reject: one line, and not a million characters. */
export function shownValue(value: string): string {
  const line = value.slice(0, 2 * LONGEST_VALUE).replace(/[\s\p{Cc}]+/gu, ' ');
  return line.length > LONGEST_VALUE || value.length > 2 * LONGEST_VALUE ? `${line.slice(0, LONGEST_VALUE - 1)}…` : line;
}

/** Takes what is left out, as it is found. */
export type OnReject = (reject: Reject) => void;
