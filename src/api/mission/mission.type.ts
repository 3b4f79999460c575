import { Field, ObjectType } from 'type-graphql';
import type { MissionKind } from '../../domain/vocabulary.js';
import { Cited } from '../citation/citation.type.js';
import { connectionOf } from '../connection/connection.js';
import { MissionKindEnum } from '../enums.js';
import { Named } from '../names/named.type.js';
import { Node } from '../node/node.type.js';
import { Recorded } from '../revision/recorded.type.js';

@ObjectType({
  implements: [Node, Named, Cited, Recorded],
  simpleResolvers: true,
  description: 'A diplomatic mission: sent by a country, seated in a place, covering provinces.',
})
export class Mission {
  id!: string;
  name!: string;

  @Field(() => MissionKindEnum, { description: 'What kind of mission it is.' })
  kind!: MissionKind;
}

export const MissionConnection = connectionOf(() => Mission, 'Mission');
