import { InterfaceType } from 'type-graphql';
import { typeNameOf } from '../node/node.type.js';

@InterfaceType({
  description: 'Something that has a record of its own, whose changes are kept for ever.',
  resolveType: typeNameOf,
  autoRegisterImplementations: false,
})
export abstract class Recorded {
  id!: string;
}
