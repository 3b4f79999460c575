import { group } from 'd3-array';
import type { AgreementDetailRecord, PlaceDetailRecord } from '../format/records.js';
import { extended } from './place-tree.js';

/** What records of a data set, one at least, add to one place, as one record. A name without citations keeps those of its record. */
export function joinedPlaceDetail(details: readonly PlaceDetailRecord[]): PlaceDetailRecord {
  return details
    .map((detail) => ({ ...detail, otherNames: detail.otherNames.map((name) => ({ ...name, cites: name.cites ?? detail.cites })) }))
    .reduce(extended);
}

/** What records of a data set, one at least, add to one agreement, as one record that speaks of each step once. */
export function joinedAgreementDetail(details: readonly AgreementDetailRecord[]): AgreementDetailRecord {
  const supports = group(
    details.flatMap((detail) => detail.supports),
    ({ stage }) => stage,
  );
  return {
    key: (details[0] as AgreementDetailRecord).key,
    sectors: [...new Set(details.flatMap(({ sectors }) => sectors))],
    stages: details.flatMap(({ stages }) => stages),
    supports: [...supports].map(([stage, some]) => ({ stage, cites: some.flatMap(({ cites }) => cites) })),
    plans: details.flatMap(({ plans }) => plans),
    cites: details.flatMap(({ cites }) => cites),
  };
}
