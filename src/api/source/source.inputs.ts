import { Field, ID, InputType } from 'type-graphql';
import type { SourceKind } from '../../domain/vocabulary.js';
import { SourceKindEnum } from '../enums.js';

@InputType()
export abstract class SourceFields {
  @Field(() => [String], { nullable: true, description: 'Who wrote it (20 at most).' })
  authors?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'When it was published, in EDTF level 1, as precise as the source: 2019-02-14, 2019, 199X.',
  })
  published?: string | null;

  @Field(() => String, { nullable: true, description: 'Where it can be read: an address with http or https.' })
  url?: string | null;

  @Field(() => String, { nullable: true, description: 'Terms of use, where the source states them. 200 characters at most.' })
  licence?: string | null;

  @Field(() => String, { nullable: true, description: 'A remark, in your own words. 1,000 characters at most.' })
  note?: string | null;
}

@InputType({ description: 'A new publication that facts are taken from.' })
export class RegisterSourceInput extends SourceFields {
  @Field(() => String, {
    nullable: true,
    description: 'What comes behind `source:` in its id, for ever; left out: publisher and title, with the year.',
  })
  key?: string | null;

  @Field(() => SourceKindEnum, { description: 'What kind of source it is.' })
  kind!: SourceKind;

  @Field(() => String, { description: 'Its title. 500 characters at most.' })
  title!: string;

  @Field(() => String, { description: 'Who published it. 200 characters at most.' })
  publisher!: string;

  @Field(() => String, { description: 'The language that it is in, as ISO 639: id, en, ja.' })
  language!: string;
}

@InputType({
  description:
    'What is to be otherwise in a source. What is left out stays, null clears a field, and a list takes the place of the one before.',
})
export class CorrectSourceInput extends SourceFields {
  @Field(() => ID, { description: 'The source.' })
  source!: string;

  @Field(() => SourceKindEnum, { nullable: true, description: 'What kind of source it is.' })
  kind?: SourceKind | null;

  @Field(() => String, { nullable: true, description: 'Its title. 500 characters at most.' })
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'Who published it. 200 characters at most.' })
  publisher?: string | null;

  @Field(() => String, { nullable: true, description: 'The language that it is in, as ISO 639.' })
  language?: string | null;
}
