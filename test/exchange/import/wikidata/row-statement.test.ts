import { describe, expect, test } from 'vitest';
import type { Variable } from '../../../../src/exchange/import/wikidata/result-row.js';
import { statementOf } from '../../../../src/exchange/import/wikidata/row-statement.js';
import type { Reject } from '../../../../src/exchange/reject.js';

const WD = 'http://www.wikidata.org/entity/';
const UNKNOWN = 'http://www.wikidata.org/.well-known/genid/5d2b8a1e';

function read(
  values: Partial<Record<Variable, string>>,
  { askedOn = null, language = null }: { askedOn?: string | null; language?: string | null } = {},
) {
  const rejects: Reject[] = [];
  const cells = new Map(
    Object.entries({ item: `${WD}Q11462`, other: `${WD}Q5083`, ...values }).map(([name, value]) => [name, { value, language }]),
  );
  const statement = statementOf({ line: 7, cells }, { file: 'query.csv', askedOn }, (reject) => rejects.push(reject));
  return { statement, rejects, steps: statement?.steps.map(({ stage, date }) => `${stage} ${date}`) };
}

/** What a row was told, as `field: reason`. */
const told = ({ rejects }: { rejects: readonly Reject[] }) => rejects.map(({ field, reason }) => `${field}: ${reason}`);

describe('a row with nothing but two places', () => {
  test('says that they are twinned, on the word of Wikidata', () => {
    expect(read({})).toMatchObject({
      statement: {
        file: 'query.csv',
        line: 7,
        at: 'Q11462',
        kind: null,
        title: null,
        sectors: [],
        source: { title: 'Wikidata', publisher: 'Wikimedia Foundation', licence: 'CC0 1.0' },
        confidence: 'LOW',
        note: null,
      },
      steps: ['SIGNED null'],
      rejects: [],
    });
  });

  test('names them by their items, which stay codes', () => {
    expect(read({}).statement?.parties[1]).toEqual({
      name: 'Q5083',
      country: null,
      province: null,
      level: null,
      usualLevel: null,
      codes: [{ scheme: 'WIKIDATA', value: 'Q5083' }],
      location: null,
    });
  });

  test.each([`${WD}Q5083`, 'https://www.wikidata.org/entity/Q5083', 'https://www.wikidata.org/wiki/Q5083', 'wd:Q5083', 'Q5083'])(
    'may write one as %s',
    (other) => {
      expect(read({ other }).statement?.parties[1]?.codes).toEqual([{ scheme: 'WIKIDATA', value: 'Q5083' }]);
    },
  );
});

describe('a row is left out', () => {
  test.each<[string, Partial<Record<Variable, string>>, string]>([
    ['when its twin is not known', { other: UNKNOWN }, 'other: Wikidata says that there is one and that it is not known which'],
    [
      'when its twin is not known, in results with nodes',
      { other: 't1495' },
      'other: Wikidata says that there is one and that it is not known which',
    ],
    [
      'when its twin is not known, in results with other nodes',
      { other: '_:b0' },
      'other: Wikidata says that there is one and that it is not known which',
    ],
    ['when it is a label', { other: 'Seattle' }, 'other: it is no item of Wikidata'],
    ['when it is a property', { item: `${WD}P190` }, 'item: it is no item of Wikidata'],
    ['when it is empty', { other: ' ' }, 'other: it is empty'],
    ['when it is twinned with itself', { other: 'Q11462' }, 'other: the place is twinned with itself'],
    ['when it is deprecated', { rank: 'http://wikiba.se/ontology#DeprecatedRank' }, 'rank: Wikidata has deprecated the statement'],
  ])('%s', (_, values, reason) => {
    const { statement, ...rest } = read(values);
    expect(statement).toBeNull();
    expect(told(rest)).toEqual([reason]);
    expect(rest.rejects[0]).toMatchObject({ file: 'query.csv', line: 7, remedy: expect.any(String) });
  });

  test.each(['http://wikiba.se/ontology#NormalRank', 'http://wikiba.se/ontology#PreferredRank'])('but not when its rank is %s', (rank) => {
    expect(read({ rank }).statement).not.toBeNull();
  });
});

