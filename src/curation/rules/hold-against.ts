import { idOf } from '../../domain/ontology.js';
import { assess, newFindings } from '../../domain/rules/assess.js';
import { RULES, type Rule, type RuleFinding } from '../../domain/rules/rules.js';
import type { AgreementRecord } from '../../exchange/format/records.js';
import { Desk } from '../desk.js';
import { EditRefusedError } from '../faults.js';
import { situationsOf } from './situations.js';

/** A rule that an editor sets aside, and why. */
export interface Override {
  readonly rule: Rule;
  readonly reason: string;
}

/**
 * Holds what is proposed against the rules: what it makes worse, and not what stood there before. Gives what is told of
 * it. Throws `EditRefusedError` for errors that are not overridden.
 */
export async function holdAgainstRules(desk: Desk, overrides: readonly Override[], today: string): Promise<RuleFinding[]> {
  const proposed = desk.records.flatMap(({ type, record }): AgreementRecord[] => (type === 'agreements' ? [record] : []));
  if (proposed.length === 0) return [];
  const held = await desk.held(proposed.map(({ key }) => idOf('Agreement', key)));
  const before = [...held.values()].flatMap(({ record: { type, record } }) => (type === 'agreements' ? [record] : []));
  const asItIs = new Desk(desk.asking);
  const known = new Map((await situationsOf(asItIs, before, today)).map((situation, index) => [before[index]?.key, assess(situation)]));
  const after = await situationsOf(desk, proposed, today);
  const findings = after.flatMap((situation, index) => newFindings(known.get(proposed[index]?.key) ?? [], assess(situation)));
  const isSetAside = ({ rule }: RuleFinding) => overrides.some((one) => one.rule === rule);
  const errors = findings.filter((finding) => RULES[finding.rule].severity === 'ERROR' && !isSetAside(finding));
  if (errors.length === 0) return findings;
  throw new EditRefusedError(
    errors.map(({ rule, message, field }) => ({
      code: 'RULE_BROKEN',
      field,
      message: `${message}. This is ${rule}; where it is right nevertheless, override the rule with a reason`,
    })),
  );
}
