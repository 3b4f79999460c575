import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type DocumentNode, parse } from 'graphql';

/** The folder of the named operations; the same from sources and from compiled files. */
const FOLDER = fileURLToPath(new URL('../../schema/operations/', import.meta.url));

/** An operation that ships with Kembar. */
export interface NamedOperation {
  readonly name: string;
  /** The question that it asks: the first line of its file. */
  readonly question: string;
  /** The text of its file, with comments. */
  readonly text: string;
  readonly document: DocumentNode;
  /** Variables that it runs with as it stands, from its line `# variables: {...}`. */
  readonly example: Readonly<Record<string, unknown>>;
}

/** The named operations, in the order of their files. */
export function namedOperations(): NamedOperation[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.graphql'))
    .sort()
    .map((file) => {
      const text = readFileSync(join(FOLDER, file), 'utf8');
      return {
        name: file.slice(0, -'.graphql'.length),
        question: /^# (.*)$/m.exec(text)?.[1] ?? '',
        text,
        document: parse(text),
        example: JSON.parse(/^# variables: (\{.*\})$/m.exec(text)?.[1] ?? '{}') as Record<string, unknown>,
      };
    });
}
