import { existsSync } from 'node:fs';
import { Command } from 'commander';
import { SOFTWARE } from '../../api/files/software.js';
import { BadInputError } from '../../domain/errors.js';
import { SHIPPED } from '../../exchange/dataset/shipped.js';
import type { OnReject } from '../../exchange/reject.js';
import type { Graph } from '../../graph/graph.js';
import { embeddedFile } from '../../graph/open-engine.js';
import { reporter } from '../../preparation.js';
import { readSettings, type Settings } from '../../settings.js';
import { CHANGE_KINDS, type Change, type ChangeCounts, type ChangeKind } from '../../store/data-set/changes.js';
import { type DataSetVersion, replaceDataSet } from '../../store/data-set/replace-data-set.js';
import { revisionOf } from '../../store/summary.js';
import { RowsLeftOut } from '../exit-codes.js';
import { openForReading } from '../files/open-for-reading.js';
import { openForWriting } from '../graph/open-for-writing.js';
import { progressOf } from '../terminal/progress.js';
import { mustBeItsNextVersion } from './must-be-its-next-version.js';
import { Rejects } from './rejects.js';

/** What every import takes. */
export interface ImportOptions {
  readonly as?: string;
  readonly dryRun?: boolean;
  readonly strict?: boolean;
  readonly add?: boolean;
  readonly rejects?: string;
  readonly wait?: boolean;
  readonly json?: boolean;
}

/** What an importer makes of its input. */
export interface Assembled {
  readonly version: DataSetVersion;
  /** How many units there are, where that is known before they are gone through. */
  readonly total: number | null;
  /** What is to be told of it, in lines for people, and as data. */
  readonly report: { readonly lines: readonly string[]; readonly data: object };
}

export interface Importer {
  /** Name of the data set where no other is given. */
  readonly dataSet: string;
  assemble(graph: Graph, context: { readonly dataSet: string; readonly tool: string; readonly onReject: OnReject }): Promise<Assembled>;
}

const TOOL = SOFTWARE;

export function importCommand(name: string, description: string): Command {
  return new Command(name)
    .description(description)
    .option(
      '--as <name>',
      'name of the data set that it becomes, else taken from its file: what was imported under that name before is replaced',
    )
    .option('--add', 'leave what was imported under that name before and is not in this input')
    .option('--dry-run', 'tell what would be created, changed, removed and left out, and write nothing')
    .option('--strict', 'write nothing if anything has to be left out')
    .option('--rejects <file>', 'where to keep what is left out, with line, field, value, reason and remedy (.csv or .jsonl)')
    .option('--wait', 'wait for the end of another import that is under way')
    .option('--json', 'print the outcome as JSON, and everything else to the standard error');
}

/** Runs an import against the graph that the settings name. Throws `KembarError`, and `RowsLeftOut` at its end. */
export async function runImport(importer: Importer, options: ImportOptions, out: (line: string) => void): Promise<void> {
  const dataSet = options.as ?? importer.dataSet;
  mustBeName(dataSet);
  const print = options.json === true ? (line: string) => process.stderr.write(`${line}\n`) : out;
  const rejects = await Rejects.open(options.rejects ?? null, print);
  const settings = readSettings(process.env);
  const { graph, close } = options.dryRun === true ? await openToTry(settings) : await openToWrite(settings, print);
  try {
    const { version, total, report } = await importer.assemble(graph, { dataSet, tool: TOOL, onReject: rejects.take });
    for (const line of report.lines) print(line);
    if (options.strict === true && rejects.count > 0)
      throw new BadInputError(`${rejects.rows} rows or records would be left out, and --strict accepts none; nothing was written`);
    if (options.as === undefined && options.add !== true && options.dryRun !== true) await mustBeItsNextVersion(graph, version);
    const changes = await replaced(graph, { ...version, id: dataSet }, { total, print, ...settings, ...options });
    for (const line of changeLines(changes, options)) print(line);
    if (rejects.count > 0) print(`${rejects.rows} rows or records were left out${rejects.file === null ? '' : `; see ${rejects.file}`}`);
    if (options.json === true) {
      out(
        JSON.stringify({
          dataSet,
          dryRun: options.dryRun === true,
          changes,
          leftOut: { rows: rejects.rows, faults: rejects.count, file: rejects.file },
          report: report.data,
          revision: await revisionOf(graph),
        }),
      );
    }
    if (rejects.count > 0) throw new RowsLeftOut();
  } finally {
    rejects.close();
    await close();
  }
}

