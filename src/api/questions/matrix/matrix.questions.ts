import { TieCountResolver } from '../../tie/tie-count.js';
import { CountryMatrixResolver } from './country-matrix.resolver.js';
import { DistanceDistributionResolver } from './distance-distribution.resolver.js';
import { DomesticShareResolver } from './domestic-share.resolver.js';
import { LevelMismatchesResolver } from './level-mismatches.resolver.js';
import { ProvinceCountryMatrixResolver } from './province-country-matrix.resolver.js';
import { SectorPairsResolver } from './sector-pairs.resolver.js';
import { TiePanelResolver, UnitAndPartnerResolver } from './tie-panel.resolver.js';
import { TiesByYearResolver } from './ties-by-year.resolver.js';

/** The questions that count ties by country, province, year, distance, sector and level. */
export const MATRIX_QUESTIONS = [
  TieCountResolver,
  CountryMatrixResolver,
  ProvinceCountryMatrixResolver,
  TiePanelResolver,
  UnitAndPartnerResolver,
  DomesticShareResolver,
  TiesByYearResolver,
  DistanceDistributionResolver,
  SectorPairsResolver,
  LevelMismatchesResolver,
];
