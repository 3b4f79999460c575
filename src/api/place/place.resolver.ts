import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { BadInputError, NotFoundError } from '../../domain/errors.js';
import { idOf } from '../../domain/ontology.js';
import type { AwardOutcome, MissionKind, OfficeRole, PlaceKind } from '../../domain/vocabulary.js';
import { AgreementFilter, agreementList } from '../agreement/agreement.arguments.js';
import { AgreementConnection } from '../agreement/agreement.type.js';
import { AwardResultConnection } from '../award/award.type.js';
import { connect, PageArgs } from '../connection/connection.js';
import type { Context } from '../context.js';
import { AwardOutcomeEnum, MissionKindEnum, OfficeRoleEnum } from '../enums.js';
import { EventFilter, eventList, ParticipationFilter, participationList } from '../event/event.arguments.js';
import { EventConnection, ParticipationConnection } from '../event/event.type.js';
import { entityArgument, shortened } from '../ids.js';
import { MissionConnection } from '../mission/mission.type.js';
import { OfficeConnection } from '../office/office.type.js';
import { OfficialConnection } from '../official/official.type.js';
import { PartialDate, partialDate } from '../partial-date/partial-date.type.js';
import { CounterpartConnection, CounterpartFilter, counterpartList } from './counterpart.js';
import { PlaceFilter, placeFilters } from './place.arguments.js';
import { Code, Location, Place, PlaceBy, PlaceConnection } from './place.type.js';
import { withinArgument } from './within.js';

/** Ids of the code that each code field of `PlaceBy` speaks of. */
const CODES: { readonly [F in Exclude<keyof PlaceBy, 'id' | 'slug'>]: (value: string) => string } = {
  kemendagri: (value) => idOf('Code', `kemendagri.${value}`),
  iso: (value) => idOf('Code', value.includes('-') ? `iso-3166-2.${value.toUpperCase()}` : `iso-3166-1.${value.toUpperCase()}`),
  wikidata: (value) => idOf('Code', `wikidata.${value.toUpperCase()}`),
  geonames: (value) => idOf('Code', `geonames.${value}`),
};

async function placeBy(context: Context, by: PlaceBy) {
  const given = (Object.entries(by) as [keyof PlaceBy, string | null | undefined][]).filter(
    ([, value]) => value !== undefined && value !== null,
  );
  const [only] = given;
  if (given.length !== 1 || only === undefined) {
    throw new BadInputError(`by has ${given.length} fields. Accepted is exactly one of id, slug, kemendagri, iso, wikidata, geonames.`);
  }
  const [field, value] = only as [keyof PlaceBy, string];
  if (field === 'id') return entityArgument(context, 'id', value, 'Place');
  const [row] =
    field === 'slug'
      ? await context.graph.ask('place/by-slug', { slug: value })
      : await context.graph.ask('place/by-code', { code: CODES[field](value) });
  const place = row === undefined ? null : await context.load.entity('Place', row.id as string);
  if (place === null) throw new NotFoundError(`there is no place with the ${field} "${shortened(value)}"`);
  return place;
}

interface Ancestor {
  readonly id: string;
  readonly kind: PlaceKind;
  readonly depth: number;
}

@Resolver(() => Place)
export class PlaceResolver {
  @Query(() => Place, { nullable: true, description: 'One place. Errors: BAD_INPUT when `by` has not exactly one field, NOT_FOUND.' })
  place(@Ctx() context: Context, @Arg('by', () => PlaceBy) by: PlaceBy) {
    return placeBy(context, by);
  }

  @Query(() => PlaceConnection, { description: 'Places. Errors: BAD_INPUT, NOT_FOUND.' })
  async places(
    @Ctx() context: Context,
    @Args(() => PlaceFilter) filter: PlaceFilter,
    @Arg('within', () => ID, { nullable: true, description: 'Only places inside this one, at any depth.' }) within?: string,
  ) {
    const larger = await withinArgument(context, within);
    const inside = larger === null ? { list: 'place/list-all' } : { list: 'place/list-within', parent: larger };
    return connect(context, { label: 'Place', ...inside, ...placeFilters(filter) }, filter);
  }

