import { BadInputError } from '../../domain/errors.js';
import type { Graph } from '../../graph/graph.js';
import { holdsVersion, loadedDataSets } from '../../store/data-set/data-sets.js';
import { type DataSetVersion, replaceDataSet } from '../../store/data-set/replace-data-set.js';

/**
 * An import that nobody named takes its name from its file, and another file may have had that name. So what would
 * remove most of a data set is refused, with `BadInputError`, until somebody says that it is meant.
 */
export async function mustBeItsNextVersion(graph: Graph, version: DataSetVersion): Promise<void> {
  if (!(await loadedDataSets(graph)).some(({ id }) => id === version.id) || (await holdsVersion(graph, version))) return;
  const counts = { created: 0, changed: 0, removed: 0, kept: 0 };
  let units = 0;
  await replaceDataSet(graph, version, {
    dryRun: true,
    onChange: ({ kind }) => {
      counts[kind] += 1;
    },
    onProgress: (done) => {
      units = done;
    },
  });
  const stay = units - counts.created;
  if (counts.removed <= stay) return;
  throw new BadInputError(
    `this would remove ${counts.removed} of the ${counts.removed + stay} records that were imported as "${version.id}", the name that this input has by itself; ` +
      `say --as ${version.id} if that is meant, or give it another name with --as, which keeps the others`,
  );
}
