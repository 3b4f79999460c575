import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { type Correction, correct } from '../../curation/edits/correct.js';
import { derivedKey } from '../../curation/edits/derived-key.js';
import { register } from '../../curation/edits/register.js';
import type { PlaceRecord } from '../../exchange/format/records.js';
import type { Context } from '../context.js';
import { citesOf } from '../curation/citation.input.js';
import { EditArg, type EditInput } from '../curation/edit.input.js';
import { keysOfArgument, optionalKey, withoutNulls } from '../curation/keys.js';
import { mutate } from '../curation/mutate.js';
import { namesOf, otherNamesOf } from '../curation/names.input.js';
import { payloadOf } from '../curation/payload.js';
import { CorrectPlaceInput, type PlaceFields, RegisterPlaceInput } from './place.inputs.js';
import { Place } from './place.type.js';

const PlacePayload = payloadOf('Place', 'place', () => Place);

function fieldsOf(input: PlaceFields): Correction<PlaceRecord> {
  const { slug, designation, names, partOf, formerlyPartOf, codes, otherNames, location, population, note } = input;
  return {
    slug,
    designation,
    names: names && namesOf(names),
    partOf: optionalKey('partOf', partOf, 'Place'),
    formerlyPartOf: formerlyPartOf && keysOfArgument('formerlyPartOf', formerlyPartOf, 'Place'),
    codes: codes?.map(withoutNulls),
    otherNames: otherNames && otherNamesOf(otherNames),
    location: location && { latitude: location.latitude, longitude: location.longitude },
    population,
    note,
  };
}

@Resolver()
export class PlaceMutations {
  @Mutation(() => PlacePayload, { description: 'Brings a new place. The same again changes nothing.' })
  registerPlace(
    @Ctx() context: Context,
    @Arg('input', () => RegisterPlaceInput) input: RegisterPlaceInput,
    @EditArg() edit?: EditInput | null,
  ) {
    const { key, kind, name, citations } = input;
    const fields = withoutNulls(fieldsOf(input));
    const country = kind === 'COUNTRY' ? undefined : fields.partOf?.split('-')[0];
    return mutate(context, 'place', {
      operation: 'registerPlace',
      input,
      edit,
      citations,
      plan: (desk) =>
        register(desk, {
          type: 'places',
          record: { ...fields, key: key ?? derivedKey(country, name), kind, name, cites: citesOf(citations) } as PlaceRecord,
        }),
    });
  }

  @Mutation(() => PlacePayload, { description: 'Corrects a place: what is given is written anew, with who says so.' })
  correctPlace(
    @Ctx() context: Context,
    @Arg('input', () => CorrectPlaceInput) input: CorrectPlaceInput,
    @EditArg() edit?: EditInput | null,
  ) {
    const { place, kind, name, citations } = input;
    return mutate(context, 'place', {
      operation: 'correctPlace',
      input,
      edit,
      citations,
      ids: [place],
      plan: (desk) => correct(desk, 'places', place, { ...fieldsOf(input), kind, name }, citesOf(citations)),
    });
  }
}
