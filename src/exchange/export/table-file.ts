import type { Provenance } from './provenance.js';

/** What a cell of a table may hold; null where there is nothing. */
export type Cell = string | number | boolean | null;

/** What the values of a column are; of each of them, where a cell holds several. */
export type CellType = 'string' | 'integer' | 'number' | 'boolean' | 'date';

export interface FileColumn {
  readonly name: string;
  readonly type: CellType;
  /** What stands between the items of the outermost list in a cell; null when a cell holds one value. */
  readonly separator: string | null;
  /** One line. */
  readonly description: string;
}

/** A table on its way into a file. */
export interface TableFile {
  readonly provenance: Provenance;
  readonly columns: readonly FileColumn[];
  /** A part at a time, in order; each row has a cell for every column. */
  readonly rows: AsyncIterable<readonly (readonly Cell[])[]>;
  /** Leaves out everything but the header and the rows. */
  readonly bare: boolean;
}

/** Records on their way into a file. */
export interface RecordFile {
  readonly provenance: Provenance;
  /** A part at a time, in order. */
  readonly records: AsyncIterable<readonly object[]>;
  /** Leaves out everything but the records. */
  readonly bare: boolean;
}
