import { describe, expect, test } from 'vitest';
import type { Statement } from '../../../../src/exchange/import/statement.js';
import { type Asking, askTwinnings } from '../../../../src/exchange/import/wikidata/ask-twinnings.js';
import type { Reject } from '../../../../src/exchange/reject.js';
import { type Answer, clientOf, type Service, serving } from './wikidata-service.js';

async function asked(country: string, { answer, ...asking }: Partial<Asking> & { answer?: Answer } = {}) {
  const service: Service = await serving(answer);
  const statements: Statement[] = [];
  const rejects: Reject[] = [];
  const options = { country, askedOn: '2026-03-01', onReject: (reject: Reject) => rejects.push(reject), ...asking };
  for await (const statement of askTwinnings(clientOf(service), options)) statements.push(statement);
  return { statements, rejects, service };
}

/** A statement in a line: who with whom, the steps, the source. */
const lineOf = ({ parties, steps, source }: Statement) =>
  `${parties.map(({ name }) => name).join(' - ')}: ${steps.map(({ stage, date }) => `${stage} ${date}`).join(', ')} (${source?.title})`;

const OF_INDONESIA = [
  'Bandung - Braunschweig: SIGNED 1960-06 (Wikidata)',
  'Bandung - Suwon-si: SIGNED ../1997-08-27, TERMINATED ../2026-03-01 (Wikidata)',
  'Braunschweig - Bandung: SIGNED 1960 (Wikidata)',
  'Surabaya - Busan: SIGNED 1994-08-24 (Wikidata)',
  'Surabaya - Kitakyushu: SIGNED null (Wikidata)',
  'Surabaya - Seattle: SIGNED 1992 (Surabaya, Indonesia)',
  'Surabaya - Seattle: SIGNED 1992 (centrius.my.id)',
];

describe('the twinnings of a country', () => {
  test('are those that its places state, once for each reference, and those that are stated of them', async () => {
    const { statements } = await asked('ID');
    expect(statements.map(lineOf).sort()).toEqual(OF_INDONESIA);
  });

  test('come with what Wikidata knows of the places', async () => {
    const { statements, service } = await asked('ID');
    const busan = statements.find(({ parties }) => parties[1]?.name === 'Busan');
    expect(busan).toMatchObject({ file: service.endpoint, at: 'Q11462', kind: null, confidence: 'LOW' });
    expect(busan?.parties).toEqual([
      {
        name: 'Surabaya',
        country: 'ID',
        province: 'ID-JI',
        level: null,
        usualLevel: null,
        codes: [
          { scheme: 'WIKIDATA', value: 'Q11462' },
          { scheme: 'GEONAMES', value: '1625822' },
        ],
        location: { latitude: -7.24917, longitude: 112.75083 },
      },
      {
        name: 'Busan',
        country: 'KR',
        province: null,
        level: null,
        usualLevel: null,
        codes: [
          { scheme: 'WIKIDATA', value: 'Q16520' },
          { scheme: 'ISO_3166_2', value: 'KR-26' },
        ],
        location: null,
      },
    ]);
  });

  test('have the province that a place lies in through a county', async () => {
    const { statements } = await asked('ID');
    expect(statements.find(({ parties }) => parties[1]?.name === 'Seattle')?.parties[1]).toMatchObject({ province: 'US-WA' });
  });

  test('cite the source that a reference names, and say that Wikidata cites it', async () => {
    const { statements } = await asked('ID');
    expect(statements.find(({ source }) => source?.title === 'Surabaya, Indonesia')).toMatchObject({
      at: 'cited by Wikidata Q11462',
      confidence: 'MEDIUM',
      note: 'Looked at for Wikidata on 2019-02-14.',
      source: { url: 'https://seattle.gov/oir/sister-cities/seattles-sister-cities/surabaya', publisher: 'Seattle', language: 'en' },
    });
    expect(statements.find(({ source }) => source?.title === 'centrius.my.id')?.source).toMatchObject({ published: '2021-07' });
  });

  test('leave out a twin that is not known, and tell of it; a deprecated statement is not even asked for', async () => {
    const { rejects } = await asked('ID');
    expect(rejects.map(({ field, reason }) => `${field}: ${reason}`)).toEqual([
      'other: Wikidata says that there is one and that it is not known which',
    ]);
  });

  test('inside the country are there once for each side that states them, however they are divided', async () => {
    const lines = ['Braunschweig - Bandung', 'Braunschweig - Q1733', 'Bandung - Braunschweig', 'Q1733 - Braunschweig'].sort();
    for (const batch of [1, 2, 40]) {
      const { statements } = await asked('DE', { batch });
      expect(statements.map(({ parties }) => parties.map(({ name }) => name).join(' - ')).sort()).toEqual(lines);
    }
  });

  test('number their rows through all answers', async () => {
    const { statements, rejects } = await asked('ID', { batch: 1 });
    const lines = [...statements, ...rejects].map(({ line }) => line ?? 0).sort((a, b) => a - b);
    expect(lines).toEqual(lines.map((_, index) => index + 1));
  });

  test('are there though only the other side states them', async () => {
    const { statements } = await asked('US');
    expect(statements.map(lineOf).sort()).toEqual(OF_INDONESIA.filter((line) => line.includes('Seattle')));
  });
});

