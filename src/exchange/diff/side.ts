import type { TypedRecord } from '../dataset/to-records.js';

/** One of two things that are compared: records by data set, which can be gone through again. */
export interface Side {
  readonly dataSets: readonly string[];
  records(dataSet: string): AsyncIterable<TypedRecord>;
  /** Throws `StoreError` CONFLICT where it is no longer what it was in the beginning. */
  mustBeUnchanged(): Promise<void>;
}
