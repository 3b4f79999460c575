import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { type Correction, correct } from '../../curation/edits/correct.js';
import { derivedKey } from '../../curation/edits/derived-key.js';
import { register } from '../../curation/edits/register.js';
import type { OfficeRecord } from '../../exchange/format/records.js';
import type { Context } from '../context.js';
import { citesOf } from '../curation/citation.input.js';
import { EditArg, type EditInput } from '../curation/edit.input.js';
import { optionalKey, withoutNulls } from '../curation/keys.js';
import { mutate } from '../curation/mutate.js';
import { namesOf, otherNamesOf } from '../curation/names.input.js';
import { payloadOf } from '../curation/payload.js';
import { CorrectOfficeInput, RegisterOfficeInput } from './office.inputs.js';
import { Office } from './office.type.js';

const OfficePayload = payloadOf('Office', 'office', () => Office);

function fieldsOf({ role, name, place, mission, otherNames }: RegisterOfficeInput | CorrectOfficeInput): Correction<OfficeRecord> {
  return {
    role,
    name: name && namesOf(name),
    place: optionalKey('place', place, 'Place'),
    mission: optionalKey('mission', mission, 'Mission'),
    otherNames: otherNames && otherNamesOf(otherNames),
  };
}

@Resolver()
export class OfficeMutations {
  @Mutation(() => OfficePayload, { description: 'Brings a new office. The same again changes nothing.' })
  registerOffice(
    @Ctx() context: Context,
    @Arg('input', () => RegisterOfficeInput) input: RegisterOfficeInput,
    @EditArg() edit?: EditInput | null,
  ) {
    const { name, citations } = input;
    const record = () => ({
      ...withoutNulls(fieldsOf(input)),
      key: input.key ?? derivedKey(name.en ?? name.id ?? ''),
      cites: citesOf(citations),
    });
    return mutate(context, 'office', {
      operation: 'registerOffice',
      input,
      edit,
      citations,
      plan: (desk) => register(desk, { type: 'offices', record: record() as OfficeRecord }),
    });
  }

  @Mutation(() => OfficePayload, { description: 'Corrects an office: what is given is written anew, with who says so.' })
  correctOffice(
    @Ctx() context: Context,
    @Arg('input', () => CorrectOfficeInput) input: CorrectOfficeInput,
    @EditArg() edit?: EditInput | null,
  ) {
    const { office, citations } = input;
    return mutate(context, 'office', {
      operation: 'correctOffice',
      input,
      edit,
      citations,
      ids: [office],
      plan: (desk) => correct(desk, 'offices', office, fieldsOf(input), citesOf(citations)),
    });
  }
}
