import { Arg, Args, Ctx, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { CHANGES, type Change } from '../../../analytics/time/change.js';
import type { ChangeRow, ChangesAsked, StepTotal } from '../../../analytics/time/changes-between.js';
import { STAGES, type Stage as StageName } from '../../../domain/stage.js';
import { Agreement, AgreementState, Stage } from '../../agreement/agreement.type.js';
import { CountedAgreements, counted } from '../../agreement/counted-agreements.js';
import { connectionOf, PageArgs } from '../../connection/connection.js';
import { connectTable } from '../../connection/table.js';
import type { Context } from '../../context.js';
import { WHOLE_GRAPH } from '../../cost.js';
import { enumOf, StageEnum } from '../../enums.js';
import { isoDay } from '../../partial-date/partial-date.type.js';
import { DayScalar } from '../../scalars.js';
import { stretchArguments } from '../../stretch.js';
import { TieFilterInput } from '../../tie/tie-filter.js';
import { inQuestion, TIES, WITHIN, withoutPart } from './in-question.js';

const ChangeEnum = enumOf('Change', 'What a step changed in the state of its agreement.', CHANGES);

@ObjectType('StepChange', { simpleResolvers: true, description: 'A step that took effect, and what it changed.' })
class StepChange {
  row!: ChangeRow;

  @Field(() => DayScalar, {
    description: 'The day on which it takes effect: its earliest possible day, or, where its start is open, its latest.',
  })
  day!: string;

  @Field(() => ChangeEnum, { description: 'What it changed.' })
  change!: Change;

  @Field(() => Boolean, { description: 'Whether its date leaves room for a day outside of those asked about.' })
  uncertain!: boolean;
}

@ObjectType({ simpleResolvers: true, description: 'How many steps there are of a sort.' })
class StepCount {
  @Field(() => Int, { description: 'How many steps.' })
  stepCount!: number;

  @Field(() => CountedAgreements, { description: 'The agreements whose steps they are.' })
  of!: CountedAgreements;
}

@ObjectType({ simpleResolvers: true, description: 'How many steps made a change.' })
class ChangeCount extends StepCount {
  @Field(() => ChangeEnum, { description: 'The change.' })
  change!: Change;
}

@ObjectType({ simpleResolvers: true, description: 'How many steps changed what, and how many nobody can place for certain.' })
class ChangeTotals {
  @Field(() => [ChangeCount], { description: 'The steps that took effect, by what they changed: every change, in their order.' })
  changes!: ChangeCount[];

  @Field(() => StepCount, {
    description:
      'Steps that take effect on another day, but whose date leaves room for a day asked about; of agreements in whatever phase, also where ties.phases is given.',
  })
  possible!: StepCount;

  @Field(() => StepCount, { description: 'Steps that no source dates; of agreements in whatever phase, also where ties.phases is given.' })
  undated!: StepCount;
}

@ObjectType('StepChangeConnection', { simpleResolvers: true, description: 'A page of changes, and how many there are of each.' })
class StepChangeConnection extends connectionOf(() => StepChange, 'StepChange') {
  asked!: ChangesAsked;
}

const stepCount = ({ stepCount, agreements }: StepTotal): StepCount => ({ stepCount, of: counted(agreements) });

@Resolver(() => StepChangeConnection)
export class ChangesBetweenResolver {
  @Query(() => StepChangeConnection, {
    nullable: true,
    complexity: WHOLE_GRAPH,
    description:
      'What changed in a time: the steps that took effect after one day, up to and with another, by day, each with the state of its agreement on the day before and on that day. The state is that of the last step that had taken effect, of several on one day the one latest in the sequence of stages. Undated steps change no state. Bounds: paged; undated steps are only counted. Cost: the whole graph, once for each revision and question. Errors: BAD_INPUT, NOT_FOUND, STORE_BUSY.',
  })
  async changesBetween(
    @Ctx() context: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('from', () => DayScalar, { description: 'The day after which steps count.' }) from: Date,
    @Arg('until', () => DayScalar, { description: 'The last day on which steps count.' }) until: Date,
    @Arg('ties', () => TieFilterInput, { nullable: true, description: `${TIES} As of the day \`until\`, so without asOf.` })
    ties?: TieFilterInput,
    @Arg('within', () => ID, { nullable: true, description: WITHIN }) within?: string,
    @Arg('stages', () => [StageEnum], { nullable: true, description: 'Only steps of these stages.' }) stages?: StageName[],
    @Arg('changes', () => [ChangeEnum], { nullable: true, description: 'Only steps that made these changes; totals are of all.' })
    changes?: Change[],
  ) {
    withoutPart(ties, 'asOf', 'the agreements are looked at as of the day until');
    const stretch = { from: isoDay(from) as string, until: isoDay(until) as string };
    stretchArguments('day', stretch.from, stretch.until);
    const asked: ChangesAsked = { ...(await inQuestion(context, ties, within)), ...stretch, stages: stages ?? null };
    const connection = connectTable(
      context,
      {
        table: 'changesBetween',
        asked: { ...asked, changes: changes ?? null },
        keys: 'text',
        node: (row) => ({ row, day: row.day, change: row.change, uncertain: row.uncertain }),
      },
      page,
    ) as object;
    return { ...connection, asked } as never;
  }

  @FieldResolver(() => ChangeTotals, { description: 'How many there are of each change, whatever `changes` asks for.' })
  async totals(@Root() { asked }: StepChangeConnection, @Ctx() { analyst }: Context): Promise<ChangeTotals> {
    const { changes, possible, undated } = await analyst.figure('changeTotals', asked);
    return {
      changes: changes.map((total) => ({ change: total.change, ...stepCount(total) })),
      possible: stepCount(possible),
      undated: stepCount(undated),
    };
  }
}

@Resolver(() => StepChange)
export class StepChangeResolver {
  @FieldResolver(() => Agreement, { description: 'The agreement.' })
  agreement(@Root() { row }: StepChange, @Ctx() { load }: Context) {
    return load.entity('Agreement', row.agreement);
  }

  @FieldResolver(() => Stage, { description: 'The step.' })
  step(@Root() { row }: StepChange, @Ctx() { load }: Context) {
    return load.entity('Stage', row.step);
  }

  @FieldResolver(() => AgreementState, {
    nullable: true,
    description: 'How far the agreement had come the day before; null when it had not begun.',
  })
  before(@Root() { row }: StepChange, @Ctx() context: Context) {
    return row.before === null ? null : stateOf(context, row.before);
  }

  @FieldResolver(() => AgreementState, { description: 'How far it has come at the end of the day.' })
  after(@Root() { row }: StepChange, @Ctx() context: Context) {
    return stateOf(context, row.after);
  }
}

/** The state that a step decides. */
async function stateOf({ load }: Context, step: string): Promise<AgreementState | null> {
  const stage = await load.entity('Stage', step);
  return stage === null ? null : { phase: STAGES[stage.stage].phase, stage: stage as Stage };
}
