import { Command } from 'commander';
import { SOFTWARE } from '../../api/files/software.js';
import { BadInputError } from '../../domain/errors.js';
import { idOf } from '../../domain/ontology.js';
import { SHIPPED } from '../../exchange/dataset/shipped.js';
import { importKey } from '../../exchange/import/import-source.js';
import type { OnReject } from '../../exchange/reject.js';
import type { Graph } from '../../graph/graph.js';
import { readSettings } from '../../settings.js';
import { CURATION } from '../../store/curation/curated.js';
import { GroundChangedError } from '../../store/data-set/data-sets.js';
import type { DataSetVersion } from '../../store/data-set/replace-data-set.js';
import { revisionOf } from '../../store/summary.js';
import { changeLines } from '../data-set/change-lines.js';
import { putInPlace } from '../data-set/put-in-place.js';
import { RowsLeftOut } from '../exit-codes.js';
import { openToChange } from '../graph/open-to-change.js';
import { mustBeItsNextVersion } from './must-be-its-next-version.js';
import { Rejects } from './rejects.js';
import { removedAndLeftOut } from './removed-and-left-out.js';

/** What every import takes. */
export interface ImportOptions {
  readonly as?: string;
  readonly dryRun?: boolean;
  readonly strict?: boolean;
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
  /** Asks people what they have to decide, and says where. */
  readonly ask?: () => Promise<readonly string[]>;
}

export interface Importer {
  /** Name of the data set where no other is given. */
  readonly dataSet: string;
  /** The files that people gave: nothing else may be written there. */
  readonly inputs: readonly string[];
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
    .option('--dry-run', 'tell what would be created, changed, removed and left out, and write nothing to the graph')
    .option('--strict', 'write nothing if anything has to be left out')
    .option('--rejects <file>', 'where to keep what is left out, with line, field, value, reason and remedy (.csv or .jsonl)')
    .option('--wait', 'wait for the end of another import that is under way, or until nobody else has the graph file open')
    .option('--json', 'print the outcome as JSON, and everything else to the standard error');
}

/** Runs an import against the graph that the settings name. Throws `KembarError`, and `RowsLeftOut` at its end. */
export async function runImport(importer: Importer, options: ImportOptions, out: (line: string) => void): Promise<void> {
  mustBeName(options.as ?? importer.dataSet);
  const print = options.json === true ? (line: string) => process.stderr.write(`${line}\n`) : out;
  const openRejects = () => Rejects.open(options.rejects ?? null, { inputs: importer.inputs });
  let rejects = await openRejects();
  const settings = readSettings(process.env);
  const opening = openToChange(settings, { dryRun: options.dryRun === true, wait: options.wait === true, print });
  const { graph, close } = await opening.catch((error) => {
    rejects.close();
    throw error;
  });
  const run = () => importInto(graph, importer, { ...settings, ...options, rejects, print, out });
  // What is wrong with rows may be why nothing was written.
  const tellRejects = (error: Error) => {
    for (const line of rejects.summary()) print(line);
    throw error;
  };
  try {
    await run().catch(async (error) => {
      if (error instanceof RowsLeftOut) throw error;
      if (!(error instanceof GroundChangedError) || options.wait !== true) tellRejects(error);
      print('another import changed what this one stands on meanwhile, so it begins anew');
      rejects.close();
      rejects = await openRejects();
      await run();
    });
  } finally {
    rejects.close();
    await close();
  }
}

interface Run extends Omit<ImportOptions, 'rejects'> {
  readonly rowsPerTransaction: number;
  readonly rejects: Rejects;
  readonly print: (line: string) => void;
  readonly out: (line: string) => void;
}

async function importInto(graph: Graph, importer: Importer, options: Run): Promise<void> {
  const { rejects, print, out } = options;
  const dataSet = options.as ?? importer.dataSet;
  const { version, total, report, ask } = await importer.assemble(graph, { dataSet, tool: TOOL, onReject: rejects.take });
  for (const line of report.lines) print(line);
  if (options.strict === true && rejects.count > 0)
    throw new BadInputError(`${rejects.amount} would be left out, and --strict accepts none; nothing was written`);
  if (options.as === undefined) {
    await mustBeItsNextVersion(graph, version).catch((error) => {
      if (options.dryRun !== true || !(error instanceof BadInputError)) throw error;
      print(`without --as this is refused: ${error.message}`);
    });
  }
  for (const line of (await ask?.()) ?? []) print(line);
  const sources = [idOf('Source', importKey(dataSet))];
  const changes = await putInPlace(graph, { ...version, id: dataSet }, { notes: { operation: 'import', sources }, total, ...options });
  for (const line of changeLines(changes, { ...options, none: 'nothing changes: the graph holds all of it already' })) print(line);
  for (const line of removedAndLeftOut(changes, rejects.rows, options)) print(line);
  for (const line of rejects.summary()) print(line);
  if (options.json === true) {
    out(
      JSON.stringify({
        dataSet,
        dryRun: options.dryRun === true,
        changes,
        leftOut: { rows: rejects.rows, values: rejects.values, faults: rejects.count, file: rejects.file },
        report: report.data,
        revision: await revisionOf(graph),
      }),
    );
  }
  rejects.end();
  if (rejects.count > 0) throw new RowsLeftOut();
}

function mustBeName(dataSet: string): void {
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(dataSet) || dataSet.length > 60)
    throw new BadInputError(
      `--as "${dataSet}" is no name of a data set. Accepted are small letters and digits in groups joined by -, 60 at most.`,
    );
  if (dataSet === CURATION) throw new BadInputError(`"${CURATION}" is what people write by hand; choose another name with --as`);
  if (dataSet === SHIPPED) throw new BadInputError(`"${SHIPPED}" is the data that ships with Kembar; choose another name with --as`);
}
