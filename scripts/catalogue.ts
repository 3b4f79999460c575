import 'reflect-metadata';
import { readdirSync, readFileSync } from 'node:fs';
import { type FieldNode, Kind, type OperationDefinitionNode, parse } from 'graphql';
import { buildSchemaSync, type NonEmptyArray } from 'type-graphql';
import { CATALOGUE } from '../src/api/questions/catalogue.js';

const OPERATIONS = new URL('../schema/operations/', import.meta.url);

export interface NamedOperation {
  readonly name: string;
  /** The text as it is committed, with its comments. */
  readonly text: string;
  /** The variables of its line "# variables: {...}". */
  readonly variables: Readonly<Record<string, unknown>>;
  /** The fields of Query that it asks for. */
  readonly asks: readonly string[];
}

export interface Question {
  /** The field of Query that answers it. */
  readonly field: string;
  readonly definition: string;
  /** Parts of its description, where it has them. */
  readonly bounds: string | null;
  readonly cost: string | null;
  readonly errors: string | null;
  readonly operations: readonly NamedOperation[];
}

/** The operations in schema/operations, by name. */
export function namedOperations(): NamedOperation[] {
  return readdirSync(OPERATIONS)
    .sort()
    .map((file) => {
      const text = readFileSync(new URL(file, OPERATIONS), 'utf8');
      const definition = parse(text).definitions.find((one): one is OperationDefinitionNode => one.kind === Kind.OPERATION_DEFINITION);
      return {
        name: file.replace(/\.graphql$/, ''),
        text,
        variables: JSON.parse(/^# variables: (\{.*\})$/m.exec(text)?.[1] ?? '{}') as Record<string, unknown>,
        asks: (definition?.selectionSet.selections ?? [])
          .filter((one): one is FieldNode => one.kind === Kind.FIELD)
          .map(({ name }) => name.value),
      };
    });
}

/** The questions of the API, in the order of the catalogue. */
export function questionsOfCatalogue(): { readonly title: string; readonly questions: readonly Question[] }[] {
  const operations = namedOperations();
  return CATALOGUE.filter(({ resolvers }) => resolvers.length > 0).map(({ title, resolvers }) => {
    const fields = buildSchemaSync({ resolvers: resolvers as NonEmptyArray<new () => object>, validate: false, skipCheck: true })
      .getQueryType()
      ?.getFields();
    const questions = Object.values(fields ?? {}).map(({ name, description }) => ({
      field: name,
      ...partsOf(description ?? ''),
      operations: operations.filter(({ asks }) => asks.includes(name)),
    }));
    return { title, questions };
  });
}

/** A description is a definition, then "Bounds: …", "Cost: …" and "Errors: …". */
function partsOf(description: string): Pick<Question, 'definition' | 'bounds' | 'cost' | 'errors'> {
  const [definition = '', ...rest] = description.split(/\s*(?=\b(?:Bounds|Cost|Errors): )/);
  const part = (name: string) => rest.find((one) => one.startsWith(`${name}: `))?.slice(name.length + 2) ?? null;
  return { definition, bounds: part('Bounds'), cost: part('Cost'), errors: part('Errors') };
}
