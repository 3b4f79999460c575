import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGINES } from '../../engines.js';
import { type OpenedApi, openApi } from '../open-api.js';

describe.each(ENGINES)('questions about time on $name', (engine) => {
  let api: OpenedApi;
  beforeAll(async () => {
    api = await openApi(engine);
  });
  afterAll(() => api.close());

  const YEARS = 'from: "1900-01-01", until: "2025-12-31"';

  test.each([
    [
      '{ graphOn(date: "2017-12-31", ties: { asOf: "2016-01-01" }) { date } }',
      'BAD_INPUT',
      'ties.asOf is not accepted here: date is the day',
    ],
    ['{ graphOn(date: "2017-12-31", within: "sector:education") { date } }', 'BAD_INPUT', 'is not an id of type place'],
    ['{ graphOn(date: "2017-12-31", within: "place:none") { date } }', 'NOT_FOUND', 'there is no place'],
    [
      '{ changesBetween(from: "2024-01-02", until: "2024-01-01") { totalCount } }',
      'BAD_INPUT',
      'from 2024-01-02 is after until 2024-01-01',
    ],
    [`{ changesBetween(${YEARS}, ties: { asOf: "2016-01-01" }) { totalCount } }`, 'BAD_INPUT', 'as of the day until'],
    [`{ changesBetween(${YEARS}, first: 101) { totalCount } }`, 'BAD_INPUT', 'first is 101'],
    ['{ survival(ends: [RENEWED]) { count } }', 'BAD_INPUT', 'ends has RENEWED. Accepted are one or more of DORMANT, EXPIRED, TERMINATED'],
    ['{ survival(ties: { phases: [AGREEMENT] }) { count } }', 'BAD_INPUT', 'it would choose agreements by how they ended'],
    ['{ stageDurations(from: SIGNED, to: RENEWED, within: "place:none") { totalCount } }', 'NOT_FOUND', 'there is no place'],
  ])('%s', async (document, code, message) => {
    const { data, errors } = await api.ask<Record<string, unknown>, object>(document);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatchObject({ code, message: expect.stringContaining(message) });
    expect(Object.values(data ?? {})).toEqual([null]);
  });

  test('pages of changes follow one another without gap or repetition', async () => {
    const steps: string[] = [];
    let after: string | null = null;
    let total = 0;
    do {
      const { data, errors } = await api.ask<{ changesBetween: Changes }, object>(
        `query ($after: String) { changesBetween(${YEARS}, first: 100, after: $after) { totalCount nodes { step { id } } pageInfo { hasNextPage endCursor } } }`,
        { after },
      );
      expect(errors).toEqual([]);
      const page = data?.changesBetween as Changes;
      steps.push(...page.nodes.map(({ step }) => step.id));
      total = page.totalCount;
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(new Set(steps).size).toBe(steps.length);
    expect(steps).toHaveLength(total);
  });

  test('the counts of a day, its later and its undated agreements make all agreements', async () => {
    const { data } = await api.ask<Totals, object>(
      '{ graphOn(date: "2017-12-31") { standing { count } phases { standing { count } } later { count } undated { count } } agreements { totalCount } }',
    );
    const { graphOn, agreements } = data as Totals;
    const { standing, phases, later, undated } = graphOn;
    expect(standing.count + later.count + undated.count).toBe(agreements.totalCount);
    expect(phases.reduce((sum, phase) => sum + phase.standing.count, 0)).toBe(standing.count);
  });

  test('what the state is as of a day is what the graph was on it', async () => {
    const { data } = await api.ask<{ graphOn: { phases: PhaseOnDay[] } }, object>(
      `{ graphOn(date: "2017-12-31") { phases { phase standing { agreements(first: 100) { nodes { id state(asOf: "2017-12-31") { phase } } } } } } }`,
    );
    for (const { phase, standing } of data?.graphOn.phases ?? [])
      for (const { id, state } of standing.agreements.nodes) expect(state.phase, `${id} as of 2017-12-31`).toBe(phase);
  });

  test('groups by country lead to the countries', async () => {
    const { data, errors } = await api.ask<{ stageDurations: { nodes: Group[] } }, object>(
      '{ stageDurations(from: LETTER_OF_INTENT, to: SIGNED, by: COUNTRY, first: 2) { nodes { group country { id } reachedCount reached(first: 100) { nodes { days } } } } }',
    );
    expect(errors).toEqual([]);
    const nodes = data?.stageDurations.nodes ?? [];
    expect(nodes[0]?.country.id).toBe('place:id');
    for (const { group, country, reachedCount, reached } of nodes) {
      expect(country.id).toBe(group);
      const days = reached.nodes.map((span) => span.days);
      expect(days).toHaveLength(reachedCount);
      expect(days).toEqual([...days].sort((one, other) => one - other));
    }
  });
});

interface Count {
  readonly count: number;
}
interface Totals {
  readonly graphOn: Record<'standing' | 'later' | 'undated', Count> & { readonly phases: readonly { readonly standing: Count }[] };
  readonly agreements: { readonly totalCount: number };
}
interface Changes {
  readonly totalCount: number;
  readonly nodes: readonly { readonly step: { readonly id: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}
interface PhaseOnDay {
  readonly phase: string;
  readonly standing: {
    readonly agreements: { readonly nodes: readonly { readonly id: string; readonly state: { readonly phase: string } }[] };
  };
}
interface Group {
  readonly group: string;
  readonly country: { readonly id: string };
  readonly reachedCount: number;
  readonly reached: { readonly nodes: readonly { readonly days: number }[] };
}
