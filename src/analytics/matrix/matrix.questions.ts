import { countryMatrix } from './country-matrix.js';
import { distanceBins, distanceSummary } from './distance-distribution.js';
import { domesticShare } from './domestic-share.js';
import { levelMismatches, levelMismatchKinds } from './level-mismatches.js';
import { provinceCountryMatrix } from './province-country-matrix.js';
import { sectorPairs } from './sector-pairs.js';
import { tiePanel, undatedTies } from './tie-panel.js';
import { tiesByYear } from './ties-by-year.js';

export const MATRIX_TABLES = {
  countryMatrix,
  provinceCountryMatrix,
  tiePanel,
  undatedTies,
  domesticShare,
  tiesByYear,
  distanceBins,
  sectorPairs,
  levelMismatches,
  levelMismatchKinds,
} as const;
export const MATRIX_FIGURES = { distanceSummary } as const;
