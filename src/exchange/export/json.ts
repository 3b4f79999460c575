import { provenanceObject } from './provenance.js';
import type { RecordFile } from './table-file.js';

/**
 * Records as JSON Lines: one object a line. The first line is `{"kembar": …}` with where the facts come from, the
 * last one `{"kembar": {"end": N}}` with how many records there are: a file without that line is not complete.
 */
export async function* jsonLinesText({ provenance, records, bare }: RecordFile): AsyncGenerator<string> {
  if (!bare) yield `${JSON.stringify({ kembar: provenanceObject(provenance) })}\n`;
  let count = 0;
  for await (const part of records) {
    count += part.length;
    if (part.length > 0) yield part.map((record) => `${JSON.stringify(record)}\n`).join('');
  }
  if (!bare) yield `${JSON.stringify({ kembar: { end: count } })}\n`;
}

/** Records as one JSON object: where they come from in `kembar`, and then all of them in `records`; bare, as an array. */
export async function* jsonText({ provenance, records, bare }: RecordFile): AsyncGenerator<string> {
  yield bare ? '[' : `{"kembar":${JSON.stringify(provenanceObject(provenance))},\n"records":[`;
  let separator = '\n';
  for await (const part of records) {
    if (part.length === 0) continue;
    yield separator + part.map((record) => JSON.stringify(record)).join(',\n');
    separator = ',\n';
  }
  yield bare ? '\n]\n' : '\n]}\n';
}
