import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { group } from 'd3-array';
import split from 'split2';
import { z } from 'zod';
import { DataInvalidError } from '../../domain/errors.js';
import type { Graph } from '../../graph/graph.js';
import { readHistory, readMarks, type WholeRevision, writeHistory } from '../../store/history/whole-history.js';
import { inParts } from '../../store/unit/write-units.js';
import { RECORD_TYPE_OF, type ThingLabel } from '../dataset/to-records.js';

/** Name of the file of the history in the folder of a whole graph. */
export const HISTORY = 'history.jsonl.gz';

const REVISIONS_PER_TRANSACTION = 100;
const CHANGES_PER_TRANSACTION = 5_000;
const MARKS_PER_LINE = 500;

const change = z.strictObject({
  of: z.string(),
  type: z.string(),
  before: z.string().nullable(),
  beforeBy: z.string().nullable(),
  after: z.string().nullable(),
  afterBy: z.string().nullable(),
  since: z.number().int().nullable().default(null),
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
  imported: z.string().nullable().default(null),
  request: z.strictObject({ key: z.string(), asked: z.string() }).nullable(),
  changes: z.array(change),
});

/** What came in bulk by a revision: ids of things, and of what is added to things. */
const marks = z.strictObject({ since: z.number().int(), ids: z.array(z.string()) });

/** The history as JSON Lines: a revision on each, then what imports brought in bulk. */
export async function* historyLines(graph: Graph): AsyncGenerator<string> {
  for await (const one of readHistory(graph)) yield `${JSON.stringify(one)}\n`;
  for await (const some of readMarks(graph, Object.keys(RECORD_TYPE_OF) as ThingLabel[])) {
    for (const [since, ofOne] of group(some, (mark) => mark.since)) {
      for (const part of inParts(ofOne, MARKS_PER_LINE)) yield `${JSON.stringify({ since, ids: part.map(({ id }) => id) })}\n`;
    }
  }
}

/**
 * Puts the history of a file into a graph, and gives the revisions with which units are to be marked that came in bulk.
 * Throws `DataInvalidError` where the file is not as it was written.
 */
export async function importHistory(graph: Graph, file: string): Promise<ReadonlyMap<string, number>> {
  const marked = new Map<string, number>();
  let part: WholeRevision[] = [];
  let changes = 0;
  let line = 0;
  for await (const text of createReadStream(file).pipe(createGunzip()).pipe(split())) {
    line += 1;
    if (text === '') continue;
    const value = JSON.parse(text as string);
    const some = marks.safeParse(value);
    if (some.success) {
      for (const id of some.data.ids) marked.set(id, some.data.since);
      continue;
    }
    const parsed = revision.safeParse(value);
    if (!parsed.success) throw new DataInvalidError([{ file, line, field: '', message: 'no revision of a history' }]);
    part.push(parsed.data);
    changes += parsed.data.changes.length;
    if (part.length < REVISIONS_PER_TRANSACTION && changes < CHANGES_PER_TRANSACTION) continue;
    await writeHistory(graph, part);
    part = [];
    changes = 0;
  }
  if (part.length > 0) await writeHistory(graph, part);
  return marked;
}
