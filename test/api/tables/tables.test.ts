import 'reflect-metadata';
import fc from 'fast-check';
import { buildSchema, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { rowsOf, tableShape } from '../../../src/api/tables/columns.js';
import { asAsked, readInputs, variablesOf } from '../../../src/api/tables/inputs.js';
import { pagesOf, tableOf } from '../../../src/api/tables/table.js';

const schema = buildSchema(`
  enum Kind { CITY REGENCY }
  input Filter { kinds: [Kind!], asOf: Int, within: Filter }
  type PageInfo { hasNextPage: Boolean!, endCursor: String }
  type Town { id: ID!, name(lang: String): String, kind: Kind, size: Int, mayor: Mayor, aliases: [String!]!, twins(first: Int, after: String): TownConnection!, parts: [Town!]! }
  type Mayor { name: String!, acting: Boolean! }
  type Country { id: ID!, chief: Mayor }
  union Thing = Town | Country
  type TownEdge { node: Town!, shared: Int!, cursor: String! }
  type TownConnection { edges: [TownEdge!]!, nodes: [Town!]!, pageInfo: PageInfo!, totalCount: Int! }
  type Query {
    "Towns."
    towns("Which towns." filter: Filter, "How small at least." least: Int = 3, first: Int, after: String): TownConnection!
    town(id: ID!): Town
    things: [Thing!]!
    total: Int!
  }
`);
const operation = (text: string) => ({ name: 'Test', question: 'Which?', text, document: parse(text), example: {} });
const columnsOf = (text: string, path: string | null = null, unwind: string | null = null) =>
  tableShape(tableOf(schema, operation(text), path).row, unwind).columns.map(({ name }) => name);
const rows = (text: string, item: object, unwind: string | null = null) => [
  ...rowsOf(item, tableShape(tableOf(schema, operation(text), null).row, unwind)),
];

describe('the columns of a table', () => {
  test('are the leaves of a row in the order of the operation, named by the way to them', () => {
    expect(
      columnsOf('{ towns { nodes { size id called: name(lang: "en") mayor { name acting } aliases twins { nodes { id } } } } }'),
    ).toEqual(['size', 'id', 'called', 'mayor.name', 'mayor.acting', 'aliases', 'twins.totalCount', 'twins.nodes.id']);
  });

  test('are those of the edges, where an operation asks for edges', () => {
    expect(columnsOf('{ towns { totalCount edges { shared node { id } } nodes { name } } }')).toEqual(['shared', 'node.id']);
  });

  test('come once where several fragments select them', () => {
    const text = '{ things { __typename ...T ... on Country { id chief { name } } } } fragment T on Town { id name mayor { name } }';
    expect(columnsOf(text)).toEqual(['__typename', 'id', 'name', 'mayor.name', 'chief.name']);
  });

  test('are the same whatever the answer is', () => {
    const text = '{ towns { nodes { id mayor { name } parts { id } } } }';
    expect(rows(text, { id: 'a', mayor: null, parts: [] })).toEqual([['a', null, null]]);
    expect(rows(text, { id: 'a', mayor: { name: 'Ani' }, parts: [{ id: 'b' }] })).toEqual([['a', 'Ani', 'b']]);
  });
});

describe('lists in a row', () => {
  const TEXT = '{ towns { nodes { id parts { name parts { name size } } aliases } } }';
  const item = {
    id: 'a',
    parts: [
      {
        name: 'b',
        parts: [
          { name: 'c', size: 1 },
          { name: 'd|e', size: null },
        ],
      },
      { name: null, parts: [] },
    ],
    aliases: ['x', 'y'],
  };

  test('are joined in one cell, the inner ones with one stroke more', () => {
    expect(rows(TEXT, item)).toEqual([['a', 'b | ', 'c || d\\|e | ', '1 ||  | ', 'x | y']]);
  });

  test('become rows when they are unwound, with the lists that they are inside of; an empty one leaves its row', () => {
    expect(rows(TEXT, item, 'parts')).toEqual([
      ['a', 'b', 'c | d\\|e', '1 | ', 'x | y'],
      ['a', null, null, null, 'x | y'],
    ]);
    expect(rows(TEXT, item, 'parts.parts')).toEqual([
      ['a', 'b', 'c', 1, 'x | y'],
      ['a', 'b', 'd|e', null, 'x | y'],
      ['a', null, null, null, 'x | y'],
    ]);
    expect(rows(TEXT, item, 'aliases').map((row) => row.at(-1))).toEqual(['x', 'y']);
  });

  test('can be taken apart again', () =>
    fc.assert(
      fc.property(fc.array(fc.string({ unit: fc.constantFrom('a', '|', '\\', ' ', 'ẵ') }), { minLength: 1 }), (aliases) => {
        const [[cell]] = rows('{ towns { nodes { aliases } } }', { aliases }) as [[string]];
        const parts = cell.split(' | ').map((part) => part.replaceAll(/\\([|\\])/g, '$1'));
        expect(parts).toEqual(aliases);
      }),
    ));

  test.each(['id', 'nothing', 'parts.name'])('unwind refuses %s, and says what it accepts', (unwind) => {
    expect(() => columnsOf(TEXT, null, unwind)).toThrow(
      `unwind "${unwind}" is no list in the rows. Accepted are parts, parts.parts, aliases.`,
    );
  });
});

describe('which list is the table', () => {
  test.each([
    ['{ towns { nodes { id } } total }', ['id']],
    ['{ things { __typename } }', ['__typename']],
    ['{ town(id: 1) { name parts { id } } }', ['id']],
    ['{ town(id: 1) { name mayor { name } } }', ['name', 'mayor.name']],
    ['{ total }', ['total']],
    ['{ total town(id: 1) { name } a: town(id: 2) { name } }', ['total', 'town.name', 'a.name']],
  ])('%s', (text, expected) => {
    expect(columnsOf(text)).toEqual(expected);
  });

  test('has to be said where there are several, and the error lists them', () => {
    const text = '{ town(id: 1) { parts { id } twins { nodes { name } } mayor { name } } }';
    expect(() => columnsOf(text)).toThrow('Accepted are town (one row), town.parts, town.twins.');
    expect(() => columnsOf(text, 'town.mayor')).toThrow('no table at path "town.mayor"');
    expect(columnsOf(text, 'town.twins')).toEqual(['name']);
    expect(columnsOf(text, 'town')).toEqual(['parts.id', 'twins.totalCount', 'twins.nodes.name', 'mayor.name']);
  });
});

describe('the pages of a table', () => {
  const PAGED =
    'query ($filter: Filter, $size: Int = 7, $after: String) { towns(filter: $filter, first: $size, after: $after) { nodes { id } } }';
  const answers = (pages: readonly (readonly string[])[]) => {
    const asked: unknown[] = [];
    const execute = async (_: string, variables: Readonly<Record<string, unknown>>) => {
      asked.push(variables);
      const at = Number(variables.rowsAfter ?? -1) + 1;
      const nodes = (pages[at] ?? []).map((id) => ({ id }));
      return { towns: { nodes, pageInfo: { hasNextPage: at < pages.length - 1, endCursor: String(at) } } };
    };
    return { asked, execute };
  };

  test('are followed to the end, as large as they may be, whatever the operation asks for by itself', async () => {
    const { asked, execute } = answers([['a', 'b'], [], ['c']]);
    const found = [];
    for await (const page of pagesOf(schema, tableOf(schema, operation(PAGED), null), { filter: {} }, execute)) found.push(page);
    expect(found).toEqual([[{ id: 'a' }, { id: 'b' }], [], [{ id: 'c' }]]);
    expect(asked).toEqual([null, '0', '1'].map((rowsAfter) => ({ filter: {}, rowsOfPage: 100, rowsAfter })));
  });

  test('are smaller where a page would cost more than a request may', async () => {
    const { asked, execute } = answers([['a']]);
    const heavy = '{ towns { nodes { twins(first: 100) { nodes { twins(first: 100) { nodes { id } } } } } } }';
    for await (const _ of pagesOf(schema, tableOf(schema, operation(heavy), null), {}, execute));
    expect(asked).toEqual([{ rowsOfPage: 7, rowsAfter: null }]);
  });

  test('of what has no pages are one', async () => {
    const found = [];
    const table = tableOf(schema, operation('{ town(id: 1) { parts { id } } }'), null);
    for await (const page of pagesOf(schema, table, {}, async () => ({ town: { parts: [{ id: 'a' }] } }))) found.push(page);
    for await (const page of pagesOf(schema, table, {}, async () => ({ town: null }))) found.push(page);
    expect(found).toEqual([[{ id: 'a' }], []]);
  });
});

describe('variables from texts', () => {
  const inputs = variablesOf(
    schema,
    parse(
      'query ($id: ID!, $filter: Filter, $least: Int = 4, $kinds: [Kind!]) { town(id: $id) { id } towns(filter: $filter, least: $least) { nodes { id } } }',
    ),
  );
  const readFrom = (given: Record<string, string[]>) => readInputs('Test', inputs, given);

  test('are read by their types', () => {
    const given = { id: ['7'], filter: ['{"asOf": 3, "kinds": ["CITY"]}'], least: ['12'], kinds: ['CITY', 'REGENCY'] };
    expect(readFrom(given)).toEqual({ id: '7', filter: { asOf: 3, kinds: ['CITY'] }, least: 12, kinds: ['CITY', 'REGENCY'] });
    expect(readFrom({ id: ['a'], kinds: ['["CITY"]'] })).toEqual({ id: 'a', kinds: ['CITY'] });
  });

  test.each([
    [{}, 'Test needs id. Accepted is an id'],
    [{ id: ['a', 'b'] }, 'id is given 2 times. Accepted is an id'],
    [
      { id: ['a'], least: ['many'] },
      'least "many" is not accepted: Int cannot represent non-integer value: "many". Accepted is a whole number. How small at least.',
    ],
    [
      { id: ['a'], kinds: ['TOWN'] },
      'kinds.0 "TOWN" is not accepted: Value "TOWN" does not exist in "Kind" enum. Accepted is one of CITY, REGENCY.',
    ],
    [
      { id: ['a'], filter: ['{"within": {"asOf": "x"}}'] },
      'filter.within.asOf "x" is not accepted: Int cannot represent non-integer value: "x". Accepted is a whole number.',
    ],
    [{ id: ['a'], filter: ['CITY'] }, 'filter "CITY" is not JSON. Accepted is a JSON object with kinds, asOf, within. Which towns.'],
    [{ id: ['a'], filter: ['{"when": 1}'] }, 'Field "when" is not defined by type "Filter".'],
    [{ id: ['a'], place: ['b'] }, 'Test takes no place. Accepted are id, filter, least, kinds.'],
  ] as [Record<string, string[]>, string][])('%o is refused: %s', (given, message) => {
    expect(() => readFrom(given)).toThrow(message);
  });

  test('ask the same in whatever order they are written, given or left to what holds without them', () => {
    const one = asAsked(inputs, readFrom({ least: ['4'], filter: ['{"kinds":["CITY"],"asOf":2,"within":null}'], id: ['a'] }));
    const other = asAsked(inputs, readFrom({ id: ['a'], filter: ['{"asOf":2,"kinds":["CITY"]}'] }));
    expect(JSON.stringify(one)).toBe('{"id":"a","filter":{"asOf":2,"kinds":["CITY"]},"least":4}');
    expect(JSON.stringify(other)).toBe(JSON.stringify(one));
  });
});
