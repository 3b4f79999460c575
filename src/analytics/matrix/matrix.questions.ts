import { countryMatrix } from './country-matrix.js';

export const MATRIX_TABLES = { countryMatrix } as const;
export const MATRIX_FIGURES = {} as const;
