import { basename } from 'node:path';
import type { SourceKind } from '../../domain/vocabulary.js';
import { RECORD_TYPES, type SourceRecord } from '../format/records.js';

export interface ImportedFile {
  /** Path, or address. */
  readonly name: string;
  readonly sha256: string;
}

/** What is told of the file that is imported, where somebody tells it. */
export interface ToldOfFile {
  readonly kind?: SourceKind | undefined;
  readonly title?: string | undefined;
  readonly publisher?: string | undefined;
  readonly published?: string | undefined;
  readonly language?: string | undefined;
  readonly url?: string | undefined;
  readonly licence?: string | undefined;
}

/** Key of the source that an import is itself. */
export function importKey(dataSet: string): string {
  return `import.${dataSet}`;
}

/** The import as a source: what was read, when and by which program. Rows that name no source cite it. */
export function importSource(
  dataSet: string,
  {
    tool,
    at,
    files,
    told = {},
  }: { readonly tool: string; readonly at: Date; readonly files: readonly ImportedFile[]; readonly told?: ToldOfFile },
): SourceRecord {
  return RECORD_TYPES.sources.parse({
    key: importKey(dataSet),
    kind: told.kind ?? 'DATASET',
    title:
      told.title ??
      files
        .map(({ name }) => basename(name))
        .join(', ')
        .slice(0, 500),
    publisher: told.publisher ?? 'not named',
    published: told.published,
    language: told.language ?? 'und',
    url: told.url,
    licence: told.licence,
    import: { tool, at: at.toISOString(), files: files.map(({ name, sha256 }) => ({ name: basename(name), sha256 })) },
  });
}
