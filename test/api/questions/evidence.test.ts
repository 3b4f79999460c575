import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGINES } from '../../engines.js';
import { type OpenedApi, openApi } from '../open-api.js';

interface Cite {
  readonly locator: string | null;
  readonly field: string | null;
  readonly value: string | null;
  readonly preferred: boolean;
}
interface Claim {
  readonly field: string | null;
  readonly shown: readonly string[];
  readonly supporting: readonly Cite[];
  readonly dissenting: readonly Cite[];
}
interface Page {
  readonly totalCount: number;
  readonly nodes: readonly { readonly id: string; readonly disputed?: boolean }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

describe.each(ENGINES)('questions about evidence on $name', (engine) => {
  let api: OpenedApi;
  beforeAll(async () => {
    api = await openApi(engine);
  });
  afterAll(() => api.close());

  const CITE = 'locator field value preferred';
  const CLAIMS = `claims { field shown supporting { ${CITE} } dissenting { ${CITE} } }`;

  async function claimsOf(id: string): Promise<readonly Claim[]> {
    const { data, errors } = await api.ask<{ evidence: { claims: Claim[] } }, object>(
      `query ($id: ID!) { evidence(id: $id) { ${CLAIMS} } }`,
      {
        id,
      },
    );
    expect(errors).toEqual([]);
    return data?.evidence.claims ?? [];
  }
  async function shown(id: string, field: string): Promise<readonly string[] | undefined> {
    return (await claimsOf(id)).find((claim) => claim.field === field)?.shown;
  }

  test.each([
    ['{ evidence(id: "sector:education") { independentSources } }', 'BAD_INPUT', 'is not of a thing that sources are cited for'],
    ['{ evidence(id: "garbage") { independentSources } }', 'BAD_INPUT', 'is not of a thing that sources are cited for'],
    ['{ evidence(id: "agreement:none") { independentSources } }', 'NOT_FOUND', 'id: there is no agreement'],
    ['{ weaklySupported(maxSources: 0) { totalCount } }', 'BAD_INPUT', 'maxSources is 0. Accepted is a number from 1 to 50'],
    ['{ disagreements(first: 0) { totalCount } }', 'BAD_INPUT', 'first is 0'],
  ])('%s', async (document, code, message) => {
    const { data, errors } = await api.ask<Record<string, unknown>, object>(document);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatchObject({ code, message: expect.stringContaining(message) });
    expect(Object.values(data ?? {})).toEqual([null]);
  });

  test.each([
    ['agreement:klaten-nanjing', 'kind', ['FRIENDSHIP']],
    ['agreement:klaten-nanjing', 'umbrella', ['Central Java – Fujian cooperation']],
    ['agreement:kupang-japan', 'parties', ['Kota Kupang', 'Japan']],
    ['agreement:probolinggo-japan', 'promptedBy', ['We Love Cities 2022']],
    ['stage:jakarta-los-angeles.1', 'date', ['199X']],
    ['tenure:asrul-sani.mayor-of-palopo', 'acting', ['true']],
    ['office:representative-of-zhangzhou', 'place', ['Zhangzhou']],
    ['participation:palopo-batu-offer-2023-10-23.1', 'tenure', ['Aries Agung Paewai, Mayor of Batu']],
    ['place:cn-nanjing-county', 'partOf', ['Zhangzhou']],
    ['place:us-los-angeles', 'location', ['34.05223, -118.24368']],
    ['mission:consulate-general-of-japan-in-denpasar', 'covers', ['Bali', 'Nusa Tenggara Barat', 'Nusa Tenggara Timur']],
    ['event:kupang-japan-offer-2023-03-07', 'venue', ['Ruang kerja Wali Kota Kupang']],
    ['award-result:we-love-cities-2022.1', 'votes', ['820000']],
  ])('of %s, the record shows the %s', async (id, field, texts) => {
    expect(await shown(id, field)).toEqual(texts);
  });

  test('every citation of a thing is in the claim of its field', async () => {
    const { data } = await api.ask<{ agreement: { citations: Cite[] } }, object>(
      `{ agreement(id: "agreement:klaten-nanjing") { citations { ${CITE} } } }`,
    );
    const claims = await claimsOf('agreement:klaten-nanjing');
    const claimed = claims.flatMap(({ field, supporting, dissenting }) => [
      ...supporting.filter((one) => one.field === field),
      ...dissenting,
    ]);
    const texts = (cites: readonly Cite[]) => cites.map((cite) => JSON.stringify(cite)).sort();
    expect(texts(claimed)).toEqual(texts(data?.agreement.citations ?? []));
  });

  test('pages of disagreements reach each once, and all that they are about are disputed', async () => {
    const facts: string[] = [];
    let after: string | null = null;
    let total = 0;
    do {
      const answer: { data: { disagreements: Disagreements } | null } = await api.ask(
        `query ($after: String) { disagreements(first: 4, after: $after) {
          totalCount pageInfo { hasNextPage endCursor } nodes { field dissenting { preferred } subject { disputed ... on Node { id } } }
        } }`,
        { after },
      );
      const page: Disagreements = answer.data?.disagreements as Disagreements;
      for (const { field, subject, dissenting } of page.nodes) {
        expect(subject.disputed).toBe(true);
        expect(dissenting.length).toBeGreaterThan(0);
        facts.push(`${subject.id} ${field}`);
      }
      total = page.totalCount;
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(new Set(facts).size).toBe(facts.length);
    expect(facts).toHaveLength(total);
  });

  test('what is weakly supported of two types comes page by page, first those of the one', async () => {
    const ids: string[] = [];
    let after: string | null = null;
    let total = 0;
    do {
      const answer: { data: { weaklySupported: Page } | null } = await api.ask(
        `query ($after: String) { weaklySupported(types: [STAGE, AGREEMENT], first: 7, after: $after) {
          totalCount pageInfo { hasNextPage endCursor } nodes { ... on Node { id } }
        } }`,
        { after },
      );
      const page: Page = answer.data?.weaklySupported as Page;
      ids.push(...page.nodes.map(({ id }) => id));
      total = page.totalCount;
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(ids).toEqual([...new Set(ids)].sort());
    expect(ids).toHaveLength(total);
    expect(new Set(ids.map((id) => id.split(':')[0]))).toEqual(new Set(['agreement', 'stage']));
  });

  test('the groups of support hold as many things as they count', async () => {
    const { data } = await api.ask<{ support: { count: number; things: Page }[] }, object>(
      '{ support(types: [AGREEMENT, STAGE, TENURE]) { count things(first: 100) { totalCount nodes { ... on Node { id } } } } }',
    );
    for (const { count, things } of data?.support ?? []) {
      expect(things.totalCount).toBe(count);
      expect(things.nodes).toHaveLength(Math.min(100, count));
    }
  });

  test('the evidence of many things takes as many statements as that of few', async () => {
    const ask = (first: number) =>
      api.ask(`{ agreements(first: ${first}) { nodes { evidence { ${CLAIMS} independentSources } stages { evidence { ${CLAIMS} } } } } }`);
    const few = await ask(2);
    const many = await ask(100);
    expect(many.errors).toEqual([]);
    expect(many.storeCalls).toBeLessThanOrEqual(few.storeCalls + 12);
    expect(many.storeCalls).toBeLessThanOrEqual(20);
  });
});

interface Disagreements extends Pick<Page, 'totalCount' | 'pageInfo'> {
  readonly nodes: readonly {
    readonly field: string | null;
    readonly dissenting: readonly Cite[];
    readonly subject: { readonly id: string; readonly disputed: boolean };
  }[];
}
