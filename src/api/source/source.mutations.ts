import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { type Correction, correct } from '../../curation/edits/correct.js';
import { derivedKey } from '../../curation/edits/derived-key.js';
import { register } from '../../curation/edits/register.js';
import type { SourceRecord } from '../../exchange/format/records.js';
import type { Context } from '../context.js';
import { EditArg, type EditInput } from '../curation/edit.input.js';
import { withoutNulls } from '../curation/keys.js';
import { mutate } from '../curation/mutate.js';
import { payloadOf } from '../curation/payload.js';
import { CorrectSourceInput, RegisterSourceInput } from './source.inputs.js';
import { Source } from './source.type.js';

const SourcePayload = payloadOf('Source', 'source', () => Source);

function fieldsOf(input: RegisterSourceInput | CorrectSourceInput): Correction<SourceRecord> {
  const { kind, title, publisher, authors, published, language, url, licence, note } = input;
  return { kind, title, publisher, authors, published, language, url, licence, note };
}

@Resolver()
export class SourceMutations {
  @Mutation(() => SourcePayload, { description: 'Brings a new publication that facts are taken from. The same again changes nothing.' })
  registerSource(
    @Ctx() context: Context,
    @Arg('input', () => RegisterSourceInput) input: RegisterSourceInput,
    @EditArg() edit?: EditInput | null,
  ) {
    const { title, publisher, published } = input;
    const record = () => ({
      ...withoutNulls(fieldsOf(input)),
      key: input.key ?? derivedKey(publisher, title, /\d{4}/.exec(published ?? '')?.[0]),
    });
    return mutate(context, 'source', {
      operation: 'registerSource',
      input,
      edit,
      plan: (desk) => register(desk, { type: 'sources', record: record() as SourceRecord }),
    });
  }

  @Mutation(() => SourcePayload, { description: 'Corrects what is said of a source.' })
  correctSource(
    @Ctx() context: Context,
    @Arg('input', () => CorrectSourceInput) input: CorrectSourceInput,
    @EditArg() edit?: EditInput | null,
  ) {
    const { source } = input;
    return mutate(context, 'source', {
      operation: 'correctSource',
      input,
      edit,
      ids: [source],
      plan: (desk) => correct(desk, 'sources', source, fieldsOf(input), []),
    });
  }
}
