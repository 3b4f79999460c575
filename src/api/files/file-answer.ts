import { createHash } from 'node:crypto';
import { StoreError } from '../../domain/errors.js';
import type { Format } from '../../exchange/export/formats.js';
import type { Provenance } from '../../exchange/export/provenance.js';
import type { Graph } from '../../graph/graph.js';
import { revisionOf } from '../../store/summary.js';

/** An answer that can be taken away as a file, before anything of it is worked out. */
export interface FileAnswer {
  /** Such as `Sectors.r2.csv`, or `Cousins.r2.4ffaa34a.csv` where something was chosen. */
  readonly name: string;
  readonly format: Format;
  /** A strong tag: files with the same one are the same, byte for byte. */
  readonly etag: string;
  /** Works out the beginning, and resolves when there is something to send. What goes wrong later fails the text. */
  open(): Promise<AsyncIterable<string>>;
}

/**
 * The name of a file, without its ending. Answers to different questions can lie in one folder: where anything is not
 * as it is by itself, a digest of the question is in the name.
 */
export function nameOf(subject: string, revision: number, question: object, byItself: object): string {
  const [asked, plain] = [JSON.stringify(question), JSON.stringify(byItself)];
  const digest = asked === plain ? '' : `.${createHash('sha256').update(asked).digest('hex').slice(0, 8)}`;
  return `${subject}.r${revision}${digest}`;
}

/** The tag of a file follows from all that its bytes follow from. */
export function etagOf(provenance: Provenance, ...more: readonly (string | boolean)[]): string {
  const asked = JSON.stringify([provenance, ...more]);
  return `"${createHash('sha256').update(asked).digest('base64url').slice(0, 32)}"`;
}

/** Parts of an answer whose first one is already there: who asks for it meets what goes wrong with it. */
export async function begun<T>(parts: AsyncGenerator<T>): Promise<AsyncGenerator<T>> {
  const first = await parts.next();
  async function* all(): AsyncGenerator<T> {
    try {
      if (first.done) return;
      yield first.value;
      yield* parts;
    } finally {
      await parts.return(undefined);
    }
  }
  return all();
}

/** Parts of an answer, each given only when the graph still has the revision that the file is about. */
export async function* ofRevision<T>(graph: Graph, revision: number, parts: AsyncIterable<T>): AsyncGenerator<T> {
  for await (const part of parts) {
    if ((await revisionOf(graph)) !== revision)
      throw new StoreError('STORE_BUSY', 'the graph changed while the file was being written; ask for it again');
    yield part;
  }
}
