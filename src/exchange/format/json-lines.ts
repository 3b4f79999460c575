import type { RecordType } from './records.js';

/** Characters that are put together before they are handed on. */
const PART = 64 * 1024;

/**
 * Records as JSON Lines, in parts of many lines: each line is a Kembar data file of its own that holds one record,
 * `{"places":[{…}]}`, so that what reads data files reads a line.
 */
export async function* toJsonLines(
  records:
    | Iterable<{ readonly type: RecordType; readonly record: object }>
    | AsyncIterable<{ readonly type: RecordType; readonly record: object }>,
): AsyncGenerator<string> {
  let part = '';
  for await (const { type, record } of records) {
    part += `${JSON.stringify({ [type]: [record] })}\n`;
    if (part.length < PART) continue;
    yield part;
    part = '';
  }
  if (part !== '') yield part;
}
