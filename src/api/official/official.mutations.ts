import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Correction } from '../../curation/edits/correct.js';
import { derivedKey } from '../../curation/edits/derived-key.js';
import type { OfficialRecord } from '../../exchange/format/records.js';
import type { Context } from '../context.js';
import { EditArg, type EditInput } from '../curation/edit.input.js';
import { otherNamesOf } from '../curation/names.input.js';
import { payloadOf } from '../curation/payload.js';
import { correctThing, registerThing } from '../curation/things.js';
import { CorrectOfficialInput, RegisterOfficialInput } from './official.inputs.js';
import { Official } from './official.type.js';

const OfficialPayload = payloadOf('Official', 'official', () => Official);

function fieldsOf(input: RegisterOfficialInput | CorrectOfficialInput): Correction<OfficialRecord> {
  const { name, otherNames, note } = input;
  return { name, otherNames: otherNames && otherNamesOf(otherNames), note };
}

@Resolver()
export class OfficialMutations {
  @Mutation(() => OfficialPayload, { nullable: true, description: 'Brings a new official. The same again changes nothing.' })
  registerOfficial(
    @Ctx() context: Context,
    @Arg('input', () => RegisterOfficialInput) input: RegisterOfficialInput,
    @EditArg() edit?: EditInput | null,
  ) {
    const key = () => input.key ?? derivedKey(input.name);
    return registerThing(
      context,
      { operation: 'registerOfficial', type: 'officials', field: 'official', input, citations: input.citations, edit },
      fieldsOf(input),
      key,
    );
  }

  @Mutation(() => OfficialPayload, {
    nullable: true,
    description: 'Corrects an official: what is given is written anew, with who says so.',
  })
  correctOfficial(
    @Ctx() context: Context,
    @Arg('input', () => CorrectOfficialInput) input: CorrectOfficialInput,
    @EditArg() edit?: EditInput | null,
  ) {
    return correctThing(
      context,
      { operation: 'correctOfficial', type: 'officials', field: 'official', input, citations: input.citations, edit },
      input.official,
      fieldsOf(input),
    );
  }
}
