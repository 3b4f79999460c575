import { Command } from 'commander';
import { BadInputError, NotFoundError } from '../domain/errors.js';
import { SHIPPED } from '../exchange/dataset/shipped.js';
import type { Graph } from '../graph/graph.js';
import { readSettings } from '../settings.js';
import { CURATION } from '../store/curation/curated.js';
import { groundOf, loadedDataSets } from '../store/data-set/data-sets.js';
import { findStale } from '../store/data-set/stale-things.js';
import { revisionOf } from '../store/summary.js';
import { changeLines } from './data-set/change-lines.js';
import { putInPlace } from './data-set/put-in-place.js';
import { openToChange } from './graph/open-to-change.js';

interface RemoveOptions {
  readonly dryRun?: boolean;
  readonly wait?: boolean;
  readonly json?: boolean;
}

const WHAT_STAYS = `
What other data sets refer to stays, and is named. The ids of what is gone keep answering that they are retired; importing
the same again under the same name brings all of it back.`;

/** `kembar remove`: takes out of the graph what an import brought. */
export function removeCommand(print: (line: string) => void): Command {
  return new Command('remove')
    .description('Take out of the graph what was imported under a name.')
    .argument('<data-set>', 'the name, as kembar status lists it')
    .option('--dry-run', 'tell what would be removed, and write nothing')
    .option('--wait', 'wait for the end of an import that is under way, or until nobody else has the graph file open')
    .option('--json', 'print the outcome as JSON, and everything else to the standard error')
    .addHelpText('after', WHAT_STAYS)
    .action(async (dataSet: string, options: RemoveOptions) => {
      if (dataSet === SHIPPED) {
        throw new BadInputError(
          `"${SHIPPED}" is the data that ships with Kembar, which every start of a server puts back; LOAD_DATA=false keeps a graph without it`,
        );
      }
      if (dataSet === CURATION)
        throw new BadInputError(
          `"${CURATION}" is what people wrote by hand; the API takes back each of their edits, and keeps what it was`,
        );
      const tell = options.json === true ? (line: string) => process.stderr.write(`${line}\n`) : print;
      const settings = readSettings(process.env);
      const { graph, close } = await openToChange(settings, { dryRun: options.dryRun === true, wait: options.wait === true, print: tell });
      try {
        await mustBeLoaded(graph, dataSet);
        // What is removed depends on what others refer to, so it is looked at again when one of them changed.
        const nothing = { id: dataSet, fingerprint: 'removed', ground: await groundOf(graph, dataSet), units: [] };
        const changes = await putInPlace(graph, nothing, {
          notes: { operation: 'remove', sources: [] },
          total: 0,
          print: tell,
          ...settings,
          ...options,
        });
        const left = await countLeft(graph, dataSet);
        const none = left === 0 ? `nothing changes: of "${dataSet}" there is nothing left` : 'nothing changes';
        for (const line of changeLines(changes, { ...options, none })) tell(line);
        if (left > 0 && (changes.none || options.dryRun !== true)) tell(whyLeft(dataSet, left));
        if (options.json === true)
          print(JSON.stringify({ dataSet, dryRun: options.dryRun === true, changes, left, revision: await revisionOf(graph) }));
      } finally {
        await close();
      }
    });
}

/** How many things of a data set the graph has. */
async function countLeft(graph: Graph, dataSet: string): Promise<number> {
  const { things } = await findStale(graph, dataSet, { things: new Set(), details: new Set() });
  return [...things.values()].reduce((sum, ids) => sum + ids.length, 0);
}

function whyLeft(dataSet: string, left: number): string {
  return `left of "${dataSet}": ${left}, which other data sets refer to; kembar remove ${dataSet} takes that out when none does any more`;
}

async function mustBeLoaded(graph: Graph, dataSet: string): Promise<void> {
  const imported = (await loadedDataSets(graph)).filter(({ id }) => id !== SHIPPED);
  if (imported.some(({ id }) => id === dataSet)) return;
  // What was removed has left its tombstones.
  const known = imported.filter(({ complete, nodes }) => !complete || nodes > 0).map(({ id }) => id);
  throw new NotFoundError(
    `nothing was imported as "${dataSet}"; ${known.length === 0 ? 'nothing was imported at all' : `there is ${known.join(', ')}`}`,
  );
}