  @FieldResolver(() => Location, { nullable: true, description: 'Where it is.' })
  location(@Root() { latitude, longitude }: Place): Location | null {
    return latitude === null || longitude === null ? null : { latitude, longitude };
  }

  @FieldResolver(() => [Code], { description: 'Its public codes (20 at most).' })
  codes(@Root() { id }: Place, @Ctx() { load }: Context): Promise<Code[]> {
    return load.rows<Code>('place/codes', id);
  }

  @FieldResolver(() => Place, { nullable: true, description: 'The next larger place; null for a country.' })
  async partOf(@Root() { id }: Place, @Ctx() { load }: Context) {
    const [larger] = await load.related('Place', 'PART_OF', 'Place', id);
    return larger === undefined ? null : load.entity('Place', larger);
  }

  @FieldResolver(() => [Place], { description: 'The larger places that it is part of, the nearest first, up to the country (8 at most).' })
  async ancestors(@Root() { id }: Place, @Ctx() { load }: Context) {
    const rows = await load.rows<Ancestor>('place/ancestors', id);
    return load.entities(
      'Place',
      rows.filter(({ depth }) => depth > 0).map((row) => row.id),
    );
  }

  @FieldResolver(() => Place, { nullable: true, description: 'The first-level subdivision that it is in, or is; null for a country.' })
  async province(@Root() { id }: Place, @Ctx() { load }: Context) {
    const province = (await load.rows<Ancestor>('place/ancestors', id)).find(({ kind }) => kind === 'PROVINCE');
    return province === undefined ? null : load.entity('Place', province.id);
  }

  @FieldResolver(() => Place, { nullable: true, description: 'The country that it is in, or is.' })
  async country(@Root() { id }: Place, @Ctx() { load }: Context) {
    const country = (await load.rows<Ancestor>('place/ancestors', id)).find(({ kind }) => kind === 'COUNTRY');
    return country === undefined ? null : load.entity('Place', country.id);
  }

  @FieldResolver(() => [Place], { description: 'Larger places that it was part of before boundaries moved (10 at most).' })
  async formerlyPartOf(@Root() { id }: Place, @Ctx() { load }: Context) {
    return load.entities('Place', await load.related('Place', 'FORMERLY_PART_OF', 'Place', id));
  }

  @FieldResolver(() => PlaceConnection, { description: 'The places that are directly part of it.' })
  parts(@Root() { id }: Place, @Ctx() context: Context, @Args(() => PlaceFilter) filter: PlaceFilter) {
    return connect(context, { label: 'Place', list: 'place/list-parts', parent: id, ...placeFilters(filter) }, filter);
  }

  @FieldResolver(() => PlaceConnection, { description: 'The places that were part of it before boundaries moved.' })
  formerParts(@Root() { id }: Place, @Ctx() context: Context, @Args(() => PlaceFilter) filter: PlaceFilter) {
    return connect(context, { label: 'Place', list: 'place/list-former-parts', parent: id, ...placeFilters(filter) }, filter);
  }

  @FieldResolver(() => AgreementConnection, { description: 'The agreements that it is party to.' })
  agreements(
    @Root() { id }: Place,
    @Ctx() context: Context,
    @Args(() => AgreementFilter) filter: AgreementFilter,
    @Arg('includeParts', () => Boolean, { defaultValue: false, description: 'Also those of the places inside it.' }) includeParts: boolean,
  ) {
    return agreementList(context, includeParts ? 'agreement/list-within' : 'agreement/list-of-place', filter, id);
  }

  @FieldResolver(() => CounterpartConnection, {
    description:
      'The other parties of its agreements, each once, by name, with the countries that stand for a party not yet chosen. `partners` lists only the places that it is tied with, under the filter of ties.',
  })
  counterparts(@Root() { id }: Place, @Ctx() context: Context, @Args(() => CounterpartFilter) filter: CounterpartFilter) {
    return counterpartList(context, id, filter);
  }

