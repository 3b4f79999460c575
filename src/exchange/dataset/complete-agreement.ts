import type { AgreementDetailRecord, AgreementRecord } from '../format/records.js';

/** An agreement with what details of the same data set add to it. */
export function completeAgreement(agreement: AgreementRecord, details: readonly AgreementDetailRecord[]): AgreementRecord {
  if (details.length === 0) return agreement;
  const supports = details.flatMap((detail) => detail.supports);
  return {
    ...agreement,
    sectors: [...new Set([...agreement.sectors, ...details.flatMap((detail) => detail.sectors)])],
    stages: [
      ...agreement.stages.map((stage, index) => ({
        ...stage,
        cites: [...stage.cites, ...supports.filter((one) => one.stage === index + 1).flatMap(({ cites }) => cites)],
      })),
      ...details.flatMap((detail) => detail.stages),
    ],
    cites: [...agreement.cites, ...details.flatMap((detail) => detail.cites)],
  };
}
