import { BadInputError } from '../../domain/errors.js';
import { embeddedFile } from '../../graph/open-engine.js';
import type { Settings } from '../../settings.js';

/** The graph file that the settings name. Throws `BadInputError` where there is none, with the way that there is instead. */
export function graphFileOf({ graph: { url } }: Settings, { elsewhere }: { readonly elsewhere: string }): string {
  const file = embeddedFile(url);
  if (file === null) throw new BadInputError(`GRAPH_URL names a Neo4j, which has tools of its own for this: ${elsewhere}`);
  if (file === '') throw new BadInputError('GRAPH_URL=embedded: names a graph in memory, which is no file; set it to embedded:PATH');
  return file;
}