  @FieldResolver(() => OfficeConnection, { description: 'Its offices, by name.' })
  offices(
    @Root() { id }: Place,
    @Ctx() context: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('roles', () => [OfficeRoleEnum], { nullable: true, description: 'Only these roles.' }) roles?: OfficeRole[],
  ) {
    return connect(context, { label: 'Office', list: 'office/list-of-place', parent: id, filters: { roles: roles ?? null } }, page);
  }

  @FieldResolver(() => OfficialConnection, { description: 'Those who hold or held one of its offices, by name.' })
  officials(
    @Root() { id }: Place,
    @Ctx() context: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('roles', () => [OfficeRoleEnum], { nullable: true, description: 'Only offices of these roles.' }) roles?: OfficeRole[],
  ) {
    return connect(context, { label: 'Official', list: 'official/list-of-place', parent: id, filters: { roles: roles ?? null } }, page);
  }

  @FieldResolver(() => EventConnection, {
    description:
      'Its events: those held in it, those that concern its agreements, those in which it, its offices or its officials took part.',
  })
  events(@Root() { id }: Place, @Ctx() context: Context, @Args(() => EventFilter) filter: EventFilter) {
    return eventList(context, 'event/list-of-place', filter, id);
  }

  @FieldResolver(() => ParticipationConnection, { description: 'What delegations of it took part in, the latest first.' })
  participations(@Root() { id }: Place, @Ctx() context: Context, @Args(() => ParticipationFilter) filter: ParticipationFilter) {
    return participationList(context, 'participation/list-of-place', filter, id);
  }

  @FieldResolver(() => MissionConnection, { description: 'The diplomatic missions whose district takes it in, by name.' })
  coveredBy(
    @Root() { id }: Place,
    @Ctx() context: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('kinds', () => [MissionKindEnum], { nullable: true }) kinds?: MissionKind[],
  ) {
    return connect(context, { label: 'Mission', list: 'mission/list-covering', parent: id, filters: { kinds: kinds ?? null } }, page);
  }

  @FieldResolver(() => MissionConnection, { description: 'The diplomatic missions that are seated in it, by name.' })
  missions(
    @Root() { id }: Place,
    @Ctx() context: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('kinds', () => [MissionKindEnum], { nullable: true }) kinds?: MissionKind[],
  ) {
    return connect(context, { label: 'Mission', list: 'mission/list-seated-in', parent: id, filters: { kinds: kinds ?? null } }, page);
  }

  @FieldResolver(() => MissionConnection, { description: 'The diplomatic missions that it sends, by name; none unless it is a country.' })
  sends(
    @Root() { id }: Place,
    @Ctx() context: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('kinds', () => [MissionKindEnum], { nullable: true }) kinds?: MissionKind[],
  ) {
    return connect(context, { label: 'Mission', list: 'mission/list-sent-by', parent: id, filters: { kinds: kinds ?? null } }, page);
  }

  @FieldResolver(() => AwardResultConnection, { description: 'What it achieved in awards, the latest first.' })
  awards(
    @Root() { id }: Place,
    @Ctx() context: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('outcomes', () => [AwardOutcomeEnum], { nullable: true, description: 'Only these outcomes.' }) outcomes?: AwardOutcome[],
  ) {
    return connect(
      context,
      { label: 'AwardResult', list: 'award/list-results-of-place', direction: 'down', parent: id, filters: { outcomes: outcomes ?? null } },
      page,
    );
  }
}

@Resolver(() => Code)
export class CodeResolver {
  @FieldResolver(() => PartialDate, { nullable: true, description: 'Since when the code is valid, where known.' })
  from(@Root() { from }: Code) {
    return partialDate(from);
  }

  @FieldResolver(() => PartialDate, { nullable: true, description: 'Until when the code was valid; null while it is.' })
  until(@Root() { until }: Code) {
    return partialDate(until);
  }
}
