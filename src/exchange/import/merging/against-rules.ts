import { newFindings } from '../../../domain/rules/assess.js';
import { CHECKS } from '../../../domain/rules/checks.js';
import type { Rule, RuleFinding } from '../../../domain/rules/rules.js';
import type { AgreementSituation } from '../../../domain/rules/situation.js';
import type { AgreementDetailRecord, AgreementRecord, PlaceRecord } from '../../format/records.js';

/** The rules that can be held against what an import says of an agreement, without asking what else is around it. */
const OF_STEPS = ['STEP_BEFORE_EARLIER_STEP', 'TALKS_AFTER_SIGNING', 'STEP_AFTER_END', 'STEP_IN_FUTURE'] as const satisfies readonly Rule[];
const OF_PARTIES = ['KIND_OF_OTHER_PLACES', 'UNEQUAL_STATUS'] as const satisfies readonly Rule[];

/** What rules say of a new agreement, in words. It is taken all the same: sources are not held to rules. */
export function againstNew({ kind, stages }: AgreementRecord, parties: readonly PlaceRecord[]): string[] {
  const situation = { ...stepsIn(stages), kind, parties: parties.map(({ key, name, kind: of }) => partyOf(key, name, of)) };
  // A sister province of a city is of unequal status as well; once is enough.
  const [ofParties] = found(OF_PARTIES, situation);
  return [...(ofParties === undefined ? [] : [ofParties]), ...found(OF_STEPS, situation)].map(({ message }) => message);
}

/** What rules say of an agreement of the graph with the steps that are added to it, and did not say of it before. */
export function againstAdded({ kind, stages }: AgreementRecord, added: AgreementDetailRecord): string[] {
  const before = found(OF_STEPS, { ...stepsIn(stages), kind });
  const after = found(OF_STEPS, { ...stepsIn([...stages, ...added.stages]), kind });
  return newFindings(before, after).map(({ message }) => message);
}

const NOTHING_AROUND: Omit<AgreementSituation, 'kind' | 'today'> = { parties: [], steps: [], umbrella: null, missions: [], others: [] };

function found(rules: readonly Rule[], situation: Pick<AgreementSituation, 'kind'> & Partial<AgreementSituation>): RuleFinding[] {
  const today = new Date().toISOString().slice(0, 10);
  return rules.flatMap((rule) => CHECKS[rule]({ ...NOTHING_AROUND, today, ...situation }).map((finding) => ({ rule, ...finding })));
}

function stepsIn(stages: AgreementRecord['stages']): Pick<AgreementSituation, 'steps'> {
  return { steps: stages.map(({ stage, date = null }) => ({ stage, date, field: null })) };
}

function partyOf(id: string, name: string, kind: PlaceRecord['kind']): AgreementSituation['parties'][number] {
  return { id, name, kind, country: null, enclosing: [] };
}
