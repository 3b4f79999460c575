import {
  coerceInputValue,
  type DocumentNode,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  isScalarType,
  TypeInfo,
  typeFromAST,
  valueFromASTUntyped,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { A_DURATION } from '../../analytics/elapsed.js';
import { BadInputError, DefectError } from '../../domain/errors.js';
import { shortened } from '../ids.js';
import { PAGE_VARIABLES } from './narrowed.js';
import { operationOf } from './selection.js';

/** Something that a question takes, as it can be given by name in an address or on a command line. */
export interface Input {
  readonly name: string;
  readonly type: GraphQLInputType;
  readonly required: boolean;
  /** What holds where nothing is given; undefined: nothing. */
  readonly fallback: unknown;
  /** One line. */
  readonly description: string;
}

/** Texts by the name under which they were given; several where a name was given several times. */
export type GivenTexts = Readonly<Record<string, readonly string[]>>;

/** Values by name, as they go into JSON. */
export type Values = Readonly<Record<string, unknown>>;

/** The variables of an operation but those of its pages; each is described by the argument that it is put into. */
export function variablesOf(schema: GraphQLSchema, document: DocumentNode): readonly Input[] {
  const types = new TypeInfo(schema);
  const descriptions = new Map<string, string>();
  visit(
    document,
    visitWithTypeInfo(types, {
      Variable: ({ name }) => {
        const description = types.getArgument()?.description;
        if (description && !descriptions.has(name.value)) descriptions.set(name.value, description);
      },
    }),
  );
  const declared = (operationOf(document).variableDefinitions ?? []).filter(
    ({ variable }) => !PAGE_VARIABLES.includes(variable.name.value),
  );
  return declared.map(({ variable, type: node, defaultValue }) => {
    const name = variable.name.value;
    const type = typeFromAST(schema, node) as GraphQLInputType | undefined;
    if (type === undefined) throw new DefectError(`the variable ${name} has a type that the schema does not have`);
    return {
      name,
      type,
      required: isNonNullType(type) && defaultValue === undefined,
      fallback: defaultValue === undefined ? undefined : valueFromASTUntyped(defaultValue),
      description: oneLine(descriptions.get(name) ?? ''),
    };
  });
}

/** The fields of an input type, as inputs of their own. */
export function fieldsOf(type: GraphQLInputObjectType): readonly Input[] {
  return Object.values(type.getFields()).map((field) => ({
    name: field.name,
    type: field.type,
    required: isRequiredInputField(field),
    fallback: field.defaultValue,
    description: oneLine(field.description ?? ''),
  }));
}

/** Reads inputs from texts. Throws `BadInputError` that names the first one that is wrong, missing or unknown, and says what is accepted. */
export function readInputs(subject: string, inputs: readonly Input[], given: GivenTexts): Values {
  for (const name of Object.keys(given)) {
    if (!inputs.some((input) => input.name === name)) {
      const accepted = inputs.length === 0 ? 'Nothing is accepted.' : `Accepted are ${inputs.map((input) => input.name).join(', ')}.`;
      throw new BadInputError(`${subject} takes no ${shortened(name)}. ${accepted}`);
    }
  }
  return Object.fromEntries(
    inputs.flatMap((input) => {
      const texts = given[input.name] ?? [];
      if (texts.length > 0) return [[input.name, checked(input, fromTexts(input, input.type, texts))]];
      if (input.required) throw new BadInputError(`${subject} needs ${input.name}. ${acceptedFor(input)}`);
      return [];
    }),
  );
}

/**
 * What was asked, the same for everybody who asks the same: with what holds where nothing was given, in the order of
 * the inputs, without nulls, and with the fields of objects by name.
 */
export function asAsked(inputs: readonly Input[], values: Values): Values {
  return Object.fromEntries(
    inputs.flatMap(({ name, fallback }) => {
      const value = name in values ? values[name] : (fallback ?? null);
      return value === null ? [] : [[name, inOrder(value)]];
    }),
  );
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (value === null || typeof value !== 'object') return value;
  const fields = Object.entries(value).filter(([, inner]) => inner !== null && inner !== undefined);
  return Object.fromEntries(fields.sort(([one], [other]) => (one < other ? -1 : 1)).map(([name, inner]) => [name, inOrder(inner)]));
}

/** What is accepted for an input, in words. */
export function accepted(type: GraphQLInputType): string {
  if (isNonNullType(type)) return accepted(type.ofType);
  if (isListType(type)) return `${accepted(type.ofType)}; given several times for several`;
  if (isEnumType(type)) {
    const names = type.getValues().map(({ name }) => name);
    return `one of ${names.join(', ')}`;
  }
  if (isInputObjectType(type)) return `a JSON object with ${Object.keys(type.getFields()).join(', ')}`;
  return IN_WORDS[type.name] ?? `a ${type.name}`;
}

const IN_WORDS: Readonly<Record<string, string>> = {
  Int: 'a whole number',
  Float: 'a number',
  Boolean: 'true or false',
  ID: 'an id',
  String: 'a text',
  Date: 'a day such as 2020-01-31',
  ISO8601Duration: A_DURATION,
};

function acceptedFor({ type, description }: Input): string {
  return `Accepted is ${accepted(type)}.${description === '' ? '' : ` ${description}`}`;
}

function fromTexts(input: Input, type: GraphQLInputType, texts: readonly string[]): unknown {
  if (isNonNullType(type)) return fromTexts(input, type.ofType, texts);
  const [text = ''] = texts;
  if (isListType(type)) {
    if (texts.length === 1 && text.trimStart().startsWith('[')) return jsonOf(input, text);
    return texts.map((one) => fromTexts(input, type.ofType, [one]));
  }
  if (texts.length > 1) throw new BadInputError(`${input.name} is given ${texts.length} times. ${acceptedFor(input)}`);
  if (isInputObjectType(type)) return jsonOf(input, text);
  if (isScalarType(type) && (type.name === 'Int' || type.name === 'Float') && /^-?\d+(?:\.\d+)?$/.test(text)) return Number(text);
  if (isScalarType(type) && type.name === 'Boolean' && (text === 'true' || text === 'false')) return text === 'true';
  return text;
}

function jsonOf(input: Input, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new BadInputError(`${input.name} "${shortened(text)}" is not JSON. ${acceptedFor(input)}`);
  }
}

/** The value itself, once GraphQL has found nothing wrong with it. */
function checked(input: Input, value: unknown): unknown {
  coerceInputValue(value, input.type, (path, wrong, error) => {
    const told = shortened(JSON.stringify(wrong) ?? '');
    const name = [input.name, ...path].join('.');
    if (error.message.includes('Accepted ')) throw new BadInputError(`${name} ${error.message}`);
    const isAccepted = path.length === 0 ? acceptedFor(input) : `Accepted is ${accepted(typeAt(input.type, path))}.`;
    throw new BadInputError(`${name} ${told} is not accepted: ${sentence(error.message)} ${isAccepted}`);
  });
  return value;
}

function sentence(text: string): string {
  return /[.?!]$/.test(text) ? text : `${text}.`;
}

function typeAt(type: GraphQLInputType, [step, ...rest]: readonly (string | number)[]): GraphQLInputType {
  if (step === undefined) return type;
  if (isNonNullType(type)) return typeAt(type.ofType, [step, ...rest]);
  if (isListType(type)) return typeAt(type.ofType, rest);
  const field = isInputObjectType(type) ? type.getFields()[step] : undefined;
  return field === undefined ? type : typeAt(field.type, rest);
}

/** A description without its line breaks. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
