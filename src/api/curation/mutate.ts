import { createHash, randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Desk } from '../../curation/desk.js';
import { EditRefusedError, refuse } from '../../curation/faults.js';
import { makeEdit } from '../../curation/make-edit.js';
import type { Permission } from '../../domain/access/permissions.js';
import { BadInputError } from '../../domain/errors.js';
import { idOf, labelOf } from '../../domain/ontology.js';
import { ALL_RULES } from '../../domain/rules/rules.js';
import { type EntityLabel, isEntityLabel } from '../../store/entities.js';
import type { Context } from '../context.js';
import { findingOf } from '../rules/rule.type.js';
import { tombstoneNode } from '../tombstone/tombstone.type.js';
import type { CitationInput } from './citation.input.js';
import type { EditInput } from './edit.input.js';
import { inputField } from './input-field.js';
import { OPERATIONS, type Operation } from './operations.js';

const EDIT = z.object({
  reason: z.string().trim().min(1).max(600).nullish(),
  basedOn: z.number().int().min(0).nullish(),
  idempotencyKey: z.string().min(8).max(100).nullish(),
  overrides: z
    .array(z.object({ rule: z.enum(ALL_RULES), reason: z.string().trim().min(1).max(600) }))
    .max(ALL_RULES.length)
    .nullish(),
});

/** An edit as a mutation asks for it. */
export interface Asked {
  /** The name of the mutation. */
  readonly operation: Operation;
  /** What it takes to make it, where that is not what it takes as a rule. */
  readonly permission?: Permission;
  /** All that is asked: equal where the same is. */
  readonly input: object;
  readonly edit: EditInput | null | undefined;
  /** Those of the input; left out: of an edit that needs none. */
  readonly citations?: readonly CitationInput[];
  /** Ids of sources that it rests on besides. */
  readonly cited?: readonly string[];
  /** Things that must not have changed since the revision that the edit is based on. */
  readonly ids?: readonly string[];
  readonly undoes?: number;
  /** Lists of the input that are added to those of the record. */
  readonly added?: readonly string[];
  readonly plan: (desk: Desk) => Promise<string>;
}

/** Makes an edit and gives what its payload shows: the thing under `field`, the revision, and why it was not made. */
export async function mutate(context: Context, field: string, asked: Asked): Promise<never> {
  const { operation, permission = OPERATIONS[operation], input, citations = [], cited = [], ids = [], undoes = null, plan } = asked;
  const { reason = null, basedOn = null, idempotencyKey = null, overrides } = editArgument(asked.edit);
  const { actor } = context;
  try {
    if (asked.citations?.length === 0) refuse('INVALID', 'somebody must say so: accepted are 1 to 50 citations', 'citations');
    const { subject, revision, findings } = await makeEdit(context.graph, {
      operation,
      actor,
      permission,
      reason,
      sources: [...new Set([...citations.map(({ source }) => source), ...cited])],
      expected: basedOn === null || ids.length === 0 ? null : { ids, revision: basedOn },
      // Without a key it has one of its own: the work is done again where the store does not say whether it was committed.
      request: { key: `${actor.id} ${idempotencyKey ?? randomUUID()}`, asked: hashOf([operation, input, reason, basedOn, overrides]) },
      undoes,
      overrides: overrides ?? [],
      today: context.today,
      plan,
    });
    if (revision !== null) context.feed.committed();
    // What this request read before may be otherwise now.
    context.load.forget();
    return {
      [field]: await thingOf(context, subject),
      revision: revision === null ? null : await context.load.entity('Revision', idOf('Revision', `${revision}`)),
      bookmark: await context.graph.engine.bookmark(),
      warnings: findings.map(findingOf),
      userErrors: [],
    } as never;
  } catch (error) {
    if (error instanceof EditRefusedError) {
      const form = { thing: 'id' in input ? 'id' : field, added: asked.added ?? [] };
      const userErrors = error.faults.map((fault) => ({ ...fault, field: fault.field && inputField(fault.field, form) }));
      return { [field]: null, revision: null, bookmark: null, warnings: [], userErrors } as never;
    }
    throw error;
  }
}

function editArgument(edit: EditInput | null | undefined): z.output<typeof EDIT> {
  const parsed = EDIT.safeParse(edit ?? {});
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new BadInputError(`edit.${issue?.path.join('.')} is not acceptable: ${issue?.message}`);
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url');
}

/** What was edited, as it is now, or what is left of it. */
async function thingOf({ load }: Context, id: string): Promise<object | null> {
  const label = labelOf(id);
  if (!isEntityLabel(label)) return null;
  const thing = await load.entity<EntityLabel>(label, id);
  if (thing !== null) return thing;
  const tombstone = await load.tombstone(id);
  return tombstone === null ? null : tombstoneNode(label, tombstone);
}
