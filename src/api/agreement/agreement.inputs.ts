import { Field, ID, InputType } from 'type-graphql';
import type { Stage } from '../../domain/stage.js';
import type { AgreementKind } from '../../domain/vocabulary.js';
import { CitationInput } from '../curation/citation.input.js';
import { NameInput } from '../curation/names.input.js';
import { AgreementKindEnum, StageEnum } from '../enums.js';
import { ParticipantInput } from '../event/event.inputs.js';

@InputType({ description: 'A step that an agreement has reached.' })
export class StepInput {
  @Field(() => StageEnum, { description: 'Which step it is.' })
  stage!: Stage;

  @Field(() => String, {
    nullable: true,
    description: 'When it was reached, in EDTF level 1, as precise as the source: 2019-02-14, 2019, 199X.',
  })
  date?: string | null;

  @Field(() => ID, { nullable: true, description: 'The event at which it was reached.' })
  event?: string | null;

  @Field(() => String, { nullable: true, description: 'A remark, in your own words. 600 characters at most.' })
  note?: string | null;

  @Field(() => [CitationInput], { description: 'Who says so (1 to 50).' })
  citations!: CitationInput[];
}

@InputType({ description: 'What a source says comes next.' })
export class PlanInput {
  @Field(() => StageEnum, { nullable: true, description: 'The step that is expected, where a source names one.' })
  stage?: Stage | null;

  @Field(() => NameInput, { description: 'What is expected, in your own words.' })
  description!: NameInput;

  @Field(() => String, { nullable: true, description: 'When it is expected, in EDTF level 1.' })
  date?: string | null;

  @Field(() => [CitationInput], { description: 'Who says so (1 to 50).' })
  citations!: CitationInput[];
}

@InputType()
export abstract class AgreementFields {
  @Field(() => NameInput, { nullable: true, description: 'Its title; left out: the names of its parties.' })
  title?: NameInput | null;

  @Field(() => [ID], { nullable: true, description: 'What it is about (30 sectors at most).' })
  sectors?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'The umbrella agreement that makes room for it.' })
  umbrella?: string | null;

  @Field(() => ID, { nullable: true, description: 'The award that a source says led to it.' })
  promptedBy?: string | null;

  @Field(() => [PlanInput], { nullable: true, description: 'What sources say comes next (20 at most).' })
  plans?: PlanInput[] | null;

  @Field(() => String, { nullable: true, description: 'A remark, in your own words. 1,000 characters at most.' })
  note?: string | null;
}

@InputType({ description: 'A new agreement, talks or an offer.' })
export class OpenAgreementInput extends AgreementFields {
  @Field(() => String, {
    nullable: true,
    description:
      'What comes behind `agreement:` in its id, for ever; left out: the keys of its parties in their alphabetical order, so that whoever opens it gets the same.',
  })
  key?: string | null;

  @Field(() => AgreementKindEnum, { description: 'What kind of cooperation it is.' })
  kind!: AgreementKind;

  @Field(() => [ID], { description: 'Its parties: places (2 to 20). A country stands for a party that is not known more closely.' })
  parties!: string[];

  @Field(() => [StepInput], { description: 'The steps that it has reached (1 to 50).' })
  steps!: StepInput[];

  @Field(() => [CitationInput], { description: 'Who says that there is such an agreement (1 to 50).' })
  citations!: CitationInput[];
}

@InputType({
  description:
    'What is to be otherwise in an agreement. What is left out stays, null clears a field, and a list takes the place of the one before.',
})
export class CorrectAgreementInput extends AgreementFields {
  @Field(() => ID, { description: 'The agreement.' })
  agreement!: string;

  @Field(() => AgreementKindEnum, { nullable: true, description: 'What kind of cooperation it is.' })
  kind?: AgreementKind | null;

  @Field(() => [ID], { nullable: true, description: 'Its parties: places (2 to 20).' })
  parties?: string[] | null;

  @Field(() => [CitationInput], { description: 'Who says so (1 to 50); added to the citations of the agreement.' })
  citations!: CitationInput[];
}

@InputType({ description: 'What is to be otherwise in a step. What is left out stays, null clears a field.' })
export class CorrectStepInput {
  @Field(() => ID, { description: 'The step, such as stage:batu-uji.2.' })
  step!: string;

  @Field(() => StageEnum, { nullable: true, description: 'Which step it is.' })
  stage?: Stage | null;

  @Field(() => String, { nullable: true, description: 'When it was reached, in EDTF level 1.' })
  date?: string | null;

  @Field(() => ID, { nullable: true, description: 'The event at which it was reached.' })
  event?: string | null;

  @Field(() => String, { nullable: true, description: 'A remark, in your own words. 600 characters at most.' })
  note?: string | null;

  @Field(() => [CitationInput], { description: 'Who says so (1 to 50); added to the citations of the step.' })
  citations!: CitationInput[];
}

@InputType({ description: 'Who signed an agreement, or witnessed it.' })
export class AddSignatoriesInput {
  @Field(() => ID, { description: 'The agreement. It has a letter of intent, a signing or a renewal on record.' })
  agreement!: string;

  @Field(() => [ParticipantInput], { description: 'Who: SIGNATORY for who signed, WITNESS for who witnessed (100 at most).' })
  participants!: ParticipantInput[];

  @Field(() => NameInput, { nullable: true, description: 'What a new event of the signing is called; left out: Signing.' })
  title?: NameInput | null;

  @Field(() => String, { nullable: true, description: 'When a new event took place, in EDTF level 1; left out: the date of the step.' })
  date?: string | null;

  @Field(() => ID, { nullable: true, description: 'Where a new event took place.' })
  place?: string | null;

  @Field(() => [CitationInput], { description: 'Who says so (1 to 50); added to the citations of the event.' })
  citations!: CitationInput[];
}
