import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { CodeScheme, PlaceKind } from '../../domain/vocabulary.js';
import { Cited } from '../citation/citation.type.js';
import { connectionOf } from '../connection/connection.js';
import { CodeSchemeEnum, PlaceKindEnum } from '../enums.js';
import { Named } from '../names/named.type.js';
import { Node } from '../node/node.type.js';
import { Recorded } from '../revision/recorded.type.js';

@ObjectType({ simpleResolvers: true, description: 'Where a place is (WGS 84).' })
export class Location {
  @Field(() => Float, { description: 'Degrees north.' })
  latitude!: number;

  @Field(() => Float, { description: 'Degrees east.' })
  longitude!: number;
}

@ObjectType({ simpleResolvers: true, description: 'The identifier of a place in a public register.' })
export class Code {
  @Field(() => CodeSchemeEnum, { description: 'The register.' })
  scheme!: CodeScheme;

  @Field(() => String, { description: 'The identifier.' })
  value!: string;

  from!: string | null;
  until!: string | null;
}

@ObjectType({
  implements: [Node, Named, Cited, Recorded],
  simpleResolvers: true,
  description:
    'A country, province, city, regency or any part of one. Countries and provinces are places too: a place is part of a place, at any depth.',
})
export class Place {
  id!: string;
  name!: string;
  latitude!: number | null;
  longitude!: number | null;

  @Field(() => String, { description: 'A readable address, such as kota-batu-id.' })
  slug!: string;

  @Field(() => PlaceKindEnum, { description: 'What kind of place it is.' })
  kind!: PlaceKind;

  @Field(() => String, {
    nullable: true,
    description: 'What this kind of place is called where it is: kabupaten, prefecture, state, county.',
  })
  designation!: string | null;

  @Field(() => Int, { nullable: true, description: 'How many people live there, by the source of the place.' })
  population!: number | null;

  @Field(() => String, { nullable: true, description: 'A remark on the place.' })
  note!: string | null;
}

export const PlaceConnection = connectionOf(() => Place, 'Place');

@InputType({ description: 'What to find one place by: give one of the fields.' })
export class PlaceBy {
  @Field(() => ID, { nullable: true, description: 'Id, such as place:id-kota-batu.' })
  id?: string | null;

  @Field(() => String, { nullable: true, description: 'Slug, such as kota-batu-id.' })
  slug?: string | null;

  @Field(() => String, { nullable: true, description: 'Kemendagri code, such as 35 or 35.79.' })
  kemendagri?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'ISO 3166-1 alpha-2 code of a country or ISO 3166-2 code of a subdivision, such as JP or JP-26.',
  })
  iso?: string | null;

  @Field(() => String, { nullable: true, description: 'Wikidata item, such as Q11483.' })
  wikidata?: string | null;

  @Field(() => String, { nullable: true, description: 'GeoNames id, such as 1645518.' })
  geonames?: string | null;
}
