import {
  type GraphQLField,
  type GraphQLInputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { OPERATIONS, type Operation } from '../../../src/api/curation/operations.js';
import { buildSchema } from '../../../src/api/schema.js';
import { type Actor, ANONYMOUS } from '../../../src/domain/access/actor.js';
import { PERMISSIONS } from '../../../src/domain/access/permissions.js';
import { isAtLeast, ROLES_IN_ORDER } from '../../../src/domain/access/roles.js';
import { ENGINES } from '../../engines.js';
import type { OpenedApi } from '../open-api.js';
import { CITED, editing } from './editing.js';
import { openSmall } from './open-small.js';

const mutations = Object.values(buildSchema().getMutationType()?.getFields() ?? {});

/** Something of a type, so that a mutation can be asked for at all. */
function sampleOf(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return sampleOf(type.ofType);
  if (isListType(type)) return [sampleOf(type.ofType)];
  const named = getNamedType(type);
  if (isInputObjectType(named)) {
    const required = Object.values(named.getFields()).filter(isRequiredInputField);
    return Object.fromEntries(required.map((field) => [field.name, sampleOf(field.type)]));
  }
  if (isEnumType(named)) return named.getValues()[0]?.name;
  return named.name === 'Int' ? 1 : named.name === 'ID' ? 'source:paper' : named.name === 'Float' ? 1 : 'x';
}

function asked({ name, args }: GraphQLField<unknown, unknown>) {
  const given = args.filter(isRequiredArgument);
  return {
    document: `mutation (${given.map((one) => `$${one.name}: ${one.type}`).join(' ')}) { ${name}(${given.map((one) => `${one.name}: $${one.name}`).join(' ')}) { userErrors { code } } }`,
    variables: Object.fromEntries(given.map((one) => [one.name, sampleOf(one.type)])),
  };
}

const actorOf = (role: Actor['role'], within: Actor['within'] = null): Actor => ({ id: `token:${role}`, name: role, role, within });

test('every mutation has its permission', () => {
  expect(mutations.map(({ name }) => name).sort()).toEqual(Object.keys(OPERATIONS).sort());
});

describe.each(ENGINES.slice(0, 1))('edits on $name', (engine) => {
  let api: OpenedApi;
  beforeAll(async () => {
    api = await openSmall(engine);
  });
  afterAll(() => api.close());

  const CASES = mutations.flatMap((mutation) => ROLES_IN_ORDER.map((role) => ({ name: mutation.name as Operation, role, mutation })));
  test.each(CASES.filter(({ name }) => name !== 'undo'))('$name is for $role as the table says', async ({ name, role, mutation }) => {
    const { document, variables } = asked(mutation);
    const { errors } = await api.ask(document, variables as never, actorOf(role));
    const isAllowed = isAtLeast(role, PERMISSIONS[OPERATIONS[name]].least);
    expect(errors.some(({ code }) => code === 'FORBIDDEN')).toBe(!isAllowed);
  });

  test.each(mutations.filter(({ name }) => name !== 'undo'))('$name needs a token', async (mutation) => {
    const { document, variables } = asked(mutation);
    const { errors } = await api.ask(document, variables as never, ANONYMOUS);
    expect(errors).toMatchObject([{ code: 'UNAUTHENTICATED' }]);
  });
});

describe.each(ENGINES)('an editor within places on $name', (engine) => {
  let api: OpenedApi;
  const edit = editing(() => api, actorOf('editor', ['place:jp-26']));
  beforeAll(async () => {
    api = await openSmall(engine);
  });
  afterAll(() => api.close());

  const open = (parties: string) =>
    edit(`openAgreement(input: { kind: FRIENDSHIP, parties: [${parties}], steps: [{ stage: INITIATIVE, ${CITED} }], ${CITED} })`);

  test('edits what is inside, and agreements of it', async () => {
    expect(await edit(`correctPlace(input: { place: "place:jp-uji", population: 1, ${CITED} })`)).toMatchObject({ userErrors: [] });
    expect(await open('"place:id-kota-batu", "place:jp-26"')).toMatchObject({ userErrors: [] });
    expect(await edit(`registerPlace(input: { kind: CITY, name: "Kyoto", partOf: "place:jp-26", ${CITED} })`)).toMatchObject({
      userErrors: [],
    });
  });

  test('edits nothing else', async () => {
    const forbidden = [{ code: 'FORBIDDEN' }];
    expect(await edit(`correctPlace(input: { place: "place:id-kota-batu", population: 1, ${CITED} })`)).toMatchObject({
      userErrors: forbidden,
    });
    expect(await open('"place:id-ji", "place:jp"')).toMatchObject({ userErrors: forbidden });
    expect(await edit(`registerPlace(input: { kind: CITY, name: "Malang", partOf: "place:id-ji", ${CITED} })`)).toMatchObject({
      userErrors: forbidden,
    });
    expect(await edit('cite(id: "official:ani", citation: { source: "source:list" })')).toMatchObject({ userErrors: forbidden });
  });

  test('moves nothing in or out', async () => {
    expect(await edit(`correctPlace(input: { place: "place:jp-uji", partOf: "place:jp", ${CITED} })`)).toMatchObject({
      userErrors: [{ code: 'FORBIDDEN' }],
    });
    expect(await edit(`correctPlace(input: { place: "place:id-kota-batu", partOf: "place:jp-26", ${CITED} })`)).toMatchObject({
      userErrors: [{ code: 'FORBIDDEN' }],
    });
  });

  test('takes nothing that is outside to where it may be, not even the country around it', async () => {
    const { userErrors } = await edit(`correctPlace(input: { place: "place:id", kind: PROVINCE, partOf: "place:jp-26", ${CITED} })`);
    expect(userErrors).toMatchObject([{ code: 'FORBIDDEN' }]);
  });

  test('advances an agreement of which a party is inside, and adds to it', async () => {
    const step = `step: { stage: COOPERATION_PLAN, date: "2018-09", ${CITED} }`;
    expect(await edit(`advanceAgreement(agreement: "agreement:batu-uji", ${step})`)).toMatchObject({ userErrors: [] });
    expect(await edit(`correctEvent(input: { event: "event:signing", note: "Seen.", ${CITED} })`)).toMatchObject({ userErrors: [] });
  });

  test('takes back own edits, and not those of others', async () => {
    const { revision } = await edit(`correctPlace(input: { place: "place:jp-uji", population: 2, ${CITED} })`);
    const others = editing(() => api, { ...actorOf('editor'), id: 'token:budi' });
    await expect(others(`undo(revision: ${revision?.number})`)).rejects.toThrow('FORBIDDEN');
    expect(await edit(`undo(revision: ${revision?.number})`)).toMatchObject({ userErrors: [] });
  });
});
