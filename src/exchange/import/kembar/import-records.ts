import { createHash } from 'node:crypto';
import type { Graph } from '../../../graph/graph.js';
import type { Unit } from '../../../graph/unit.js';
import { groundOf } from '../../../store/data-set/data-sets.js';
import type { DataSetVersion } from '../../../store/data-set/replace-data-set.js';
import { sourceUnit } from '../../dataset/units/source.js';
import type { RecordFiles } from '../../format/record-files.js';
import type { OnReject } from '../../reject.js';
import { importSource } from '../import-source.js';
import { checkedUnits } from './checked-units.js';

/** Raised when the same records would become other nodes or relationships than before. */
const FORMAT_VERSION = 2;

export interface RecordImport {
  readonly version: DataSetVersion;
  /** How many records go in. */
  readonly accepted: number;
}

/** Checks records of Kembar's own format against a graph, and makes a version of a data set of those that are sound. */
export async function importRecords(
  files: RecordFiles,
  graph: Graph,
  { dataSet, tool, onReject }: { readonly dataSet: string; readonly tool: string; readonly onReject: OnReject },
): Promise<RecordImport> {
  // Before anything is looked up: what changes from here on must be noticed.
  const standsOn = await groundOf(graph, dataSet);
  // Before they are read: they are gone through several times, and have to say the same each time.
  const hashes = await files.hashes();
  const checked = await checkedUnits(files, graph, { dataSet, onReject });
  const source = importSource(dataSet, { tool, at: new Date(), files: hashes });
  const fingerprint = createHash('sha256').update(`records ${FORMAT_VERSION}\n${hashes.map(({ sha256 }) => sha256).join('\n')}`);
  async function* units(): AsyncGenerator<Unit> {
    yield sourceUnit(source);
    yield* checked.units;
  }
  return {
    version: {
      id: dataSet,
      fingerprint: fingerprint.digest('hex'),
      ground: standsOn,
      units: { [Symbol.asyncIterator]: units },
    },
    accepted: checked.accepted,
  };
}
