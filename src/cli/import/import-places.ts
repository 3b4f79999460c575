import { importPlaces, type PlaceImport } from '../../exchange/import/places/import-places.js';
import { someLines } from '../../exchange/import/some-lines.js';
import type { Importer } from './run-import.js';

/** An importer of a list of places, which tells what became of them. */
export function placeImporter(
  importer: Pick<Importer, 'dataSet' | 'inputs'>,
  given: Pick<PlaceImport, 'told' | 'settings' | 'read'>,
): Importer {
  return {
    ...importer,
    assemble: async (graph, context) => {
      const { version, total, report } = await importPlaces(graph, { ...given, ...context });
      return { version, total, report: { lines: reportLines(report), data: report } };
    },
  };
}

/** A report of figures and lists as lines for people. */
function reportLines(report: object): string[] {
  return Object.entries(report).flatMap(([name, value]: [string, unknown]) => {
    const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
    if (Array.isArray(value)) {
      return [`  ${value.length} ${words}`, ...someLines(value.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))))];
    }
    if (typeof value === 'object' && value !== null)
      return [`  ${words}:`, ...Object.entries(value).map(([what, count]) => `    ${String(count).padStart(6)}  ${what}`)];
    return [`  ${value} ${words}`];
  });
}