interface Opened {
  readonly graph: Graph;
  close(): Promise<void>;
}

async function openToWrite(settings: Settings, print: (line: string) => void): Promise<Opened> {
  const graph = await openForWriting(settings, reporter(print));
  return { graph, close: () => graph.engine.close() };
}

/** A dry run writes nothing at all: where there is no graph yet, it is tried on one in memory. */
async function openToTry(settings: Settings): Promise<Opened> {
  const file = embeddedFile(settings.graph.url);
  const isThere = file === null || existsSync(file);
  const { context, close } = await openForReading(isThere ? settings : { ...settings, graph: { ...settings.graph, url: IN_MEMORY } });
  return { graph: context.graph, close };
}

const IN_MEMORY = 'embedded:';

interface Replacing extends ImportOptions {
  readonly total: number | null;
  readonly rowsPerTransaction: number;
  readonly print: (line: string) => void;
}

async function replaced(
  graph: Graph,
  version: DataSetVersion,
  { total, rowsPerTransaction, print, dryRun = false, add = false, wait = false }: Replacing,
): Promise<ChangeCounts> {
  const progress = progressOf('records', total);
  const shown = new Map<string, number>();
  const onChange = ({ kind, of, isDetail, reason }: Change) => {
    const count = (shown.get(kind) ?? 0) + 1;
    shown.set(kind, count);
    if (dryRun || kind === 'kept' || kind === 'removed') {
      const told = isDetail ? OF_OTHERS[kind] : kind;
      if (count <= SOME) print(`  ${told}: ${of.id}${reason === undefined ? '' : `, since ${reason}`}`);
      else if (count === SOME + 1) print(`  ${kind}: and more`);
    }
  };
  try {
    return await replaceDataSet(graph, version, {
      dryRun,
      keepsRest: add,
      wait,
      rowsPerTransaction,
      onChange,
      onProgress: progress.update,
    });
  } finally {
    progress.stop();
  }
}

/** What becomes of what a data set says of the things of others. */
const OF_OTHERS: Readonly<Record<ChangeKind, string>> = {
  created: 'added to',
  changed: 'changed what is said of',
  removed: 'no longer said of',
  kept: 'kept what is said of',
};

/** How many changes of a kind are named. */
const SOME = 20;

function changeLines(changes: ChangeCounts, { dryRun = false }: ImportOptions): string[] {
  if (changes.none) return ['nothing changes: the graph holds all of it already'];
  const rows = Object.entries(changes.toJSON()).map(
    ([what, counts]) => [what.replace(/^(.+) of others$/, 'said of $1s of others'), counts] as const,
  );
  const width = Math.max(...rows.map(([what]) => what.length));
  return [
    dryRun ? 'what would change:' : 'what changed:',
    `  ${''.padEnd(width)}${CHANGE_KINDS.map((kind) => kind.padStart(10)).join('')}`,
    ...rows.map(([what, counts]) => `  ${what.padEnd(width)}${CHANGE_KINDS.map((kind) => String(counts[kind]).padStart(10)).join('')}`),
  ];
}

function mustBeName(dataSet: string): void {
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(dataSet) || dataSet.length > 60)
    throw new BadInputError(
      `--as "${dataSet}" is no name of a data set. Accepted are small letters and digits in groups joined by -, 60 at most.`,
    );
  if (dataSet === SHIPPED) throw new BadInputError(`"${SHIPPED}" is the data that ships with Kembar; choose another name with --as`);
}
