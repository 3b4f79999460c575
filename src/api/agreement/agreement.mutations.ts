import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import * as edits from '../../curation/edits/agreement.js';
import type { Correction } from '../../curation/edits/correct.js';
import { derivedKey } from '../../curation/edits/derived-key.js';
import { addSignatories } from '../../curation/edits/signatories.js';
import * as steps from '../../curation/edits/steps.js';
import type { AgreementRecord } from '../../exchange/format/records.js';
import type { Context } from '../context.js';
import { CitationInput, citesOf } from '../curation/citation.input.js';
import { EditArg, type EditInput } from '../curation/edit.input.js';
import { given, keyOfArgument, keysOfArgument, optionalKey, withoutNulls } from '../curation/keys.js';
import { mutate } from '../curation/mutate.js';
import { namesOf } from '../curation/names.input.js';
import { payloadOf } from '../curation/payload.js';
import { correctThing } from '../curation/things.js';
import { participantOf } from '../event/participant-of.js';
import {
  AddSignatoriesInput,
  type AgreementFields,
  CorrectAgreementInput,
  CorrectStepInput,
  OpenAgreementInput,
  PlanInput,
  StepInput,
} from './agreement.inputs.js';
import { Agreement } from './agreement.type.js';

const AgreementPayload = payloadOf('Agreement', 'agreement', () => Agreement);

function stepOf({ stage, date, event, note, citations }: StepInput) {
  return { stage, date: given(date), event: given(optionalKey('event', event, 'Event')), note: given(note), cites: citesOf(citations) };
}

function planOf({ stage, description, date, citations }: PlanInput) {
  return { stage: given(stage), description: namesOf(description), date: given(date), cites: citesOf(citations) };
}

function fieldsOf({ title, sectors, umbrella, promptedBy, plans, note }: AgreementFields): Correction<AgreementRecord> {
  return {
    title: title && namesOf(title),
    sectors: sectors && keysOfArgument('sectors', sectors, 'Sector'),
    umbrella: optionalKey('umbrella', umbrella, 'Agreement'),
    promptedBy: optionalKey('promptedBy', promptedBy, 'Award'),
    plans: plans === null ? null : plans?.map(planOf),
    note,
  };
}

const AGREEMENT = { description: 'The agreement.' };
const WHO_SAYS_SO = { description: 'Who says so (1 to 50); added to the citations of the agreement.' };

@Resolver()
export class AgreementMutations {
  @Mutation(() => AgreementPayload, {
    nullable: true,
    description: 'Opens an agreement, talks or an offer. The same again changes nothing, from whichever side the parties are named.',
  })
  openAgreement(
    @Ctx() context: Context,
    @Arg('input', () => OpenAgreementInput) input: OpenAgreementInput,
    @EditArg() edit?: EditInput | null,
  ) {
    const { key, kind, parties, citations } = input;
    const opened = {
      sectors: [],
      plans: [],
      ...withoutNulls(fieldsOf(input)),
      key: key ?? null,
      kind,
      parties: keysOfArgument('parties', parties, 'Place'),
      stages: input.steps.map(stepOf),
      cites: citesOf(citations),
    } as Parameters<typeof edits.openAgreement>[1];
    const cited = [...citations, ...input.steps.flatMap((step) => step.citations)];
    return mutate(context, 'agreement', {
      operation: 'openAgreement',
      input,
      edit,
      citations: cited,
      plan: (desk) => edits.openAgreement(desk, opened),
    });
  }

  @Mutation(() => AgreementPayload, {
    nullable: true,
    description: 'Corrects an agreement: what is given is written anew, with who says so.',
  })
  correctAgreement(
    @Ctx() context: Context,
    @Arg('input', () => CorrectAgreementInput) input: CorrectAgreementInput,
    @EditArg() edit?: EditInput | null,
  ) {
    const { agreement, kind, parties, citations } = input;
    const correction = { ...fieldsOf(input), kind, parties: parties && keysOfArgument('parties', parties, 'Place') };
    const thing = { operation: 'correctAgreement', type: 'agreements', field: 'agreement', input, citations, edit } as const;
    return correctThing(context, thing, agreement, correction);
  }

  @Mutation(() => AgreementPayload, { nullable: true, description: 'Adds parties to an agreement; those that it has already stay.' })
  addParties(
    @Ctx() context: Context,
    @Arg('agreement', () => ID, AGREEMENT) agreement: string,
    @Arg('parties', () => [ID], { description: 'Places.' }) parties: string[],
    @Arg('citations', () => [CitationInput], WHO_SAYS_SO) citations: CitationInput[],
    @EditArg() edit?: EditInput | null,
  ) {
    const keys = keysOfArgument('parties', parties, 'Place');
    return mutate(context, 'agreement', {
      operation: 'addParties',
      input: { agreement, parties, citations },
      edit,
      citations,
      ids: [agreement],
      plan: (desk) => edits.addParties(desk, agreement, keys, citesOf(citations)),
    });
  }

  @Mutation(() => AgreementPayload, { nullable: true, description: 'Adds sectors to an agreement; those that it has already stay.' })
  addSectors(
    @Ctx() context: Context,
    @Arg('agreement', () => ID, AGREEMENT) agreement: string,
    @Arg('sectors', () => [ID], { description: 'Sectors.' }) sectors: string[],
    @Arg('citations', () => [CitationInput], WHO_SAYS_SO) citations: CitationInput[],
    @EditArg() edit?: EditInput | null,
  ) {
    const keys = keysOfArgument('sectors', sectors, 'Sector');
    return mutate(context, 'agreement', {
      operation: 'addSectors',
      input: { agreement, sectors, citations },
      edit,
      citations,
      ids: [agreement],
      plan: (desk) => edits.addSectors(desk, agreement, keys, citesOf(citations)),
    });
  }

