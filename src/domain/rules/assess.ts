import { CHECKS } from './checks.js';
import { ALL_RULES, type RuleFinding } from './rules.js';
import type { AgreementSituation } from './situation.js';

/** What all rules say of an agreement, in the order of the table. */
export function assess(situation: AgreementSituation): RuleFinding[] {
  return ALL_RULES.flatMap((rule) => CHECKS[rule](situation).map((found) => ({ rule, ...found })));
}

/** What rules say of an agreement as it is to be and did not say of it before. */
export function newFindings(before: readonly RuleFinding[], after: readonly RuleFinding[]): RuleFinding[] {
  const known = new Set(before.map(({ rule, message }) => `${rule} ${message}`));
  return after.filter(({ rule, message }) => !known.has(`${rule} ${message}`));
}
