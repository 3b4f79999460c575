import { CITED_LABELS } from '../../../src/analytics/evidence/label-by-label.js';
import type { KnownIds, Sample } from './samples.js';

/** Ways to ask the statements about what supports things. */
export function evidenceSamples(ids: KnownIds): Readonly<Record<string, readonly Sample[]>> {
  const ofEach = (...parameters: Sample['parameters'][]): Sample[] =>
    CITED_LABELS.flatMap((label) => parameters.map((one) => ({ parameters: one, slots: { label } })));
  const [first = '', , third = ''] = ids.Stage;
  return {
    'source/supported': ofEach(
      { after: '', minSources: 1, maxSources: 1, grades: [1], limit: 21 },
      { after: third, minSources: 1, maxSources: 9, grades: [0, 2, 3], limit: 5 },
    ),
    'source/support-counts': ofEach({}),
    'source/support-groups': ofEach({ after: '', limit: 3 }, { after: third, limit: 2 }),
    'source/disputed-fields': ofEach(
      { afterId: '', afterField: '', limit: 21 },
      { afterId: 'stage:klaten-nanjing.1', afterField: '', limit: 1 },
      { afterId: first, afterField: 'stage', limit: 5 },
    ),
    'source/disputed-fields-count': ofEach({}),
  };
}
