import { readFileSync } from 'node:fs';
import { worldFiles } from '../world-graph.js';

/** The lists of twinnings in the world's files, by the letter that marks their pairs. */
export const LISTS = { any: '', Wikidata: 'D', Wikipedia: 'W' } as const;

/** The pairs that a list has, by the ids of the files. */
export function listedPairs(list: keyof typeof LISTS): [string, string][] {
  const files = worldFiles();
  if ('absent' in files) throw new Error(files.absent);
  const [, ...lines] = readFileSync(files.twinnings, 'utf8').trim().split('\n');
  return lines.flatMap((line) => {
    const [a = '', b = '', sources = ''] = line.split('\t');
    return a !== b && sources.includes(LISTS[list]) ? [[a, b] as [string, string]] : [];
  });
}
