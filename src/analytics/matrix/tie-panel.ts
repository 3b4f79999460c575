import { extent, group, range, sum } from 'd3-array';
import type { TieFilter } from '../../domain/tie.js';
import type { TableQuestion } from '../whole-graph/question.js';
import { inOrder } from '../whole-graph/question.js';
import type { Snapshot, SnapshotPlace } from '../whole-graph/snapshot.js';
import { mustBeAtMost } from '../whole-graph/table-size.js';
import { fromBothEnds, type Tie, tiesThatCount } from '../whole-graph/ties.js';
import { countOf, type TieCount, TieTally } from './tie-count.js';
import { yearOf } from './tie-year.js';

export const PANEL_UNITS = {
  PLACE: 'Each place for itself.',
  PROVINCE: 'The places of a province together, with the province itself.',
  COUNTRY: 'The places of a country together.',
} as const;
export type PanelUnit = keyof typeof PANEL_UNITS;

/** How long a panel may be. */
const MOST_ROWS = 100_000;

export interface PanelQuestion {
  readonly ties: TieFilter;
  readonly unit: PanelUnit;
  /** Id of the country whose places are looked at; null: of all. */
  readonly country: string | null;
  /** Ids of the places that are looked at; null: all. */
  readonly places: readonly string[] | null;
}

export interface PanelOfYearsQuestion extends PanelQuestion {
  /** First and last year; null: those of the first and the last tie. */
  readonly from: number | null;
  readonly until: number | null;
  /** Whether years without a new tie are given too. */
  readonly balanced: boolean;
}

/** What a panel follows through the years: ids. */
type UnitAndPartner = {
  readonly country: string;
  /** null: places of the country that are in no province. */
  readonly unit: string | null;
  readonly partnerCountry: string;
};

/** The ties that are new in a year. */
export interface PanelRow extends UnitAndPartner, TieCount {
  readonly year: number;
  /** The ties of this year and of all years before. */
  readonly cumulativeTieCount: number;
}
export type UndatedRow = UnitAndPartner & TieCount;

const unitOf: Readonly<Record<PanelUnit, (place: SnapshotPlace) => string | null>> = {
  PLACE: ({ id }) => id,
  PROVINCE: ({ province }) => province,
  COUNTRY: ({ country }) => country,
};

/** The ties of each unit with each country. */
function histories(snapshot: Snapshot, { ties, unit, country, places }: PanelQuestion): TieTally<UnitAndPartner> {
  const wanted = places && new Set(places);
  const tally = new TieTally<UnitAndPartner>();
  for (const { here, there, tie } of fromBothEnds(tiesThatCount(snapshot, ties))) {
    if (here.country === null || there.country === null) continue;
    if ((country !== null && here.country !== country) || (wanted !== null && !wanted.has(here.id))) continue;
    tally.add({ country: here.country, unit: unitOf[unit](here), partnerCountry: there.country }, tie);
  }
  return tally;
}

const panelPosition = (row: PanelRow) => ({
  key: `${row.country} ${row.unit ?? ''}`,
  id: `${row.partnerCountry} ${String(row.year).padStart(4, '0')}`,
});

/** New and cumulative ties by unit, partner country and year, in this order. */
export const tiePanel: TableQuestion<PanelOfYearsQuestion, PanelRow> = {
  direction: 'up',
  position: panelPosition,
  rows: (snapshot, question) => {
    const dated = histories(snapshot, question)
      .cells()
      .map(({ cell, ties }) => {
        const years = group(ties, ({ agreement }) => yearOf(agreement, question.ties.asOf));
        years.delete(null);
        return { cell, years: years as Map<number, Tie[]> };
      });
    const [first, last] = extent(dated.flatMap(({ years }) => [...years.keys()]));
    if (first === undefined) return [];
    const [from, until] = [question.from ?? first, question.until ?? last];
    const begun = dated.filter(({ years }) => [...years.keys()].some((year) => year <= until));
    const changes = begun.map(({ years }) => [...years.keys()].filter((year) => from <= year && year <= until));
    const size = question.balanced ? begun.length * Math.max(0, until - from + 1) : sum(changes, ({ length }) => length);
    mustBeAtMost(MOST_ROWS, size, 'narrow it by country or places, take larger units or fewer years, or leave out balanced');
    const rows = begun.flatMap(({ cell, years }, index) => {
      const shown = question.balanced ? range(from, until + 1) : (changes[index] ?? []);
      return shown.map((year) => ({ ...cell, year, ...upTo(years, year), ...countOf(years.get(year) ?? []) }));
    });
    return inOrder(rows, 'up', panelPosition);
  },
};

function upTo(years: ReadonlyMap<number, readonly Tie[]>, year: number): { readonly cumulativeTieCount: number } {
  return { cumulativeTieCount: sum(years, ([earlier, { length }]) => (earlier <= year ? length : 0)) };
}

const undatedPosition = ({ country, unit, partnerCountry }: UndatedRow) => ({ key: `${country} ${unit ?? ''}`, id: partnerCountry });

/** The ties that a panel cannot put into a year, by unit and partner country. */
export const undatedTies: TableQuestion<PanelQuestion, UndatedRow> = {
  direction: 'up',
  position: undatedPosition,
  rows: (snapshot, question) => {
    const rows = histories(snapshot, question)
      .cells()
      .map(({ cell, ties }) => ({ cell, undated: [...ties].filter(({ agreement }) => yearOf(agreement, question.ties.asOf) === null) }))
      .filter(({ undated }) => undated.length > 0)
      .map(({ cell, undated }) => ({ ...cell, ...countOf(undated) }));
    return inOrder(rows, 'up', undatedPosition);
  },
};
