import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Correction } from '../../curation/edits/correct.js';
import { derivedKey } from '../../curation/edits/derived-key.js';
import type { SectorRecord } from '../../exchange/format/records.js';
import type { Context } from '../context.js';
import { EditArg, type EditInput } from '../curation/edit.input.js';
import { payloadOf } from '../curation/payload.js';
import { correctThing, registerThing } from '../curation/things.js';
import { CorrectSectorInput, RegisterSectorInput } from './sector.inputs.js';
import { Sector } from './sector.type.js';

const SectorPayload = payloadOf('Sector', 'sector', () => Sector);

function fieldsOf(input: RegisterSectorInput | CorrectSectorInput): Correction<SectorRecord> {
  const { name } = input;
  return { name: name && { id: name.id, en: name.en } };
}

@Resolver()
export class SectorMutations {
  @Mutation(() => SectorPayload, { nullable: true, description: 'Brings a new sector. The same again changes nothing.' })
  registerSector(
    @Ctx() context: Context,
    @Arg('input', () => RegisterSectorInput) input: RegisterSectorInput,
    @EditArg() edit?: EditInput | null,
  ) {
    const key = () => input.key ?? derivedKey(input.name.en);
    return registerThing(context, { operation: 'registerSector', type: 'sectors', field: 'sector', input, edit }, fieldsOf(input), key);
  }

  @Mutation(() => SectorPayload, { nullable: true, description: 'Corrects a sector: what is given is written anew.' })
  correctSector(
    @Ctx() context: Context,
    @Arg('input', () => CorrectSectorInput) input: CorrectSectorInput,
    @EditArg() edit?: EditInput | null,
  ) {
    return correctThing(
      context,
      { operation: 'correctSector', type: 'sectors', field: 'sector', input, edit },
      input.sector,
      fieldsOf(input),
    );
  }
}
