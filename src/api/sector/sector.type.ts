import { ObjectType } from 'type-graphql';
import { connectionOf } from '../connection/connection.js';
import { Named } from '../names/named.type.js';
import { Node } from '../node/node.type.js';
import { Recorded } from '../revision/recorded.type.js';

@ObjectType({ implements: [Node, Named, Recorded], simpleResolvers: true, description: 'A field of cooperation.' })
export class Sector {
  id!: string;
  name!: string;
}

export const SectorConnection = connectionOf(() => Sector, 'Sector');
