import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonLinesText, jsonText } from '../../../src/exchange/export/json.js';
import { anyText, inPartsOf, PROVENANCE, whole } from './texts.js';

const records = fc.array(fc.record({ name: anyText, count: fc.integer() }));
const file = (all: readonly object[], bare: boolean) => ({ provenance: PROVENANCE, records: inPartsOf(2, all), bare });

describe('records as JSON Lines', () => {
  test('are a line each, between where they come from and how many there are', () =>
    fc.assert(
      fc.asyncProperty(records, async (all) => {
        const lines = (await whole(jsonLinesText(file(all, false)))).split('\n');
        expect(lines.pop()).toBe('');
        const [first, ...rest] = lines.map((line) => JSON.parse(line));
        expect(first.kembar).toMatchObject({
          title: 'Cousins',
          graph: { revision: 7 },
          sources: [{ licence: 'CC BY 4.0' }, { url: null }],
        });
        expect(rest).toEqual([...all, { kembar: { end: all.length } }]);
      }),
    ));

  test('are nothing else when that is asked', async () => {
    expect(await whole(jsonLinesText(file([{ a: 1 }, { a: 2 }, { a: 3 }], true)))).toBe('{"a":1}\n{"a":2}\n{"a":3}\n');
  });
});

describe('records as JSON', () => {
  test('are one document', () =>
    fc.assert(
      fc.asyncProperty(records, async (all) => {
        const read = JSON.parse(await whole(jsonText(file(all, false))));
        expect(read.records).toEqual(all);
        expect(read.kembar.software).toBe('Kembar 0.1.0');
        expect(JSON.parse(await whole(jsonText(file(all, true))))).toEqual(all);
      }),
    ));
});
