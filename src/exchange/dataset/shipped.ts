import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { DataInvalidError } from '../../domain/errors.js';
import { GraphBatch } from '../../graph/batch.js';
import type { Unit } from '../../graph/unit.js';
import { type ReadResult, readContents, readDataFolder } from '../format/read-files.js';
import type { DataSet } from '../format/records.js';
import { checkReferences } from './check-references.js';
import { GAZETTEERS, withGazetteers } from './merge-gazetteers.js';
import { toUnits } from './to-units.js';

/** Name of the data set that ships with Kembar. */
export const SHIPPED = 'shipped';

/** Its files. */
export const SHIPPED_DATA = fileURLToPath(new URL('../../../data/', import.meta.url));

/** Raised when the same records would become other nodes or relationships than before. */
const FORMAT_VERSION = 5;

export interface AssembledDataSet {
  /** Changes whenever the graph that follows from the data changes. */
  readonly fingerprint: string;
  /** The records, without the places' details put in. */
  readonly data: DataSet;
  readonly units: readonly Unit[];
  /** The same units, grouped. */
  readonly batch: GraphBatch;
}

/** Reads a data folder, adds the gazetteers and checks everything. Throws `DataInvalidError`. */
export async function assembleDataSet(folder: string): Promise<AssembledDataSet> {
  return assemble(await withGazetteers(await readDataFolder(folder)));
}

/** The fingerprint of what `assembleDataSet` makes of a folder, without making it. */
export async function fingerprintOfFolder(folder: string): Promise<string> {
  return fingerprintOf([GAZETTEERS, ...(await readContents(folder))]);
}

function fingerprintOf(contents: ReadResult['contents']): string {
  const hash = createHash('sha256').update(`format ${FORMAT_VERSION}\n`);
  for (const { file, text } of contents) hash.update(`${file}\0${text}\0`);
  return hash.digest('hex');
}

export function assemble(read: ReadResult): AssembledDataSet {
  const problems = checkReferences(read);
  if (problems.length > 0) throw new DataInvalidError(problems);
  const batch = new GraphBatch(toUnits(read.data, { dataSet: SHIPPED, readableSlugs: true }));
  return { fingerprint: fingerprintOf(read.contents), data: read.data, units: batch.units, batch };
}
