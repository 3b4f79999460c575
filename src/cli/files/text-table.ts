import Table from 'cli-table3';
import { parse } from 'csv-parse/sync';
import type { Parts } from './write-output.js';

const WIDEST = 60;

/** A bare CSV file as a table for people to look at; long cells are cut. */
export async function* textTable(parts: Parts): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let csv = '';
  for await (const part of parts) csv += typeof part === 'string' ? part : decoder.decode(part, { stream: true });
  const [head = [], ...rows] = parse(csv, { relax_column_count: true }) as string[][];
  const table = new Table({ head: head.map(cut), style: { head: [], border: [], compact: true } });
  table.push(...rows.map((row) => row.map(cut)));
  yield `${table.toString()}\n${rows.length} ${rows.length === 1 ? 'row' : 'rows'}\n`;
}

function cut(cell: string): string {
  const line = cell.replace(/\s+/g, ' ');
  return line.length > WIDEST ? `${line.slice(0, WIDEST - 1)}…` : line;
}