describe('the steps', () => {
  const [start, end] = ['1992-09-29T00:00:00Z', '2022-03-04T00:00:00Z'];

  test.each<[string, Partial<Record<Variable, string>>, string[]]>([
    ['a start is when it was signed', { start, startPrecision: '10' }, ['SIGNED 1992-09']],
    ['a start that is not known has no date', { start: UNKNOWN }, ['SIGNED null']],
    ['a time at which it was is the latest at which it was signed', { point: start, pointPrecision: '9' }, ['SIGNED ../1992']],
    ['a start goes before a time at which it was', { start, point: end }, ['SIGNED 1992-09-29']],
    ['an end is that it was terminated', { start, end }, ['SIGNED 1992-09-29', 'TERMINATED 2022-03-04']],
    ['an end may be all that is known', { end, endPrecision: '9' }, ['SIGNED null', 'TERMINATED 2022']],
    [
      'an end that may be the same day as the start stays',
      { start: end, end, endPrecision: '9' },
      ['SIGNED 2022-03-04', 'TERMINATED 2022'],
    ],
  ])('%s', (_, values, steps) => {
    const { rejects, ...row } = read(values);
    expect(row.steps).toEqual(steps);
    expect(rejects).toEqual([]);
  });

  test('an end that is not known had come when Wikidata was asked', () => {
    expect(read({ end: UNKNOWN }, { askedOn: '2026-03-01' }).steps).toEqual(['SIGNED null', 'TERMINATED ../2026-03-01']);
    expect(read({ end: UNKNOWN }).steps).toEqual(['SIGNED null', 'TERMINATED null']);
  });

  test('are all inferred, with the reason', () => {
    for (const values of [{}, { start, end }, { point: start, end: UNKNOWN }]) {
      for (const { inferred } of read(values).statement?.steps ?? []) expect(inferred).toMatch(/^Wikidata says .*\.$/);
    }
  });

  test.each<[string, Partial<Record<Variable, string>>, string[], string]>([
    [
      'an end before the start',
      { start, end: '1991-01-01T00:00:00Z' },
      ['SIGNED 1992-09-29'],
      'end: it ends before it begins, on 1992-09-29',
    ],
    ['a start before the common era', { start: '-0043-03-15T00:00:00Z' }, ['SIGNED null'], 'start: it is not in the years 1 to 9999'],
    ['an end that is no time', { end: 'soon' }, ['SIGNED null'], 'end: it is no time'],
  ])('leave %s out, and the rest stays', (_, values, steps, reason) => {
    const row = read(values);
    expect(row.steps).toEqual(steps);
    expect(told(row)).toEqual([reason]);
  });
});

describe('a party', () => {
  const itemOf = (values: Partial<Record<Variable, string>>) => {
    const row = read(values);
    return { ...row.statement?.parties[0], told: told(row) };
  };

  test.each<[Partial<Record<Variable, string>>, object]>([
    [{ itemCountry: 'NA' }, { country: 'NA', told: [] }],
    [{ itemCountry: 'Indonesia' }, { country: 'Indonesia', told: [] }],
    [{ itemCountry: 'SU LT' }, { country: 'LT', told: [] }],
    [{ itemCountry: 'ID NL' }, { country: null, told: ['itemCountry: it lies in several countries'] }],
    [{ itemCountry: `${WD}Q252` }, { country: null, told: ['itemCountry: it is an address'] }],
    [{ itemProvince: 'Jawa Timur' }, { province: 'Jawa Timur', told: [] }],
    [{ itemProvince: 'IT-25 IT-MI' }, { province: 'IT-25', told: [] }],
    [{ itemProvince: 'FR-69 FR-ARA' }, { province: 'FR-ARA', told: [] }],
    [{ itemProvince: 'GB-LIV GB-ENG' }, { province: 'GB-ENG', told: [] }],
    [{ itemProvince: 'ID-JI ID-JB' }, { province: null, told: ['itemProvince: it lies in several first-level subdivisions'] }],
    [{ itemProvince: `${WD}Q3586` }, { province: null, told: ['itemProvince: it is an address'] }],
    [{ itemGeonames: '1625822 1625823' }, { codes: [{ value: 'Q11462' }, { value: '1625822' }, { value: '1625823' }], told: [] }],
    [{ itemGeonames: 'Surabaya' }, { codes: [{ value: 'Q11462' }], told: ['itemGeonames: it is not a GeoNames id'] }],
    [{ itemSubdivision: 'ID-JK' }, { codes: [{ value: 'Q11462' }, { scheme: 'ISO_3166_2', value: 'ID-JK' }], told: [] }],
    [{ itemLocation: 'Point(112.75 -7.25)' }, { location: { latitude: -7.25, longitude: 112.75 }, told: [] }],
    [{ itemLocation: 'Point(112.75 -97.25)' }, { location: null, told: [expect.stringContaining('itemLocation: no place is there')] }],
  ])('with %o has %o', (values, party) => {
    expect(itemOf(values)).toMatchObject(party);
  });
});

describe('the source', () => {
  const referenceUrl = 'https://www.busan.go.kr/eng/Surabaya';

  test.each<[string, Partial<Record<Variable, string>>, object]>([
    ['is named after the host of its address', { referenceUrl }, { title: 'busan.go.kr', publisher: null, url: referenceUrl }],
    ['has its title', { referenceUrl, referenceTitle: 'Surabaya', statedInLabel: 'Busan' }, { title: 'Surabaya', publisher: 'Busan' }],
    ['may be a work without an address', { statedInLabel: 'Yearbook' }, { title: 'Yearbook', url: null }],
    [
      'has its date',
      { referenceUrl, referencePublished: '2021-07-01T00:00:00Z', referencePublishedPrecision: '10' },
      { published: '2021-07' },
    ],
  ])('%s', (_, values, source) => {
    const { statement, rejects } = read(values);
    expect(statement?.source).toMatchObject(source);
    expect(statement).toMatchObject({ at: 'cited by Wikidata Q11462', confidence: 'MEDIUM' });
    expect(rejects).toEqual([]);
  });

  test.each([
    ['zh-hans', 'zh'],
    ['ja', 'ja'],
    ['mul', null],
    [null, null],
  ])('in the language %s is in %s', (language, code) => {
    expect(read({ referenceUrl, referenceTitle: 'x' }, { language }).statement?.source?.language).toBe(code);
  });

  test('is Wikidata where the address of a reference is none', () => {
    const row = read({ referenceUrl: 'ftp://example.org' });
    expect(row.statement).toMatchObject({ at: 'Q11462', source: { title: 'Wikidata' } });
    expect(told(row)).toEqual(['referenceUrl: it is no address of a web page']);
  });
});
