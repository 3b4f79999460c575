import { group } from 'd3-array';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { BadInputError, NotFoundError } from '../../domain/errors.js';
import { idOf } from '../../domain/ontology.js';
import { fieldChanges } from '../../exchange/diff/field-changes.js';
import { formOf } from '../../exchange/diff/record-form.js';
import type { Graph } from '../../graph/graph.js';
import { changesOfRevisions, type NotedChange } from '../../store/history/revisions.js';
import { connect, PageArgs } from '../connection/connection.js';
import type { Context } from '../context.js';
import { Source } from '../source/source.type.js';
import { Imported, RecordChange, Revision, RevisionConnection, RuleOverride } from './revision.type.js';
import { timeArgument } from './time.js';

const MOST_FIELDS = 100;
/** How many changes are given at once; as many as one edit makes at most. */
const MOST_CHANGES = 2_000;

@ArgsType()
export class RevisionFilter extends PageArgs {
  @Field(() => String, { nullable: true, description: 'Only those that somebody made, by the name in the token.' })
  actor?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Only those made at or after this time (ISO 8601, UTC), such as 2026-01-31 or 2026-01-31T12:00:00Z.',
  })
  since?: string | null;

  @Field(() => String, { nullable: true, description: 'Only those made before this time (ISO 8601, UTC).' })
  before?: string | null;
}

/** Revisions, the latest first: all, or those of one thing. */
export function revisionList(context: Context, filter: RevisionFilter, thing?: string) {
  const { actor = null, since, before } = filter;
  return connect(
    context,
    {
      label: 'Revision',
      list: thing === undefined ? 'revision/list-all' : 'revision/list-of-thing',
      ...(thing === undefined ? {} : { parent: thing }),
      direction: 'down',
      keys: 'number',
      filters: {
        actor,
        since: since == null ? null : timeArgument('since', since),
        before: before == null ? null : timeArgument('before', before),
      },
    },
    filter,
  );
}

@Resolver(() => Revision)
export class RevisionResolver {
  @Query(() => RevisionConnection, {
    description: 'The history: who changed the graph, by hand or by an import, when, and why; the latest first.',
  })
  revisions(@Ctx() context: Context, @Args(() => RevisionFilter) filter: RevisionFilter) {
    return revisionList(context, filter);
  }

  @Query(() => Revision, { nullable: true, description: 'A revision of the history by its number. Errors: NOT_FOUND.' })
  async revision(@Ctx() { load }: Context, @Arg('number', () => Int, { description: 'The number.' }) number: number) {
    const found = await load.entity('Revision', idOf('Revision', `${number}`));
    if (found === null) throw new NotFoundError(`number: there is no revision ${number} in the history`);
    return found;
  }

  @FieldResolver(() => [RecordChange], {
    complexity: ({ args, childComplexity }) => 1 + Math.min(MOST_CHANGES, Math.max(0, args.first)) * childComplexity,
    description:
      'What it changed, thing by thing, in pages: `after` goes on. Of what an import brought more than 1,000 of at once there is no change for each.',
  })
  async changes(
    @Root() { number }: Revision,
    @Ctx() { load }: Context,
    @Arg('first', () => Int, { defaultValue: 100, description: 'How many to give, from 1 to 2,000.' }) first: number,
    @Arg('after', () => Int, { defaultValue: -1, description: 'Go on after the change of this `position`.' }) after: number,
  ): Promise<RecordChange[]> {
    if (first < 1 || first > MOST_CHANGES) throw new BadInputError(`first is ${first}. Accepted is a number from 1 to ${MOST_CHANGES}.`);
    const page = { from: after + 1, until: after + 1 + first };
    const changes = await load.forNumber(
      ['changes of revisions', page.from, page.until],
      (graph, numbers) => changesOf(graph, numbers, page),
      number,
    );
    return changes.map(recordChange);
  }

  @FieldResolver(() => Imported, { nullable: true, description: 'What was imported; null: it is an edit by hand.' })
  imported(@Root() { imported }: Revision): Imported | null {
    return imported === null ? null : JSON.parse(imported);
  }

  @FieldResolver(() => [Source], { description: 'The sources that were given for it.' })
  sources(@Root() { sources }: Revision, @Ctx() { load }: Context) {
    return load.entities('Source', sources);
  }

  @FieldResolver(() => [RuleOverride], { description: 'The rules that were set aside for it, with the reasons.' })
  overrides(@Root() { overrides }: Revision): RuleOverride[] {
    return overrides === null ? [] : JSON.parse(overrides);
  }

  @FieldResolver(() => Revision, { nullable: true, description: 'The revision that it took back; null: it took none back.' })
  undoes(@Root() { undoes }: Revision, @Ctx() { load }: Context) {
    return undoes === null ? null : load.entity('Revision', idOf('Revision', `${undoes}`));
  }
}

/** A change as it is shown. */
export function recordChange({ of, position, before, after }: NotedChange): RecordChange {
  const fields = before === null || after === null ? [] : fieldsOf(before, after);
  return { of, position, before: parsed(before), after: parsed(after), fields };
}

async function changesOf(
  graph: Graph,
  numbers: readonly number[],
  page: { readonly from: number; readonly until: number },
): Promise<(readonly NotedChange[])[]> {
  const changes = await changesOfRevisions(graph, numbers, page);
  const byRevision = group(changes, ({ revision }) => revision);
  return numbers.map((number) => byRevision.get(number) ?? []);
}

function parsed(record: string | null): unknown {
  return record === null ? null : JSON.parse(record);
}

function fieldsOf(before: string, after: string) {
  return fieldChanges(formOf(JSON.parse(before)), formOf(JSON.parse(after)))
    .slice(0, MOST_FIELDS)
    .map(({ field, ...sides }) => ({ field, before: sides.before ?? null, after: sides.after ?? null }));
}
