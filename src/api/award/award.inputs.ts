import { Field, ID, InputType, Int } from 'type-graphql';
import type { AwardOutcome } from '../../domain/vocabulary.js';
import { CitationInput } from '../curation/citation.input.js';
import { CORRECTION, DateField, KeyField, MoreCitations, NewCitations, TextField } from '../curation/fields.input.js';
import { NameInput, OtherNameInput } from '../curation/names.input.js';
import { AwardOutcomeEnum } from '../enums.js';

@InputType({ description: 'What a place achieved in an award.' })
export class AwardResultInput {
  @Field(() => ID, { description: 'The place.' })
  place!: string;

  @Field(() => AwardOutcomeEnum, { description: 'What it achieved.' })
  outcome!: AwardOutcome;

  @TextField('The region of the competition that it won', '120')
  region?: string | null;

  @Field(() => Int, { nullable: true, description: 'Public votes of support; 0 or more.' })
  votes?: number | null;

  @Field(() => Int, { nullable: true, description: 'Suggestions for improvement sent in by residents; 0 or more.' })
  suggestions?: number | null;

  @Field(() => [CitationInput], { nullable: true, description: 'Who says so (1 to 50); left out: the citations of the edit.' })
  citations?: CitationInput[] | null;
}

@InputType()
export abstract class AwardFields {
  @TextField('Who organises it', '200')
  organiser?: string | null;

  @DateField('When it was awarded')
  date?: string | null;

  @Field(() => Int, { nullable: true, description: 'How many places took part; 0 or more.' })
  participatingPlaces?: number | null;

  @Field(() => Int, { nullable: true, description: 'How many countries they came from; 0 or more.' })
  participatingCountries?: number | null;

  @Field(() => [OtherNameInput], { nullable: true, description: 'Its other names (50 at most).' })
  otherNames?: OtherNameInput[] | null;

  @Field(() => [AwardResultInput], { nullable: true, description: 'What places achieved in it (500 at most).' })
  results?: AwardResultInput[] | null;

  @TextField('A remark, in your own words', '1,000')
  note?: string | null;
}

@InputType({ description: 'A new award.' })
export class RegisterAwardInput extends AwardFields {
  @KeyField('award', 'English name, else the Indonesian one')
  key?: string | null;

  @Field(() => NameInput, { description: 'What it is called, with its year where it has several.' })
  name!: NameInput;

  @NewCitations()
  citations!: CitationInput[];
}

@InputType({ description: `What is to be otherwise in an award. ${CORRECTION}` })
export class CorrectAwardInput extends AwardFields {
  @Field(() => ID, { description: 'The award.' })
  award!: string;

  @Field(() => NameInput, { nullable: true, description: 'What it is called, with its year where it has several.' })
  name?: NameInput | null;

  @MoreCitations()
  citations!: CitationInput[];
}

@InputType({ description: 'What more places achieved in an award. A result that is there already is not added again.' })
export class AddAwardResultsInput {
  @Field(() => ID, { description: 'The award.' })
  award!: string;

  @Field(() => [AwardResultInput], { description: 'What they achieved (1 to 500, with those that are there already).' })
  results!: AwardResultInput[];

  @Field(() => [CitationInput], { description: 'Who says so (1 to 50), of those whose own citations are left out.' })
  citations!: CitationInput[];
}
