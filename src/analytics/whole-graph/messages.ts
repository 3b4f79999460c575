import type { ErrorCode } from '../../domain/errors.js';
import type { Row } from '../../graph/values.js';
import type { Position } from '../../store/pages.js';
import type { SnapshotPart } from './snapshot.js';

/** A question to the thread, which it answers with one reply. */
export type Question =
  | {
      readonly kind: 'table';
      readonly name: string;
      readonly asked: object;
      readonly first: number;
      readonly after: Position | null;
    }
  | { readonly kind: 'figure'; readonly name: string; readonly asked: object };

/** What the thread is told. Messages are handled in the order in which they come. */
export type Instruction =
  | { readonly kind: 'begin' }
  | { readonly kind: 'rows'; readonly part: SnapshotPart; readonly rows: readonly Row[] }
  | { readonly kind: 'end' }
  | Question;

/** What the thread answers to a question. */
export type Reply =
  | { readonly answer: unknown }
  | { readonly fault: { readonly code: ErrorCode; readonly message: string; readonly stack: string } };
