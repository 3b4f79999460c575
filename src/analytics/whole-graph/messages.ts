import type { ErrorCode } from '../../domain/errors.js';
import type { Row } from '../../graph/values.js';
import type { Position } from '../../store/pages.js';
import type { SnapshotPart } from './snapshot.js';

/** What the analyst tells its thread. Messages are handled in the order in which they come. */
export type Instruction =
  | { readonly kind: 'begin' }
  | { readonly kind: 'rows'; readonly part: SnapshotPart; readonly rows: readonly Row[] }
  | { readonly kind: 'end'; readonly revision: number }
  | {
      readonly kind: 'table';
      readonly id: number;
      readonly name: string;
      readonly asked: object;
      readonly first: number;
      readonly after: Position | null;
    }
  | { readonly kind: 'figure'; readonly id: number; readonly name: string; readonly asked: object };

/** What the thread answers to a question. */
export type Reply =
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly fault: { readonly code: ErrorCode; readonly message: string; readonly stack: string } };
