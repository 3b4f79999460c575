import type { TypedRecord } from '../../exchange/dataset/to-records.js';
import { changesAfter, changesOfRevisions, type NotedChange, type Revision } from '../../store/history/revisions.js';
import { detailId } from '../../store/unit/write-units.js';
import type { Desk } from '../desk.js';
import { EditRefusedError, refuse } from '../faults.js';

/** Takes back what one revision changed, where nothing has changed since. `subject`: what that revision was about. */
export async function undo(desk: Desk, { number, subject, imported }: Pick<Revision, 'number' | 'subject' | 'imported'>): Promise<string> {
  if (imported !== null) {
    refuse(
      'IMPORTED',
      `revision ${number} was made by an import of "${subject}"; import its earlier file again under the same name, or take it out with kembar remove ${subject}`,
      'revision',
    );
  }
  const changes = await changesOfRevisions(desk.asking, [number]);
  if (changes.length === 0) refuse('NOT_FOUND', `revision ${number} changed nothing that can be taken back`, 'revision');
  const mine = new Set(changes.map(recordOf));
  const since = await changesAfter(
    desk.asking,
    changes.map(({ of }) => of),
    number,
  );
  // What another data set adds to a thing may have been imported since, and stays.
  const later = since.filter((change) => mine.has(recordOf(change)));
  if (later.length > 0) {
    throw new EditRefusedError(
      later.slice(0, 10).map(({ of, revision }) => ({
        code: 'CONFLICT',
        field: 'revision',
        message: `"${of}" was changed again by revision ${revision}; take that one back first`,
      })),
    );
  }
  for (const { of, type, before, beforeBy, afterBy } of changes) {
    if (before === null || beforeBy === null) desk.remove(recordOf({ of, type, beforeBy, afterBy }));
    else desk.propose({ type, record: JSON.parse(before) } as TypedRecord, beforeBy);
  }
  return subject;
}

/** The id of the record that a change is about: that of the thing, or of what a data set adds to it. */
function recordOf({ of, type, beforeBy, afterBy }: Pick<NotedChange, 'of' | 'type' | 'beforeBy' | 'afterBy'>): string {
  return type.endsWith('Details') ? detailId(afterBy ?? beforeBy ?? '', of) : of;
}
