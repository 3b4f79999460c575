import { Field, ObjectType } from 'type-graphql';
import { type PartialDate as Parsed, parsePartialDate } from '../../domain/partial-date.js';
import { DayScalar } from '../scalars.js';

@ObjectType({ simpleResolvers: true, description: 'A date as precise as its source, and no more precise.' })
export class PartialDate {
  @Field(() => String, {
    description: 'The date in EDTF level 1: 2018-04-30, 2018-04, 2018, 199X, 1991~, 2023-10-23/2023-10-24, ../2019-02-14.',
  })
  edtf!: string;

  @Field(() => DayScalar, { nullable: true, description: 'First day that it can be; null when its start is open.' })
  earliest!: string | null;

  @Field(() => DayScalar, { nullable: true, description: 'Last day that it can be; null when its end is open.' })
  latest!: string | null;
}

/** A stored EDTF text as the API gives it. */
export function partialDate(edtf: string | null): Parsed | null {
  return edtf === null ? null : parsePartialDate(edtf);
}

/** A day from the `Date` scalar, as queries compare it. */
export function isoDay(date: Date | undefined | null): string | null {
  return date ? date.toISOString().slice(0, 10) : null;
}
