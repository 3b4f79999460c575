import { type AgreementDetailRecord, type AgreementRecord, RECORD_TYPES } from '../../format/records.js';
import { agreementCites } from './agreement-cites.js';
import type { MergeReport } from './merge-report.js';
import type { Said } from './said.js';
import { MOST_SECTORS, type Sectors } from './sectors.js';
import { stageClaims, stepRecords } from './step-records.js';
import { supportedSteps } from './supported-steps.js';
import { validityPlans } from './validity-plans.js';

/** What statements, in the order of their weight, add to an agreement that another data set has. */
export function agreementDetail(
  known: AgreementRecord,
  said: readonly Said[],
  sectors: Sectors,
  report: MergeReport,
): AgreementDetailRecord {
  const steps = supportedSteps(known, stageClaims(said));
  const added = stepRecords(steps.lacking);
  const plans = validityPlans(said, known.plans);
  const cites = agreementCites(said);
  const others = new Set<string>();
  for (const one of said) {
    // To speak of cooperation is to say less, not otherwise.
    if (one.kind === null || one.kind === known.kind || one.kind === 'COOPERATION') continue;
    others.add(one.kind);
    const note = `The record of the agreement has ${known.kind}, which stays.`;
    cites.add(one, { field: 'kind', value: one.kind, preferred: false, note });
  }

  report.merged += 1;
  report.citationsLeftOut += steps.leftOut + added.leftOut + plans.leftOut + cites.leftOut;
  for (const { stage, shown, said: other, claim } of [...steps.contradictions, ...added.contradictions]) {
    report.conflicts.push(`${known.key}: ${stage} ${shown}, but ${other} in ${claim.said.source}, ${claim.said.at}`);
  }
  for (const { stage, shown, said: other, claim } of steps.morePrecise) {
    report.morePrecise.push(`${known.key}: ${stage} ${shown}, and ${other} in ${claim.said.source}, ${claim.said.at}`);
  }
  for (const other of others) report.conflicts.push(`${known.key}: ${known.kind}, but also ${other}`);
  return RECORD_TYPES.agreementDetails.parse({
    key: known.key,
    sectors: sectors
      .keysOf(said.flatMap((one) => one.sectors))
      .filter((key) => !known.sectors.includes(key))
      .slice(0, MOST_SECTORS),
    stages: added.stages,
    supports: steps.supports,
    plans: plans.list,
    cites: cites.list(),
  });
}
