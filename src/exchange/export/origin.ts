import type { Graph } from '../../graph/graph.js';
import { loadedDataSets } from '../../store/data-set/data-sets.js';
import { markOf } from '../../store/summary.js';
import type { LicensedSource, Origin } from './provenance.js';

/** Which graph facts are from: its revision, its data sets, and the sources in it that state their terms. */
export async function originOf(graph: Graph): Promise<Origin> {
  const [mark, dataSets, sources] = await Promise.all([markOf(graph), loadedDataSets(graph), graph.ask('source/licensed')]);
  return {
    ...mark,
    dataSets: dataSets.map(({ id, fingerprint }) => ({ id, fingerprint })),
    sources: sources.map(({ id, title, publisher, published, url, licence }) => ({
      id,
      title,
      publisher,
      published,
      url,
      licence,
    })) as LicensedSource[],
  };
}
