import { Field, ID, InputType } from 'type-graphql';
import { CitationInput } from '../curation/citation.input.js';

@InputType()
export abstract class TenureFields {
  @Field(() => String, { nullable: true, description: 'From when, in EDTF level 1, as precise as the source: 2019-02-14, 2019, 199X.' })
  from?: string | null;

  @Field(() => String, { nullable: true, description: 'Until when, in EDTF level 1, as precise as the source: 2019-02-14, 2019, 199X.' })
  until?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'true: acting (penjabat, Pj.); left out: false.' })
  acting?: boolean | null;

  @Field(() => String, { nullable: true, description: 'A remark, in your own words. 600 characters at most.' })
  note?: string | null;
}

@InputType({ description: 'A person in an office for a time.' })
export class RegisterTenureInput extends TenureFields {
  @Field(() => String, {
    nullable: true,
    description:
      'What comes behind `tenure:` in its id, for ever; left out: the keys of person and office, such as asrul-sani.mayor-of-palopo.',
  })
  key?: string | null;

  @Field(() => ID, { description: 'The person.' })
  official!: string;

  @Field(() => ID, { description: 'The office.' })
  office!: string;

  @Field(() => [CitationInput], { description: 'Who says so (1 to 50).' })
  citations!: CitationInput[];
}

@InputType({
  description:
    'What is to be otherwise in a tenure. What is left out stays, null clears a field, and a list takes the place of the one before.',
})
export class CorrectTenureInput extends TenureFields {
  @Field(() => ID, { description: 'The tenure.' })
  tenure!: string;

  @Field(() => ID, { nullable: true, description: 'The person.' })
  official?: string | null;

  @Field(() => ID, { nullable: true, description: 'The office.' })
  office?: string | null;

  @Field(() => [CitationInput], { description: 'Who says so (1 to 50); added to the citations of the tenure.' })
  citations!: CitationInput[];
}
