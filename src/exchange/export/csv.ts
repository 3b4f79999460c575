import { type Options, stringify } from 'csv-stringify/sync';
import { provenanceLines } from './provenance.js';
import type { TableFile } from './table-file.js';

/**
 * A table as CSV: RFC 4180 in UTF-8 with `\n` at the end of each line. Comment lines that begin with `#` say before
 * the header where the facts come from, and in the last line how many rows there are: a file without that line
 * is not complete. A `#` inside the data is always between quotes. An empty cell is no value, `""` is an empty text.
 *
 * A text that a spreadsheet would take for a formula (it begins with = + - @, a tab or a carriage return) gets an
 * apostrophe in front, as OWASP advises; numbers stay as they are.
 */
export async function* csvText({ provenance, columns, rows, bare }: TableFile): AsyncGenerator<string> {
  const options: Options = {
    escape_formulas: true,
    record_delimiter: '\n',
    quoted_match: [/^$/, '#'],
    // The only cell of a line must be seen, or the line would count as empty.
    quoted_empty: columns.length === 1,
    cast: { boolean: (value) => String(value) },
  };
  if (!bare)
    yield provenanceLines(provenance)
      .map((line) => `# ${line}\n`)
      .join('');
  yield stringify([columns.map(({ name }) => name)], options);
  let count = 0;
  for await (const part of rows) {
    count += part.length;
    if (part.length > 0) yield stringify(part as never, options);
  }
  if (!bare) yield `# end: ${count} rows\n`;
}
