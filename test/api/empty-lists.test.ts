import { getNullableType, isListType } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGINES } from '../engines.js';
import { asking, inputsOf, questions } from './asking.js';
import { type OpenedApi, openApi } from './open-api.js';

/** What may be empty: what is asked for itself, and what is empty when it is left out. */
const NO_FILTERS = ['nodes.ids', 'recommendedPartners.weights', 'tiesByYear.by'];

/** Every list that a question takes. */
const lists = questions.flatMap((field) =>
  inputsOf(field)
    .filter(({ type }) => isListType(getNullableType(type)))
    .map(({ path }) => ({ field, path, name: [field.name, ...path].join('.') })),
);

describe.each(ENGINES)('an empty list on $name', (engine) => {
  let api: OpenedApi;
  beforeAll(async () => {
    api = await openApi(engine);
  });
  afterAll(() => api.close());

  test.each(lists.filter(({ name }) => !NO_FILTERS.includes(name)))('$name is refused', async ({ field, path }) => {
    const { document, variables } = asking(field, path, []);
    const { data, errors, storeCalls } = await api.ask(document, variables);
    const message = `${path.join('.')} is empty. Accepted is a list of one or more; leave it out for `;
    expect(errors).toEqual([{ code: 'BAD_INPUT', message: expect.stringContaining(message), path: '' }]);
    expect([data, storeCalls]).toEqual([null, 0]);
  });

  test.each(lists.filter(({ name }) => NO_FILTERS.includes(name)))('$name is answered', async ({ field, path }) => {
    const { document, variables } = asking(field, path, []);
    expect((await api.ask(document, variables)).errors).toEqual([]);
  });

  test.each([
    ['{ countryMatrix(ties: { kinds: [] }) { totalCount } }', 'ties.kinds is empty'],
    ['{ countryMatrix(ties: { kinds: [] }) { totalCount } }', 'leave it out for all.'],
    ['{ survival(ends: []) { count } }', 'leave it out for EXPIRED, TERMINATED.'],
    ['{ place(by: { id: "place:id" }) { parts(kinds: []) { totalCount } } }', 'kinds is empty'],
    ['{ node(id: "place:id") { ...Parts } } fragment Parts on Place { parts(kinds: []) { totalCount } }', 'kinds is empty'],
    [
      '{ eligibility(a: "place:id-jk", b: "place:id-jb") { findings(verdicts: []) { verdict } } }',
      'verdicts is empty. Accepted is a list of one or more; leave it out for all.',
    ],
    ['query ($kinds: [PlaceKind!] = []) { places(kinds: $kinds) { totalCount } }', 'kinds is empty'],
    ['query ($sectors: [ID!] = []) { cousins(place: "place:id-jk", ties: { sectors: $sectors }) { totalCount } }', 'ties.sectors is empty'],
    ['{ places { totalCount } events(kinds: []) @skip(if: true) { totalCount } }', null],
    ['{ places(kinds: null) { totalCount } }', null],
    ['{ recommendedPartners(place: "place:id-jk", weights: []) { signals { weight } } }', null],
  ])('%s', async (document, message) => {
    const { errors } = await api.ask(document, {});
    if (message === null) expect(errors).toEqual([]);
    else expect(errors).toEqual([{ code: 'BAD_INPUT', message: expect.stringContaining(message), path: '' }]);
  });
});
