import { readFileSync, writeFileSync } from 'node:fs';
import type { Tally } from './tally.js';

const FIGURES = new URL('../../bench/results/resolution.json', import.meta.url);

/** How many labelled parties there are, and what became of them. */
export type PartyFigures = Pick<Tally, 'parties' | 'right' | 'wrong' | 'unlabelled' | 'asked' | 'unknown' | 'precision' | 'recall'>;

export interface ResolutionFigures {
  /** Among how many places they were looked for. */
  readonly places: number;
  readonly indonesian: PartyFigures;
  readonly foreign: PartyFigures;
}

/** What the evaluation found last. */
export function readResolutionFigures(): ResolutionFigures {
  return JSON.parse(readFileSync(FIGURES, 'utf8')) as ResolutionFigures;
}

export function writeResolutionFigures({ places, indonesian, foreign }: ResolutionFigures): void {
  const figures = { places, indonesian: plain(indonesian), foreign: plain(foreign) };
  writeFileSync(FIGURES, `${JSON.stringify(figures, null, 2)}\n`);
}

function plain({ parties, right, wrong, unlabelled, asked, unknown, precision, recall }: PartyFigures): PartyFigures {
  return { parties, right, wrong, unlabelled, asked, unknown, precision, recall };
}
