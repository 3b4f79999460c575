import type { TypedRecord } from '../../exchange/dataset/to-records.js';
import { changesAfter, changesOfRevisions } from '../../store/history/revisions.js';
import { detailId } from '../../store/unit/write-units.js';
import type { Desk } from '../desk.js';
import { EditRefusedError, refuse } from '../faults.js';

/** Takes back what one revision changed, where nothing has changed since. `subject`: what that revision was about. */
export async function undo(desk: Desk, { number, subject }: { readonly number: number; readonly subject: string }): Promise<string> {
  const changes = await changesOfRevisions(desk.asking, [number]);
  if (changes.length === 0) refuse('NOT_FOUND', `revision ${number} changed nothing that can be taken back`, 'revision');
  const later = await changesAfter(
    desk.asking,
    changes.map(({ of }) => of),
    number,
  );
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
    if (before === null || beforeBy === null) desk.remove(type.endsWith('Details') ? detailId(afterBy ?? '', of) : of);
    else desk.propose({ type, record: JSON.parse(before) } as TypedRecord, beforeBy);
  }
  return subject;
}
