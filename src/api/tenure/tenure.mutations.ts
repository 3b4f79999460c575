import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { type Correction, correct } from '../../curation/edits/correct.js';
import { register } from '../../curation/edits/register.js';
import type { TenureRecord } from '../../exchange/format/records.js';
import type { Context } from '../context.js';
import { citesOf } from '../curation/citation.input.js';
import { EditArg, type EditInput } from '../curation/edit.input.js';
import { keyOfArgument, optionalKey, withoutNulls } from '../curation/keys.js';
import { mutate } from '../curation/mutate.js';
import { payloadOf } from '../curation/payload.js';
import { CorrectTenureInput, RegisterTenureInput } from './tenure.inputs.js';
import { Tenure } from './tenure.type.js';

const TenurePayload = payloadOf('Tenure', 'tenure', () => Tenure);

function fieldsOf(input: RegisterTenureInput | CorrectTenureInput): Correction<TenureRecord> {
  const { from, until, acting, note } = input;
  const [official, office] = [optionalKey('official', input.official, 'Official'), optionalKey('office', input.office, 'Office')];
  return { official, office, from, until, acting, note };
}

@Resolver()
export class TenureMutations {
  @Mutation(() => TenurePayload, { description: 'Brings a person into an office for a time. The same again changes nothing.' })
  registerTenure(
    @Ctx() context: Context,
    @Arg('input', () => RegisterTenureInput) input: RegisterTenureInput,
    @EditArg() edit?: EditInput | null,
  ) {
    const { citations } = input;
    const [official, office] = [keyOfArgument('official', input.official, 'Official'), keyOfArgument('office', input.office, 'Office')];
    const record = () => ({ ...withoutNulls(fieldsOf(input)), key: input.key ?? `${official}.${office}`, cites: citesOf(citations) });
    return mutate(context, 'tenure', {
      operation: 'registerTenure',
      input,
      edit,
      citations,
      plan: (desk) => register(desk, { type: 'tenures', record: record() as TenureRecord }),
    });
  }

  @Mutation(() => TenurePayload, { description: 'Corrects a tenure: what is given is written anew, with who says so.' })
  correctTenure(
    @Ctx() context: Context,
    @Arg('input', () => CorrectTenureInput) input: CorrectTenureInput,
    @EditArg() edit?: EditInput | null,
  ) {
    const { tenure, citations } = input;
    return mutate(context, 'tenure', {
      operation: 'correctTenure',
      input,
      edit,
      citations,
      ids: [tenure],
      plan: (desk) => correct(desk, 'tenures', tenure, fieldsOf(input), citesOf(citations)),
    });
  }
}
