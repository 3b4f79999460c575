import { CountryMatrixResolver } from './country-matrix.resolver.js';

/** The questions that count ties by country, province and year. */
export const MATRIX_QUESTIONS = [CountryMatrixResolver];
