import { Field, ID, InputType } from 'type-graphql';
import type { SourceKind } from '../../domain/vocabulary.js';
import { CORRECTION, DateField, KeyField, TextField } from '../curation/fields.input.js';
import { SourceKindEnum } from '../enums.js';

@InputType()
export abstract class SourceFields {
  @Field(() => [String], { nullable: true, description: 'Who wrote it (20 at most, each of 200 characters at most).' })
  authors?: string[] | null;

  @DateField('When it was published')
  published?: string | null;

  @Field(() => String, { nullable: true, description: 'Where it is on the web: http or https. 1,000 characters at most.' })
  url?: string | null;

  @TextField('Its terms of use, where it states them', '200')
  licence?: string | null;

  @TextField('A remark, in your own words', '1,000')
  note?: string | null;
}

@InputType({ description: 'A new source.' })
export class RegisterSourceInput extends SourceFields {
  @KeyField('source', 'publisher, title and year')
  key?: string | null;

  @Field(() => SourceKindEnum, { description: 'What kind of source it is.' })
  kind!: SourceKind;

  @Field(() => String, { description: 'Its title, or a description where it has none. 500 characters at most.' })
  title!: string;

  @Field(() => String, { description: 'Who publishes it. 200 characters at most.' })
  publisher!: string;

  @Field(() => String, { description: 'Its language: a code of ISO 639, two or three small letters.' })
  language!: string;
}

@InputType({ description: `What is to be otherwise in a source. ${CORRECTION}` })
export class CorrectSourceInput extends SourceFields {
  @Field(() => ID, { description: 'The source.' })
  source!: string;

  @Field(() => SourceKindEnum, { nullable: true, description: 'What kind of source it is.' })
  kind?: SourceKind | null;

  @Field(() => String, { nullable: true, description: 'Its title, or a description where it has none. 500 characters at most.' })
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'Who publishes it. 200 characters at most.' })
  publisher?: string | null;

  @Field(() => String, { nullable: true, description: 'Its language: a code of ISO 639, two or three small letters.' })
  language?: string | null;
}
