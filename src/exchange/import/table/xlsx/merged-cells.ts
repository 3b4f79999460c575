import { type Cell, isBlank, type RawRow } from '../table.js';
import { placeOf } from './sheet-cells.js';
import { readXml } from './xml.js';

/** Cells of one column that were joined into one, which stands for all of these rows. */
export interface MergedCells {
  readonly place: number;
  readonly first: number;
  readonly last: number;
}

const MOST_MERGED = 100_000;

/** The joined cells of a sheet that reach over several rows, from the top. They come after the rows in its XML. */
export async function readMergedCells(xml: AsyncIterable<string>): Promise<MergedCells[]> {
  const merged: MergedCells[] = [];
  const references = readXml<string>(xml, {
    open: (name, attributes, emit) => {
      if (name === 'mergeCell') emit(attributes.get('ref') ?? '');
    },
  });
  for await (const reference of references) {
    const [from = '', to = from] = reference.split(':');
    const [place, first, last] = [placeOf(from), Number(from.replace(/^\D+/, '')), Number(to.replace(/^\D+/, ''))];
    if (place === null || !(last > first)) continue;
    if (merged.push({ place, first, last }) > MOST_MERGED) throw new Error(`more than ${MOST_MERGED} joined cells`);
  }
  return merged.sort((a, b) => a.first - b.first);
}

/** Puts what stands in joined cells into every row that they reach over, but into no row that is blank besides. */
export async function* withMerged(rows: AsyncIterable<RawRow>, merged: readonly MergedCells[]): AsyncGenerator<RawRow> {
  const open = new Map<number, { readonly last: number; readonly cell: Cell }>();
  let next = 0;
  for await (const row of rows) {
    const cells = [...row.cells];
    if (!isBlank(row)) {
      for (const [place, { last, cell }] of open) {
        if (last < row.line) open.delete(place);
        else {
          while (cells.length <= place) cells.push('');
          cells[place] = cell;
        }
      }
    }
    for (; (merged[next]?.first ?? Number.POSITIVE_INFINITY) <= row.line; next += 1) {
      const { place, first, last } = merged[next] as MergedCells;
      if (first === row.line) open.set(place, { last, cell: row.cells[place] ?? '' });
    }
    yield { line: row.line, cells };
  }
}
