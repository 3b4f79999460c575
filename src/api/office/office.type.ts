import { createUnionType, Field, ObjectType } from 'type-graphql';
import type { OfficeRole } from '../../domain/vocabulary.js';
import { Cited } from '../citation/citation.type.js';
import { connectionOf } from '../connection/connection.js';
import { OfficeRoleEnum } from '../enums.js';
import { Mission } from '../mission/mission.type.js';
import { Named } from '../names/named.type.js';
import { Node, typeNameOf } from '../node/node.type.js';
import { Place } from '../place/place.type.js';
import { Recorded } from '../revision/recorded.type.js';

@ObjectType({
  implements: [Node, Named, Cited, Recorded],
  simpleResolvers: true,
  description: 'A post of a place or of a diplomatic mission, whoever holds it.',
})
export class Office {
  id!: string;
  name!: string;

  @Field(() => OfficeRoleEnum, { description: 'What the office is for.' })
  role!: OfficeRole;
}

export const OfficeBody = createUnionType({
  name: 'OfficeBody',
  description: 'What an office belongs to.',
  types: () => [Place, Mission] as const,
  resolveType: typeNameOf,
});

export const OfficeConnection = connectionOf(() => Office, 'Office');
