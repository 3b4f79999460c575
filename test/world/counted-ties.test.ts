import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { provincesSharingForeignProvince } from '../../src/analytics/sharing/provinces-sharing-foreign-province.js';
import { Analyst } from '../../src/analytics/whole-graph/analyst.js';
import { ANY_TIE, type TieFilter } from '../../src/domain/tie.js';
import type { Graph } from '../../src/graph/graph.js';
import { asCounted, countedTies, endsOf, yearOf } from '../contract/oracle/counted-ties.js';
import { Oracle } from '../contract/oracle/oracle.js';
import { ENGINES } from '../engines.js';
import { assembleWorld, openWorld, worldFiles } from '../world-graph.js';

const files = worldFiles();
const ALL = 100_000;
const FILTERS: readonly TieFilter[] = [
  ANY_TIE,
  { ...ANY_TIE, kinds: ['SISTER_CITY', 'SISTER_PROVINCE'], domestic: false },
  { ...ANY_TIE, placeKinds: ['CITY', 'REGENCY'], country: 'place:cn' },
  { ...ANY_TIE, asOf: '2018-01-01' },
];

/** The columns of a file of the world, by name. */
function rowsOf(file: string): Record<string, string>[] {
  const [head = '', ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
  const columns = head.split('\t');
  return lines.map((line) => Object.fromEntries(line.split('\t').map((cell, index) => [columns[index], cell])));
}

describe.skipIf('absent' in files).each(ENGINES)('ties of the world counted on $name', (engine) => {
  let graph: Graph;
  let analyst: Analyst;
  let oracle: Oracle;
  beforeAll(async () => {
    const { shipped, world } = await assembleWorld();
    const join = (part: 'places' | 'placeDetails' | 'agreements') => [...shipped.data[part], ...world.data[part]] as never;
    oracle = new Oracle({ ...shipped.data, places: join('places'), placeDetails: join('placeDetails'), agreements: join('agreements') });
    graph = await openWorld(engine);
    analyst = new Analyst(graph, { deadlineMs: 300_000 });
  });
  afterAll(async () => {
    await analyst?.close();
    await graph?.engine.close();
  });

  test('for every country, the pairs of provinces that share are those of the world that are of the country', async () => {
    const asked = { ties: ANY_TIE, homeKinds: ['CITY', 'REGENCY'], minShared: 1, pairs: 'ONE_COUNTRY' } as const;
    const { rows } = await analyst.table('provincesSharingForeignProvinceInWorld', asked, ALL, null);
    expect(rows.length).toBeGreaterThan(5_000);
    const countries = new Set(oracle.ties(ANY_TIE).flatMap(({ from }) => oracle.countryOf(from) ?? []));
    expect(countries.size).toBeGreaterThan(190);
    let seen = 0;
    for (const country of countries) {
      const { pairs } = await provincesSharingForeignProvince(graph, { ...asked, home: `place:${country}` }, ALL, null);
      expect(rows.filter(({ a }) => oracle.countryOf(a.replace('place:', '')) === country)).toEqual(pairs);
      seen += pairs.length;
    }
    expect(seen).toBe(rows.length);
  });

  test.each(FILTERS)('the matrices, shares and years are those of the oracle: %o', async (ties) => {
    const counted = (cellOf: (ends: ReturnType<typeof endsOf>, agreement: string) => unknown[] | null) =>
      countedTies(oracle, ties, (tie) => cellOf(endsOf(oracle, tie), tie.agreement));
    const countries = await analyst.table('countryMatrix', { ties, countries: null, ends: 'BOTH' }, ALL, null);
    expect(asCounted(countries.rows, ({ a, b }) => [a, b])).toEqual(counted(({ country, otherCountry }) => [country, otherCountry].sort()));
    const provinces = await analyst.table('provinceCountryMatrix', { ties, country: null }, ALL, null);
    expect(asCounted(provinces.rows, ({ country, province, partnerCountry }) => [country, province, partnerCountry])).toEqual(
      counted(({ country, province, otherCountry }) => [country, province, otherCountry]),
    );
    const shares = await analyst.table('domesticShare', { ties, minTies: 1 }, ALL, null);
    expect(asCounted(shares.rows, ({ country }) => [country])).toEqual(counted(({ country }) => [country]));
    const years = await analyst.table('tiesByYear', { ties, by: ['KIND'], dated: true }, ALL, null);
    expect(asCounted(years.rows, ({ year, kind }) => [year, kind])).toEqual(
      counted((_, agreement) => {
        const year = yearOf(oracle, agreement, ties.asOf);
        return year === null ? null : [year, oracle.agreement(agreement).kind];
      }),
    );
    const undated = await analyst.table('undatedTies', { ties, unit: 'PLACE', country: null, places: null }, ALL, null);
    expect(asCounted(undated.rows, ({ unit, partnerCountry }) => [unit, partnerCountry])).toEqual(
      counted(({ place, otherCountry }, agreement) => (yearOf(oracle, agreement, ties.asOf) === null ? [place, otherCountry] : null)),
    );
  });

  test('the country with the code NA is there, with the ties that the list of the world has for it', async () => {
    if ('absent' in files) return;
    const countryOf = new Map(rowsOf(files.places).map(({ id, iso2 }) => [id, (iso2 ?? '').toLowerCase()]));
    const expected: Record<string, Set<string>> = {};
    for (const { a = '', b = '' } of rowsOf(files.twinnings)) {
      for (const [here, there] of [
        [a, b],
        [b, a],
      ] as const) {
        if (countryOf.get(here) !== 'na') continue;
        const partner = `place:${countryOf.get(there)}`;
        expected[partner] = (expected[partner] ?? new Set()).add([here, there].sort().join(' '));
      }
    }
    const { rows } = await analyst.table('countryMatrix', { ties: ANY_TIE, countries: ['place:na'], ends: 'ONE' }, ALL, null);
    const found = rows.map(({ a, b, placePairCount }) => [a === 'place:na' ? b : a, placePairCount]);
    expect(Object.keys(expected).length).toBeGreaterThan(10);
    expect(Object.fromEntries(found)).toEqual(
      Object.fromEntries(Object.entries(expected).map(([country, pairs]) => [country, pairs.size])),
    );
  });

  test('places that share partners with a country share each of them', async () => {
    for (const country of ['na', 'id', 'de']) {
      const ties = ANY_TIE;
      const atHome = new Set(oracle.ties(ties).flatMap(({ from, to }) => (oracle.countryOf(from) === country ? [to] : [])));
      const shared = new Map<string, Set<string>>();
      for (const { from, to } of oracle.ties(ties)) {
        if (oracle.countryOf(from) === country || !atHome.has(to)) continue;
        shared.set(`place:${from}`, (shared.get(`place:${from}`) ?? new Set()).add(`place:${to}`));
      }
      const asked = { country: `place:${country}`, by: 'PLACE', minShared: 1, ties } as const;
      const { rows } = await analyst.table('placesSharingPartners', asked, ALL, null);
      const found = rows.map(({ region, partners }) => [region, new Set(partners.map(({ partner }) => partner))] as const);
      expect(new Map(found)).toEqual(shared);
    }
  });
});
