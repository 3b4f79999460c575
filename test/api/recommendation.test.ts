import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  EligibilityDocument,
  RecommendedPartnersDocument,
  type RecommendedPartnersQuery,
  type RecommendedPartnersQueryVariables,
} from '../../schema/generated/graphql.js';
import { ENGINES } from '../engines.js';
import { type OpenedApi, openApi } from './open-api.js';

const KUPANG = 'place:id-kota-kupang';
const SINGKAWANG = 'place:id-kota-singkawang';
type Edge = NonNullable<RecommendedPartnersQuery['recommendedPartners']>['edges'][number];

describe.each(ENGINES)('partners worth approaching on $name', (engine) => {
  let api: OpenedApi;
  beforeAll(async () => {
    api = await openApi(engine);
  });
  afterAll(() => api.close());

  async function recommended(variables: RecommendedPartnersQueryVariables) {
    const { data, errors } = await api.ask(RecommendedPartnersDocument, variables);
    expect(errors).toEqual([]);
    if (!data?.recommendedPartners) throw new Error('there is no answer');
    return data.recommendedPartners;
  }
  const reason = (edge: Edge | undefined, signal: string) => edge?.reasons.find((one) => one.signal === signal);
  const names = (things: readonly { readonly name: string }[] | undefined) => things?.map(({ name }) => name);

  test('Singkawang shares Sibu with Pontianak, whose partner Udon Thani it could approach', async () => {
    const { edges } = await recommended({ place: SINGKAWANG });
    expect(edges[0]).toMatchObject({ node: { name: 'Udon Thani' }, score: 0.81259 });
    const cousins = reason(edges[0], 'COUSINS_PARTNER');
    // Sibu and Pontianak have two partners each: 1/√(2 × 2) = 0.5, and 0.5/1.5 = 0.3333.
    expect(cousins).toMatchObject({ number: 0.5, score: 0.3333, contribution: 0.3333 });
    expect(cousins?.paths.nodes).toMatchObject([{ places: [{ name: 'Sibu' }, { name: 'Kota Pontianak' }], share: 0.5 }]);
    expect(names(cousins?.agreements.nodes)).toEqual(['Kota Pontianak – Udon Thani']);
  });

  test('Kupang has an offer of Japan, whose consulate-general is in reach: the Japanese cities come first', async () => {
    const { edges } = await recommended({ place: KUPANG, first: 6 });
    expect(edges.map(({ node }) => node.country?.name)).toEqual(Array(6).fill('Japan'));
    expect(names(reason(edges[0], 'OPEN_OFFER')?.agreements.nodes)).toEqual(['Kota Kupang – Japan (city not yet chosen)']);
    expect(names(reason(edges[0], 'MISSION_IN_REACH')?.missions)).toEqual(['Consulate-General of Japan in Denpasar']);
    // 474,801 and 496,676 people.
    expect(reason(edges[0], 'SIMILAR_SIZE')).toMatchObject({ number: 0.956, contribution: 0.2868 });
  });

  test('Alor has no partner at all, and is told of those that its province, others in Indonesia or a mission know', async () => {
    const { edges, signals } = await recommended({ place: 'place:id-kabupaten-alor', first: 100 });
    expect(signals.find(({ signal }) => signal === 'COUSINS_PARTNER')).toMatchObject({ brought: 0, cut: false });
    expect(edges.length).toBeGreaterThan(50);
    // Nusa Tenggara Timur is tied with Zhejiang; Alor is in the district of the consulate-general of Japan.
    expect(edges.slice(0, 3).map(({ node, reasons }) => [node.name, reasons.map(({ signal }) => signal)])).toEqual([
      ['Hangzhou', ['PROVINCE_LINK', 'EXPERIENCE']],
      ['Yiwu', ['PROVINCE_LINK', 'EXPERIENCE']],
      ['Fujisawa', ['EXPERIENCE', 'MISSION_IN_REACH']],
    ]);
    expect(edges.every((edge) => reason(edge, 'EXPERIENCE') ?? reason(edge, 'MISSION_IN_REACH'))).toBe(true);
  });

  test('Central Java and Fujian are sisters, which makes room for Klaten in Fujian', async () => {
    const { edges } = await recommended({ place: 'place:id-kabupaten-klaten', in: 'place:cn' });
    const [first] = edges;
    expect(edges.slice(0, 5).map(({ node }) => node.name)).toEqual(['Fuqing', 'Fuzhou', 'Putian', 'Xiamen', 'Zhangzhou']);
    expect(names(reason(first, 'PROVINCE_LINK')?.places.nodes)).toEqual(['Fujian', 'Jawa Tengah']);
    expect(names(reason(first, 'PROVINCE_LINK')?.agreements.nodes)).toEqual(['Central Java – Fujian cooperation']);
    expect(edges.map(({ node }) => node.name)).not.toContain('Nanjing County');
  });

  test('the province Jakarta is told of provinces only', async () => {
    const { edges } = await recommended({ place: 'place:id-jk', first: 100 });
    expect(new Set(edges.map(({ node }) => node.kind))).toEqual(new Set(['PROVINCE']));
  });

  test('Otorita Ibu Kota Nusantara has none of its kind to approach', async () => {
    const { totalCount, edges } = await recommended({ place: 'place:id-otorita-ibu-kota-nusantara' });
    expect([totalCount, edges]).toEqual([0, []]);
  });

  test('pages follow one another without gap or repetition', async () => {
    const whole = await recommended({ place: KUPANG, first: 100 });
    const found: string[] = [];
    let after: string | null = null;
    do {
      const { edges, pageInfo }: Awaited<ReturnType<typeof recommended>> = await recommended({ place: KUPANG, first: 30, after });
      found.push(...edges.map(({ node }) => node.id));
      after = pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null;
    } while (after !== null);
    expect(found.slice(0, 100)).toEqual(whole.edges.map(({ node }) => node.id));
    expect(new Set(found).size).toBe(found.length);
    expect(found).toHaveLength(whole.totalCount);
  });

  test('a weight of 0 takes a signal out of the list', async () => {
    const { edges, signals } = await recommended({ place: KUPANG, first: 100, weights: [{ signal: 'EXPERIENCE', weight: 0 }] });
    expect(signals.find(({ signal }) => signal === 'EXPERIENCE')).toMatchObject({ weight: 0, brought: null });
    expect(edges.some((edge) => reason(edge, 'EXPERIENCE') !== undefined)).toBe(false);
    expect(edges.length).toBe(18);
  });

  test('the filter says which ties speak for a partner: as of 2010, Kupang had no offer', async () => {
    const { edges } = await recommended({ place: KUPANG, first: 100, ties: { asOf: '2010-01-01' } });
    expect(edges.some((edge) => reason(edge, 'OPEN_OFFER') !== undefined)).toBe(false);
  });

  test.each([
    [{ place: 'place:id' }, 'BAD_INPUT', /is a country/],
    [{ place: 'place:nowhere' }, 'NOT_FOUND', /there is no place/],
    [{ place: KUPANG, in: 'place:id' }, 'BAD_INPUT', /partners are sought abroad/],
    [{ place: KUPANG, in: 'place:id-ji' }, 'BAD_INPUT', /id of a country/],
    [{ place: KUPANG, weights: [{ signal: 'EXPERIENCE', weight: 1.5 }] }, 'BAD_INPUT', /from 0 to 1/],
    [{ place: KUPANG, weights: [0, 1].map((weight) => ({ signal: 'EXPERIENCE', weight })) }, 'BAD_INPUT', /twice/],
    [{ place: KUPANG, first: 101 }, 'BAD_INPUT', /from 1 to 100/],
  ])('%o is refused', async (variables, code, message) => {
    const { errors } = await api.ask(String(RecommendedPartnersDocument), variables);
    expect(errors[0]?.code).toBe(code);
    expect(errors[0]?.message).toMatch(message);
  });

  test.each(['place:id-kota-surabaya', 'place:id-kabupaten-alor', 'place:id-jb'])('%s takes few statements', async (place) => {
    const { errors, storeCalls } = await api.ask(RecommendedPartnersDocument, { place, first: 100 });
    expect(errors).toEqual([]);
    expect(storeCalls).toBeLessThanOrEqual(24);
  });

  describe('eligibility', () => {
    async function findings(a: string, b: string, asOf: string | null = null) {
      const { data, errors } = await api.ask(EligibilityDocument, { a, b, asOf });
      expect(errors).toEqual([]);
      return new Map((data?.eligibility?.findings ?? []).map((finding) => [finding.criterion, finding]));
    }

    test('Kupang and Ichikawa: the countries have relations, both are cities, and nothing runs yet', async () => {
      const found = await findings(KUPANG, 'place:jp-ichikawa');
      expect(found.get('DIPLOMATIC_RELATIONS')).toMatchObject({
        verdict: 'MET',
        evidence: [
          { name: 'Consulate-General of Japan in Denpasar' },
          { name: 'Consulate-General of Japan in Medan' },
          { name: 'Consulate-General of Japan in Surabaya' },
          { name: 'Embassy of Japan in Jakarta' },
        ],
      });
      for (const criterion of ['FOREIGN_PARTNER', 'EQUAL_STATUS', 'NO_AGREEMENT_YET'] as const)
        expect(found.get(criterion)?.verdict).toBe('MET');
      expect([...found.values()].filter(({ verdict }) => verdict === 'NOT_MET')).toEqual([]);
    });

    test('Jakarta, a province, and Los Angeles, a city, are not of one status, and have an agreement', async () => {
      const found = await findings('place:id-jk', 'place:us-los-angeles');
      expect(found.get('EQUAL_STATUS')?.verdict).toBe('NOT_MET');
      expect(found.get('NO_AGREEMENT_YET')).toMatchObject({ verdict: 'NOT_MET', evidence: [{ id: 'agreement:jakarta-los-angeles' }] });
    });

    test('Kupang and Timrå: no mission between Indonesia and Sweden is on record, which leaves their relations undecided', async () => {
      const found = await findings(KUPANG, 'place:se-timra');
      expect(found.get('DIPLOMATIC_RELATIONS')).toMatchObject({ verdict: 'UNDECIDED', evidence: [] });
    });

    test('Palopo and Batu are both in Indonesia, which has other rules for that', async () => {
      const found = await findings('place:id-kota-palopo', 'place:id-kota-batu');
      expect(found.get('FOREIGN_PARTNER')?.verdict).toBe('NOT_MET');
      expect(found.get('EQUAL_STATUS')?.verdict).toBe('NOT_APPLICABLE');
    });

    test('Kupang and Japan: which city it is to be is not chosen, so its status is undecided', async () => {
      const found = await findings(KUPANG, 'place:jp');
      expect(found.get('EQUAL_STATUS')).toMatchObject({ verdict: 'UNDECIDED' });
      expect(found.get('NO_AGREEMENT_YET')).toMatchObject({ verdict: 'MET', evidence: [{ id: 'agreement:kupang-japan' }] });
    });

    test('two places of other countries come under no Indonesian rule', async () => {
      const found = await findings('place:cn-fuzhou', 'place:jp-ichikawa');
      const applied = [...found.values()].filter(({ verdict }) => verdict !== 'NOT_APPLICABLE').map(({ text }) => text.instrument);
      expect(new Set(applied)).toEqual(new Set(['CLAIR', 'Kembar']));
    });

    test('only the verdicts that are asked for are given', async () => {
      const { data } = await api.ask(EligibilityDocument, { a: KUPANG, b: 'place:jp-ichikawa', verdicts: ['MET'] });
      expect(data?.eligibility?.findings.map(({ criterion }) => criterion)).toEqual([
        'FOREIGN_PARTNER',
        'DIPLOMATIC_RELATIONS',
        'EQUAL_STATUS',
        'NO_AGREEMENT_YET',
      ]);
    });

    test.each([
      [KUPANG, KUPANG, 'BAD_INPUT'],
      [KUPANG, 'mission:embassy-of-japan-in-jakarta', 'BAD_INPUT'],
      ['place:nowhere', KUPANG, 'NOT_FOUND'],
    ])('of %s and %s is refused', async (a, b, code) => {
      const { errors } = await api.ask(EligibilityDocument, { a, b });
      expect(errors[0]?.code).toBe(code);
    });
  });
});
