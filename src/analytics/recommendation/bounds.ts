/** How much of the graph is looked at to recommend partners for one place. */
export interface Bounds {
  /** Cousins by which paths count. */
  readonly cousins: number;
  /** Candidates that each signal brings. */
  readonly candidates: number;
}

/** Places with a hundred partners are answered for within a second. */
export const BOUNDS: Bounds = { cousins: 100, candidates: 200 };
