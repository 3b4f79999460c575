import { type DocumentNode, type FieldNode, type GraphQLSchema, getOperationAST, Kind, type SelectionSetNode } from 'graphql';
import { type AskedOperation, costOf } from './cost.js';

/** Where an operation costs most. */
export interface DearestList {
  /** The field of the query that costs most, by its name in the answer. */
  readonly field: string;
  /** What that field costs. */
  readonly cost: number;
  /** The path of the longest page on the way of what costs most: the one to make smaller. */
  readonly list: string;
}

/** Finds where an operation costs most. */
export function dearestList(schema: GraphQLSchema, asked: AskedOperation): DearestList | null {
  const seen = new Map<FieldNode, { readonly cost: number; readonly first: number }>();
  costOf(schema, asked, ({ node, args }, cost) => seen.set(node, { cost, first: typeof args.first === 'number' ? args.first : 1 }));
  const costIn = (field: FieldNode) => seen.get(field)?.cost ?? 0;

  let found: DearestList | null = null;
  let longest = 1;
  const path: string[] = [];
  let selected = getOperationAST(asked.document, asked.operationName)?.selectionSet;
  while (selected !== undefined) {
    const [dearest] = fieldsOf(asked.document, selected).sort((one, other) => costIn(other) - costIn(one));
    if (dearest === undefined) break;
    const name = (dearest.alias ?? dearest.name).value;
    path.push(name);
    found ??= { field: name, cost: costIn(dearest), list: name };
    const first = seen.get(dearest)?.first ?? 1;
    if (first > 1 && first >= longest) {
      longest = first;
      found = { ...found, list: path.join('.') };
    }
    selected = dearest.selectionSet;
  }
  return found;
}

/** The fields that a selection leads to, those of its fragments among them: each fragment once, since it may stand in many places. */
function fieldsOf(document: DocumentNode, { selections }: SelectionSetNode, read = new Set<string>()): FieldNode[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection];
    if (selection.kind === Kind.INLINE_FRAGMENT) return fieldsOf(document, selection.selectionSet, read);
    const name = selection.name.value;
    const fragment = document.definitions.find((one) => one.kind === Kind.FRAGMENT_DEFINITION && one.name.value === name);
    if (read.has(name) || fragment?.kind !== Kind.FRAGMENT_DEFINITION) return [];
    read.add(name);
    return fieldsOf(document, fragment.selectionSet, read);
  });
}
