import { readFileSync } from 'node:fs';
import {
  buildASTSchema,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isLeafType,
  isListType,
  isObjectType,
  isRequiredArgument,
  parse,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGINES } from '../engines.js';
import { type OpenedApi, openApi } from './open-api.js';

const schema = buildASTSchema(parse(readFileSync(new URL('../../schema/schema.graphql', import.meta.url), 'utf8')), {
  assumeValidSDL: true,
});

/** What the required arguments of a question are given while another is wrong. */
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
  place: 'place:id-kota-bandung',
};
/** An id that nothing has, of the type that an argument takes; where it is not said here, of a place. */
const NOTHING: Readonly<Record<string, string>> = {
  sectors: 'sector:none',
  agreement: 'agreement:none',
  mission: 'mission:none',
  'evidence.id': 'agreement:none',
};
/** These take an id of their own type. */
const OF_ITS_TYPE = ['agreement', 'award', 'event', 'mission', 'office', 'official', 'sector', 'source'];
/** These are answered id by id (see errors.test.ts). */
const APART = ['node', 'nodes'];

interface IdInput {
  readonly field: GraphQLField<unknown, unknown>;
  /** The argument, and the fields inside it. */
  readonly path: readonly string[];
  readonly type: GraphQLInputType;
}

/** Every id that a question takes, as an argument or deep in one. */
const cases: IdInput[] = Object.values((schema.getQueryType() as GraphQLObjectType).getFields())
  .filter(({ name }) => !APART.includes(name))
  .flatMap((field) => field.args.flatMap((argument) => idsIn(argument.type, [argument.name]).map((one) => ({ field, ...one }))));

describe.each(ENGINES)('an id of nothing on $name', (engine) => {
  let api: OpenedApi;
  beforeAll(async () => {
    api = await openApi(engine);
  });
  afterAll(() => api.close());

  test.each(cases.map((one) => [`${one.field.name}(${one.path.join('.')})`, one] as const))('%s', async (_, one) => {
    const { document, variables, id } = question(one);
    const { errors } = await api.ask(document, variables);
    expect(errors).toEqual([{ code: 'NOT_FOUND', message: expect.stringContaining(`${one.path.at(-1)}: `), path: expect.anything() }]);
    expect(errors[0]?.message).toContain(`"${id}"`);
  });
});

function question({ field, path, type }: IdInput): { document: string; variables: Record<string, unknown>; id: string } {
  const last = path.at(-1) as string;
  const id = NOTHING[`${field.name}.${last}`] ?? NOTHING[last] ?? `${OF_ITS_TYPE.includes(field.name) ? field.name : 'place'}:none`;
  const wrong = path.slice(1).reduceRight<unknown>((inner, name) => ({ [name]: inner }), isListType(getNullableType(type)) ? [id] : id);
  const given = field.args.filter((argument) => argument.name === path[0] || isRequiredArgument(argument));
  const variables = Object.fromEntries(
    given.map(({ name }) => [name, name === path[0] ? wrong : (SAMPLES[`${field.name}.${name}`] ?? SAMPLES[name])]),
  );
  const document = `query (${given.map(({ name, type }) => `$${name}: ${type}`).join(' ')}) {
    ${field.name}(${given.map(({ name }) => `${name}: $${name}`).join(' ')}) ${selection(field.type)}
  }`;
  return { document, variables, id };
}

function idsIn(type: GraphQLInputType, path: readonly string[]): { path: readonly string[]; type: GraphQLInputType }[] {
  const named = getNamedType(type);
  if (named.name === 'ID') return [{ path, type }];
  if (!isInputObjectType(named)) return [];
  return Object.values(named.getFields()).flatMap((field) => idsIn(field.type, [...path, field.name]));
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
