import { Field, ID, InputType, Int } from 'type-graphql';
import type { AwardOutcome } from '../../domain/vocabulary.js';
import { CitationInput, citesOf } from '../curation/citation.input.js';
import { given, keyOfArgument } from '../curation/keys.js';
import { NameInput, OtherNameInput } from '../curation/names.input.js';
import { AwardOutcomeEnum } from '../enums.js';

@InputType({ description: 'What a place achieved in an award.' })
export class AwardResultInput {
  @Field(() => ID, { description: 'The place.' })
  place!: string;

  @Field(() => AwardOutcomeEnum, { description: 'What it achieved.' })
  outcome!: AwardOutcome;

  @Field(() => String, { nullable: true, description: 'The region of the competition that it won. 120 characters at most.' })
  region?: string | null;

  @Field(() => Int, { nullable: true, description: 'Public votes of support.' })
  votes?: number | null;

  @Field(() => Int, { nullable: true, description: 'Suggestions for improvement sent in by residents.' })
  suggestions?: number | null;

  @Field(() => [CitationInput], { description: 'Who says so (1 to 50).' })
  citations!: CitationInput[];
}

export function resultOf({ place, outcome, region, votes, suggestions, citations }: AwardResultInput) {
  return {
    place: keyOfArgument('results.place', place, 'Place'),
    outcome,
    region: given(region),
    votes: given(votes),
    suggestions: given(suggestions),
    cites: citesOf(citations),
  };
}

@InputType()
export abstract class AwardFields {
  @Field(() => String, { nullable: true, description: 'Who gives it. 200 characters at most.' })
  organiser?: string | null;

  @Field(() => String, { nullable: true, description: 'When it was given, in EDTF level 1.' })
  date?: string | null;

  @Field(() => Int, { nullable: true, description: 'How many places took part.' })
  participatingPlaces?: number | null;

  @Field(() => Int, { nullable: true, description: 'Of how many countries.' })
  participatingCountries?: number | null;

  @Field(() => [OtherNameInput], { nullable: true, description: 'Its other names (50 at most).' })
  otherNames?: OtherNameInput[] | null;

  @Field(() => [AwardResultInput], { nullable: true, description: 'What places achieved (500 at most).' })
  results?: AwardResultInput[] | null;

  @Field(() => String, { nullable: true, description: 'A remark, in your own words. 1,000 characters at most.' })
  note?: string | null;
}

@InputType({ description: 'A new award or campaign.' })
export class RegisterAwardInput extends AwardFields {
  @Field(() => String, { nullable: true, description: 'What comes behind `award:` in its id, for ever; left out: its name.' })
  key?: string | null;

  @Field(() => NameInput, { description: 'What it is called.' })
  name!: NameInput;

  @Field(() => [CitationInput], { description: 'Who says so (1 to 50).' })
  citations!: CitationInput[];
}

@InputType({
  description:
    'What is to be otherwise in an award. What is left out stays, null clears a field, and a list takes the place of the one before.',
})
export class CorrectAwardInput extends AwardFields {
  @Field(() => ID, { description: 'The award.' })
  award!: string;

  @Field(() => NameInput, { nullable: true, description: 'What it is called.' })
  name?: NameInput | null;

  @Field(() => [CitationInput], { description: 'Who says so (1 to 50); added to the citations of the award.' })
  citations!: CitationInput[];
}
