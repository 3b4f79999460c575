import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { BadInputError, DataInvalidError } from '../../domain/errors.js';
import { explain, fieldPath } from '../format/issues.js';

/** Name of the file that tells what is in the folder of a whole graph. */
export const MANIFEST = 'manifest.json';

const manifest = z.strictObject({
  format: z.literal(1),
  software: z.string(),
  /** Revision of the graph that it was written from. */
  revision: z.number().int(),
  /** In an order in which what a data set stands on comes first, as far as there is one. */
  dataSets: z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
      fingerprint: z.string(),
      ground: z.string().nullable(),
      file: z.string().regex(/^[a-z0-9-]+\.jsonl\.gz$/),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      records: z.number().int(),
      nodes: z.number().int(),
      relationships: z.number().int(),
    }),
  ),
  /** The file of the history; left out where there is none. */
  history: z
    .strictObject({
      file: z.string().regex(/^[a-z0-9-]+\.jsonl\.gz$/),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      revisions: z.number().int(),
    })
    .optional(),
});

/** What is in the folder of a whole graph. */
export type Manifest = z.output<typeof manifest>;

/** Reads the manifest of a folder. Throws `BadInputError` where there is none, `DataInvalidError` for one that is damaged. */
export async function readManifest(folder: string): Promise<Manifest> {
  const file = join(folder, MANIFEST);
  const text = await readFile(file, 'utf8').catch((error) => {
    throw new BadInputError(`${folder} is no graph that kembar export --all wrote: ${file} cannot be read`, error);
  });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new DataInvalidError([{ file, line: null, field: '', message: `not JSON: ${(error as Error).message}` }]);
  }
  const parsed = manifest.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new DataInvalidError(
    parsed.error.issues.map((issue) => ({ file, line: null, field: fieldPath(issue.path), message: explain(issue) })),
  );
}
