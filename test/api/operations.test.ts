import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  ArticleJakartaLosAngelesDocument,
  ArticleKlatenNanjingDocument,
  ArticleKupangJapanDocument,
  ArticlePalopoBatuDocument,
  ArticleProbolinggoDocument,
  SourcesDocument,
  type TypedDocumentString,
} from '../../schema/generated/graphql.js';
import { ENGINES } from '../engines.js';
import { type OpenedApi, openApi } from './open-api.js';

const OPERATIONS = new URL('../../schema/operations/', import.meta.url);
const APPROVED = new URL('approved/', import.meta.url);
const UPDATE = process.env.UPDATE_APPROVED === '1';

const operations = readdirSync(OPERATIONS).map((file) => {
  const text = readFileSync(new URL(file, OPERATIONS), 'utf8');
  return {
    name: file.replace(/\.graphql$/, ''),
    text,
    variables: JSON.parse(/^# variables: (\{.*\})$/m.exec(text)?.[1] ?? '{}') as Record<string, unknown>,
  };
});

test('every approved answer is that of an operation', () => {
  const answered = operations.map(({ name }) => `${name}.json`);
  expect(readdirSync(APPROVED).filter((file) => !answered.includes(file))).toEqual([]);
});

describe.each(ENGINES)('operations on $name', (underTest) => {
  let api: OpenedApi;
  beforeAll(async () => {
    api = await openApi(underTest);
  });
  afterAll(() => api.close());

  async function answerOf<T, V>(document: TypedDocumentString<T, V>, variables?: V): Promise<T> {
    const { data, errors } = await api.ask(document, variables);
    expect(errors).toEqual([]);
    return data as T;
  }

  test.each(operations)('$name answers as approved', async ({ name, text, variables }) => {
    const { data, errors } = await api.ask(text, variables);
    expect(errors).toEqual([]);
    const answer = `${JSON.stringify(data, null, 2)}\n`;
    const approved = new URL(`${name}.json`, APPROVED);
    // Only one engine writes, so that the other one is still held against it.
    if (UPDATE && underTest === ENGINES[0]) writeFileSync(approved, answer);
    expect(existsSync(approved), `${name} has no approved answer: run with UPDATE_APPROVED=1, then read what it wrote.`).toBe(true);
    expect(answer, `${name} answers otherwise than approved. If that is right, run with UPDATE_APPROVED=1.`).toBe(
      readFileSync(approved, 'utf8'),
    );
  });

  test('Sources reaches every source once, page by page', async () => {
    const ids: string[] = [];
    let after: string | null = null;
    let total: number;
    do {
      const { sources }: Awaited<ReturnType<typeof sourcesAfter>> = await sourcesAfter(after);
      ids.push(...sources.nodes.map(({ id }) => id));
      total = sources.totalCount;
      after = sources.pageInfo.hasNextPage ? sources.pageInfo.endCursor : null;
    } while (after !== null);
    expect(ids).toHaveLength(total);
    expect(new Set(ids).size).toBe(total);
  });
  const sourcesAfter = (after: string | null) => answerOf(SourcesDocument, { first: 50, after });

  describe('Liputan6 on Probolinggo, 26 December 2022', () => {
    const story = once(async () => {
      const { award, event } = await answerOf(ArticleProbolinggoDocument);
      if (!award || !event) throw new Error('The award or the announcement is missing.');
      return { award, event, offers: award.prompted.nodes };
    });

    test('We Love Cities 2022 had 63 cities of 27 countries, and Probolinggo won it with 820,000 votes', async () => {
      const { award } = await story();
      expect(award).toMatchObject({ participatingPlaces: 63, participatingCountries: 27 });
      const results = award.results.nodes.map(({ place, outcome, region, votes }) => [place.name, outcome, region, votes]);
      expect(results).toEqual([
        ['Kota Probolinggo', 'GLOBAL_WINNER', null, 820_000],
        ['Kota Probolinggo', 'REGIONAL_WINNER', 'Asia-Pacific', null],
        ['Jesús María', 'REGIONAL_WINNER', 'Americas', null],
        ['Gaziantep', 'REGIONAL_WINNER', 'Europe, Africa and West Asia', null],
      ]);
    });

    test('three countries are interested after it, and none has named a city', async () => {
      const { offers } = await story();
      const parties = offers.map((offer) => offer.parties.map(({ place, countryLevelOnly }) => [place.name, countryLevelOnly]));
      expect(parties).toEqual([
        [
          ['Kota Probolinggo', false],
          ['Australia', true],
        ],
        [
          ['Kota Probolinggo', false],
          ['Japan', true],
        ],
        [
          ['Kota Probolinggo', false],
          ['South Korea', true],
        ],
      ]);
    });

    test('nothing is final: an initiative, while the headline that has them exploring is kept beside it', async () => {
      const { offers } = await story();
      for (const { state, stages, plans, disputed } of offers) {
        expect(state?.stage.stage).toBe('INITIATIVE');
        expect(plans.map(({ stage }) => stage)).toEqual(['EXPLORATION']);
        expect(disputed || stages.some((stage) => stage.disputed)).toBe(true);
        const claims = stages.flatMap(({ citations }) => citations.filter(({ preferred }) => !preferred));
        expect(claims.map(({ locator, field, value }) => [locator, field, value])).toContainEqual(['headline', 'stage', 'EXPLORATION']);
      }
    });

    test("the mayor's name is kept in both spellings", async () => {
      const { event } = await story();
      const [speaker] = event.participants.nodes;
      expect(speaker?.participant).toMatchObject({
        official: { name: 'Habib Hadi Zainal Abidin', otherNames: [{ text: 'Hadi Zaenal' }] },
        office: { name: 'Mayor of Probolinggo' },
      });
    });
  });

  describe('Berita Jakarta on Los Angeles, 30 April', () => {
    const story = once(async () => {
      const { agreement } = await answerOf(ArticleJakartaLosAngelesDocument);
      if (!agreement) throw new Error('The agreement is missing.');
      return agreement;
    });

    test('a province and a city are sister cities', async () => {
      const { kind, parties } = await story();
      expect(kind).toBe('SISTER_CITY');
      expect(parties.map(({ place }) => [place.id, place.kind])).toEqual([
        ['place:id-jk', 'PROVINCE'],
        ['place:us-los-angeles', 'CITY'],
      ]);
    });

    test('it stands since "the era of 1990": 199X, of low confidence, and that it was signed is inferred', async () => {
      const [signed, ...others] = (await story()).stages;
      expect(others).toEqual([]);
      expect(signed).toMatchObject({ stage: 'SIGNED', date: { edtf: '199X', earliest: '1990-01-01', latest: '1999-12-31' } });
      expect(signed?.citations.map(({ field, basis, confidence }) => [field, basis, confidence])).toEqual([
        ['stage', 'INFERRED', 'MEDIUM'],
        ['date', 'STATED', 'LOW'],
      ]);
    });

    test('governor and deputy mayor met on Monday 30 April, of an inferred year, on five subjects', async () => {
      const [meeting] = (await story()).events.nodes;
      expect(meeting).toMatchObject({ kind: 'MEETING', date: { edtf: '2018-04-30' }, place: { name: 'Los Angeles' } });
      expect(meeting?.citations.find(({ field }) => field === 'date')?.basis).toBe('INFERRED');
      expect(meeting?.sectors.map(({ name }) => name).sort()).toEqual([
        'Arts',
        'Digital technology',
        'Transport',
        'Waste management',
        'Water supply',
      ]);
      expect(meeting?.participants.nodes.map(({ role, participant }) => [role, nameOf(participant)])).toEqual([
        ['VISITOR', 'Anies Baswedan, Governor of DKI Jakarta'],
        ['HOST', 'Nina Hachigian, Deputy Mayor of Los Angeles for International Relations'],
      ]);
    });
  });

  describe('Tribun Jateng on Klaten and Nanjing, 24 June 2025', () => {
    const story = once(async () => {
      const { agreement } = await answerOf(ArticleKlatenNanjingDocument);
      if (!agreement) throw new Error('The agreement is missing.');
      return agreement;
    });

    test('it is a friendship exchange that explores a sister city: nothing more is signed yet', async () => {
      const { kind, state } = await story();
      expect(kind).toBe('FRIENDSHIP');
      expect(state).toMatchObject({ phase: 'EXPLORATION', stage: { stage: 'EXPLORATION', date: { edtf: '2025-06-24' } } });
    });

    test('the headline, which has the sister city gained, is kept and not preferred', async () => {
      const { citations, stages, disputed } = await story();
      expect(disputed).toBe(true);
      const headline = [...citations, ...stages.flatMap((stage) => stage.citations)].filter(({ locator }) => locator === 'headline');
      expect(headline.map(({ field, value, preferred }) => [field, value, preferred])).toEqual([
        ['kind', 'SISTER_CITY', false],
        ['stage', 'SIGNED', false],
      ]);
    });

    test('a letter of intent comes next, then an MoU', async () => {
      expect((await story()).plans.map(({ stage }) => stage)).toEqual(['LETTER_OF_INTENT', 'SIGNED']);
    });

    test('Nanjing is the county in Zhangzhou, Fujian', async () => {
      const [klaten, nanjing] = (await story()).parties;
      expect(klaten?.place.id).toBe('place:id-kabupaten-klaten');
      expect(nanjing?.place.ancestors.map(({ id }) => id)).toEqual(['place:cn-zhangzhou', 'place:cn-fj', 'place:cn']);
    });

    test('it has room under the cooperation of the provinces', async () => {
      const { umbrella } = await story();
      expect(umbrella?.parties.map(({ place }) => place.id)).toEqual(['place:id-jt', 'place:cn-fj']);
    });

    test('the regent and the man from Zhangzhou signed, the governor and a guest from Fujian witnessed', async () => {
      const { signatories, witnesses } = await story();
      expect(signatories.map(({ participant }) => nameOf(participant))).toEqual([
        'Hamenang Wajar Ismoyo, Regent of Klaten',
        'Zheng Limins, Representative of the government of Zhangzhou',
      ]);
      expect(witnesses.map(({ participant }) => nameOf(participant))).toEqual([
        'Ahmad Luthfi, Governor of Central Java',
        'Lin Ruiliang, Deputy Governor of Fujian',
      ]);
    });

    test('that the article has the guest governor is kept, and others are followed who have him deputy', async () => {
      const participants = (await story()).events.nodes.flatMap((event) => event.participants.nodes);
      const guest = participants.find(({ participant }) => nameOf(participant).startsWith('Lin Ruiliang'))?.participant;
      const claims = guest?.__typename === 'Tenure' ? guest.citations.filter(({ field }) => field === 'office') : [];
      expect(claims.map(({ source, value, preferred }) => [source.id, value, preferred])).toEqual([
        ['source:tribun-jateng-2025-06-24', 'Governor of Fujian', false],
      ]);
    });

    test('it was signed in Semarang, and an official of Klaten explained it', async () => {
      const [signing, ...others] = (await story()).events.nodes;
      expect(others).toEqual([]);
      expect(signing).toMatchObject({ kind: 'SIGNING', place: { id: 'place:id-kota-semarang' } });
      const speakers = signing?.participants.nodes.filter(({ role }) => role === 'SPEAKER');
      expect(speakers?.map(({ participant }) => nameOf(participant))).toEqual([
        'Nur Tjahjono, Head of Government Affairs, Regional Secretariat of Klaten',
      ]);
    });
  });

  describe('Suara NTT on Kupang and Japan, 7 March 2023', () => {
    const story = once(async () => {
      const { agreement } = await answerOf(ArticleKupangJapanDocument);
      if (!agreement) throw new Error('The agreement is missing.');
      return agreement;
    });

    test('Kupang offers, and the city in Japan is still to be chosen', async () => {
      const { state, parties, plans } = await story();
      expect(state).toMatchObject({ phase: 'EXPLORATION', stage: { stage: 'INITIATIVE', date: { edtf: '2023-03-07' } } });
      expect(parties.map(({ place, countryLevelOnly }) => [place.id, countryLevelOnly])).toEqual([
        ['place:id-kota-kupang', false],
        ['place:jp', true],
      ]);
      expect(plans[0]?.description).toContain('Tokyo');
    });

    test('four sectors are the focus', async () => {
      const names = (await story()).sectors.map(({ name }) => name).sort();
      expect(names).toEqual(['Cleanliness', 'Disaster mitigation', 'Education', 'Infrastructure']);
    });

    test('the acting mayor offers to the consul-general, two others by office are there', async () => {
      const offer = (await story()).events.nodes.find(({ kind }) => kind === 'OFFER');
      expect(offer?.participants.nodes.map(({ role, participant }) => [role, nameOf(participant)])).toEqual([
        ['OFFERING', 'George M. Hadjoh, Mayor of Kupang (acting)'],
        ['RECEIVING', 'Katsumata Harumi, Consul-General of Japan in Denpasar'],
        ['ATTENDEE', 'Fahrensy P. Funay, Regional Secretary of Kupang'],
        ['ATTENDEE', 'Head of the Education and Culture Agency of Kupang'],
        ['ATTENDEE', 'Kota Kupang'],
      ]);
    });

    test('the consulate-general in Denpasar covers Bali, NTB and NTT', async () => {
      const [, japan] = (await story()).parties;
      const mission = japan?.place.sends.nodes.find(({ kind }) => kind === 'CONSULATE_GENERAL');
      expect(mission?.seat.id).toBe('place:id-kota-denpasar');
      expect(mission?.covers.map(({ id }) => id).sort()).toEqual(['place:id-ba', 'place:id-nb', 'place:id-nt']);
    });
  });

  describe('Palopo Pos on Palopo and Batu, 23 October 2023', () => {
    const story = once(async () => {
      const { agreement } = await answerOf(ArticlePalopoBatuDocument);
      if (!agreement) throw new Error('The agreement is missing.');
      return agreement;
    });

    test('two Indonesian cities: domestic cooperation, which the article calls a sister city', async () => {
      const { kind, state, parties, citations } = await story();
      expect(kind).toBe('DOMESTIC');
      expect(state?.stage.stage).toBe('INITIATIVE');
      expect(parties.map(({ place }) => place.province?.id)).toEqual(['place:id-sn', 'place:id-ji']);
      const otherwise = citations.filter(({ preferred }) => !preferred).map(({ field, value }) => [field, value]);
      expect(otherwise).toEqual([['kind', 'SISTER_CITY']]);
    });

    test("Palopo's mayor is acting, whatever the headline says", async () => {
      const visit = (await story()).events.nodes.find(({ kind }) => kind === 'VISIT');
      const heads = visit?.participants.nodes.flatMap(({ role, participant }) =>
        participant.__typename === 'Tenure' ? [{ role, ...participant }] : [],
      );
      expect(heads?.map(({ role, official, acting }) => [role, official.name, acting])).toEqual([
        ['HOST', 'Aries Agung Paewai', false],
        ['VISITOR', 'Asrul Sani', true],
      ]);
      const claims = heads?.[1]?.citations.filter(({ field }) => field === 'acting');
      expect(claims?.map(({ locator, preferred }) => [locator, preferred])).toEqual([
        ['p1', true],
        ['caption', true],
        ['headline', false],
      ]);
    });

    test('the visit took two days, with ten heads of offices who are not named', async () => {
      const visit = (await story()).events.nodes.find(({ kind }) => kind === 'VISIT');
      expect(visit?.date?.edtf).toBe('2023-10-23/2023-10-24');
      const unnamed = visit?.participants.nodes.filter(({ participant }) => participant.__typename === 'Office');
      expect(unnamed).toHaveLength(10);
    });

    test('Batu is ready for a sister city; the headline, which has Palopo ready, is kept', async () => {
      const offer = (await story()).events.nodes.find(({ kind }) => kind === 'OFFER');
      const [offering, receiving] = offer?.participants.nodes ?? [];
      expect([offering, receiving].map((one) => one && [one.role, nameOf(one.participant)])).toEqual([
        ['OFFERING', 'Aries Agung Paewai, Mayor of Batu'],
        ['RECEIVING', 'Asrul Sani, Mayor of Palopo (acting)'],
      ]);
      const headline = offering?.citations.filter(({ locator }) => locator === 'headline');
      expect(headline?.map(({ value, preferred }) => [value, preferred])).toEqual([['Mayor of Palopo', false]]);
    });
  });
});

/** Asks once and hands out that answer, which the tests only read. */
function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined;
  return () => {
    answer ??= ask();
    return answer;
  };
}

type Named = { readonly name: string };
type Participant =
  | { readonly __typename: 'Tenure'; readonly official: Named; readonly office: Named; readonly acting: boolean }
  | (Named & { readonly __typename: 'Office' | 'Place' });

/** A participant in one line: the person in the office, or what stands in for a person. */
function nameOf(participant: Participant): string {
  if (participant.__typename !== 'Tenure') return participant.name;
  return `${participant.official.name}, ${participant.office.name}${participant.acting ? ' (acting)' : ''}`;
}
