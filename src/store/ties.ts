import { atLeast, type TieFilter } from '../domain/tie.js';
import type { Parameters } from '../graph/values.js';

/** What `tie/hop` of the query book takes. */
export function tieParameters({ confidence, ...filter }: TieFilter): Parameters {
  return { ...filter, confidences: confidence === null ? null : atLeast(confidence) };
}
