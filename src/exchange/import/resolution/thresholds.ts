/** Where the line is drawn between finding a place, asking about it, and taking it for unknown. */
export interface Thresholds {
  /** How alike a name has to be, from 0 to 1, for its place to be taken. */
  readonly accept: number;
  /** By how much it has to be more alike than that of the next place. */
  readonly lead: number;
  /** How alike a name has to be for a person to be asked, rather than a new place to be made. */
  readonly ask: number;
}

/** Measured: docs/resolution.md has what others would give. */
export const THRESHOLDS: Thresholds = { accept: 0.85, lead: 0.1, ask: 0.7 };
