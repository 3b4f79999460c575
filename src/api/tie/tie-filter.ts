import { Field, ID, InputType } from 'type-graphql';
import { BadInputError } from '../../domain/errors.js';
import type { Phase } from '../../domain/stage.js';
import { ANY_TIE, type TieFilter } from '../../domain/tie.js';
import type { AgreementKind, Confidence, PlaceKind } from '../../domain/vocabulary.js';
import type { Context } from '../context.js';
import { refuseEmptyLists } from '../empty-lists.js';
import { AgreementKindEnum, ConfidenceEnum, PhaseEnum, PlaceKindEnum } from '../enums.js';
import { entityArgument, entityArguments } from '../ids.js';
import { isoDay } from '../partial-date/partial-date.type.js';
import { DayScalar } from '../scalars.js';

const MOST_SECTORS = 50;

@InputType('TieFilter', {
  description:
    'Which ties count. A tie joins two places that are parties of one agreement; an agreement of three parties makes three. A country that stands for a party not yet chosen is no end of a tie. What is left out lets everything pass.',
})
export class TieFilterInput {
  @Field(() => [AgreementKindEnum], { nullable: true, description: 'Only agreements of these kinds.' })
  kinds?: AgreementKind[] | null;

  @Field(() => [PhaseEnum], { nullable: true, description: 'Only agreements in one of these phases, on the day asOf.' })
  phases?: Phase[] | null;

  @Field(() => [ID], { nullable: true, description: 'Only agreements in one of these sectors; ids, 50 at most.' })
  sectors?: string[] | null;

  @Field(() => ConfidenceEnum, {
    nullable: true,
    description: 'Only agreements with a supporting citation, of the agreement or of one of its fields, of this grade or better.',
  })
  confidence?: Confidence | null;

  @Field(() => DayScalar, {
    nullable: true,
    description:
      'Agreements as they stood on this day; those without a dated step by then are left out. Left out: now, and undated steps count.',
  })
  asOf?: Date | null;

  @Field(() => [PlaceKindEnum], { nullable: true, description: 'Only ties whose two ends are both of these kinds.' })
  placeKinds?: PlaceKind[] | null;

  @Field(() => ID, { nullable: true, description: 'Only ties with an end in this country; its id, such as place:id.' })
  country?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'true: only ties within one country; false: only ties between two.' })
  domestic?: boolean | null;
}

/** The filter that an argument gives. Throws `BadInputError` or `NotFoundError` for ids that are none, and for empty lists. */
export async function tieFilter(context: Context, input: TieFilterInput | null | undefined): Promise<TieFilter> {
  if (input === undefined || input === null) return ANY_TIE;
  // Files of the graph of ties take a filter without an operation around it.
  refuseEmptyLists('ties', input);
  const { sectors = null, country = null } = input;
  if (sectors !== null) await entityArguments(context, 'ties.sectors', sectors, 'Sector', MOST_SECTORS);
  if (country !== null) await countryArgument(context, 'ties.country', country);
  return {
    kinds: input.kinds ?? null,
    phases: input.phases ?? null,
    sectors,
    confidence: input.confidence ?? null,
    asOf: isoDay(input.asOf),
    placeKinds: input.placeKinds ?? null,
    country,
    domestic: input.domestic ?? null,
  };
}

/** Checks that an argument is the id of a country. Throws `BadInputError` or `NotFoundError`. */
export async function countryArgument(context: Context, argument: string, id: string): Promise<string> {
  return mustBeCountry(argument, await entityArgument(context, argument, id, 'Place'));
}

/** Checks that an argument lists ids of countries. Throws `BadInputError` or `NotFoundError`. */
export async function countryArguments(context: Context, argument: string, ids: readonly string[], most: number): Promise<string[]> {
  return (await entityArguments(context, argument, ids, 'Place', most)).map((place) => mustBeCountry(argument, place));
}

function mustBeCountry(argument: string, { id, kind }: { readonly id: string; readonly kind: PlaceKind }): string {
  if (kind !== 'COUNTRY') throw new BadInputError(`${argument} "${id}" is a ${kind.toLowerCase()}. Accepted is the id of a country.`);
  return id;
}
