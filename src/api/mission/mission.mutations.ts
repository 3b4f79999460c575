import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { type Correction, correct } from '../../curation/edits/correct.js';
import { derivedKey } from '../../curation/edits/derived-key.js';
import { register } from '../../curation/edits/register.js';
import type { MissionRecord } from '../../exchange/format/records.js';
import type { Context } from '../context.js';
import { citesOf } from '../curation/citation.input.js';
import { EditArg, type EditInput } from '../curation/edit.input.js';
import { keysOfArgument, optionalKey, withoutNulls } from '../curation/keys.js';
import { mutate } from '../curation/mutate.js';
import { namesOf, otherNamesOf } from '../curation/names.input.js';
import { payloadOf } from '../curation/payload.js';
import { CorrectMissionInput, RegisterMissionInput } from './mission.inputs.js';
import { Mission } from './mission.type.js';

const MissionPayload = payloadOf('Mission', 'mission', () => Mission);

function fieldsOf({ kind, name, sentBy, seat, covers, otherNames }: RegisterMissionInput | CorrectMissionInput): Correction<MissionRecord> {
  return {
    kind,
    name: name && namesOf(name),
    sentBy: optionalKey('sentBy', sentBy, 'Place'),
    seat: optionalKey('seat', seat, 'Place'),
    covers: covers && keysOfArgument('covers', covers, 'Place'),
    otherNames: otherNames && otherNamesOf(otherNames),
  };
}

@Resolver()
export class MissionMutations {
  @Mutation(() => MissionPayload, { description: 'Brings a new diplomatic mission. The same again changes nothing.' })
  registerMission(
    @Ctx() context: Context,
    @Arg('input', () => RegisterMissionInput) input: RegisterMissionInput,
    @EditArg() edit?: EditInput | null,
  ) {
    const { name, citations } = input;
    const record = () => ({
      ...withoutNulls(fieldsOf(input)),
      key: input.key ?? derivedKey(name.en ?? name.id ?? ''),
      cites: citesOf(citations),
    });
    return mutate(context, 'mission', {
      operation: 'registerMission',
      input,
      edit,
      citations,
      plan: (desk) => register(desk, { type: 'missions', record: record() as MissionRecord }),
    });
  }

  @Mutation(() => MissionPayload, { description: 'Corrects a mission: what is given is written anew, with who says so.' })
  correctMission(
    @Ctx() context: Context,
    @Arg('input', () => CorrectMissionInput) input: CorrectMissionInput,
    @EditArg() edit?: EditInput | null,
  ) {
    const { mission, citations } = input;
    return mutate(context, 'mission', {
      operation: 'correctMission',
      input,
      edit,
      citations,
      ids: [mission],
      plan: (desk) => correct(desk, 'missions', mission, fieldsOf(input), citesOf(citations)),
    });
  }
}
