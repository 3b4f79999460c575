import { MATRIX_FIGURES, MATRIX_TABLES } from '../matrix/matrix.questions.js';
import { NEIGHBOURHOOD_TABLES } from '../neighbourhood/neighbourhood.questions.js';
import { NETWORK_TABLES } from '../network/network.questions.js';
import { SHARING_TABLES } from '../sharing/sharing.questions.js';
import { STRUCTURE_FIGURES, STRUCTURE_TABLES } from '../structure/structure.questions.js';
import { TIME_FIGURES, TIME_TABLES } from '../time/time.questions.js';
import type { FigureQuestion, TableQuestion } from './question.js';

/** The whole-graph questions whose answers are lists, by name. */
export const TABLES = {
  ...NEIGHBOURHOOD_TABLES,
  ...SHARING_TABLES,
  ...MATRIX_TABLES,
  ...STRUCTURE_TABLES,
  ...TIME_TABLES,
  ...NETWORK_TABLES,
} as const satisfies Readonly<Record<string, TableQuestion<never, unknown>>>;

/** The whole-graph questions whose answers are single objects, by name. */
export const FIGURES = {
  ...MATRIX_FIGURES,
  ...STRUCTURE_FIGURES,
  ...TIME_FIGURES,
} as const satisfies Readonly<Record<string, FigureQuestion<never, unknown>>>;

export type TableName = keyof typeof TABLES;
export type FigureName = keyof typeof FIGURES;
/** What a question is asked with, and the rows or the answer that it gives. */
export type AskedOf<Q> = Q extends TableQuestion<infer A, infer _> | FigureQuestion<infer A, infer _> ? A : never;
export type RowOf<Q> = Q extends { readonly rows: (...asked: never[]) => readonly (infer R)[] } ? R : never;
export type AnswerOf<Q> = Q extends { readonly answer: (...asked: never[]) => infer T } ? T : never;
