import { Field, Int, ObjectType } from 'type-graphql';
import type { AwardOutcome } from '../../domain/vocabulary.js';
import { Cited } from '../citation/citation.type.js';
import { connectionOf } from '../connection/connection.js';
import { AwardOutcomeEnum } from '../enums.js';
import { Named } from '../names/named.type.js';
import { Node } from '../node/node.type.js';
import { Recorded } from '../revision/recorded.type.js';

@ObjectType({
  implements: [Node, Named, Cited, Recorded],
  simpleResolvers: true,
  description: 'An award or campaign that places take part in.',
})
export class Award {
  id!: string;
  name!: string;
  date!: string | null;

  @Field(() => String, { nullable: true, description: 'Who organises it.' })
  organiser!: string | null;

  @Field(() => Int, { nullable: true, description: 'How many places took part.' })
  participatingPlaces!: number | null;

  @Field(() => Int, { nullable: true, description: 'How many countries they came from.' })
  participatingCountries!: number | null;

  @Field(() => String, { nullable: true, description: 'A remark on the award.' })
  note!: string | null;
}

@ObjectType({ implements: [Node, Cited], simpleResolvers: true, description: 'What a place achieved in an award.' })
export class AwardResult {
  id!: string;
  award!: string;
  place!: string;

  @Field(() => AwardOutcomeEnum, { description: 'What it achieved.' })
  outcome!: AwardOutcome;

  @Field(() => String, { nullable: true, description: 'The region of the competition that it won.' })
  region!: string | null;

  @Field(() => Int, { nullable: true, description: 'Public votes of support.' })
  votes!: number | null;

  @Field(() => Int, { nullable: true, description: 'Suggestions for improvement sent in by residents.' })
  suggestions!: number | null;
}

export const AwardConnection = connectionOf(() => Award, 'Award');
export const AwardResultConnection = connectionOf(() => AwardResult, 'AwardResult');
