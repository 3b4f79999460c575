import type { EngineName } from '../../src/graph/engine.js';

/** A behaviour of the port that an engine does not have. Its test then has to fail, so that no entry outlives its cause. */
export interface Deviation {
  readonly engine: EngineName;
  /** The title of the test. */
  readonly behaviour: string;
  readonly reason: string;
}

/** All known differences between the engines at the port. Keep them few: each one is a trap for whoever writes a statement. */
export const DEVIATIONS: readonly Deviation[] = [
  {
    engine: 'embedded',
    behaviour: 'refuses to write in a read',
    reason: 'Grafeo has no reading mode for Cypher; the same statement fails on Neo4j, where every suite runs too',
  },
  {
    engine: 'embedded',
    behaviour: 'refuses a map as a property',
    reason: 'Grafeo stores maps; Neo4j stores only scalars and lists of them, so statements store nothing else',
  },
  {
    engine: 'embedded',
    behaviour: 'refuses a unique constraint that the data breaks already',
    reason: 'Grafeo checks only later writes; constraints are made before any data',
  },
  {
    engine: 'embedded',
    behaviour: 'orders strings by UTF-16 code units, as JavaScript does',
    reason: 'Grafeo orders by code points; the two differ only where U+E000-U+FFFF meets characters beyond U+FFFF',
  },
];
