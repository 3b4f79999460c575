import { Field, ObjectType } from 'type-graphql';
import { Cited } from '../citation/citation.type.js';
import { connectionOf } from '../connection/connection.js';
import { Node } from '../node/node.type.js';
import { Recorded } from '../revision/recorded.type.js';

@ObjectType({ implements: [Node, Cited, Recorded], simpleResolvers: true, description: 'An official in an office for a time.' })
export class Tenure {
  id!: string;

  @Field(() => Boolean, { description: 'Whether a source calls the official acting (penjabat, Pj.); false: none does.' })
  acting!: boolean;

  from!: string | null;
  until!: string | null;

  @Field(() => String, { nullable: true, description: 'A remark on the tenure.' })
  note!: string | null;
}

export const TenureConnection = connectionOf(() => Tenure, 'Tenure');
