import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { asKnownAt, stepsOf } from '../../curation/as-known.js';
import { STAGES, stateOn } from '../../domain/stage.js';
import type { ParticipationRole } from '../../domain/vocabulary.js';
import type { Plan as PlanRow, StageStep } from '../../store/entities.js';
import { Award } from '../award/award.type.js';
import { Citation, type CitationRow } from '../citation/citation.type.js';
import type { Context } from '../context.js';
import { type Language, LanguageEnum, PhaseEnum } from '../enums.js';
import { EventFilter, eventList } from '../event/event.arguments.js';
import { Event, EventConnection, Participation } from '../event/event.type.js';
import { entityArgument } from '../ids.js';
import { isoDay, PartialDate, partialDate } from '../partial-date/partial-date.type.js';
import { A_TIME, timeArgument } from '../revision/time.js';
import { DayScalar } from '../scalars.js';
import { Sector } from '../sector/sector.type.js';
import { AgreementFilter, agreementList } from './agreement.arguments.js';
import { Agreement, AgreementConnection, AgreementState, Party, Plan, Stage } from './agreement.type.js';

const AS_OF = 'On this day; left out: now, and undated steps count.';

const AS_KNOWN_AT = {
  nullable: true,
  description: `As the graph had it at this time, before the edits that came later: ${A_TIME}. Left out: as it has it now.`,
};

/** The steps of an agreement; of one that was not known at the time there are none. */
async function stagesOf({ load }: Context, id: string, at?: string | null): Promise<StageStep[]> {
  if (at == null) return load.rows<StageStep>('agreement/stages', id);
  const time = timeArgument('asKnownAt', at);
  return stepsOf(await load.forId(['as known at', time], (graph, ids) => asKnownAt(graph, ids, time), id)) ?? [];
}

@Resolver(() => Agreement)
export class AgreementResolver {
  @Query(() => Agreement, { nullable: true, description: 'An agreement by id. Errors: BAD_INPUT, NOT_FOUND.' })
  agreement(@Ctx() context: Context, @Arg('id', () => ID) id: string) {
    return entityArgument(context, 'id', id, 'Agreement');
  }

  @Query(() => AgreementConnection, { description: 'Agreements, talks and offers.' })
  agreements(@Ctx() context: Context, @Args(() => AgreementFilter) filter: AgreementFilter) {
    return agreementList(context, 'agreement/list-all', filter);
  }

  @FieldResolver(() => [Party], { description: 'Its parties (20 at most), in the order of the record.' })
  async parties(@Root() { id }: Agreement, @Ctx() { load }: Context): Promise<Party[]> {
    const places = await load.entities('Place', await load.related('Agreement', 'HAS_PARTY', 'Place', id));
    return places.map((place) => ({ place: place as never, countryLevelOnly: place.kind === 'COUNTRY' }));
  }

  @FieldResolver(() => [Sector], { description: 'What it is about (30 sectors at most).' })
  async sectors(@Root() { id }: Agreement, @Ctx() { load }: Context) {
    return load.entities('Sector', await load.related('Agreement', 'IN_SECTOR', 'Sector', id));
  }

  @FieldResolver(() => [Stage], {
    description: 'The steps that it has reached (50 at most), in order; undated ones first, but undated lapses last.',
  })
  stages(@Root() { id }: Agreement, @Ctx() context: Context, @Arg('asKnownAt', () => String, AS_KNOWN_AT) at?: string | null) {
    return stagesOf(context, id, at);
  }

  @FieldResolver(() => AgreementState, { nullable: true, description: 'How far it has come; null when it had not begun.' })
  async state(
    @Root() { id }: Agreement,
    @Ctx() context: Context,
    @Arg('asOf', () => DayScalar, { nullable: true, description: AS_OF }) asOf?: Date,
    @Arg('asKnownAt', () => String, AS_KNOWN_AT) at?: string | null,
  ): Promise<AgreementState | null> {
    const stage = stateOn(await stagesOf(context, id, at), isoDay(asOf));
    return stage === null ? null : { phase: STAGES[stage.stage].phase, stage: stage as Stage };
  }

