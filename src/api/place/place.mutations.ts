import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Correction } from '../../curation/edits/correct.js';
import { derivedKey } from '../../curation/edits/derived-key.js';
import type { PlaceRecord } from '../../exchange/format/records.js';
import type { Context } from '../context.js';
import { EditArg, type EditInput } from '../curation/edit.input.js';
import { keysOfArgument, optionalKey, withoutNulls } from '../curation/keys.js';
import { namesOf, otherNamesOf } from '../curation/names.input.js';
import { payloadOf } from '../curation/payload.js';
import { correctThing, registerThing } from '../curation/things.js';
import { CorrectPlaceInput, RegisterPlaceInput } from './place.inputs.js';
import { Place } from './place.type.js';

const PlacePayload = payloadOf('Place', 'place', () => Place);

function fieldsOf(input: RegisterPlaceInput | CorrectPlaceInput): Correction<PlaceRecord> {
  const { kind, name, slug, designation, names, partOf, formerlyPartOf, codes, otherNames, location, population, note } = input;
  return {
    kind,
    name,
    slug,
    designation,
    names: names && namesOf(names),
    partOf: optionalKey('partOf', partOf, 'Place'),
    formerlyPartOf: formerlyPartOf && keysOfArgument('formerlyPartOf', formerlyPartOf, 'Place'),
    codes: codes === null ? null : codes?.map(withoutNulls),
    otherNames: otherNames && otherNamesOf(otherNames),
    location: location && { latitude: location.latitude, longitude: location.longitude },
    population,
    note,
  };
}

@Resolver()
export class PlaceMutations {
  @Mutation(() => PlacePayload, { nullable: true, description: 'Brings a new place. The same again changes nothing.' })
  registerPlace(
    @Ctx() context: Context,
    @Arg('input', () => RegisterPlaceInput) input: RegisterPlaceInput,
    @EditArg() edit?: EditInput | null,
  ) {
    const fields = fieldsOf(input);
    const country = input.kind === 'COUNTRY' ? undefined : fields.partOf?.split('-')[0];
    return registerThing(
      context,
      { operation: 'registerPlace', type: 'places', field: 'place', input, citations: input.citations, edit },
      fields,
      () => input.key ?? derivedKey(country, input.name),
    );
  }

  @Mutation(() => PlacePayload, { nullable: true, description: 'Corrects a place: what is given is written anew, with who says so.' })
  correctPlace(
    @Ctx() context: Context,
    @Arg('input', () => CorrectPlaceInput) input: CorrectPlaceInput,
    @EditArg() edit?: EditInput | null,
  ) {
    const thing = { operation: 'correctPlace', type: 'places', field: 'place', input, citations: input.citations, edit } as const;
    return correctThing(context, thing, input.place, fieldsOf(input));
  }
}
