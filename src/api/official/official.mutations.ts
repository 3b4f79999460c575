import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { type Correction, correct } from '../../curation/edits/correct.js';
import { derivedKey } from '../../curation/edits/derived-key.js';
import { register } from '../../curation/edits/register.js';
import type { OfficialRecord } from '../../exchange/format/records.js';
import type { Context } from '../context.js';
import { citesOf } from '../curation/citation.input.js';
import { EditArg, type EditInput } from '../curation/edit.input.js';
import { withoutNulls } from '../curation/keys.js';
import { mutate } from '../curation/mutate.js';
import { otherNamesOf } from '../curation/names.input.js';
import { payloadOf } from '../curation/payload.js';
import { CorrectOfficialInput, RegisterOfficialInput } from './official.inputs.js';
import { Official } from './official.type.js';

const OfficialPayload = payloadOf('Official', 'official', () => Official);

function fieldsOf({ name, otherNames, note }: RegisterOfficialInput | CorrectOfficialInput): Correction<OfficialRecord> {
  return { name, otherNames: otherNames && otherNamesOf(otherNames), note };
}

@Resolver()
export class OfficialMutations {
  @Mutation(() => OfficialPayload, { description: 'Brings a new person who holds or held an office. The same again changes nothing.' })
  registerOfficial(
    @Ctx() context: Context,
    @Arg('input', () => RegisterOfficialInput) input: RegisterOfficialInput,
    @EditArg() edit?: EditInput | null,
  ) {
    const { name, citations } = input;
    const record = () => ({ ...withoutNulls(fieldsOf(input)), key: input.key ?? derivedKey(name), cites: citesOf(citations) });
    return mutate(context, 'official', {
      operation: 'registerOfficial',
      input,
      edit,
      citations,
      plan: (desk) => register(desk, { type: 'officials', record: record() as OfficialRecord }),
    });
  }

  @Mutation(() => OfficialPayload, { description: 'Corrects a person: what is given is written anew, with who says so.' })
  correctOfficial(
    @Ctx() context: Context,
    @Arg('input', () => CorrectOfficialInput) input: CorrectOfficialInput,
    @EditArg() edit?: EditInput | null,
  ) {
    const { official, citations } = input;
    return mutate(context, 'official', {
      operation: 'correctOfficial',
      input,
      edit,
      citations,
      ids: [official],
      plan: (desk) => correct(desk, 'officials', official, fieldsOf(input), citesOf(citations)),
    });
  }
}