  @FieldResolver(() => [Plan], { description: 'What sources say comes next (20 at most).' })
  plans(@Root() { id }: Agreement, @Ctx() { load }: Context): Promise<PlanRow[]> {
    return load.rows<PlanRow>('agreement/plans', id);
  }

  @FieldResolver(() => Agreement, { nullable: true, description: 'The umbrella agreement that makes room for it.' })
  async umbrella(@Root() { id }: Agreement, @Ctx() { load }: Context) {
    const [umbrella] = await load.related('Agreement', 'UNDER', 'Agreement', id);
    return umbrella === undefined ? null : load.entity('Agreement', umbrella);
  }

  @FieldResolver(() => AgreementConnection, { description: 'The agreements beneath it, at any depth.' })
  beneath(@Root() { id }: Agreement, @Ctx() context: Context, @Args(() => AgreementFilter) filter: AgreementFilter) {
    return agreementList(context, 'agreement/list-beneath', filter, id);
  }

  @FieldResolver(() => Award, { nullable: true, description: 'The award that a source says led to it.' })
  async promptedBy(@Root() { id }: Agreement, @Ctx() { load }: Context) {
    const [award] = await load.related('Agreement', 'PROMPTED_BY', 'Award', id);
    return award === undefined ? null : load.entity('Award', award);
  }

  @FieldResolver(() => [Participation], { description: 'Who signed, at all signings that concern it.' })
  signatories(@Root() { id }: Agreement, @Ctx() context: Context) {
    return participants(context, id, 'SIGNATORY');
  }

  @FieldResolver(() => [Participation], { description: 'Who witnessed, at all signings that concern it.' })
  witnesses(@Root() { id }: Agreement, @Ctx() context: Context) {
    return participants(context, id, 'WITNESS');
  }

  @FieldResolver(() => EventConnection, { description: 'The events that concern it, the latest first.' })
  events(@Root() { id }: Agreement, @Ctx() context: Context, @Args(() => EventFilter) filter: EventFilter) {
    return eventList(context, 'event/list-of-agreement', filter, id);
  }
}

export async function participants({ load }: Context, agreement: string, role: ParticipationRole) {
  const rows = await load.rows<{ id: string }>('agreement/participants', agreement, { filters: { role } });
  return load.entities(
    'Participation',
    rows.map(({ id }) => id),
  );
}

@Resolver(() => Stage)
export class StageResolver {
  @FieldResolver(() => PhaseEnum, { description: 'The phase that the step belongs to.' })
  phase(@Root() { stage }: Stage) {
    return STAGES[stage].phase;
  }

  @FieldResolver(() => PartialDate, { nullable: true, description: 'When it was reached; null when no source gives any date.' })
  date(@Root() { date }: Stage) {
    return partialDate(date);
  }

  @FieldResolver(() => Event, { nullable: true, description: 'The event at which it was reached.' })
  async event(@Root() { id }: Stage, @Ctx() { load }: Context) {
    const [event] = await load.related('Stage', 'MARKED_BY', 'Event', id);
    return event === undefined ? null : load.entity('Event', event);
  }

  @FieldResolver(() => Agreement, { description: 'The agreement whose step it is.' })
  async agreement(@Root() { id }: Stage, @Ctx() { load }: Context) {
    const [agreement] = await load.relatedBack('Agreement', 'REACHED', 'Stage', id);
    return load.entity('Agreement', agreement ?? '');
  }
}

@Resolver(() => Plan)
export class PlanResolver {
  @FieldResolver(() => String, { description: 'What is expected.' })
  description(
    @Root() { name, nameId, nameEn }: Plan,
    @Arg('lang', () => LanguageEnum, { nullable: true, description: 'Preferred language.' }) lang?: Language,
  ) {
    return (lang === 'ID' ? nameId : lang === 'EN' ? nameEn : null) ?? name;
  }

  @FieldResolver(() => PartialDate, { nullable: true, description: 'When it is expected, where a source says so.' })
  date(@Root() { date }: Plan) {
    return partialDate(date);
  }

  @FieldResolver(() => [Citation], { description: 'Who says so.' })
  citations(@Root() { id }: Plan, @Ctx() { load }: Context): Promise<CitationRow[]> {
    return load.rows<CitationRow>('source/citations-of', id, { slots: { label: 'Plan' } });
  }
}
