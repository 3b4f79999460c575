import { expect, test } from 'vitest';
import { Retirements } from '../../../../src/exchange/dataset/retirements.js';
import { type AgreementRecord, RECORD_TYPES } from '../../../../src/exchange/format/records.js';
import { RetiredAgreements } from '../../../../src/exchange/import/merging/retired-agreements.js';
import { KnownPlaces } from '../../../../src/exchange/import/places/known-places.js';
import { RetiredPlaces } from '../../../../src/exchange/import/places/retired-places.js';
import { importTwinnings } from '../../../../src/exchange/import/twinnings/import-twinnings.js';
import type { Reject } from '../../../../src/exchange/reject.js';
import { filesOfTables, shippedData, type TwinningRow } from './tables.js';

const record = (kind: 'agreement' | 'place', key: string, successor?: string) =>
  RECORD_TYPES.retired.parse({ kind, key, successor, reason: 'Two names of one.', cites: [{ source: 'x' }] });

/** What lists become where some ids are retired. */
async function importedWith(names: readonly string[], twinnings: readonly TwinningRow[], ...retired: ReturnType<typeof record>[]) {
  const { data, fingerprint } = await shippedData();
  const retirements = Retirements.of(retired);
  const known = new KnownPlaces(data.places);
  const agreements = {
    agreements: async (keys: readonly string[]): Promise<AgreementRecord[]> => data.agreements.filter(({ key }) => keys.includes(key)),
  };
  const ground = {
    data,
    fingerprint,
    retired: { agreements: await RetiredAgreements.of(retirements, agreements), places: new RetiredPlaces(retirements, known) },
  };
  const rejects: Reject[] = [];
  const places = names.map((name) => ({ id: `w:fj:${name.toLowerCase().replace(/[ ()]+/g, '')}`, name }));
  const files = await filesOfTables({ places, twinnings });
  const imported = await importTwinnings(files, ground, { onReject: (reject) => rejects.push(reject) });
  return {
    ...imported,
    places: imported.data.places.map(({ key }) => key),
    agreements: imported.data.agreements.map(({ key, cites }) => [key, cites.filter(({ field }) => field === undefined).length]),
    rejects: rejects.map(({ line, reason }) => [line, reason]),
  };
}

test('pairs whose agreement is retired are those of what took its place, which cites each list once', async () => {
  const key = (await shippedData()).data.agreements[0]?.key ?? '';
  const { agreements, data, report, rejects } = await importedWith(
    ['Aa', 'Bb', 'Cc'],
    [
      ['w:fj:aa', 'w:fj:bb', 'W'],
      ['w:fj:aa', 'w:fj:cc', 'W'],
      ['w:fj:bb', 'w:fj:cc', 'D'],
    ],
    record('agreement', 'fj-aa.fj-bb', key),
    record('agreement', 'fj-bb.fj-cc', key),
  );
  expect(agreements).toEqual([['fj-aa.fj-cc', 1]]);
  expect(data.agreementDetails.map((one) => [one.key, one.cites.length])).toEqual([[key, 2]]);
  expect(report.agreements).toMatchObject({ read: 3, merged: 2 });
  expect(rejects).toEqual([]);
});

test('what took the place of an agreement may be one that the same lists bring', async () => {
  const { agreements, report } = await importedWith(
    ['Aa', 'Bb', 'Cc'],
    [
      ['w:fj:aa', 'w:fj:bb', 'D'],
      ['w:fj:aa', 'w:fj:cc', 'W'],
    ],
    record('agreement', 'fj-aa.fj-cc', 'fj-aa.fj-bb'),
  );
  expect(agreements).toEqual([['fj-aa.fj-bb', 2]]);
  expect(report.agreements).toMatchObject({ read: 2, merged: 1 });
});

test('a pair whose agreement is retired for nothing is left out, and told with its row', async () => {
  const { agreements, rejects } = await importedWith(
    ['Aa', 'Bb'],
    [
      ['w:fj:bb', 'w:fj:aa'],
      ['w:fj:aa', 'w:fj:bb'],
    ],
    record('agreement', 'fj-aa.fj-bb'),
  );
  expect(agreements).toEqual([]);
  const reason = 'the agreement "fj-aa.fj-bb" is retired: Two names of one.';
  expect(rejects).toEqual([
    [2, reason],
    [3, reason],
  ]);
});

test('a place whose key is retired is what took its place, or left out with its pairs', async () => {
  const { places, agreements, rejects, report } = await importedWith(
    ['Aa', 'Bb', 'Cc'],
    [
      ['w:fj:aa', 'w:fj:bb'],
      ['w:fj:bb', 'w:fj:cc'],
    ],
    record('place', 'fj-aa', 'fj'),
    record('place', 'fj-cc'),
  );
  expect(places).toEqual(['fj-bb']);
  expect(agreements).toEqual([['fj.fj-bb', 1]]);
  expect(report.places.resolved).toEqual({ 'an id that is retired, for the place that took its place': 1 });
  expect(rejects).toEqual([
    [4, 'the place "fj-cc" is retired: Two names of one.'],
    [3, expect.stringContaining('there is no place w:fj:cc')],
  ]);
});

test('a part of another place is looked for under the key that it would get', async () => {
  const { places, rejects } = await importedWith(['Aa', 'Bb (Aa)', 'Cc'], [['w:fj:aa', 'w:fj:cc']], record('place', 'fj-aa-bb'));
  expect(places).toEqual(['fj-aa', 'fj-cc']);
  expect(rejects).toEqual([[3, 'the place "fj-aa-bb" is retired: Two names of one.']]);
});

test('a part keeps its key where the place that it is in is left out', async () => {
  const { places } = await importedWith(['Aa', 'Bb (Aa)', 'Cc'], [['w:fj:bbaa', 'w:fj:cc']], record('place', 'fj-aa'));
  expect(places).toEqual(['fj-cc', 'fj-aa-bb']);
});

test('what took the place of a place may be one that the same table brings', async () => {
  const { places, agreements, rejects, report } = await importedWith(
    ['Aa', 'Bb', 'Cc'],
    [
      ['w:fj:aa', 'w:fj:bb', 'D'],
      ['w:fj:cc', 'w:fj:bb', 'W'],
    ],
    record('place', 'fj-aa', 'fj-cc'),
  );
  expect(places).toEqual(['fj-bb', 'fj-cc']);
  expect(agreements).toEqual([['fj-bb.fj-cc', 2]]);
  expect(rejects).toEqual([]);
  expect(report.places).toMatchObject({ created: { CITY: 2 }, repeated: 1 });
});

test('a pair whose places turn out to be one is left out, and told', async () => {
  const { agreements, rejects } = await importedWith(['Aa', 'Cc'], [['w:fj:aa', 'w:fj:cc']], record('place', 'fj-aa', 'fj-cc'));
  expect(agreements).toEqual([]);
  expect(rejects).toEqual([[2, 'its two places are one: fj-cc']]);
});
