import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Correction } from '../../curation/edits/correct.js';
import { keyOfSource } from '../../curation/edits/readable-keys.js';
import type { SourceRecord } from '../../exchange/format/records.js';
import type { Context } from '../context.js';
import { EditArg, type EditInput } from '../curation/edit.input.js';
import { payloadOf } from '../curation/payload.js';
import { correctThing, registerThing } from '../curation/things.js';
import { CorrectSourceInput, RegisterSourceInput } from './source.inputs.js';
import { Source } from './source.type.js';

const SourcePayload = payloadOf('Source', 'source', () => Source);

function fieldsOf(input: RegisterSourceInput | CorrectSourceInput): Correction<SourceRecord> {
  const { kind, title, publisher, language, authors, published, url, licence, note } = input;
  return { kind, title, publisher, language, authors, published, url, licence, note };
}

@Resolver()
export class SourceMutations {
  @Mutation(() => SourcePayload, { nullable: true, description: 'Brings a new source. The same again changes nothing.' })
  registerSource(
    @Ctx() context: Context,
    @Arg('input', () => RegisterSourceInput) input: RegisterSourceInput,
    @EditArg() edit?: EditInput | null,
  ) {
    const key = () => input.key ?? keyOfSource(input.publisher, input.title, input.published);
    return registerThing(context, { operation: 'registerSource', type: 'sources', field: 'source', input, edit }, fieldsOf(input), key);
  }

  @Mutation(() => SourcePayload, { nullable: true, description: 'Corrects a source: what is given is written anew.' })
  correctSource(
    @Ctx() context: Context,
    @Arg('input', () => CorrectSourceInput) input: CorrectSourceInput,
    @EditArg() edit?: EditInput | null,
  ) {
    return correctThing(
      context,
      { operation: 'correctSource', type: 'sources', field: 'source', input, edit },
      input.source,
      fieldsOf(input),
    );
  }
}
