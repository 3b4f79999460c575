/** Where the line is drawn between finding a place, asking about it, and taking it for unknown: likenesses from 0 to 1. */
export interface Thresholds {
  /** How alike a name has to be for its place to be taken. */
  readonly accept: number;
  /** The same where all places of the level are known, so that it can be no other place, or where the location bears it out. */
  readonly acceptListed: number;
  /** By how much it has to be more alike than that of the next place. */
  readonly lead: number;
  /** How alike a name has to be for a person to be asked, rather than a new place to be made. */
  readonly ask: number;
}

/** Measured: docs/resolution.md has what others would give. */
export const THRESHOLDS: Thresholds = { accept: 0.9, acceptListed: 0.8, lead: 0.1, ask: 0.75 };