describe('a country', () => {
  test('that Wikidata does not have is refused', async () => {
    await expect(asked('ZZ')).rejects.toMatchObject({ code: 'BAD_INPUT', message: expect.stringContaining('no country with the code ZZ') });
  });

  test.each(['id', 'IDN', 'Indonesia', '"} #'])('is not %s', async (code) => {
    await expect(asked(code)).rejects.toMatchObject({ code: 'BAD_INPUT' });
  });
});

describe('the list of places', () => {
  test('is asked for page by page, each after the last place of the one before', async () => {
    const { statements, service } = await asked('ID', { page: 1 });
    expect(statements.map(lineOf).sort()).toEqual(OF_INDONESIA);
    const after = service.taken.flatMap(({ query }) => /STR\(\?place\) > "([^"]*)"/.exec(query)?.[1] ?? []);
    expect(after).toEqual(['', 'http://www.wikidata.org/entity/Q10389', 'http://www.wikidata.org/entity/Q11462']);
  });

  test('is given up when its pages do not advance', async () => {
    const page = JSON.stringify({
      head: { vars: ['place'] },
      results: { bindings: [{ place: { type: 'uri', value: 'http://www.wikidata.org/entity/Q11462' } }] },
    });
    const answer: Answer = (response, { query }) => {
      if (!query.includes('STR(?place)')) return false;
      response.writeHead(200, { 'content-type': 'application/json' }).end(page);
      return true;
    };
    await expect(asked('ID', { page: 1, answer })).rejects.toMatchObject({ code: 'SOURCE_UNAVAILABLE' });
  });
});

describe('a part that takes the service too long', () => {
  const places = (query: string) => [...(/VALUES \?place \{ (.*?) \}/.exec(query)?.[1]?.split(' ') ?? [])].length;

  test('is halved until it does not, and nothing is missing or there twice', async () => {
    const answer: Answer = (response, { query }) => {
      if (places(query) <= 1) return false;
      response.writeHead(500, { 'content-type': 'text/plain' }).end('SPARQL-QUERY: queryStr=…\njava.util.concurrent.TimeoutException\n');
      return true;
    };
    const { statements, service } = await asked('ID', { answer });
    expect(statements.map(lineOf).sort()).toEqual(OF_INDONESIA);
    expect(service.taken.map(({ query }) => places(query)).filter((count) => count > 0)).toEqual([2, 1, 1]);
  });

  test('is halved when the answer breaks off in the middle, whose rows are not used', async () => {
    const answer: Answer = (response, { query }) => {
      if (places(query) <= 1) return false;
      response.writeHead(200, { 'content-type': 'application/sparql-results+json' });
      response.end(
        '{"head":{"vars":["item","other"]},"results":{"bindings":[\n{"item":{"type":"uri","value":"http://www.wikidata.org/entity/Q11462"},' +
          '"other":{"type":"uri","value":"http://www.wikidata.org/entity/Q5083"}},\n{"item":{"type":"uri","value":"http://www.wiSPARQL-QUERY: queryStr=SELECT\n' +
          'java.util.concurrent.TimeoutException\n\tat java.util.concurrent.FutureTask.get(FutureTask.java:205)\n',
      );
      return true;
    };
    const { statements } = await asked('ID', { answer });
    expect(statements.map(lineOf).sort()).toEqual(OF_INDONESIA);
  });

  test('of one place is tried again, and then given up with what to do', async () => {
    const answer: Answer = (response, { query }) => {
      if (places(query) === 0) return false;
      response.writeHead(504).end();
      return true;
    };
    const asking = asked('ID', { answer });
    await expect(asking).rejects.toMatchObject({
      code: 'SOURCE_UNAVAILABLE',
      message: expect.stringContaining('download the results by hand'),
    });
  });
});

test('progress tells of the places that are known and of those that have been asked for', async () => {
  const told: string[] = [];
  await asked('ID', {
    page: 1,
    batch: 1,
    onProgress: ({ asked: done, places, statements }) => told.push(`${done}/${places}: ${statements}`),
  });
  expect(told).toEqual(['0/1: 0', '0/2: 0', '0/2: 0', '1/2: 3', '2/2: 7']);
});
