import type { Field } from './fields.js';
import type { RowValues } from './row-values.js';
import { wordsOf } from './words.js';

/** What an agreement is known by, beside its parties. */
const OF_AGREEMENT: readonly Field[] = ['kind', 'stage', 'date', 'year', 'intentDate', 'signedDate'];
/** What a party is known by, beside its name. */
const OF_PARTY: readonly Field[] = ['kemendagriA', 'kemendagriB', 'qidA', 'qidB', 'geonamesA', 'geonamesB', 'latitudeA', 'latitudeB'];

/** No signature is longer: what is longer are rows that lack their parties. */
const LONGEST_BELOW = 50;

/**
 * The rows of a table without what people write among and below them: sums wherever they are, and what stands below the
 * last row that names a party, such as signatures. A row that says anything of an agreement or a party is never taken
 * for one of these. `onAside` takes the lines of what is none of the table.
 */
export async function* rowsOfTable(rows: AsyncIterable<RowValues>, onAside: (line: number) => void): AsyncGenerator<RowValues> {
  let below: RowValues[] = [];
  for await (const row of rows) {
    if (isSum(row)) onAside(row.line);
    else if (isNameless(row) && below.length < LONGEST_BELOW) below.push(row);
    else {
      yield* below;
      below = [];
      yield row;
    }
  }
  for (const { line } of below) onAside(line);
}

function isNameless(row: RowValues): boolean {
  return !row.states('partyA') && !row.states('partyB') && !saysAnything(row);
}

function saysAnything(row: RowValues): boolean {
  return OF_AGREEMENT.some((field) => row.reads(field)) || OF_PARTY.some((field) => row.states(field));
}

/** Whether all that a row has are numbers and words for a sum: `JUMLAH | 33`, `Jumlah | 26 kerja sama`. */
function isSum(row: RowValues): boolean {
  if (saysAnything(row)) return false;
  const others = row.texts.filter((text) => !/^(?:sub ?|grand )?(?:total|jumlah)\b/.test(wordsOf(text)));
  const isCounted = others.length < row.texts.length;
  return others.every((text) => /^[\d.,\s]+$/.test(text) || (isCounted && /^\d+ \p{L}/u.test(text)));
}
