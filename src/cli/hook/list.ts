import { Command } from 'commander';
import { StoreError } from '../../domain/errors.js';
import { type HookEntries, shownAddress } from '../../live/hooks/hook-entries.js';
import { readSettings } from '../../settings.js';
import { type HookMark, hookMarks } from '../../store/hooks/hook-marks.js';
import { openForReading } from '../graph/open-for-reading.js';
import { hooksOf } from './hooks-file.js';

interface Options {
  readonly file?: string;
  readonly json?: boolean;
}

/** `kembar hook list`: which addresses are told of changes, and how far each has come. */
export function listHooksCommand(print: (line: string) => void): Command {
  return new Command('list')
    .description('Which addresses are told of changes, and the last revision that was delivered to each.')
    .option('--file <file>', 'the file of hooks; left out: that of HOOKS_FILE')
    .option('--json', 'print it as JSON, an object for each hook in a line of its own')
    .action(async ({ file, json = false }: Options) => {
      const entries = await hooksOf(file);
      const { hooks, version } = entries;
      if (hooks.length === 0 && !json) print('the file names no hook');
      const marks = await marksOf(entries);
      const width = Math.max(...hooks.map(({ name }) => name.length));
      for (const { name, url } of hooks) {
        const mark = marks?.get(name) ?? null;
        const address = shownAddress(url);
        if (json) {
          const { revision = null, failures = 0, retryAt = null } = mark ?? {};
          print(JSON.stringify({ name, url: address, revision, failures, retryAt, ended: hasEnded(mark, version) }));
        } else print(`${name.padEnd(width)}  ${address}  ${marks === null ? 'the graph is in use' : inWords(mark, version)}`);
      }
    });
}

/** Null: another process has the graph open, and only that one can tell. */
async function marksOf({ hooks }: HookEntries): Promise<Map<string, HookMark> | null> {
  try {
    const { context, close } = await openForReading(readSettings(process.env));
    try {
      return await hookMarks(
        context.graph,
        hooks.map(({ name }) => name),
      );
    } finally {
      await close();
    }
  } catch (error) {
    if (!(error instanceof StoreError) || error.code !== 'GRAPH_IN_USE') throw error;
    process.stderr.write('how far they have come is not known here: a server has the graph file open, and its log tells\n');
    return null;
  }
}

function inWords(mark: HookMark | null, version: string): string {
  return mark === null ? 'nothing yet' : [`revision ${mark.revision}`, ...troubleOf(mark, version)].join(', ');
}

function troubleOf(mark: HookMark, version: string): string[] {
  const { failures, retryAt } = mark;
  if (failures === 0) return [];
  if (mark.version !== version) return ['to be tried anew'];
  return [hasEnded(mark, version) ? 'ended until the file changes' : `failed ${failures} times, next ${retryAt}`];
}

function hasEnded(mark: HookMark | null, version: string): boolean {
  return mark?.ended === true && mark.version === version;
}
