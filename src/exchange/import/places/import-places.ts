import { createHash } from 'node:crypto';
import type { Graph } from '../../../graph/graph.js';
import { groundOf } from '../../../store/data-set/data-sets.js';
import type { DataSetVersion } from '../../../store/data-set/replace-data-set.js';
import { toUnits } from '../../dataset/to-units.js';
import { emptyDataSet, type PlaceDetailRecord, type PlaceRecord, type SourceRecord } from '../../format/records.js';
import type { OnReject } from '../../reject.js';
import { type ImportedFile, importSource, type ToldOfFile } from '../import-source.js';
import { StatementGround } from '../statements/statement-ground.js';
import { KnownPlaces } from './known-places.js';

/** Raised when the same lists would become other nodes or relationships than before. */
const FORMAT_VERSION = 1;

/** What a code list makes of the places that the graph has. */
export interface ReadPlaces {
  readonly places: readonly PlaceRecord[];
  readonly placeDetails: readonly PlaceDetailRecord[];
  /** Every file that was read. */
  readonly files: readonly ImportedFile[];
  readonly report: object;
}

export interface PlaceImport {
  readonly dataSet: string;
  readonly tool: string;
  readonly told: ToldOfFile;
  /** Everything else that decides what the files become. */
  readonly settings: object;
  readonly read: (known: KnownPlaces, source: SourceRecord, onReject: OnReject) => Promise<ReadPlaces>;
  readonly onReject: OnReject;
}

export interface ImportedPlaces {
  readonly version: DataSetVersion;
  readonly total: number;
  readonly report: object;
}

/** Makes a version of a data set of a list of places, which completes those that a graph has and may bring new ones. */
export async function importPlaces(graph: Graph, given: PlaceImport): Promise<ImportedPlaces> {
  const { dataSet, tool, told, settings, onReject } = given;
  // Before anything is looked up: what changes from here on must be noticed.
  const standsOn = await groundOf(graph, dataSet);
  const ground = new StatementGround(graph, { besides: dataSet });
  const base = await ground.allPlaces();
  const at = new Date();
  // Records cite the import itself; what its files hold is known once they were read.
  const cited = importSource(dataSet, { tool, at, files: [], told });
  const { places, placeDetails, files, report } = await given.read(new KnownPlaces(await ground.completed(base)), cited, onReject);
  const data = { ...emptyDataSet(), places: [...places], placeDetails: [...placeDetails] };
  data.sources.push(importSource(dataSet, { tool, at, files, told }));
  const units = [...toUnits(data, { dataSet, ground: { places: base, agreements: [] } })];
  const hash = createHash('sha256').update(`places ${FORMAT_VERSION}\n${JSON.stringify({ told, settings })}\n`);
  for (const { sha256 } of files) hash.update(`${sha256}\n`);
  return {
    version: { id: dataSet, fingerprint: hash.digest('hex'), ground: standsOn, units },
    total: units.length,
    report,
  };
}
