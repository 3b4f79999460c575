import { expect, test } from 'vitest';
import { toRecord } from '../../../../src/exchange/dataset/to-records.js';
import { toUnits } from '../../../../src/exchange/dataset/to-units.js';
import { emptyDataSet } from '../../../../src/exchange/format/records.js';
import { known, merge, PLACES, row } from './merged.js';

const PAPER = { key: 'paper', kind: 'NEWS' as const, title: 'A paper', publisher: 'The publisher', authors: [], language: 'en' };

test('what is merged becomes units of the graph, from which the same is read back', async () => {
  const agreements = [known('surabaya-seattle', ['id-surabaya', 'us-seattle'])];
  const rows = [
    row(['us-seattle', 'id-surabaya'], {
      line: 1,
      steps: [
        { stage: 'SIGNED', date: '2018-04-30' },
        { stage: 'RENEWED', date: '2023' },
      ],
      sectors: ['Space'],
    }),
    row(['jp-kochi', 'id-surabaya'], { line: 2, kind: 'FRIENDSHIP', title: { en: 'A title' }, steps: [{ stage: 'SIGNED', date: '1997' }] }),
    row(['jp-kochi', 'id-surabaya'], { line: 3, kind: 'SISTER_CITY', steps: [{ stage: 'SIGNED', date: '1998' }] }),
  ];
  const merged = await merge(rows, { agreements, sources: [PAPER] });
  const data = {
    ...emptyDataSet(),
    sources: [...merged.sources],
    sectors: [...merged.sectors],
    agreements: [...merged.agreements],
    agreementDetails: [...merged.details],
  };
  const units = [...toUnits(data, { dataSet: 'sheet', ground: { places: [...PLACES.values()], agreements } })];
  const read = units.map((unit) => JSON.parse(JSON.stringify(toRecord(unit))));
  expect(read).toHaveLength(4);
  expect(read).toEqual(expect.arrayContaining(JSON.parse(JSON.stringify(merged.records))));
});
