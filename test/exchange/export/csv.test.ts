import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvText } from '../../../src/exchange/export/csv.js';
import type { Cell, FileColumn } from '../../../src/exchange/export/table-file.js';
import { anyText, inPartsOf, PROVENANCE, whole } from './texts.js';

const columns = (...names: string[]): FileColumn[] => names.map((name) => ({ name, type: 'string', separator: null, description: '' }));
const csv = (names: string[], rows: readonly (readonly Cell[])[], bare = true) =>
  whole(csvText({ provenance: PROVENANCE, columns: columns(...names), rows: inPartsOf(2, rows), bare }));
const read = (text: string) => parse(text, { comment: '#', comment_no_infix: false }) as string[][];

/** What a text becomes, so that no spreadsheet takes it for a formula. */
const guarded = (text: string) => (/^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text);

describe('a table as CSV', () => {
  test('is read back as it was, whatever its texts hold', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(anyText, fc.oneof(fc.integer(), fc.boolean(), fc.constant(null)), anyText)), async (rows) => {
        const expected = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? guarded(cell) : String(cell ?? ''))));
        expect(read(await csv(['a', 'b', 'c'], rows))).toEqual([['a', 'b', 'c'], ...expected]);
      }),
    ));

  test('holds what a person can read: quotes only where they are needed', async () => {
    const rows = [
      ['Đà Nẵng', -7.25, null, true],
      ['京都府, "Kyōto"', 0, 'two\nlines', false],
      ['no #1', 1e-7, '', null],
    ];
    expect(await csv(['name', 'latitude', 'note', 'acting'], rows)).toBe(
      'name,latitude,note,acting\nĐà Nẵng,-7.25,,true\n"京都府, ""Kyōto""",0,"two\nlines",false\n"no #1",1e-7,"",\n',
    );
  });

  test.each(['=1+1', '+1', '-1', '@x', '\t=1', '\r=1', '＝1'])('keeps %j from being a formula', async (text) => {
    expect(read(await csv(['a', 'b'], [[text, -1]]))[1]).toEqual([`'${text}`, '-1']);
  });

  test('says where its facts come from before the header, and after the rows how many there are', async () => {
    const lines = (await csv(['a'], [['x'], ['y'], ['z']], false)).split('\n');
    expect(lines.filter((line) => !line.startsWith('#'))).toEqual(['a', 'x', 'y', 'z', '']);
    expect(lines.at(-2)).toBe('# end: 3 rows');
    const said = lines.slice(0, lines.indexOf('a')).join('\n');
    for (const part of [
      'Kembar 0.1.0',
      'revision 7',
      '2026-01-02T03:04:05.678Z',
      'shipped',
      '"asOf":"2000-01-01"',
      'CC BY 4.0',
      'Ask first',
    ])
      expect(said).toContain(part);
  });

  test('without rows is a header, and with one column that has no value a line that is seen', async () => {
    expect(await csv(['a', 'b'], [])).toBe('a,b\n');
    expect(await csv(['a'], [[null]])).toBe('a\n""\n');
  });
});
