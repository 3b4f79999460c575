import type { GraphFileSummary } from '../../exchange/backup/graph-file.js';

/** What a graph file holds, in lines for people. */
export function summaryLines({ schema, revision, changedAt, dataSets, counts }: GraphFileSummary): string[] {
  const names = dataSets.map(({ id, complete }) => (complete ? id : `${id} (cut off)`));
  return [
    `  revision ${revision}${changedAt === null ? '' : ` of ${changedAt}`}, schema version ${schema}`,
    `  data sets: ${names.join(', ') || 'none'}`,
    `  ${
      Object.entries(counts)
        .map(([label, total]) => `${label} ${total}`)
        .join(', ') || 'nothing in it'
    }`,
  ];
}
