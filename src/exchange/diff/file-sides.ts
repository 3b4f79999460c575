import { join } from 'node:path';
import { DataInvalidError, type DataProblem } from '../../domain/errors.js';
import type { Graph } from '../../graph/graph.js';
import type { Unit } from '../../graph/unit.js';
import { assembleDataSet, SHIPPED } from '../dataset/shipped.js';
import { toRecord } from '../dataset/to-records.js';
import { RecordFiles } from '../format/record-files.js';
import { checkedUnits } from '../import/kembar/checked-units.js';
import type { OnReject } from '../reject.js';
import type { Manifest } from '../whole/manifest.js';
import type { Side } from './side.js';

const unchanged = async () => undefined;

/** What `kembar export --all` wrote. */
export function exportSide(folder: string, { dataSets }: Manifest): Side {
  const files = new Map(dataSets.map(({ id, file }) => [id, join(folder, file)]));
  return {
    dataSets: [...files.keys()],
    records: async function* (dataSet) {
      yield* asTheyStand(await RecordFiles.find([files.get(dataSet) ?? '']));
    },
    mustBeUnchanged: unchanged,
  };
}

/** Files of records as they stand, as one data set. */
export function recordsSide(files: RecordFiles, dataSet: string): Side {
  return { dataSets: [dataSet], records: () => asTheyStand(files), mustBeUnchanged: unchanged };
}

/** Files of records as an import into a graph would take them, with what follows for them from the rest of the graph. */
export async function importedSide(path: string, dataSet: string, graph: Graph): Promise<Side> {
  const units = dataSet === SHIPPED ? (await assembleDataSet(path)).units : await unitsIn(path, dataSet, graph);
  return {
    dataSets: [dataSet],
    records: async function* () {
      for await (const unit of units) yield toRecord(unit);
    },
    mustBeUnchanged: unchanged,
  };
}

async function unitsIn(path: string, dataSet: string, graph: Graph): Promise<AsyncIterable<Unit>> {
  const faults = new Faults();
  const { units } = await checkedUnits(await RecordFiles.find([path]), graph, { dataSet, onReject: faults.take });
  faults.mustBeNone();
  return units;
}

async function* asTheyStand(files: RecordFiles) {
  const faults = new Faults();
  for await (const { from: _, ...record } of files.records(faults.take)) yield record;
  faults.mustBeNone();
}

/** What is wrong with records, all of it told at once. */
class Faults {
  readonly #problems: DataProblem[] = [];
  readonly take: OnReject = ({ file, line, field, reason }) => this.#problems.push({ file, line, field, message: reason });

  mustBeNone(): void {
    if (this.#problems.length > 0) throw new DataInvalidError(this.#problems);
  }
}
