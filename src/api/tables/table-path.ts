import { BadInputError } from '../../domain/errors.js';
import { isConnection, type Selected } from './selection.js';

/** What the rows of a table are: the items of a connection, those of a list, or one row for an object. */
export type RowSource = 'connection' | 'list' | 'object';

/** Where in an answer the rows of a table are. */
export interface TablePath {
  /** Names in the answer; none for the answer as a whole. */
  readonly steps: readonly string[];
  readonly source: RowSource;
}

/** The tables that an answer can be made into, by their paths: its lists, and the objects that an operation asks for. */
export function tablePaths(selection: readonly Selected[]): readonly TablePath[] {
  const found: TablePath[] = [];
  const look = (fields: readonly Selected[], above: readonly string[]) => {
    for (const { key, type, listDepth, children } of fields) {
      if (children.length === 0) continue;
      const steps = [...above, key];
      if (listDepth > 0) found.push({ steps, source: 'list' });
      else if (isConnection(type) && children.some((child) => child.key === 'edges' || child.key === 'nodes'))
        found.push({ steps, source: 'connection' });
      else {
        if (above.length === 0) found.push({ steps, source: 'object' });
        look(children, steps);
      }
    }
  };
  look(selection, []);
  return found;
}

/** The table at a path, or the one that is meant where none is named. Throws `BadInputError` that lists the tables. */
export function tablePath(operation: string, selection: readonly Selected[], named: string | null): TablePath {
  const paths = tablePaths(selection);
  if (named === null) {
    const meant = meantPath(selection);
    if (meant === null) throw new BadInputError(`${operation} answers with several lists: path says which one. ${acceptedPaths(paths)}`);
    return meant;
  }
  const found = paths.find(({ steps }) => steps.join('.') === named);
  if (found === undefined) throw new BadInputError(`${operation} has no table at path "${named}". ${acceptedPaths(paths)}`);
  return found;
}

/**
 * The table that is meant where none is named: the field that the operation asks for, when that is a list; else the
 * only list in the answer; else, where there is no list, the answer as one row. Null when several can be meant.
 */
export function meantPath(selection: readonly Selected[]): TablePath | null {
  const paths = tablePaths(selection);
  const roots = paths.filter(({ steps }) => steps.length === 1);
  const [root] = roots;
  if (roots.length === 1 && root !== undefined && root.source !== 'object') return root;
  const lists = paths.filter(({ source }) => source !== 'object');
  const [only] = lists;
  if (only === undefined) return roots.length === 1 && root !== undefined ? root : { steps: [], source: 'object' };
  return lists.length > 1 ? null : only;
}

function acceptedPaths(paths: readonly TablePath[]): string {
  const told = paths.map(({ steps, source }) => `${steps.join('.')}${source === 'object' ? ' (one row)' : ''}`);
  return `Accepted are ${told.join(', ')}.`;
}
