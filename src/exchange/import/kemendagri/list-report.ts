import type { AreaLevel } from './area-code.js';
import { levelOf } from './area-code.js';
import { kindOf } from './area-names.js';
import { type AreaMatch, RULES } from './match-areas.js';
import type { ListedArea } from './read-list.js';

/** What became of the areas of lists. */
export interface AreaReport {
  /** Rows that are not blank. */
  readonly read: number;
  /** How many areas were read, by their level. */
  readonly levels: Readonly<Partial<Record<AreaLevel, number>>>;
  /** How many were found among the known places, by the rule that found them. */
  readonly found: Readonly<Record<string, number>>;
  /** How many are new, by their kind. */
  readonly created: Readonly<Record<string, number>>;
  /** How many of those found get a code. */
  readonly completed: number;
  /** Areas of which nothing is taken, as `code name: why`. */
  readonly doubtful: readonly string[];
  /** Known places that the lists leave out, as `code name (key)`. */
  readonly missing: readonly string[];
  /** Areas smaller than what was asked for. */
  readonly leftOut: number;
  /** Rows that were rejected. */
  readonly rejected: number;
}

export interface ListOutcome {
  readonly read: number;
  readonly areas: readonly ListedArea[];
  readonly matches: readonly AreaMatch[];
  readonly smaller: number;
  readonly missing: readonly string[];
}

export function reportOn({ read, areas, matches, smaller, missing }: ListOutcome): AreaReport {
  const found = matches.filter((match) => match.is === 'known');
  return {
    read,
    levels: counted(areas.map(({ code }) => levelOf(code))),
    found: counted(found.map(({ rule }) => RULES[rule])),
    created: counted(matches.flatMap(({ area, is }) => (is === 'new' ? [kindOf(area.code)] : []))),
    completed: found.filter(({ rule }) => rule !== 'code').length,
    doubtful: matches.flatMap((match) => (match.is === 'doubtful' ? [`${match.area.code} ${match.area.name}: ${match.doubt}`] : [])),
    missing,
    leftOut: smaller,
    rejected: read - smaller - matches.filter(({ is }) => is !== 'lost').length,
  };
}

function counted(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of [...values].sort()) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}
