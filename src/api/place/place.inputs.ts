import { Field, Float, ID, InputType, Int } from 'type-graphql';
import type { CodeScheme, PlaceKind } from '../../domain/vocabulary.js';
import { CitationInput } from '../curation/citation.input.js';
import { NameInput, OtherNameInput } from '../curation/names.input.js';
import { CodeSchemeEnum, PlaceKindEnum } from '../enums.js';

@InputType({ description: 'An identifier of a place in a public register.' })
export class CodeInput {
  @Field(() => CodeSchemeEnum, { description: 'The register.' })
  scheme!: CodeScheme;

  @Field(() => String, { description: 'The identifier, such as 35.79 or Q10476. 40 characters at most.' })
  value!: string;

  @Field(() => String, { nullable: true, description: 'From when it holds, in EDTF level 1.' })
  from?: string | null;

  @Field(() => String, { nullable: true, description: 'Until when it held, in EDTF level 1.' })
  until?: string | null;
}

@InputType({ description: 'Where a place is, in WGS 84.' })
export class LocationInput {
  @Field(() => Float, { description: 'Degrees north, from -90 to 90.' })
  latitude!: number;

  @Field(() => Float, { description: 'Degrees east, from -180 to 180.' })
  longitude!: number;
}

@InputType()
export abstract class PlaceFields {
  @Field(() => String, { nullable: true, description: 'Readable address; the key where it is left out. No other place may have it.' })
  slug?: string | null;

  @Field(() => String, { nullable: true, description: 'What this kind of place is called where it is: prefecture, state, county.' })
  designation?: string | null;

  @Field(() => NameInput, { nullable: true, description: 'Display names where they differ from `name`.' })
  names?: NameInput | null;

  @Field(() => ID, { nullable: true, description: 'The next larger place; every place but a country has one.' })
  partOf?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Places that it was part of before (10 at most).' })
  formerlyPartOf?: string[] | null;

  @Field(() => [CodeInput], { nullable: true, description: 'Its codes (20 at most).' })
  codes?: CodeInput[] | null;

  @Field(() => [OtherNameInput], { nullable: true, description: 'Its other names (50 at most).' })
  otherNames?: OtherNameInput[] | null;

  @Field(() => LocationInput, { nullable: true, description: 'Where it is.' })
  location?: LocationInput | null;

  @Field(() => Int, { nullable: true, description: 'How many people live there.' })
  population?: number | null;

  @Field(() => String, { nullable: true, description: 'A remark, in your own words. 1,000 characters at most.' })
  note?: string | null;
}

@InputType({ description: 'A new place.' })
export class RegisterPlaceInput extends PlaceFields {
  @Field(() => String, {
    nullable: true,
    description: 'What comes behind `place:` in its id, for ever; left out: country and name, such as jp-kyoto.',
  })
  key?: string | null;

  @Field(() => PlaceKindEnum, { description: 'What kind of place it is.' })
  kind!: PlaceKind;

  @Field(() => String, { description: 'What it calls itself. 200 characters at most.' })
  name!: string;

  @Field(() => [CitationInput], { description: 'Who says so (1 to 50).' })
  citations!: CitationInput[];
}

@InputType({
  description:
    'What is to be otherwise in a place. What is left out stays, null clears a field, and a list takes the place of the one before.',
})
export class CorrectPlaceInput extends PlaceFields {
  @Field(() => ID, { description: 'The place.' })
  place!: string;

  @Field(() => PlaceKindEnum, { nullable: true, description: 'What kind of place it is.' })
  kind?: PlaceKind | null;

  @Field(() => String, { nullable: true, description: 'What it calls itself. 200 characters at most.' })
  name?: string | null;

  @Field(() => [CitationInput], { description: 'Who says so (1 to 50); added to the citations of the place.' })
  citations!: CitationInput[];
}
