import { describe, expect, test } from 'vitest';
import { assembleDataSet, SHIPPED_DATA } from '../../../src/exchange/dataset/shipped.js';
import { type TypedRecord, toRecord } from '../../../src/exchange/dataset/to-records.js';
import { toUnits } from '../../../src/exchange/dataset/to-units.js';
import { readDataTexts } from '../../../src/exchange/format/read-files.js';
import { type DataSet, dataFile, emptyDataSet } from '../../../src/exchange/format/records.js';
import type { Unit } from '../../../src/graph/unit.js';
import { hashOf } from '../../../src/store/unit/unit-hash.js';
import { randomWorld } from '../../contract/oracle/random-world.js';
import { SMALL_DATA } from '../small-data.js';

/** Records put together, as if a file had them. */
function dataOf(records: readonly TypedRecord[]): DataSet {
  const data = emptyDataSet();
  for (const { type, record } of records) (data[type] as object[]).push(record);
  return { ...emptyDataSet(), ...(dataFile.parse(JSON.parse(JSON.stringify(data))) as DataSet) };
}

const hashes = (units: Iterable<Unit>) => Object.fromEntries([...units].map((unit) => [unit.of.id, hashOf(unit)]));

const small = readDataTexts([{ file: 'small.yaml', text: SMALL_DATA }]).data;
const DATA: readonly (readonly [string, () => Promise<DataSet>])[] = [
  ['the small data set', async () => small],
  ['a random world', async () => randomWorld(1).data],
  ['the shipped data', async () => (await assembleDataSet(SHIPPED_DATA)).data],
];

describe('units turned back into records', () => {
  test.each(DATA)(
    'become the same units again: %s',
    async (_, read) => {
      const units = [...toUnits(await read(), { dataSet: 'test' })];
      expect(hashes(toUnits(dataOf(units.map(toRecord)), { dataSet: 'test' }))).toEqual(hashes(units));
    },
    60_000,
  );

  test('say what another data set adds to a place and an agreement', () => {
    const added = readDataTexts([
      {
        file: 'added.yaml',
        text: `
placeDetails:
  - { key: jp-uji, codes: [{ scheme: WIKIDATA, value: Q1 }], otherNames: [{ text: Udji, kind: ALIAS }], location: { latitude: 34.5, longitude: 135 }, population: 7, cites: [{ source: list }] }
agreementDetails:
  - key: batu-uji
    sectors: [tourism, sport]
    stages: [{ stage: SIGNED, date: 2019-05, event: signing, cites: [{ source: paper }] }]
    supports: [{ stage: 2, cites: [{ source: list, field: date, value: 2017, preferred: false }] }]
    cites: [{ source: list }]
`,
      },
    ]).data;
    const ground = { places: small.places, agreements: small.agreements };
    const units = [...toUnits(added, { dataSet: 'sheet', ground })];
    expect(units.map(({ owns }) => owns)).toEqual([false, false]);
    const records = dataOf(units.map(toRecord));
    expect(records.placeDetails[0]).toMatchObject({
      key: 'jp-uji',
      population: 7,
      location: { latitude: 34.5 },
      otherNames: [{ text: 'Udji' }],
    });
    expect(records.agreementDetails[0]).toMatchObject({
      key: 'batu-uji',
      // It has tourism already.
      sectors: ['sport'],
      stages: [{ stage: 'SIGNED', date: '2019-05', event: 'signing' }],
      supports: [{ stage: 2, cites: [{ source: 'list', value: '2017', preferred: false }] }],
    });
    expect(hashes(toUnits(records, { dataSet: 'sheet', ground }))).toEqual(hashes(units));
  });

  test('keep the numbers of steps that are left when one before them is withdrawn', () => {
    const [agreement] = small.agreements;
    const steps = [
      { stage: 'EXPLORATION' as const, cites: [] },
      { number: 3, stage: 'SIGNED' as const, date: '2019', cites: [] },
    ];
    const units = [
      ...toUnits({ ...small, agreements: [{ ...(agreement as (typeof small.agreements)[number]), stages: steps }] }, { dataSet: 'test' }),
    ];
    const unit = units.find(({ of }) => of.label === 'Agreement') as Unit;
    expect(unit.nodes.filter(({ label }) => label === 'Stage').map(({ id }) => id)).toEqual([
      'stage:east-java-kyoto.1',
      'stage:east-java-kyoto.3',
    ]);
    expect(toRecord(unit).record).toMatchObject({ stages: [{ stage: 'EXPLORATION' }, { number: 3, stage: 'SIGNED' }] });
  });
});
