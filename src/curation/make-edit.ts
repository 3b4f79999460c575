import { mustMay } from '../domain/access/may.js';
import { fieldChanges } from '../exchange/diff/field-changes.js';
import { formOf } from '../exchange/diff/record-form.js';
import type { BookTransaction, Graph } from '../graph/graph.js';
import { type Change, changesAfter, revisionOfRequest, saveRevision } from '../store/history/revisions.js';
import { revisionOf } from '../store/summary.js';
import { Desk } from './desk.js';
import type { Edit, EditOutcome } from './edit.js';
import { EditRefusedError, refuse } from './faults.js';
import { holdAgainstRules } from './rules/hold-against.js';
import { mustBeWithinLimits } from './within-limits.js';
import { writeProposed } from './write-proposed.js';

/** How many of the changes that stand against an edit are told. */
const SOME = 10;

/**
 * Makes an edit in one transaction: all of it, with its revision in the history, or nothing. Edits follow one another,
 * in all processes that share a graph. Throws `UnauthenticatedError` and `ForbiddenError` where the role does not allow it,
 * `EditRefusedError`, and `StoreError`.
 */
export async function makeEdit(graph: Graph, edit: Edit): Promise<EditOutcome> {
  mustMay(edit.actor, edit.permission);
  return graph.write(async (transaction) => {
    // Whoever writes waits here, so what is read from now on stays so until the end.
    await transaction.run('graph/lock-import');
    await mustNotImport(transaction);
    const before = await madeBefore(transaction, edit);
    if (before !== null) return before;
    await mustBeAsExpected(transaction, edit);
    const desk = new Desk(transaction);
    const subject = await edit.plan(desk);
    await mustBeWithinLimits(desk, edit.actor, edit.permission);
    const { revision, findings } = await noted(transaction, desk, edit, subject);
    return { subject, revision, findings, repeated: false };
  });
}

async function mustNotImport(transaction: BookTransaction): Promise<void> {
  const [underWay] = await transaction.ask('graph/import-under-way');
  if (underWay === undefined) return;
  refuse('IMPORT_UNDER_WAY', `an import of "${underWay.dataset}" is under way since ${underWay.startedAt}; try again when it has ended`);
}

/** What the same request did when it came before; null: it comes for the first time. */
async function madeBefore(transaction: BookTransaction, { request }: Edit): Promise<EditOutcome | null> {
  const before = request === null ? null : await revisionOfRequest(transaction, request.key);
  if (before === null) return null;
  if (before.asked !== request?.asked) refuse('KEY_REUSED', 'this idempotency key was used before for something else; take another one');
  return { subject: before.subject, revision: before.number, findings: [], repeated: true };
}

/** Refuses an edit of things that changed after the revision that it was made on, and tells what changed. */
async function mustBeAsExpected(transaction: BookTransaction, { expected }: Edit): Promise<void> {
  if (expected === null) return;
  const now = (await revisionOf(transaction)) ?? 0;
  if (expected.revision > now)
    refuse(
      'INVALID',
      `the graph has no revision ${expected.revision} yet; accepted is the one that you have read, ${now} at most`,
      'basedOn',
    );
  const changes = await changesAfter(transaction, expected.ids, expected.revision);
  if (changes.length === 0) return;
  throw new EditRefusedError(
    changes.slice(0, SOME).map((change) => ({
      code: 'CONFLICT',
      field: null,
      message: `revision ${change.revision} changed "${change.of}": ${whatChanged(change)}`,
    })),
  );
}

function whatChanged({ before, after }: Change): string {
  if (before === null) return 'it was created';
  if (after === null) return 'it was removed';
  const shown = (value: unknown) => (value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 80));
  return fieldChanges(formOf(JSON.parse(before)), formOf(JSON.parse(after)))
    .slice(0, SOME)
    .map(({ field, ...sides }) => `${field} from ${shown(sides.before)} to ${shown(sides.after)}`)
    .join(', ');
}

/** Writes what an edit proposes, and notes it. Gives the number of the revision; null where nothing is otherwise than before. */
async function noted(
  transaction: BookTransaction,
  desk: Desk,
  edit: Edit,
  subject: string,
): Promise<Pick<EditOutcome, 'revision' | 'findings'>> {
  const written = await writeProposed(transaction, desk, (ready) => holdAgainstRules(ready, edit.overrides, edit.today));
  if (written === null) return { revision: null, findings: [] };
  // Of an edit that leaves no citations behind, such as a withdrawal, nothing else has looked at them.
  for (const source of edit.sources) await desk.require('sources', source, 'citations');
  const { operation, actor, reason, sources, request, undoes } = edit;
  const { number, at, changes, findings } = written;
  const setAside = edit.overrides.filter(({ rule }) => findings.some((finding) => finding.rule === rule));
  const overrides = setAside.length === 0 ? null : JSON.stringify(setAside);
  const revision = {
    number,
    at,
    actor: actor.id,
    role: actor.role,
    operation,
    reason,
    sources,
    overrides,
    undoes,
    subject,
    imported: null,
  };
  await saveRevision(transaction, revision, changes, request);
  return { revision: number, findings };
}
