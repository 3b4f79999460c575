import { LineCounter, parseDocument } from 'yaml';
import type { DataProblem } from '../../domain/errors.js';

const MAX_YAML_BYTES = 16 * 1024 * 1024;

/** A YAML file as plain values. */
export interface YamlFile {
  readonly value: unknown;
  /** Line of a field, or of the nearest thing around it; null: there is none. */
  lineOf(path: readonly PropertyKey[]): number | null;
}

/** Reads the text of a YAML file, or says what is wrong with it as a whole. */
export function parseYaml(file: string, text: string): YamlFile | { readonly problems: readonly DataProblem[] } {
  const problem = (line: number | null, message: string) => ({ file, line, field: '', message });
  if (Buffer.byteLength(text) > MAX_YAML_BYTES) {
    return { problems: [problem(null, `the file is larger than ${MAX_YAML_BYTES} bytes; split it`)] };
  }
  if (text.includes('\uFFFD')) return { problems: [problem(lineOfOffset(text, text.indexOf('\uFFFD')), 'the file is not UTF-8')] };
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    return { problems: document.errors.map((error) => problem(lines.linePos(error.pos[0]).line, `not YAML: ${error.message}`)) };
  }
  const lineOf = (path: readonly PropertyKey[]): number | null => {
    for (let length = path.length; length > 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true) as { range?: [number, number, number] } | undefined;
      if (node?.range) return lines.linePos(node.range[0]).line;
    }
    return document.contents?.range ? lines.linePos(document.contents.range[0]).line : null;
  };
  try {
    return { value: document.toJS({ maxAliasCount: 100 }), lineOf };
  } catch (error) {
    return { problems: [problem(null, `not readable: ${(error as Error).message}`)] };
  }
}

function lineOfOffset(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
