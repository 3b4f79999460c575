import { changesBetween, changeTotals } from './changes-between.js';
import { graphOn } from './graph-on.js';
import { stageDurations } from './stage-durations.js';
import { survival } from './survival.js';

/** The questions of this folder that are worked out in the thread of whole-graph questions. */
export const TIME_TABLES = { changesBetween, stageDurations } as const;
export const TIME_FIGURES = { graphOn, changeTotals, survival } as const;
