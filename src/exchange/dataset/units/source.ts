import { foldName } from '../../../domain/names.js';
import { type Properties, Unit } from '../../../graph/unit.js';
import type { SourceRecord } from '../../format/records.js';
import { type Facts, given } from './facts.js';
import { dated, ref } from './properties.js';

export function sourceUnit(source: SourceRecord): Unit {
  const unit = new Unit(ref('Source', source.key));
  unit.addNode(unit.of, {
    kind: source.kind,
    title: source.title,
    sortName: foldName(source.title),
    publisher: source.publisher,
    authors: source.authors,
    ...dated(source.published, 'published'),
    language: source.language,
    url: source.url ?? null,
    licence: source.licence ?? null,
    ...(source.import === undefined
      ? {}
      : {
          importTool: source.import.tool,
          importedAt: source.import.at,
          importFiles: source.import.files.map(({ name }) => name),
          importHashes: source.import.files.map(({ sha256 }) => sha256),
        }),
    note: source.note ?? null,
  });
  return unit;
}

export function sourceOf(facts: Facts): SourceRecord {
  const { own } = facts;
  return {
    key: facts.key,
    kind: own.kind as SourceRecord['kind'],
    title: own.title as string,
    publisher: own.publisher as string,
    authors: [...((own.authors as readonly string[] | undefined) ?? [])],
    published: given<string>(own.published),
    language: own.language as string,
    url: given<string>(own.url),
    licence: given<string>(own.licence),
    import: importOf(own),
    note: given<string>(own.note),
  };
}

function importOf({ importTool, importedAt, importFiles, importHashes }: Properties): SourceRecord['import'] {
  if (importTool == null) return undefined;
  const hashes = importHashes as readonly string[];
  return {
    tool: importTool as string,
    at: importedAt as string,
    files: (importFiles as readonly string[]).map((name, index) => ({ name, sha256: hashes[index] ?? '' })),
  };
}
