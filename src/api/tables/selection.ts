import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  TypeNameMetaFieldDef,
  typeFromAST,
} from 'graphql';
import { DefectError } from '../../domain/errors.js';

/** What an operation selects, with fragments resolved: a field by the name it has in the answer. */
export interface Selected {
  /** Its name in the answer: the alias, where it has one. */
  readonly key: string;
  readonly description: string;
  readonly type: GraphQLNamedType;
  /** How many lists stand around its value: 0 for one value, 1 for a list. */
  readonly listDepth: number;
  /** In the order of the operation; none for a leaf. */
  readonly children: readonly Selected[];
}

/** A selection set with the type that it selects from. */
interface Part {
  readonly parent: GraphQLNamedType;
  readonly set: SelectionSetNode;
}

export function operationOf(document: DocumentNode): OperationDefinitionNode {
  const operation = document.definitions.find((one): one is OperationDefinitionNode => one.kind === Kind.OPERATION_DEFINITION);
  if (operation === undefined) throw new DefectError('a document holds no operation');
  return operation;
}

export function fragmentsOf(document: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> {
  const fragments = document.definitions.filter((one): one is FragmentDefinitionNode => one.kind === Kind.FRAGMENT_DEFINITION);
  return new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
}

/**
 * What an operation selects. A field that several fragments select is there once, at its first place, with
 * what all of them select of it: the shape of the answer, whatever types the things in it turn out to have.
 */
export function selectionOf(schema: GraphQLSchema, document: DocumentNode): readonly Selected[] {
  const query = schema.getQueryType();
  if (!query) throw new DefectError('the schema has no queries');
  const fragments = fragmentsOf(document);
  return merged([{ parent: query, set: operationOf(document).selectionSet }]);

  function merged(parts: readonly Part[]): readonly Selected[] {
    const fields = new Map<string, { parent: GraphQLNamedType; nodes: FieldNode[] }>();
    for (const part of parts) collect(part, fields);
    return [...fields].map(([key, { parent, nodes }]) => {
      const { type, description } = definitionOf(parent, nodes[0] as FieldNode);
      const named = getNamedType(type);
      const sets = nodes.flatMap(({ selectionSet }) => (selectionSet === undefined ? [] : [{ parent: named, set: selectionSet }]));
      return { key, description, type: named, listDepth: listDepthOf(type), children: merged(sets) };
    });
  }

  function collect({ parent, set }: Part, fields: Map<string, { parent: GraphQLNamedType; nodes: FieldNode[] }>): void {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value;
        const field = fields.get(key);
        if (field === undefined) fields.set(key, { parent, nodes: [selection] });
        else field.nodes.push(selection);
        continue;
      }
      const within = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
      if (within === undefined) throw new DefectError('a document spreads a fragment that it does not hold');
      const type = within.typeCondition === undefined ? parent : typeFromAST(schema, within.typeCondition);
      if (type === undefined || !isCompositeType(type)) throw new DefectError('a fragment is on a type that the schema does not have');
      collect({ parent: type, set: within.selectionSet }, fields);
    }
  }
}

function definitionOf(parent: GraphQLNamedType, { name }: FieldNode): { type: GraphQLOutputType; description: string } {
  if (name.value === TypeNameMetaFieldDef.name) return { type: TypeNameMetaFieldDef.type, description: 'What type it is of.' };
  const field = 'getFields' in parent ? parent.getFields()[name.value] : undefined;
  if (field === undefined || !('args' in field)) throw new DefectError(`there is no field ${name.value} on ${parent.name}`);
  return { type: field.type, description: field.description ?? '' };
}

function listDepthOf(type: GraphQLOutputType): number {
  if (isNonNullType(type)) return listDepthOf(type.ofType);
  return isListType(type) ? 1 + listDepthOf(type.ofType) : 0;
}

/** Whether a type is a page of a list: has `edges`, `nodes` and `pageInfo`. */
export function isConnection(type: GraphQLNamedType): boolean {
  return isObjectType(type) && ['edges', 'nodes', 'pageInfo'].every((field) => field in type.getFields());
}

/** The selected field at a path from here; null when the path leads nowhere. */
export function selectedAt(selection: readonly Selected[], path: readonly string[]): Selected | null {
  const [key, ...rest] = path;
  const found = selection.find((one) => one.key === key);
  if (found === undefined || rest.length === 0) return found ?? null;
  return selectedAt(found.children, rest);
}
