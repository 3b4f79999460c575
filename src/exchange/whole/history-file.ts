import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import split from 'split2';
import { z } from 'zod';
import { DataInvalidError } from '../../domain/errors.js';
import type { Graph } from '../../graph/graph.js';
import { readHistory, type WholeRevision, writeHistory } from '../../store/history/whole-history.js';

/** Name of the file of the history in the folder of a whole graph. */
export const HISTORY = 'history.jsonl.gz';

const REVISIONS_PER_TRANSACTION = 100;

const change = z.strictObject({
  of: z.string(),
  type: z.string(),
  before: z.string().nullable(),
  beforeBy: z.string().nullable(),
  after: z.string().nullable(),
  afterBy: z.string().nullable(),
});

const revision = z.strictObject({
  number: z.number().int(),
  at: z.string(),
  actor: z.string(),
  role: z.string(),
  operation: z.string(),
  reason: z.string().nullable(),
  sources: z.array(z.string()),
  overrides: z.string().nullable(),
  undoes: z.number().int().nullable(),
  subject: z.string(),
  request: z.strictObject({ key: z.string(), asked: z.string() }).nullable(),
  changes: z.array(change),
});

/** The history as JSON Lines, a revision on each. */
export async function* historyLines(graph: Graph): AsyncGenerator<string> {
  for await (const one of readHistory(graph)) yield `${JSON.stringify(one)}\n`;
}

/** Puts the history of a file into a graph. Throws `DataInvalidError` where the file is not as it was written. */
export async function importHistory(graph: Graph, file: string): Promise<void> {
  let part: WholeRevision[] = [];
  let line = 0;
  for await (const text of createReadStream(file).pipe(createGunzip()).pipe(split())) {
    line += 1;
    if (text === '') continue;
    const parsed = revision.safeParse(JSON.parse(text as string));
    if (!parsed.success) throw new DataInvalidError([{ file, line, field: '', message: 'no revision of a history' }]);
    part.push(parsed.data);
    if (part.length < REVISIONS_PER_TRANSACTION) continue;
    await writeHistory(graph, part);
    part = [];
  }
  if (part.length > 0) await writeHistory(graph, part);
}
