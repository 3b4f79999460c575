import { type AskedOfProjection, type ProjectedAgreements, projected } from '../network/projection.js';
import type { TableQuestion } from '../whole-graph/question.js';

export interface AskedOfAgreements extends AskedOfProjection {
  readonly which: keyof ProjectedAgreements;
}

/** The agreements behind the figures of a projection, by id. */
export const projectedAgreements: TableQuestion<AskedOfAgreements, { readonly id: string }> = {
  direction: 'up',
  position: ({ id }) => ({ key: id, id }),
  rows: (snapshot, { projection, which }) => projected(snapshot, projection).agreements[which].map((id) => ({ id })),
};
