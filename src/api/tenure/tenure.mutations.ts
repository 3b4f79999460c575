import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Correction } from '../../curation/edits/correct.js';
import { keyOfId } from '../../domain/ontology.js';
import type { TenureRecord } from '../../exchange/format/records.js';
import type { Context } from '../context.js';
import { EditArg, type EditInput } from '../curation/edit.input.js';
import { optionalKey } from '../curation/keys.js';
import { payloadOf } from '../curation/payload.js';
import { correctThing, registerThing } from '../curation/things.js';
import { CorrectTenureInput, RegisterTenureInput } from './tenure.inputs.js';
import { Tenure } from './tenure.type.js';

const TenurePayload = payloadOf('Tenure', 'tenure', () => Tenure);

function fieldsOf(input: RegisterTenureInput | CorrectTenureInput): Correction<TenureRecord> {
  const { official, office, from, until, acting, note } = input;
  return {
    official: optionalKey('official', official, 'Official'),
    office: optionalKey('office', office, 'Office'),
    from,
    until,
    acting,
    note,
  };
}

@Resolver()
export class TenureMutations {
  @Mutation(() => TenurePayload, { nullable: true, description: 'Brings a new tenure. The same again changes nothing.' })
  registerTenure(
    @Ctx() context: Context,
    @Arg('input', () => RegisterTenureInput) input: RegisterTenureInput,
    @EditArg() edit?: EditInput | null,
  ) {
    const key = () => input.key ?? `${keyOfId(input.official)}.${keyOfId(input.office)}`;
    return registerThing(
      context,
      { operation: 'registerTenure', type: 'tenures', field: 'tenure', input, citations: input.citations, edit },
      fieldsOf(input),
      key,
    );
  }

  @Mutation(() => TenurePayload, { nullable: true, description: 'Corrects a tenure: what is given is written anew, with who says so.' })
  correctTenure(
    @Ctx() context: Context,
    @Arg('input', () => CorrectTenureInput) input: CorrectTenureInput,
    @EditArg() edit?: EditInput | null,
  ) {
    return correctThing(
      context,
      { operation: 'correctTenure', type: 'tenures', field: 'tenure', input, citations: input.citations, edit },
      input.tenure,
      fieldsOf(input),
    );
  }
}
