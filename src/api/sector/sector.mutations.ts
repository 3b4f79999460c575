import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { type Correction, correct } from '../../curation/edits/correct.js';
import { derivedKey } from '../../curation/edits/derived-key.js';
import { register } from '../../curation/edits/register.js';
import type { SectorRecord } from '../../exchange/format/records.js';
import type { Context } from '../context.js';
import { EditArg, type EditInput } from '../curation/edit.input.js';
import { withoutNulls } from '../curation/keys.js';
import { mutate } from '../curation/mutate.js';
import { namesOf } from '../curation/names.input.js';
import { payloadOf } from '../curation/payload.js';
import { CorrectSectorInput, RegisterSectorInput } from './sector.inputs.js';
import { Sector } from './sector.type.js';

const SectorPayload = payloadOf('Sector', 'sector', () => Sector);

function fieldsOf({ name }: RegisterSectorInput | CorrectSectorInput): Correction<SectorRecord> {
  return { name: namesOf(name) as SectorRecord['name'] };
}

@Resolver()
export class SectorMutations {
  @Mutation(() => SectorPayload, { description: 'Brings a new field of cooperation. The same again changes nothing.' })
  registerSector(
    @Ctx() context: Context,
    @Arg('input', () => RegisterSectorInput) input: RegisterSectorInput,
    @EditArg() edit?: EditInput | null,
  ) {
    const { name } = input;
    const record = () => ({ ...withoutNulls(fieldsOf(input)), key: input.key ?? derivedKey(name.en ?? name.id ?? '') });
    return mutate(context, 'sector', {
      operation: 'registerSector',
      input,
      edit,
      plan: (desk) => register(desk, { type: 'sectors', record: record() as SectorRecord }),
    });
  }

  @Mutation(() => SectorPayload, { description: 'Corrects the names of a sector.' })
  correctSector(
    @Ctx() context: Context,
    @Arg('input', () => CorrectSectorInput) input: CorrectSectorInput,
    @EditArg() edit?: EditInput | null,
  ) {
    const { sector } = input;
    return mutate(context, 'sector', {
      operation: 'correctSector',
      input,
      edit,
      ids: [sector],
      plan: (desk) => correct(desk, 'sectors', sector, fieldsOf(input), []),
    });
  }
}
