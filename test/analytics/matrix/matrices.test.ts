import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countryMatrix } from '../../../src/analytics/matrix/country-matrix.js';
import { domesticShare } from '../../../src/analytics/matrix/domestic-share.js';
import { provinceCountryMatrix } from '../../../src/analytics/matrix/province-country-matrix.js';
import { tiesByYear } from '../../../src/analytics/matrix/ties-by-year.js';
import { Snapshot } from '../../../src/analytics/whole-graph/snapshot.js';
import { tiesThatCount } from '../../../src/analytics/whole-graph/ties.js';
import { filters, snapshots, sumOf } from './snapshots.js';

const EVERY_PAIR = { countries: null, ends: 'BOTH' } as const;

test('the matrix of countries holds each tie once', () => {
  fc.assert(
    fc.property(snapshots, filters, (snapshot, ties) => {
      const rows = countryMatrix.rows(snapshot, { ties, ...EVERY_PAIR });
      expect(sumOf(rows.map(({ tieCount }) => tieCount))).toBe(tiesThatCount(snapshot, ties).length);
      for (const { a, b } of rows) expect(a <= b).toBe(true);
    }),
  );
});

test('the matrix of countries is the same whichever party is named first', () => {
  fc.assert(
    fc.property(snapshots, filters, (snapshot, ties) => {
      const turned = [...snapshot.agreements].map(
        ([id, agreement]) => [id, { ...agreement, parties: agreement.parties.toReversed() }] as const,
      );
      const mirrored = new Snapshot(snapshot.places, new Map(turned));
      expect(countryMatrix.rows(mirrored, { ties, ...EVERY_PAIR })).toEqual(countryMatrix.rows(snapshot, { ties, ...EVERY_PAIR }));
    }),
  );
});

test('pairs with one end among some countries are those with both ends among them and those with one outside', () => {
  fc.assert(
    fc.property(snapshots, filters, (snapshot, ties) => {
      const countries = ['place:aa', 'place:na'];
      const names = (rows: readonly { a: string; b: string }[]) => rows.map(({ a, b }) => `${a} ${b}`).sort();
      const all = countryMatrix.rows(snapshot, { ties, ...EVERY_PAIR });
      const isAmong = (country: string) => countries.includes(country);
      expect(names(countryMatrix.rows(snapshot, { ties, countries, ends: 'ONE' }))).toEqual(
        names(all.filter(({ a, b }) => isAmong(a) || isAmong(b))),
      );
      expect(names(countryMatrix.rows(snapshot, { ties, countries, ends: 'BOTH' }))).toEqual(
        names(all.filter(({ a, b }) => isAmong(a) && isAmong(b))),
      );
    }),
  );
});

test('the matrix of provinces and countries holds each tie twice, but one within a province once', () => {
  fc.assert(
    fc.property(snapshots, filters, (snapshot, ties) => {
      const all = tiesThatCount(snapshot, ties);
      const within = all.filter(({ a, b }) => a.country === b.country && a.province === b.province);
      const rows = provinceCountryMatrix.rows(snapshot, { ties, country: null });
      expect(sumOf(rows.map(({ tieCount }) => tieCount))).toBe(2 * all.length - within.length);
    }),
  );
});

test('the rows of the countries together are the rows of the world', () => {
  fc.assert(
    fc.property(snapshots, filters, (snapshot, ties) => {
      const world = provinceCountryMatrix.rows(snapshot, { ties, country: null });
      for (const country of ['place:aa', 'place:bb', 'place:na']) {
        expect(provinceCountryMatrix.rows(snapshot, { ties, country })).toEqual(world.filter((row) => row.country === country));
      }
    }),
  );
});

test('a domestic share is a part of a whole, and ties to abroad are in the wholes of two countries', () => {
  fc.assert(
    fc.property(snapshots, filters, (snapshot, ties) => {
      const rows = domesticShare.rows(snapshot, { ties, minTies: 1 });
      const all = tiesThatCount(snapshot, ties);
      const domestic = all.filter(({ a, b }) => a.country === b.country).length;
      expect(sumOf(rows.map(({ tieCount }) => tieCount))).toBe(2 * all.length - domestic);
      expect(sumOf(rows.map((row) => row.domestic.tieCount))).toBe(domestic);
      for (const { share } of rows) expect(share >= 0 && share <= 1).toBe(true);
      expect(rows.map(({ share }) => share)).toEqual(rows.map(({ share }) => share).sort((one, other) => other - one));
    }),
  );
});

test('a least number of ties leaves out countries and changes no other', () => {
  fc.assert(
    fc.property(snapshots, filters, fc.integer({ min: 1, max: 6 }), (snapshot, ties, minTies) => {
      const all = domesticShare.rows(snapshot, { ties, minTies: 1 });
      expect(domesticShare.rows(snapshot, { ties, minTies })).toEqual(all.filter(({ tieCount }) => tieCount >= minTies));
    }),
  );
});

test('ties of the years and undated ties are all ties, however they are told apart', () => {
  fc.assert(
    fc.property(snapshots, filters, fc.subarray(['KIND', 'DOMESTIC'] as const), (snapshot, ties, by) => {
      const [dated, undated] = [true, false].map((dated) => tiesByYear.rows(snapshot, { ties, by, dated }));
      const rows = [...(dated ?? []), ...(undated ?? [])];
      expect(sumOf(rows.map(({ tieCount }) => tieCount))).toBe(tiesThatCount(snapshot, ties).length);
      expect(rows.filter(({ year }) => year === null)).toEqual(undated);
      for (const { kind, domestic } of rows) {
        expect([kind !== null, domestic !== null]).toEqual([by.includes('KIND'), by.includes('DOMESTIC')]);
      }
    }),
  );
});
