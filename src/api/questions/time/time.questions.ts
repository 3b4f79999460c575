import { ChangesBetweenResolver, StepChangeResolver } from './changes-between.resolver.js';
import { GraphOnResolver } from './graph-on.resolver.js';
import { StageDurationsResolver, StageSpanResolver } from './stage-durations.resolver.js';
import { SurvivalResolver } from './survival.resolver.js';

/** The questions about what was when, what changed, and how long things take. */
export const TIME_QUESTIONS = [
  GraphOnResolver,
  ChangesBetweenResolver,
  StepChangeResolver,
  StageDurationsResolver,
  StageSpanResolver,
  SurvivalResolver,
];
