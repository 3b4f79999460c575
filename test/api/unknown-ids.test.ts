import { type GraphQLField, getNamedType, getNullableType, isListType } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGINES } from '../engines.js';
import { asking, type Input, inputsOf, questions } from './asking.js';
import { type OpenedApi, openApi } from './open-api.js';

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

/** Every id that a question takes. */
const cases = questions
  .filter(({ name }) => !APART.includes(name))
  .flatMap((field) =>
    inputsOf(field)
      .filter(({ type }) => getNamedType(type).name === 'ID')
      .map((input) => ({ field, ...input })),
  );

describe.each(ENGINES)('an id of nothing on $name', (engine) => {
  let api: OpenedApi;
  beforeAll(async () => {
    api = await openApi(engine);
  });
  afterAll(() => api.close());

  test.each(cases.map((one) => [`${one.field.name}(${one.path.join('.')})`, one] as const))('%s', async (_, one) => {
    const id = idOfNothing(one);
    const { document, variables } = asking(one.field, one.path, isListType(getNullableType(one.type)) ? [id] : id);
    const { errors } = await api.ask(document, variables);
    expect(errors).toEqual([{ code: 'NOT_FOUND', message: expect.stringContaining(`${one.path.at(-1)}: `), path: expect.anything() }]);
    expect(errors[0]?.message).toContain(`"${id}"`);
  });
});

function idOfNothing({ field, path }: Input & { readonly field: GraphQLField<unknown, unknown> }): string {
  const last = path.at(-1) as string;
  return NOTHING[`${field.name}.${last}`] ?? NOTHING[last] ?? `${OF_ITS_TYPE.includes(field.name) ? field.name : 'place'}:none`;
}
