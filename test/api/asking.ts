import { readFileSync } from 'node:fs';
import {
  buildASTSchema,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNamedType,
  isInputObjectType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  parse,
} from 'graphql';

const schema = buildASTSchema(parse(readFileSync(new URL('../../schema/schema.graphql', import.meta.url), 'utf8')), {
  assumeValidSDL: true,
});

/** Every field of the query. */
export const questions: readonly GraphQLField<unknown, unknown>[] = Object.values((schema.getQueryType() as GraphQLObjectType).getFields());

/** What the required arguments of a question are given while another is tried out. */
const SAMPLES: Readonly<Record<string, unknown>> = {
  a: 'place:id-jk',
  b: 'place:id-jb',
  'chains.from': 'place:id-jk',
  'chains.to': 'place:id-jb',
  'changesBetween.from': '2000-01-01',
  'changesBetween.until': '2020-01-01',
  'centralPlaces.by': 'DEGREE',
  country: 'place:id',
  date: '2020-01-01',
  'stageDurations.from': 'SIGNED',
  'stageDurations.to': 'RENEWED',
  mission: 'mission:consulate-general-of-japan-in-denpasar',
  place: 'place:id-kota-bandung',
  text: 'batu',
};

/** Something that a question takes. */
export interface Input {
  /** The argument, and the fields inside it. */
  readonly path: readonly string[];
  readonly type: GraphQLInputType;
}

/** Everything that a question takes, as an argument or deep in one. */
export function inputsOf(field: GraphQLField<unknown, unknown>): Input[] {
  return field.args.flatMap((argument) => inputsIn(argument.type, [argument.name]));
}

function inputsIn(type: GraphQLInputType, path: readonly string[]): Input[] {
  const named = getNamedType(type);
  const inside = isInputObjectType(named) ? Object.values(named.getFields()) : [];
  return [{ path, type }, ...inside.flatMap((field) => inputsIn(field.type, [...path, field.name]))];
}

/** Asks a question for as little as can be asked, with a value in one place, and samples where something has to be given. */
export function asking(
  field: GraphQLField<unknown, unknown>,
  [name = '', ...inside]: readonly string[],
  value: unknown,
): { document: string; variables: Record<string, unknown> } {
  const tried = inside.reduceRight<unknown>((inner, step) => ({ [step]: inner }), value);
  const given = field.args.filter((argument) => argument.name === name || isRequiredArgument(argument));
  const variables = Object.fromEntries(
    given.map((argument) => [
      argument.name,
      argument.name === name ? tried : (SAMPLES[`${field.name}.${argument.name}`] ?? SAMPLES[argument.name]),
    ]),
  );
  const document = `query (${given.map(({ name, type }) => `$${name}: ${type}`).join(' ')}) {
    ${field.name}(${given.map(({ name }) => `${name}: $${name}`).join(' ')}) ${selection(field.type)}
  }`;
  return { document, variables };
}

/** As little of a type as can be asked for. */
function selection(type: GraphQLOutputType): string {
  const named = getNamedType(type);
  if (isLeafType(named)) return '';
  if (!isObjectType(named)) return '{ __typename }';
  const fields = Object.values(named.getFields()).filter(({ args }) => !args.some(isRequiredArgument));
  const chosen = fields.find((one) => isLeafType(getNamedType(one.type))) ?? fields[0];
  return chosen === undefined ? '{ __typename }' : `{ ${chosen.name} ${selection(chosen.type)} }`;
}
