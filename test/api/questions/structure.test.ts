import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGINES } from '../../engines.js';
import { type OpenedApi, openApi } from '../open-api.js';

/** A day before every agreement. */
const NOTHING = '{ ties: { asOf: "1500-01-01" } }';

describe.each(ENGINES)('the structure of the graph of ties, as it is asked for, on $name', (engine) => {
  let api: OpenedApi;
  beforeAll(async () => {
    api = await openApi(engine);
  });
  afterAll(() => api.close());

  async function codesOf(query: string): Promise<string[]> {
    const { errors } = await api.ask(query);
    return errors.map(({ code }) => code);
  }

  test('is that of an empty graph where no tie counts', async () => {
    const { data, errors } = await api.ask(`{
      structure(projection: ${NOTHING}) {
        nodes edges componentCount largestComponents meanDegree maxDegree density triangles wedges transitivity averageClustering degreeAssortativity
        degrees { degree } cores { k } distances { mean } communities { count modularity } agreements { totalCount }
      }
      centralPlaces(by: PAGERANK, projection: ${NOTHING}) { totalCount }
      components(projection: ${NOTHING}) { totalCount }
      communities(projection: ${NOTHING}) { totalCount }
      articulationPoints(projection: ${NOTHING}) { totalCount }
      bridges(projection: ${NOTHING}) { totalCount }
    }`);

    expect(errors).toEqual([]);
    const empty = { totalCount: 0 };
    expect(data).toEqual({
      structure: {
        ...{ nodes: 0, edges: 0, componentCount: 0, largestComponents: [], triangles: 0, wedges: 0, degrees: [], cores: [] },
        ...{ meanDegree: null, maxDegree: null, density: null, transitivity: null, averageClustering: null, degreeAssortativity: null },
        ...{ distances: null, communities: { count: 0, modularity: null }, agreements: empty },
      },
      ...{ centralPlaces: empty, components: empty, communities: empty, articulationPoints: empty, bridges: empty },
    });
  });

  test('has provinces and countries for nodes where that is asked', async () => {
    const { data } = await api.ask<{ readonly [level: string]: { readonly nodes: { readonly kind: string }[] } }, object>(`{
      PROVINCE: centralPlaces(by: DEGREE, projection: { level: PROVINCE }, first: 100) { nodes { kind } }
      COUNTRY: centralPlaces(by: DEGREE, projection: { level: COUNTRY }, first: 100) { nodes { kind } }
    }`);

    const kindsOn = (level: string) => new Set(data?.[level]?.nodes.map(({ kind }) => kind));
    expect([kindsOn('PROVINCE'), kindsOn('COUNTRY')]).toEqual([new Set(['PROVINCE']), new Set(['COUNTRY'])]);
  });

  test('gives every member of a component once, page by page', async () => {
    interface Members {
      readonly components: {
        readonly nodes: {
          readonly size: number;
          readonly members: { readonly nodes: { readonly id: string }[]; readonly pageInfo: { readonly endCursor: string | null } };
        }[];
      };
    }
    const page = async (after: string | null) => {
      const { data } = await api.ask<Members, object>(
        'query ($after: String) { components(first: 1) { nodes { size members(first: 5, after: $after) { nodes { id } pageInfo { endCursor } } } } }',
        { after },
      );
      const [{ size = 0, members = null } = {}] = data?.components.nodes ?? [];
      return { size, ids: members?.nodes.map(({ id }) => id) ?? [], end: members?.pageInfo.endCursor ?? null };
    };

    let { size, ids, end } = await page(null);
    while (ids.length < size && end !== null) {
      const next = await page(end);
      ids = [...ids, ...next.ids];
      end = next.end;
    }

    expect(ids).toHaveLength(size);
    expect(new Set(ids).size).toBe(size);
  });

  test('goes on after a cursor of the same order only', async () => {
    const { data } = await api.ask<{ centralPlaces: { pageInfo: { endCursor: string } } }, object>(
      '{ centralPlaces(by: DEGREE, first: 3) { pageInfo { endCursor } } }',
    );
    const after = `first: 3, after: "${data?.centralPlaces.pageInfo.endCursor}"`;

    const codes = await Promise.all(
      ['DEGREE', 'CORE'].map((by) => codesOf(`{ centralPlaces(by: ${by}, ${after}) { totalCount nodes { id } } }`)),
    );

    expect(codes).toEqual([[], ['BAD_INPUT']]);
  });

  test.each([
    ['place:id-kota-batu', 'BAD_INPUT'],
    ['agreement:bali-hawaii', 'BAD_INPUT'],
    ['place:atlantis', 'NOT_FOUND'],
  ])('is refused for the country %s: %s', async (country, code) => {
    expect(await codesOf(`{ structure(projection: { ties: { country: "${country}" } }) { nodes } }`)).toEqual([code]);
  });
});
