import {
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  getNamedType,
  type InlineFragmentNode,
  Kind,
  parseType,
  type SelectionNode,
  type SelectionSetNode,
  TypeInfo,
  type VariableDefinitionNode,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { DefectError } from '../../domain/errors.js';
import { fragmentsOf, isConnection, operationOf } from './selection.js';
import type { TablePath } from './table-path.js';

/** The variables with which a narrowed operation is asked for one page after another. */
export const PAGE_SIZE = 'rowsOfPage';
export const PAGE_AFTER = 'rowsAfter';
export const PAGE_VARIABLES: readonly string[] = [PAGE_SIZE, PAGE_AFTER];

/**
 * An operation cut down to one table: nothing is asked for but what is in its rows. Where the rows are those of a
 * connection, its page is asked for with the variables `rowsOfPage` and `rowsAfter`, whatever the operation itself
 * says, so that a table can be followed to its end. A list inside a row stays the page that the operation asks for;
 * its `totalCount` is added, so that nobody takes the page for the whole.
 */
export function narrowed(schema: GraphQLSchema, document: DocumentNode, path: TablePath): DocumentNode {
  const operation = operationOf(document);
  const pathless = { ...operation, selectionSet: withoutSpreads(document, operation.selectionSet) };
  const cut = { ...pathless, selectionSet: cutTo(pathless.selectionSet, path.steps, path.source === 'connection') };
  const counted = withCounts(schema, { kind: Kind.DOCUMENT, definitions: [cut] }, path);
  const narrow = operationOf(counted);
  return {
    ...counted,
    definitions: [{ ...narrow, variableDefinitions: variablesOf(narrow.variableDefinitions ?? [], narrow.selectionSet) }],
  };
}

/** Fragments where they are spread, so that each place can be cut by itself. */
function withoutSpreads(document: DocumentNode, set: SelectionSetNode): SelectionSetNode {
  const fragments = fragmentsOf(document);
  const inlined = (inner: SelectionSetNode): SelectionSetNode => ({
    ...inner,
    selections: inner.selections.map((selection): SelectionNode => {
      if (selection.kind === Kind.FIELD || selection.kind === Kind.INLINE_FRAGMENT)
        return selection.selectionSet === undefined
          ? selection
          : ({ ...selection, selectionSet: inlined(selection.selectionSet) } as SelectionNode);
      const fragment = fragments.get(selection.name.value);
      if (fragment === undefined) throw new DefectError(`there is no fragment ${selection.name.value}`);
      const { typeCondition, selectionSet } = fragment;
      return { kind: Kind.INLINE_FRAGMENT, typeCondition, directives: selection.directives, selectionSet: inlined(selectionSet) };
    }),
  });
  return inlined(set);
}

function cutTo(set: SelectionSetNode, steps: readonly string[], isConnectionPath: boolean): SelectionSetNode {
  const [step, ...rest] = steps;
  if (step === undefined) return set;
  const kept = set.selections.flatMap((selection): SelectionNode[] => {
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      const within = cutTo(selection.selectionSet, steps, isConnectionPath);
      return within.selections.length === 0 ? [] : [{ ...selection, selectionSet: within } satisfies InlineFragmentNode];
    }
    if (selection.kind !== Kind.FIELD || keyOf(selection) !== step || selection.selectionSet === undefined) return [];
    if (rest.length > 0) return [{ ...selection, selectionSet: cutTo(selection.selectionSet, rest, isConnectionPath) }];
    return [isConnectionPath ? paged(selection, selection.selectionSet) : selection];
  });
  return { ...set, selections: kept };
}

/** A connection asked page by page: for its edges where the operation asks for them, else for its nodes. */
function paged(field: FieldNode, set: SelectionSetNode): FieldNode {
  const items = ['edges', 'nodes']
    .map((key) => set.selections.filter((one): one is FieldNode => one.kind === Kind.FIELD && keyOf(one) === key))
    .find((found) => found.length > 0);
  if (items === undefined) throw new DefectError('a connection is not asked for its items');
  const others = (field.arguments ?? []).filter(({ name }) => name.value !== 'first' && name.value !== 'after');
  return {
    ...field,
    arguments: [...others, argument('first', PAGE_SIZE), argument('after', PAGE_AFTER)],
    selectionSet: { ...set, selections: [...items, leaf('pageInfo', [leaf('hasNextPage'), leaf('endCursor')])] },
  };
}

/** Asks the lists inside the rows how long they are. */
function withCounts(schema: GraphQLSchema, document: DocumentNode, path: TablePath): DocumentNode {
  const types = new TypeInfo(schema);
  const rows = path.source === 'connection' ? path.steps.join('.') : null;
  const at: string[] = [];
  return visit(
    document,
    visitWithTypeInfo(types, {
      Field: {
        enter: (field) => {
          at.push(keyOf(field));
        },
        leave: (field) => {
          const isRows = at.join('.') === rows;
          at.pop();
          const type = types.getType();
          if (isRows || !type || !isConnection(getNamedType(type)) || field.selectionSet === undefined) return undefined;
          const { selections } = field.selectionSet;
          const isCounted = selections.some((one) => one.kind === Kind.FIELD && keyOf(one) === 'totalCount');
          return isCounted
            ? undefined
            : { ...field, selectionSet: { ...field.selectionSet, selections: [leaf('totalCount'), ...selections] } };
        },
      },
    }),
  );
}

/** The variables that are still used, and those of the page. */
function variablesOf(declared: readonly VariableDefinitionNode[], set: SelectionSetNode): VariableDefinitionNode[] {
  const used = new Set<string>();
  visit(set, { Variable: ({ name }) => void used.add(name.value) });
  const page = [variable(PAGE_SIZE, 'Int!'), variable(PAGE_AFTER, 'String')];
  return [...declared, ...page].filter((definition) => used.has(definition.variable.name.value));
}

function keyOf({ alias, name }: FieldNode): string {
  return alias?.value ?? name.value;
}

function leaf(name: string, selections: FieldNode[] = []): FieldNode {
  const set = selections.length === 0 ? {} : { selectionSet: { kind: Kind.SELECTION_SET, selections } as const };
  return { kind: Kind.FIELD, name: { kind: Kind.NAME, value: name }, ...set };
}

function argument(name: string, variableName: string): ArgumentNode {
  const value = { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: variableName } } as const;
  return { kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: name }, value };
}

function variable(name: string, type: string): VariableDefinitionNode {
  return {
    kind: Kind.VARIABLE_DEFINITION,
    variable: { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: name } },
    type: parseType(type),
  };
}
