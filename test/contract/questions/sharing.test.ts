import { describe, expect, test } from 'vitest';
import type { ProvincePair } from '../../../src/analytics/sharing/provinces-sharing-foreign-province.js';
import { provincesSharingForeignProvince } from '../../../src/analytics/sharing/provinces-sharing-foreign-province.js';
import type { PlaceKind } from '../../../src/domain/vocabulary.js';
import { ENGINES } from '../../engines.js';
import type { Oracle } from '../oracle/oracle.js';
import { TIE_FILTERS, tieFilterIn } from '../oracle/tie-filters.js';
import { worldsOn } from '../oracle/worlds.js';
import { openedWorld } from './opened-world.js';

const ALL = 100_000;
const HOME_KINDS: readonly (readonly PlaceKind[])[] = [
  ['REGENCY', 'CITY'],
  ['PROVINCE', 'CITY', 'DISTRICT', 'AUTHORITY'],
];
const key = (id: string) => id.slice(id.indexOf(':') + 1);

/** Pairs of provinces with the foreign provinces that they share and the agreements, as the oracle tells them. */
const told = (pairs: readonly ProvincePair[]) =>
  Object.fromEntries(
    pairs.map(({ a, b, shared }) => [
      `${key(a)} ${key(b)}`,
      Object.fromEntries(shared.map(({ foreign, ofA, ofB }) => [key(foreign), [...new Set([...ofA, ...ofB].map(key))].sort()])),
    ]),
  );

describe.each(ENGINES)('sharing on $name', (engine) => {
  describe.each(worldsOn(engine))('on $name', (world) => {
    const opened = openedWorld(engine, world);
    const cases = TIE_FILTERS.flatMap((part) => HOME_KINDS.map((homeKinds) => ({ part, homeKinds, ties: tieFilterIn(world, part) })));
    const countriesOf = (oracle: Oracle) => [
      ...new Set(oracle.ties(tieFilterIn(world, {})).flatMap(({ from }) => oracle.countryOf(from) ?? [])),
    ];

    test.each(cases)(
      'within each country, the world has the pairs that the country has: $part, $homeKinds',
      async ({ ties, homeKinds }) => {
        const { graph, analyst, oracle } = opened();
        const asked = { ties, homeKinds, minShared: 1, pairs: 'ONE_COUNTRY' as const };
        const { rows } = await analyst.table('provincesSharingForeignProvinceInWorld', asked, ALL, null);
        const byOracle = Object.assign({}, ...countriesOf(oracle).map((country) => oracle.provincesSharing(country, homeKinds, ties)));
        expect(told(rows)).toEqual(byOracle);
        for (const country of [world.country, 'cn', 'bb']) {
          const { pairs } = await provincesSharingForeignProvince(graph, { ...asked, home: `place:${country}` }, ALL, null);
          const inCountry = rows.filter(({ a }) => oracle.countryOf(key(a)) === country);
          expect(inCountry).toEqual(pairs);
        }
      },
    );

    test.each(cases)('pairs of any countries share what is foreign to both: $part, $homeKinds', async ({ ties, homeKinds }) => {
      const { analyst, oracle } = opened();
      const reached: Record<string, Record<string, string[]>> = {};
      for (const { agreement, from, to } of oracle.ties(ties)) {
        const [home, abroad] = [oracle.provinceOf(from), oracle.provinceOf(to)];
        if (!homeKinds.includes(oracle.place(from).kind) || home === null || abroad === null) continue;
        if (oracle.countryOf(from) === oracle.countryOf(to)) continue;
        reached[home] ??= {};
        reached[home][abroad] = [...(reached[home][abroad] ?? []), agreement];
      }
      const expected: Record<string, Record<string, string[]>> = {};
      for (const a of Object.keys(reached)) {
        for (const b of Object.keys(reached).filter((other) => a < other)) {
          const both = Object.keys(reached[a] ?? {}).filter((abroad) => reached[b]?.[abroad] !== undefined);
          if (both.length === 0) continue;
          const agreements = (abroad: string) => [...new Set([...(reached[a]?.[abroad] ?? []), ...(reached[b]?.[abroad] ?? [])])].sort();
          expected[`${a} ${b}`] = Object.fromEntries(both.map((abroad) => [abroad, agreements(abroad)]));
        }
      }
      const ask = (pairs: 'ANY' | 'ONE_COUNTRY' | 'TWO_COUNTRIES', minShared: number) =>
        analyst.table('provincesSharingForeignProvinceInWorld', { ties, homeKinds, minShared, pairs }, ALL, null);
      const { rows } = await ask('ANY', 1);
      expect(told(rows)).toEqual(expected);
      const [within, between, most] = [await ask('ONE_COUNTRY', 1), await ask('TWO_COUNTRIES', 1), await ask('ANY', 2)];
      expect({ ...told(within.rows), ...told(between.rows) }).toEqual(expected);
      expect(most.rows).toEqual(rows.filter(({ sharedCount }) => sharedCount >= 2));
    });

    test.each(cases)('places and provinces outside a country that share its partners: $part', async ({ ties }) => {
      const { analyst, oracle } = opened();
      const all = oracle.ties(ties);
      const isHome = (place: string) => oracle.countryOf(place) === world.country;
      const atHome = new Map<string, Set<string>>();
      for (const { agreement, to } of all.filter((tie) => isHome(tie.from))) {
        atHome.set(to, (atHome.get(to) ?? new Set()).add(`agreement:${agreement}`));
      }
      for (const by of ['PLACE', 'PROVINCE'] as const) {
        const expected: Record<string, Record<string, { ofCountry: Set<string>; ofRegion: Set<string> }>> = {};
        for (const { agreement, from, to } of all) {
          const region = by === 'PLACE' ? from : oracle.provinceOf(from);
          const ofCountry = atHome.get(to);
          if (isHome(from) || region === null || ofCountry === undefined) continue;
          expected[region] ??= {};
          expected[region][to] ??= { ofCountry, ofRegion: new Set() };
          expected[region][to].ofRegion.add(`agreement:${agreement}`);
        }
        const asked = { ties, by, country: `place:${world.country}` };
        const { rows } = await analyst.table('placesSharingPartners', { ...asked, minShared: 1 }, ALL, null);
        expect(
          Object.fromEntries(
            rows.map(({ region, partners }) => [
              key(region),
              Object.fromEntries(
                partners.map(({ partner, ofCountry, ofRegion }) => [
                  key(partner),
                  { ofCountry: new Set(ofCountry), ofRegion: new Set(ofRegion) },
                ]),
              ),
            ]),
          ),
        ).toEqual(expected);
        const few = await analyst.table('placesSharingPartners', { ...asked, minShared: 2 }, ALL, null);
        expect(few.rows).toEqual(rows.filter(({ sharedCount }) => sharedCount >= 2));
      }
    });
  });
});
