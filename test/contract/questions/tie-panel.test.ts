import { describe, expect, test } from 'vitest';
import type { PanelUnit } from '../../../src/analytics/matrix/tie-panel.js';
import { ANY_TIE, type TieFilter } from '../../../src/domain/tie.js';
import { ENGINES } from '../../engines.js';
import { asCounted, type Counted, countedTies, endsOf, yearOf } from '../oracle/counted-ties.js';
import { TIE_FILTERS, tieFilterIn } from '../oracle/tie-filters.js';
import { worldsOn } from '../oracle/worlds.js';
import { openedWorld } from './opened-world.js';

const ALL = 100_000;
const UNITS: readonly PanelUnit[] = ['PLACE', 'PROVINCE', 'COUNTRY'];
const EVERYTHING = { country: null, places: null };
const ALL_YEARS = { from: null, until: null, balanced: false };

describe.each(ENGINES)('the panel of ties on $name', (engine) => {
  describe.each(worldsOn(engine))('on $name', (world) => {
    const opened = openedWorld(engine, world);
    const home = `place:${world.country}`;
    const cases = TIE_FILTERS.flatMap((part) => UNITS.map((unit) => ({ part, unit, ties: tieFilterIn(world, part) })));

    /** New ties by country, unit, partner country and year. */
    const newTies = (ties: TieFilter, unit: PanelUnit, isWanted: (country: unknown, place: unknown) => boolean = () => true) => {
      const { oracle } = opened();
      return countedTies(oracle, ties, (tie) => {
        const ends = endsOf(oracle, tie);
        const unitOf = { PLACE: ends.place, PROVINCE: ends.province, COUNTRY: ends.country };
        if (!isWanted(ends.country, ends.place)) return null;
        return [ends.country, unitOf[unit], ends.otherCountry, yearOf(oracle, tie.agreement, ties.asOf)];
      });
    };
    const isDated = (cell: string) => !cell.endsWith(' null');
    const only = (cells: Record<string, Counted>, wanted: (cell: string) => boolean) =>
      Object.fromEntries(Object.entries(cells).filter(([cell]) => wanted(cell)));
    const named = (row: { country: string; unit: string | null; partnerCountry: string }) => [row.country, row.unit, row.partnerCountry];

    test.each(cases)('has the new ties of each $unit and year: $part', async ({ unit, ties }) => {
      const { rows } = await opened().analyst.table('tiePanel', { ties, unit, ...EVERYTHING, ...ALL_YEARS }, ALL, null);
      expect(asCounted(rows, (row) => [...named(row), row.year])).toEqual(only(newTies(ties, unit), isDated));
    });

    test.each(cases)('tells undated ties of each $unit apart: $part', async ({ unit, ties }) => {
      const { rows } = await opened().analyst.table('undatedTies', { ties, unit, ...EVERYTHING }, ALL, null);
      expect(asCounted(rows, (row) => [...named(row), null])).toEqual(only(newTies(ties, unit), (cell) => !isDated(cell)));
    });

    test('can be of one country', async () => {
      const asked = { ties: ANY_TIE, unit: 'PROVINCE', country: home, places: null, ...ALL_YEARS } as const;
      const { rows } = await opened().analyst.table('tiePanel', asked, ALL, null);
      const expected = newTies(ANY_TIE, 'PROVINCE', (country) => country === home);
      expect(asCounted(rows, (row) => [...named(row), row.year])).toEqual(only(expected, isDated));
    });

    test('can be of some places, which are also grouped', async () => {
      const places = [
        ...new Set(
          opened()
            .oracle.ties(ANY_TIE)
            .map(({ from }) => `place:${from}`),
        ),
      ]
        .sort()
        .slice(0, 9);
      const asked = { ties: ANY_TIE, unit: 'COUNTRY', country: null, places, ...ALL_YEARS } as const;
      const { rows } = await opened().analyst.table('tiePanel', asked, ALL, null);
      const expected = newTies(ANY_TIE, 'COUNTRY', (_, place) => places.includes(place as string));
      expect(asCounted(rows, (row) => [...named(row), row.year])).toEqual(only(expected, isDated));
    });

    test('counts the ties of earlier years in, also of those before its first year', async () => {
      const asked = { ties: ANY_TIE, unit: 'PROVINCE', ...EVERYTHING, from: 2001, until: 2019, balanced: false } as const;
      const { rows } = await opened().analyst.table('tiePanel', asked, ALL, null);
      const cells = only(newTies(ANY_TIE, 'PROVINCE'), isDated);
      for (const row of rows) {
        const before = Object.entries(cells).filter(
          ([cell]) => cell.startsWith(`${named(row).join(' ')} `) && Number(cell.slice(-4)) <= row.year,
        );
        expect(row.cumulativeTieCount).toBe(before.reduce((sum, [, { tieCount }]) => sum + tieCount, 0));
      }
      expect(asCounted(rows, (row) => [...named(row), row.year])).toEqual(
        only(cells, (cell) => Number(cell.slice(-4)) >= 2001 && Number(cell.slice(-4)) <= 2019),
      );
    });

    test('has every year when balanced', async () => {
      const asked = { ties: ANY_TIE, unit: 'COUNTRY', ...EVERYTHING, from: 1998, until: 2003 } as const;
      const { rows } = await opened().analyst.table('tiePanel', { ...asked, balanced: true }, ALL, null);
      const cells = only(newTies(ANY_TIE, 'COUNTRY'), isDated);
      const begun = [...new Set(Object.keys(cells).flatMap((cell) => (Number(cell.slice(-4)) <= 2003 ? [cell.slice(0, -5)] : [])))].sort();
      const years = [1998, 1999, 2000, 2001, 2002, 2003];
      expect(rows.map((row) => [...named(row), row.year].join(' '))).toEqual(
        begun.flatMap((cell) => years.map((year) => `${cell} ${year}`)),
      );
      for (const row of rows) expect(row.tieCount).toBe(cells[[...named(row), row.year].join(' ')]?.tieCount ?? 0);
    });
  });
});