  @Mutation(() => AgreementPayload, {
    nullable: true,
    description: 'Puts an agreement under an umbrella agreement, or takes it from under one.',
  })
  setUmbrella(
    @Ctx() context: Context,
    @Arg('agreement', () => ID, AGREEMENT) agreement: string,
    @Arg('umbrella', () => ID, { nullable: true, description: 'The umbrella; left out or null: it is under none.' }) umbrella:
      | string
      | null,
    @Arg('citations', () => [CitationInput], WHO_SAYS_SO) citations: CitationInput[],
    @EditArg() edit?: EditInput | null,
  ) {
    const key = umbrella == null ? null : keyOfArgument('umbrella', umbrella, 'Agreement');
    return mutate(context, 'agreement', {
      operation: 'setUmbrella',
      input: { agreement, umbrella, citations },
      edit,
      citations,
      ids: [agreement],
      plan: (desk) => edits.setUmbrella(desk, agreement, key, citesOf(citations)),
    });
  }

  @Mutation(() => AgreementPayload, {
    nullable: true,
    description: 'Notes a step that an agreement has reached. A step that it has already, of the same date, gets the citations.',
  })
  advanceAgreement(
    @Ctx() context: Context,
    @Arg('agreement', () => ID, AGREEMENT) agreement: string,
    @Arg('step', () => StepInput, { description: 'The step.' }) step: StepInput,
    @EditArg() edit?: EditInput | null,
  ) {
    const reached = stepOf(step);
    return mutate(context, 'agreement', {
      operation: 'advanceAgreement',
      input: { agreement, step },
      edit,
      citations: step.citations,
      ids: [agreement],
      plan: (desk) => steps.advance(desk, agreement, reached),
    });
  }

  @Mutation(() => AgreementPayload, {
    nullable: true,
    description: 'Corrects a step of an agreement: what is given is written anew, with who says so.',
  })
  correctStep(@Ctx() context: Context, @Arg('input', () => CorrectStepInput) input: CorrectStepInput, @EditArg() edit?: EditInput | null) {
    const { step, stage, date, event, note, citations } = input;
    const correction = { ...(stage == null ? {} : { stage }), date, event: optionalKey('event', event, 'Event'), note };
    return mutate(context, 'agreement', {
      operation: 'correctStep',
      input,
      edit,
      citations,
      ids: [steps.agreementOfStep(step)],
      plan: (desk) => steps.correctStep(desk, step, correction, citesOf(citations)),
    });
  }

  @Mutation(() => AgreementPayload, {
    nullable: true,
    description: 'Takes a step back that was never reached. The history keeps it, with who says so; its id is not given again.',
  })
  withdrawStep(
    @Ctx() context: Context,
    @Arg('step', () => ID, { description: 'The step, such as stage:batu-uji.2.' }) step: string,
    @Arg('citations', () => [CitationInput], { description: 'Who says so (1 to 50); kept in the history.' }) citations: CitationInput[],
    @EditArg() edit?: EditInput | null,
  ) {
    return mutate(context, 'agreement', {
      operation: 'withdrawStep',
      input: { step, citations },
      edit,
      citations,
      ids: [steps.agreementOfStep(step)],
      plan: (desk) => steps.withdrawStep(desk, step),
    });
  }

  @Mutation(() => AgreementPayload, {
    nullable: true,
    description:
      'Adds who signed an agreement, or witnessed it: to the event at which it was signed last, or to a new one that becomes the event of that step.',
  })
  addSignatories(
    @Ctx() context: Context,
    @Arg('input', () => AddSignatoriesInput) input: AddSignatoriesInput,
    @EditArg() edit?: EditInput | null,
  ) {
    const { agreement, participants, title, date, place, citations } = input;
    const name = title == null ? { en: 'Signing' } : namesOf(title);
    const key = () => derivedKey(`signing of ${keyOfArgument('agreement', agreement, 'Agreement')}`, given(date));
    return mutate(context, 'agreement', {
      operation: 'addSignatories',
      input,
      edit,
      citations,
      ids: [agreement],
      plan: (desk) =>
        addSignatories(desk, agreement, {
          key: key(),
          signing: { title: name, date: given(date), place: given(optionalKey('place', place, 'Place')) },
          participants: participants.map((one, index) => participantOf(one, `participants[${index}]`)),
          cites: citesOf(citations),
        }),
    });
  }

  @Mutation(() => AgreementPayload, { nullable: true, description: 'Adds what a source says comes next.' })
  addPlan(
    @Ctx() context: Context,
    @Arg('agreement', () => ID, AGREEMENT) agreement: string,
    @Arg('plan', () => PlanInput, { description: 'What comes next.' }) plan: PlanInput,
    @EditArg() edit?: EditInput | null,
  ) {
    const expected = planOf(plan);
    return mutate(context, 'agreement', {
      operation: 'addPlan',
      input: { agreement, plan },
      edit,
      citations: plan.citations,
      ids: [agreement],
      plan: (desk) => edits.addPlan(desk, agreement, expected),
    });
  }
}
