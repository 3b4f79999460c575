import { describe, expect, test } from 'vitest';
import type { TieFilter } from '../../../src/domain/tie.js';
import { ENGINES } from '../../engines.js';
import { asCounted, countedTies, endsOf, yearOf } from '../oracle/counted-ties.js';
import type { Tie } from '../oracle/oracle.js';
import { TIE_FILTERS, tieFilterIn } from '../oracle/tie-filters.js';
import { worldsOn } from '../oracle/worlds.js';
import { openedWorld } from './opened-world.js';

const ALL = 100_000;

describe.each(ENGINES)('ties counted on $name', (engine) => {
  describe.each(worldsOn(engine))('on $name', (world) => {
    const opened = openedWorld(engine, world);
    const home = `place:${world.country}`;
    const filters = TIE_FILTERS.map((part) => ({ part, ties: tieFilterIn(world, part) }));
    const counted = (ties: TieFilter, cellOf: (ends: ReturnType<typeof endsOf>, tie: Tie) => readonly unknown[] | null) => {
      const { oracle } = opened();
      return countedTies(oracle, ties, (tie) => cellOf(endsOf(oracle, tie), tie));
    };

    test.each(filters)('by pair of countries: $part', async ({ ties }) => {
      const { rows } = await opened().analyst.table('countryMatrix', { ties, countries: null, ends: 'BOTH' }, ALL, null);
      expect(asCounted(rows, ({ a, b }) => [a, b])).toEqual(counted(ties, ({ country, otherCountry }) => [country, otherCountry].sort()));
    });

    test.each(['BOTH', 'ONE'] as const)('by pair of given countries, %s', async (ends) => {
      const [{ ties }] = filters as [(typeof filters)[number]];
      const countries = [
        home,
        ...new Set(
          opened()
            .oracle.ties(ties)
            .map(({ to }) => `place:${opened().oracle.countryOf(to)}`),
        ),
      ].slice(0, 2);
      const { rows } = await opened().analyst.table('countryMatrix', { ties, countries, ends }, ALL, null);
      expect(asCounted(rows, ({ a, b }) => [a, b])).toEqual(
        counted(ties, ({ country, otherCountry }) => {
          const among = [country, otherCountry].filter((one) => countries.includes(one as string)).length;
          return among >= (ends === 'BOTH' ? 2 : 1) ? [country, otherCountry].sort() : null;
        }),
      );
    });

    test.each(filters)('by province and country: $part', async ({ ties }) => {
      const { rows } = await opened().analyst.table('provinceCountryMatrix', { ties, country: null }, ALL, null);
      expect(asCounted(rows, ({ country, province, partnerCountry }) => [country, province, partnerCountry])).toEqual(
        counted(ties, ({ country, province, otherCountry }) => [country, province, otherCountry]),
      );
    });

    test('by province of one country and country', async () => {
      const [{ ties }] = filters as [(typeof filters)[number]];
      const { rows } = await opened().analyst.table('provinceCountryMatrix', { ties, country: home }, ALL, null);
      expect(asCounted(rows, ({ province, partnerCountry }) => [province, partnerCountry])).toEqual(
        counted(ties, ({ country, province, otherCountry }) => (country === home ? [province, otherCountry] : null)),
      );
    });

    test.each(filters)('the domestic share of each country: $part', async ({ ties }) => {
      const { rows } = await opened().analyst.table('domesticShare', { ties, minTies: 1 }, ALL, null);
      const all = counted(ties, ({ country }) => [country]);
      const domestic = counted(ties, ({ country, otherCountry }) => (country === otherCountry ? [country] : null));
      expect(asCounted(rows, ({ country }) => [country])).toEqual(all);
      const found = rows.filter(({ domestic }) => domestic.tieCount > 0).map(({ country, domestic }) => ({ country, ...domestic }));
      expect(asCounted(found, ({ country }) => [country])).toEqual(domestic);
      for (const { country, share } of rows) expect(share).toBe((domestic[country]?.tieCount ?? 0) / (all[country]?.tieCount ?? 0));
    });

    test.each(filters)('by year, kind and reach: $part', async ({ ties }) => {
      const dated = await opened().analyst.table('tiesByYear', { ties, by: ['DOMESTIC', 'KIND'], dated: true }, ALL, null);
      const undated = await opened().analyst.table('tiesByYear', { ties, by: ['DOMESTIC', 'KIND'], dated: false }, ALL, null);
      expect(asCounted([...dated.rows, ...undated.rows], ({ year, kind, domestic }) => [year, kind, domestic])).toEqual(
        counted(ties, ({ country, otherCountry }, { agreement }) => [
          yearOf(opened().oracle, agreement, ties.asOf),
          opened().oracle.agreement(agreement).kind,
          country === otherCountry,
        ]),
      );
    });

    test.each(filters)('by year alone: $part', async ({ ties }) => {
      const { rows } = await opened().analyst.table('tiesByYear', { ties, by: [], dated: true }, ALL, null);
      const years = counted(ties, (_, { agreement }) => {
        const year = yearOf(opened().oracle, agreement, ties.asOf);
        return year === null ? null : [year];
      });
      expect(asCounted(rows, ({ year }) => [year])).toEqual(years);
      expect(rows.map(({ year }) => year)).toEqual(
        Object.keys(years)
          .map(Number)
          .sort((one, other) => one - other),
      );
    });

    test.each(filters)('by level of the places: $part', async ({ ties }) => {
      const { oracle, analyst } = opened();
      const levels = [['PROVINCE'], ['REGENCY', 'CITY'], ['DISTRICT'], ['VILLAGE']];
      const level = (key: string) => levels.findIndex((kinds) => kinds.includes(oracle.place(key).kind));
      const differs = ({ from, to }: Tie) => level(from) >= 0 && level(to) >= 0 && level(from) !== level(to);
      const pairs = await analyst.table('levelMismatchKinds', { ties }, ALL, null);
      const agreements = await analyst.table('levelMismatches', { ties }, ALL, null);

      expect(asCounted(pairs.rows, ({ higher, lower }) => [higher, lower])).toEqual(
        counted(ties, (_, tie) => {
          const ends = [tie.from, tie.to].sort((one, other) => level(one) - level(other));
          return differs(tie) ? ends.map((key) => oracle.place(key).kind) : null;
        }),
      );
      const expected: Record<string, { kinds: Set<string>; levels: number }> = {};
      for (const tie of oracle.ties(ties).filter(differs)) {
        expected[tie.agreement] ??= { kinds: new Set(), levels: 0 };
        const found = expected[tie.agreement] as { kinds: Set<string>; levels: number };
        found.kinds.add(oracle.place(tie.from).kind);
        found.levels = Math.max(found.levels, Math.abs(level(tie.from) - level(tie.to)));
      }
      expect(
        Object.fromEntries(
          agreements.rows.map(({ agreement, kinds, levels }) => [agreement.replace('agreement:', ''), { kinds: new Set(kinds), levels }]),
        ),
      ).toEqual(expected);
    });

    test.each(filters)('sectors that occur together: $part', async ({ ties }) => {
      const { oracle, analyst } = opened();
      const sectorsOf = new Map(oracle.ties(ties).map(({ agreement }) => [agreement, oracle.agreement(agreement).sectors]));
      const known = [...sectorsOf].filter(([, sectors]) => sectors.length > 0);
      const inBoth = (...wanted: string[]) => known.filter(([, sectors]) => wanted.every((sector) => sectors.includes(sector)));
      const sectors = [...new Set(known.flatMap(([, sectors]) => sectors))].sort();
      const expected = sectors.flatMap((a) =>
        sectors
          .filter((b) => a < b && inBoth(a, b).length > 0)
          .map((b) => {
            const [both, ofA, ofB] = [inBoth(a, b).length, inBoth(a).length, inBoth(b).length];
            const either = known.filter(([, sectors]) => sectors.includes(a) || sectors.includes(b)).length;
            return {
              ...{ a: `sector:${a}`, b: `sector:${b}`, agreementCount: both, countOfA: ofA, countOfB: ofB, outOf: known.length },
              ...{ support: both / known.length, jaccard: both / either, lift: (known.length * both) / (ofA * ofB) },
              agreements: inBoth(a, b)
                .map(([key]) => `agreement:${key}`)
                .sort(),
            };
          }),
      );
      const { rows } = await analyst.table('sectorPairs', { ties, minAgreements: 1 }, ALL, null);
      const byPair = (one: { a: string; b: string }, other: { a: string; b: string }) =>
        `${one.a} ${one.b}` < `${other.a} ${other.b}` ? -1 : 1;
      expect([...rows].sort(byPair)).toEqual(expected.sort(byPair));
    });
  });
});
