import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { addAwardResults } from '../../curation/edits/add-parts.js';
import type { Correction } from '../../curation/edits/correct.js';
import { keyOfName } from '../../curation/edits/readable-keys.js';
import type { AwardRecord } from '../../exchange/format/records.js';
import type { Context } from '../context.js';
import { type CitationInput, citesOf } from '../curation/citation.input.js';
import { EditArg, type EditInput } from '../curation/edit.input.js';
import { given, keyOfArgument } from '../curation/keys.js';
import { mutate } from '../curation/mutate.js';
import { namesOf, otherNamesOf } from '../curation/names.input.js';
import { payloadOf } from '../curation/payload.js';
import { correctThing, registerThing } from '../curation/things.js';
import { AddAwardResultsInput, type AwardResultInput, CorrectAwardInput, RegisterAwardInput } from './award.inputs.js';
import { Award } from './award.type.js';

const AwardPayload = payloadOf('Award', 'award', () => Award);

function resultOf(
  { place, outcome, region, votes, suggestions, citations }: AwardResultInput,
  argument: string,
  others: readonly CitationInput[],
): AwardRecord['results'][number] {
  return {
    place: keyOfArgument(`${argument}.place`, place, 'Place'),
    outcome,
    region: given(region),
    votes: given(votes),
    suggestions: given(suggestions),
    cites: citesOf(citations ?? others),
  };
}

function fieldsOf(input: RegisterAwardInput | CorrectAwardInput): Correction<AwardRecord> {
  const { name, organiser, date, participatingPlaces, participatingCountries, otherNames, results, note, citations } = input;
  return {
    name: name && namesOf(name),
    organiser,
    date,
    participatingPlaces,
    participatingCountries,
    otherNames: otherNames && otherNamesOf(otherNames),
    results: results === null ? null : results?.map((one, index) => resultOf(one, `results[${index}]`, citations)),
    note,
  };
}

@Resolver()
export class AwardMutations {
  @Mutation(() => AwardPayload, { nullable: true, description: 'Brings a new award. The same again changes nothing.' })
  registerAward(
    @Ctx() context: Context,
    @Arg('input', () => RegisterAwardInput) input: RegisterAwardInput,
    @EditArg() edit?: EditInput | null,
  ) {
    const key = () => input.key ?? keyOfName(input.name, 'name');
    return registerThing(
      context,
      { operation: 'registerAward', type: 'awards', field: 'award', input, citations: input.citations, edit },
      fieldsOf(input),
      key,
    );
  }

  @Mutation(() => AwardPayload, { nullable: true, description: 'Corrects an award: what is given is written anew, with who says so.' })
  correctAward(
    @Ctx() context: Context,
    @Arg('input', () => CorrectAwardInput) input: CorrectAwardInput,
    @EditArg() edit?: EditInput | null,
  ) {
    return correctThing(
      context,
      { operation: 'correctAward', type: 'awards', field: 'award', input, citations: input.citations, edit },
      input.award,
      fieldsOf(input),
    );
  }

  @Mutation(() => AwardPayload, { nullable: true, description: 'Adds what places achieved in an award. The same again changes nothing.' })
  addAwardResults(
    @Ctx() context: Context,
    @Arg('input', () => AddAwardResultsInput) input: AddAwardResultsInput,
    @EditArg() edit?: EditInput | null,
  ) {
    const { award, results, citations } = input;
    const more = results.map((one, index) => resultOf(one, `results[${index}]`, citations));
    return mutate(context, 'award', {
      operation: 'addAwardResults',
      input,
      edit,
      citations,
      ids: [award],
      added: ['results'],
      plan: (desk) => addAwardResults(desk, award, more),
    });
  }
}
