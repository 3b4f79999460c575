import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Correction } from '../../curation/edits/correct.js';
import { keyOfName } from '../../curation/edits/readable-keys.js';
import type { MissionRecord } from '../../exchange/format/records.js';
import type { Context } from '../context.js';
import { EditArg, type EditInput } from '../curation/edit.input.js';
import { keysOfArgument, optionalKey } from '../curation/keys.js';
import { namesOf, otherNamesOf } from '../curation/names.input.js';
import { payloadOf } from '../curation/payload.js';
import { correctThing, registerThing } from '../curation/things.js';
import { CorrectMissionInput, RegisterMissionInput } from './mission.inputs.js';
import { Mission } from './mission.type.js';

const MissionPayload = payloadOf('Mission', 'mission', () => Mission);

function fieldsOf(input: RegisterMissionInput | CorrectMissionInput): Correction<MissionRecord> {
  const { kind, name, sentBy, seat, covers, otherNames } = input;
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
  @Mutation(() => MissionPayload, { nullable: true, description: 'Brings a new mission. The same again changes nothing.' })
  registerMission(
    @Ctx() context: Context,
    @Arg('input', () => RegisterMissionInput) input: RegisterMissionInput,
    @EditArg() edit?: EditInput | null,
  ) {
    const key = () => input.key ?? keyOfName(input.name, 'name');
    return registerThing(
      context,
      { operation: 'registerMission', type: 'missions', field: 'mission', input, citations: input.citations, edit },
      fieldsOf(input),
      key,
    );
  }

  @Mutation(() => MissionPayload, { nullable: true, description: 'Corrects a mission: what is given is written anew, with who says so.' })
  correctMission(
    @Ctx() context: Context,
    @Arg('input', () => CorrectMissionInput) input: CorrectMissionInput,
    @EditArg() edit?: EditInput | null,
  ) {
    return correctThing(
      context,
      { operation: 'correctMission', type: 'missions', field: 'mission', input, citations: input.citations, edit },
      input.mission,
      fieldsOf(input),
    );
  }
}
