import { SOFTWARE } from '../../api/files/software.js';
import { OPERATOR } from '../../domain/access/actor.js';
import { toRecord } from '../../exchange/dataset/to-records.js';
import type { Graph } from '../../graph/graph.js';
import type { Change, ChangeCounts, ChangeKind } from '../../store/data-set/changes.js';
import { type DataSetVersion, replaceDataSet } from '../../store/data-set/replace-data-set.js';
import type { ImportNotes } from '../../store/history/import-notes.js';
import { progressOf } from '../terminal/progress.js';

interface Replacing {
  /** How the history tells of it. */
  readonly notes: Pick<ImportNotes, 'operation' | 'sources'>;
  readonly dryRun?: boolean;
  readonly wait?: boolean;
  /** How many units there are, where that is known. */
  readonly total: number | null;
  readonly rowsPerTransaction: number;
  readonly print: (line: string) => void;
}

/** Puts a version of a data set into a graph and shows how it goes; what a dry run would do is named. Throws `StoreError`. */
export async function putInPlace(
  graph: Graph,
  version: DataSetVersion,
  { notes, total, rowsPerTransaction, print, dryRun = false, wait = false }: Replacing,
): Promise<ChangeCounts> {
  const progress = progressOf('records', total);
  const shown = new Map<string, number>();
  const onChange = ({ kind, of, isDetail, reason }: Change) => {
    const count = (shown.get(kind) ?? 0) + 1;
    shown.set(kind, count);
    if (dryRun || kind === 'kept' || kind === 'removed') {
      const told = isDetail ? OF_OTHERS[kind] : kind;
      if (dryRun || count <= SOME) print(`  ${told}: ${of.id}${reason === undefined ? '' : `, since ${reason}`}`);
      else if (count === SOME + 1) print(`  ${kind}: and more; --dry-run shows all`);
    }
  };
  try {
    return await replaceDataSet(graph, version, {
      dryRun,
      wait,
      notes: { ...notes, actor: OPERATOR.id, role: OPERATOR.role, tool: SOFTWARE, recordOf: toRecord },
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

/** How many changes of a kind are named where they are made: a dry run names all. */
const SOME = 20;
