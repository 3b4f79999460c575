import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { type Correction, correct } from '../../curation/edits/correct.js';
import { derivedKey } from '../../curation/edits/derived-key.js';
import { register } from '../../curation/edits/register.js';
import type { AwardRecord } from '../../exchange/format/records.js';
import type { Context } from '../context.js';
import { citesOf } from '../curation/citation.input.js';
import { EditArg, type EditInput } from '../curation/edit.input.js';
import { withoutNulls } from '../curation/keys.js';
import { mutate } from '../curation/mutate.js';
import { namesOf, otherNamesOf } from '../curation/names.input.js';
import { payloadOf } from '../curation/payload.js';
import { CorrectAwardInput, RegisterAwardInput, resultOf } from './award.inputs.js';
import { Award } from './award.type.js';

const AwardPayload = payloadOf('Award', 'award', () => Award);

function fieldsOf(input: RegisterAwardInput | CorrectAwardInput): Correction<AwardRecord> {
  const { name, organiser, date, participatingPlaces, participatingCountries, otherNames, results, note } = input;
  return {
    name: name && namesOf(name),
    organiser,
    date,
    participatingPlaces,
    participatingCountries,
    otherNames: otherNames && otherNamesOf(otherNames),
    results: results?.map(resultOf),
    note,
  };
}

@Resolver()
export class AwardMutations {
  @Mutation(() => AwardPayload, { description: 'Brings a new award or campaign. The same again changes nothing.' })
  registerAward(
    @Ctx() context: Context,
    @Arg('input', () => RegisterAwardInput) input: RegisterAwardInput,
    @EditArg() edit?: EditInput | null,
  ) {
    const { name, citations } = input;
    const key = () => input.key ?? derivedKey(name.en ?? name.id ?? '');
    const record = () => ({ ...withoutNulls(fieldsOf(input)), key: key(), cites: citesOf(citations) });
    return mutate(context, 'award', {
      operation: 'registerAward',
      input,
      edit,
      citations: [...citations, ...(input.results ?? []).flatMap((one) => one.citations)],
      plan: (desk) => register(desk, { type: 'awards', record: record() as AwardRecord }),
    });
  }

  @Mutation(() => AwardPayload, { description: 'Corrects an award: what is given is written anew, with who says so.' })
  correctAward(
    @Ctx() context: Context,
    @Arg('input', () => CorrectAwardInput) input: CorrectAwardInput,
    @EditArg() edit?: EditInput | null,
  ) {
    const { award, citations } = input;
    return mutate(context, 'award', {
      operation: 'correctAward',
      input,
      edit,
      citations,
      ids: [award],
      plan: (desk) => correct(desk, 'awards', award, fieldsOf(input), citesOf(citations)),
    });
  }
}
