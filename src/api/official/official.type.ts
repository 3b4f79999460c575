import { Field, ObjectType } from 'type-graphql';
import { Cited } from '../citation/citation.type.js';
import { connectionOf } from '../connection/connection.js';
import { Named } from '../names/named.type.js';
import { Node } from '../node/node.type.js';
import { Recorded } from '../revision/recorded.type.js';

@ObjectType({ implements: [Node, Named, Cited, Recorded], simpleResolvers: true, description: 'A person who holds or held an office.' })
export class Official {
  id!: string;
  name!: string;

  @Field(() => String, { nullable: true, description: 'A remark on the person.' })
  note!: string | null;
}

export const OfficialConnection = connectionOf(() => Official, 'Official');
