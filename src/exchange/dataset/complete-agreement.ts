import type { AgreementDetailRecord, AgreementRecord } from '../format/records.js';
import { stepNumbers } from '../format/step-numbers.js';

/** An agreement with what details of the same data set add to it. */
export function completeAgreement(agreement: AgreementRecord, details: readonly AgreementDetailRecord[]): AgreementRecord {
  if (details.length === 0) return agreement;
  const supports = details.flatMap((detail) => detail.supports);
  const numbers = stepNumbers(agreement.stages);
  return {
    ...agreement,
    sectors: [...new Set([...agreement.sectors, ...details.flatMap((detail) => detail.sectors)])],
    stages: [
      ...agreement.stages.map((stage, index) => ({
        ...stage,
        cites: [...stage.cites, ...supports.filter((one) => one.stage === numbers[index]).flatMap(({ cites }) => cites)],
      })),
      ...details.flatMap((detail) => detail.stages),
    ],
    plans: [...agreement.plans, ...details.flatMap((detail) => detail.plans)],
    cites: [...agreement.cites, ...details.flatMap((detail) => detail.cites)],
  };
}
