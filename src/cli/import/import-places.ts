import { createHash } from 'node:crypto';
import { toUnits } from '../../exchange/dataset/to-units.js';
import { emptyDataSet, type PlaceDetailRecord, type PlaceRecord, type SourceRecord } from '../../exchange/format/records.js';
import { importSource, type ToldOfFile } from '../../exchange/import/import-source.js';
import { KnownPlaces } from '../../exchange/import/places/known-places.js';
import { StatementGround } from '../../exchange/import/statements/statement-ground.js';
import type { OnReject } from '../../exchange/reject.js';
import { groundOf } from '../../store/data-set/data-sets.js';
import type { Importer } from './run-import.js';

/** What a code list makes of the places that the graph has. */
export interface ImportedPlaces {
  readonly places: readonly PlaceRecord[];
  readonly placeDetails: readonly PlaceDetailRecord[];
  readonly sha256: readonly string[];
  readonly report: object;
}

/** An importer of a list of places, which completes those that the graph has and may bring new ones. */
export function placeImporter(
  dataSet: string,
  files: readonly string[],
  { told, settings }: { readonly told: ToldOfFile; readonly settings: string },
  read: (known: KnownPlaces, source: SourceRecord, onReject: OnReject) => Promise<ImportedPlaces>,
): Importer {
  return {
    dataSet,
    assemble: async (graph, { dataSet: name, tool, onReject }) => {
      const ground = new StatementGround(graph, { besides: name });
      const base = await ground.allPlaces();
      const at = new Date();
      // Records cite the import itself; what its files hold is known once they were read.
      const cited = importSource(name, { tool, at, files: [], told });
      const imported = await read(new KnownPlaces(await ground.completed(base)), cited, onReject);
      const hashes = imported.sha256.map((sha256, index) => ({ name: files[index] ?? dataSet, sha256 }));
      const data = { ...emptyDataSet(), places: [...imported.places], placeDetails: [...imported.placeDetails] };
      data.sources.push(importSource(name, { tool, at, files: hashes, told }));
      const units = [...toUnits(data, { dataSet: name, ground: { places: base, agreements: [] } })];
      const hash = createHash('sha256').update(`places 1\n${settings}\n${imported.sha256.join('\n')}\n`);
      return {
        version: { id: name, fingerprint: hash.digest('hex'), ground: await groundOf(graph, name), units },
        total: units.length,
        report: { lines: reportLines(imported.report), data: imported.report },
      };
    },
  };
}

/** How many lines are shown of a list. */
const SOME = 10;

/** A report of figures and lists as lines for people. */
function reportLines(report: object): string[] {
  return Object.entries(report).flatMap(([name, value]: [string, unknown]) => {
    const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
    if (Array.isArray(value)) {
      const more = value.length > SOME ? [`    and ${value.length - SOME} more`] : [];
      return [
        `  ${value.length} ${words}`,
        ...value.slice(0, SOME).map((line) => `    ${typeof line === 'string' ? line : JSON.stringify(line)}`),
        ...more,
      ];
    }
    if (typeof value === 'object' && value !== null)
      return [`  ${words}:`, ...Object.entries(value).map(([what, count]) => `    ${String(count).padStart(6)}  ${what}`)];
    return [`  ${value} ${words}`];
  });
}
