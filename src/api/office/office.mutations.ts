import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Correction } from '../../curation/edits/correct.js';
import { keyOfName } from '../../curation/edits/readable-keys.js';
import type { OfficeRecord } from '../../exchange/format/records.js';
import type { Context } from '../context.js';
import { EditArg, type EditInput } from '../curation/edit.input.js';
import { optionalKey } from '../curation/keys.js';
import { namesOf, otherNamesOf } from '../curation/names.input.js';
import { payloadOf } from '../curation/payload.js';
import { correctThing, registerThing } from '../curation/things.js';
import { CorrectOfficeInput, RegisterOfficeInput } from './office.inputs.js';
import { Office } from './office.type.js';

const OfficePayload = payloadOf('Office', 'office', () => Office);

function fieldsOf(input: RegisterOfficeInput | CorrectOfficeInput): Correction<OfficeRecord> {
  const { role, name, place, mission, otherNames } = input;
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
  @Mutation(() => OfficePayload, { nullable: true, description: 'Brings a new office. The same again changes nothing.' })
  registerOffice(
    @Ctx() context: Context,
    @Arg('input', () => RegisterOfficeInput) input: RegisterOfficeInput,
    @EditArg() edit?: EditInput | null,
  ) {
    const key = () => input.key ?? keyOfName(input.name, 'name');
    return registerThing(
      context,
      { operation: 'registerOffice', type: 'offices', field: 'office', input, citations: input.citations, edit },
      fieldsOf(input),
      key,
    );
  }

  @Mutation(() => OfficePayload, { nullable: true, description: 'Corrects an office: what is given is written anew, with who says so.' })
  correctOffice(
    @Ctx() context: Context,
    @Arg('input', () => CorrectOfficeInput) input: CorrectOfficeInput,
    @EditArg() edit?: EditInput | null,
  ) {
    return correctThing(
      context,
      { operation: 'correctOffice', type: 'offices', field: 'office', input, citations: input.citations, edit },
      input.office,
      fieldsOf(input),
    );
  }
}
