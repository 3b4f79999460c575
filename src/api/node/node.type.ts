import { Field, ID, InterfaceType } from 'type-graphql';
import { labelOf } from '../../domain/ontology.js';

/** GraphQL type names are the labels of the graph. What answers for an id of another type than its own says so itself. */
export const typeNameOf = ({ id, __typename }: { readonly id: string; readonly __typename?: string }): string =>
  __typename ?? labelOf(id) ?? 'Unknown';

@InterfaceType({ description: 'Anything that has an id of its own.', resolveType: typeNameOf, autoRegisterImplementations: false })
export abstract class Node {
  @Field(() => ID, { simple: true, description: 'The id: permanent, readable, and unique in the whole graph, such as place:id-kota-batu.' })
  id!: string;
}
