import { describe, expect, test } from 'vitest';
import { PartyResolver } from '../../../../src/exchange/import/resolution/resolver.js';
import type { NamedParty } from '../../../../src/exchange/import/statement.js';
import { directory, type PlaceRow, party, province, shown } from './directory.js';

const qid = (value: string) => ({ codes: [{ scheme: 'WIKIDATA' as const, value }] });
const at = (latitude: number, longitude: number) => ({ location: { latitude, longitude } });

const KNOWN: readonly PlaceRow[] = [
  province('ID-JB', 'Jawa Barat'),
  province('ID-YO', 'Daerah Istimewa Yogyakarta'),
  ['id-kota-bogor', 'Kota Bogor', 'id-jb', { otherNames: [{ text: 'Bogor', kind: 'ALIAS' }] }],
  ['id-kabupaten-bogor', 'Kabupaten Bogor', 'id-jb', { kind: 'REGENCY', codes: [{ scheme: 'KEMENDAGRI', value: '32.01' }] }],
  ['id-kabupaten-subang', 'Kabupaten Subang', 'id-jb', { kind: 'REGENCY' }],
  ['id-kabupaten-lima-puluh-kota', 'Kabupaten Lima Puluh Kota', 'id-sb', { kind: 'REGENCY' }],
  ['id-kota-yogyakarta', 'Kota Yogyakarta', 'id-yo', { codes: [{ scheme: 'KEMENDAGRI', value: '34.71' }] }],
  province('ID-SB', 'Sumatera Barat'),
  province('DE-NI', 'Niedersachsen'),
  ['de-hildesheim', 'Hildesheim', 'de-ni', { ...qid('Q3185'), ...at(52.15, 9.95) }],
  ['de-hildesheim-district', 'Hildesheim (district)', 'de-ni', { kind: 'REGENCY', ...qid('Q5918') }],
  ['de-peine-district', 'Peine District', 'de-ni', { kind: 'REGENCY' }],
  ['de-braunschweig', 'Braunschweig', 'de-ni', { otherNames: [{ text: 'Brunswick', kind: 'ALIAS' }] }],
  ['de-koeln', 'Köln', 'de'],
  province('JP-32', 'Shimane'),
  province('JP-45', 'Miyazaki'),
  province('JP-39', 'Kochi'),
  ['jp-kochi', 'Kochi', 'jp-39', { otherNames: [{ text: '高知市', kind: 'LOCAL' }] }],
  ['jp-misato-shimane', 'Misato', 'jp-32', { kind: 'VILLAGE' }],
  ['jp-misato-miyazaki', 'Misato', 'jp-45', { kind: 'VILLAGE' }],
  ['jp-mano', 'Mano', 'jp-32', { kind: 'VILLAGE' }],
  province('JP-13', 'Tokyo'),
  province('US-OR', 'Oregon'),
  province('US-IL', 'Illinois'),
  province('US-NE', 'Nebraska'),
  province('US-WA', 'Washington'),
  ['us-dc', 'District of Columbia', 'us', { kind: 'PROVINCE', otherNames: [{ text: 'Washington', kind: 'ALIAS' }] }],
  ['us-seattle', 'Seattle', 'us-wa'],
  ['us-springfield-or', 'Springfield', 'us-or', at(44.05, -123.02)],
  ['us-springfield-il', 'Springfield', 'us-il', at(39.8, -89.64)],
  ['us-lincoln', 'Lincoln', 'us-ne'],
  ['us-lincoln-city', 'Lincoln City', 'us-or'],
  ['us-st-louis', 'St. Louis', 'us'],
  ['us-portland-oregon', 'Portland', 'us-or', at(45.52, -122.67)],
  ['as-pago-pago', 'Pago Pago', 'as', { otherNames: [{ text: 'Pango Pango', kind: 'FORMER' }] }],
];
const resolver = new PartyResolver(directory(KNOWN));
const found = (name: string, said: Partial<NamedParty> = {}) => shown(resolver.resolve(party(name, said)));

const ID = { country: 'Indonesia' };
const DE = { country: 'Jerman' };
const US = { country: 'USA' };
const JP = { country: 'JP' };

describe('a party is found by its name', () => {
  test.each([
    ['Kota Bogor', ID, 'NAME id-kota-bogor'],
    ['KOTA BOGOR', ID, 'NAME id-kota-bogor'],
    ['Kab. Bogor', ID, 'KIND_WORDS id-kabupaten-bogor'],
    ['Bogor Regency', ID, 'KIND_WORDS id-kabupaten-bogor'],
    ['Bogor', { ...ID, level: 'CITY' }, 'NAME id-kota-bogor'],
    ['Bogor', { ...ID, level: 'REGENCY' }, 'KIND_WORDS id-kabupaten-bogor'],
    ['Subang', ID, 'KIND_WORDS id-kabupaten-subang'],
    ['Provinsi D.I. Yogyakarta', ID, 'KIND_WORDS id-yo'],
    ['Kab. 50 Kota', ID, 'KIND_WORDS id-kabupaten-lima-puluh-kota'],
    ['50 Kota, Sumatera Barat', ID, 'KIND_WORDS id-kabupaten-lima-puluh-kota'],
    ['Kab. 50 Kotta', ID, 'LIKENESS id-kabupaten-lima-puluh-kota'],
    ['Koeln', DE, 'NAME de-koeln'],
    ['City of Koln', DE, 'KIND_WORDS de-koeln'],
    ['brunswick', DE, 'NAME de-braunschweig'],
    ['Hildesheim', { ...DE, level: 'CITY' }, 'NAME de-hildesheim'],
    ['Hildesheim', { ...DE, level: 'REGENCY' }, 'NAME de-hildesheim-district'],
    ['Saint Louis', US, 'NAME us-st-louis'],
    ['Pango Pango', { country: 'AS' }, 'NAME as-pago-pago'],
    ['高知市', JP, 'NAME jp-kochi'],
    ['Kochi-shi', JP, 'KIND_WORDS jp-kochi'],
    ['Kochi Prefecture', JP, 'KIND_WORDS jp-39'],
    ['Tokyo', { ...JP, level: 'CITY' }, 'NAME jp-13'],
    ['Tokyo', { ...JP, level: 'PROVINCE' }, 'NAME jp-13'],
    ['Mano', { ...JP, level: 'CITY' }, 'NAME jp-mano'],
    ['Lincoln', { ...US, level: 'CITY' }, 'NAME us-lincoln'],
    ['Lincoln City', US, 'NAME us-lincoln-city'],
    ['Jepang', { level: 'COUNTRY' }, 'unknown'],
    ['Bogor', { ...ID, usualLevel: 'CITY' }, 'NAME id-kota-bogor'],
    ['Kabupaten Bogor', { ...ID, usualLevel: 'CITY' }, 'NAME id-kabupaten-bogor'],
    ['Subang', { ...ID, usualLevel: 'CITY' }, 'KIND_WORDS id-kabupaten-subang'],
    ['Kochi', { ...JP, usualLevel: 'CITY' }, 'NAME jp-kochi'],
    ['Kochi', { ...JP, usualLevel: 'PROVINCE' }, 'NAME jp-39'],
    ['Kochi Prefecture', { ...JP, usualLevel: 'CITY' }, 'KIND_WORDS jp-39'],
    ['Shimane', { ...JP, usualLevel: 'CITY' }, '? jp-32'],
    ['Peine District', { ...DE, usualLevel: 'CITY' }, 'NAME de-peine-district'],
    ['Nowhere', { ...DE, usualLevel: 'CITY' }, 'unknown: a CITY in de'],
    ['Nowhere District', { ...DE, usualLevel: 'CITY' }, 'unknown'],
    ['Nowhere City', { ...DE, usualLevel: 'REGENCY' }, 'unknown: a CITY in de'],
    ['Bogor, Jawa Barat Province', { ...ID, usualLevel: 'CITY' }, 'NAME id-kota-bogor'],
    ['Kochi City, Kochi Prefecture', { ...JP, usualLevel: 'CITY' }, 'KIND_WORDS jp-kochi'],
    ['Tacoma, Washington State', { ...US, usualLevel: 'CITY' }, 'unknown: a CITY in us'],
    ['Subanq', { ...ID, usualLevel: 'CITY' }, '? id-kabupaten-subang'],
    ['Japan', {}, 'NAME jp'],
    ['Kota Yogyakarta', {}, 'NAME id-kota-yogyakarta'],
  ] as [string, Partial<NamedParty>, string][])('%s, %o: %s', (name, said, expected) => {
    expect(found(name, said)).toBe(expected);
  });
});

describe('of several places that bear a name, one is found', () => {
  test.each([
    ['by its province', 'Springfield', { ...US, province: 'Oregon' }, 'NAME us-springfield-or'],
    ['by its province, which another one is only called as well', 'Seattle', { ...US, province: 'Washington' }, 'NAME us-seattle'],
    ['by the code of its province', 'Springfield', { ...US, province: 'US-IL' }, 'NAME us-springfield-il'],
    ['by its province, which tells the country too', 'Springfield', { province: 'US-IL' }, 'NAME us-springfield-il'],
    ['by what stands in brackets', 'Misato (Shimane)', JP, 'NAME jp-misato-shimane'],
    ['by what stands behind a comma', 'Springfield, Illinois', US, 'NAME us-springfield-il'],
    ['by short forms behind a comma', 'Springfield, OR, USA', {}, 'NAME us-springfield-or'],
    ['by its province, where the others are not known', 'Portland', { ...US, province: 'Oregon' }, 'NAME us-portland-oregon'],
    ['by its province in brackets, where the others are not known', 'Portland (Oregon)', US, 'NAME us-portland-oregon'],
    ['by its location, where the others are not known', 'Portland', { ...US, ...at(45.5, -122.6) }, 'NAME us-portland-oregon'],
    ['by its location', 'Springfield', { ...US, ...at(44.1, -123.1) }, 'NAME us-springfield-or'],
  ] as [string, string, Partial<NamedParty>, string][])('%s', (_, name, said, expected) => {
    expect(found(name, said)).toBe(expected);
  });
});

test.each([
  ['Lembaga JICA', 'unknown'],
  ['Universitas Hiroshima', 'unknown'],
  ['Hiroshima University', 'unknown'],
  ['PT. Hiroshima', 'unknown'],
  ['Pulau Kunashiri', 'unknown'],
  ['Kunashiri Island', 'unknown'],
  ['Badanko', 'unknown: a CITY in jp'],
  ['Ptarmigan', 'unknown: a CITY in jp'],
  ['Islanda', 'unknown: a CITY in jp'],
])('%s of which a row says that it is a city: %s', (name, expected) => {
  expect(found(name, { ...JP, level: 'CITY' })).toBe(expected);
});

describe('a party is asked about', () => {
  test.each([
    ['where kota and kabupaten share the name', 'Bogor', ID, '? id-kabupaten-bogor id-kota-bogor'],
    ['where city and province share it', 'Yogyakarta', ID, '? id-kota-yogyakarta id-yo'],
    ['where nothing tells two towns apart', 'Springfield', { ...US, level: 'CITY' }, '? us-springfield-il us-springfield-or'],
    ['where level and words differ', 'Kota Bogor', { ...ID, level: 'REGENCY' }, '? id-kabupaten-bogor id-kota-bogor'],
    ['where there is no kota of the name', 'Kota Subang', ID, '? id-kabupaten-subang'],
    ['where it is of another level', 'Braunschweig', { ...DE, level: 'DISTRICT' }, '? de-braunschweig'],
    ['where it is a province and the row says city', 'Shimane', { ...JP, level: 'CITY' }, '? jp-32'],
    ['where it is in another province', 'Lincoln', { ...US, level: 'CITY', province: 'Illinois' }, '? us-lincoln us-lincoln-city'],
    ['where its province is not known', 'Köln', { ...DE, province: 'Niedersachsen' }, '? de-koeln'],
    [
      'where no province is called so',
      'Hildesheim',
      { ...DE, level: 'CITY', province: 'Saxony' },
      '? de-hildesheim de-hildesheim-district',
    ],
    ['where what stands in brackets does not fit', 'Mano (Miyazaki)', JP, '? jp-mano'],
    ['where it is far away', 'Hildesheim', { ...DE, level: 'CITY', ...at(48, 12) }, '? de-hildesheim de-hildesheim-district'],
    ['where the row names no country', 'Hildesheim', { level: 'CITY' }, '? de-hildesheim de-hildesheim-district'],
    ['where its province tells it from others', 'Portland', US, '? us-portland-oregon'],
    ['where the country may be two', 'American Samoa', { country: 'AS', level: 'PROVINCE' }, '? as'],
  ] as [string, string, Partial<NamedParty>, string][])('%s', (_, name, said, expected) => {
    expect(found(name, said)).toBe(expected);
  });

  test('with what speaks for and against each candidate', () => {
    expect(resolver.resolve(party('Lincoln', { ...US, level: 'CITY', province: 'Illinois' }))).toMatchObject({
      kind: 'AMBIGUOUS',
      why: 'what bears this name is not what the row says',
      candidates: [{ score: 1, reason: 'it is called Lincoln', against: ['it is not in Illinois'] }, { place: { key: 'us-lincoln-city' } }],
    });
  });

  test('with five candidates at most', () => {
    const many = directory(Array.from({ length: 9 }, (_, index) => [`us-newport-${index}`, 'Newport', 'us'] as const));
    expect(shown(new PartyResolver(many).resolve(party('Newport', US))).split(' ')).toHaveLength(6);
  });
});

describe('a code', () => {
  const coded = (...codes: [NamedParty['codes'][number]['scheme'], string][]) => ({
    codes: codes.map(([scheme, value]) => ({ scheme, value })),
  });

  test.each([
    ['finds its place, whatever it is called', 'Djokja', coded(['KEMENDAGRI', '3471']), 'CODE id-kota-yogyakarta'],
    ['finds it before the name does', 'Hildesheim', { ...DE, ...coded(['WIKIDATA', 'Q5918']) }, 'CODE de-hildesheim-district'],
    [
      'counts beside one that no place has',
      'Bogor',
      { ...ID, ...coded(['KEMENDAGRI', '3201'], ['WIKIDATA', 'Q1']) },
      'CODE id-kabupaten-bogor',
    ],
    [
      'is asked about beside that of another place',
      'X',
      coded(['WIKIDATA', 'Q3185'], ['KEMENDAGRI', '32.01']),
      '? de-hildesheim id-kabupaten-bogor',
    ],
    [
      'is asked about beside another one of its scheme',
      'Hildesheim',
      coded(['WIKIDATA', 'Q3185'], ['WIKIDATA', 'Q5918']),
      '? de-hildesheim de-hildesheim-district',
    ],
    [
      'is asked about where another place bears the name',
      'Kota Bogor',
      coded(['KEMENDAGRI', '32.01']),
      '? id-kabupaten-bogor id-kota-bogor',
    ],
    ['is asked about where the country is another', 'Hildesheim', { ...ID, ...coded(['WIKIDATA', 'Q3185']) }, '? de-hildesheim'],
    ['is asked about where the level is another', 'Bogor', { level: 'CITY', ...coded(['KEMENDAGRI', '32.01']) }, '? id-kabupaten-bogor'],
    [
      'that a place does not have makes its name doubtful',
      'Braunschweig',
      { ...DE, ...coded(['WIKIDATA', 'Q2773']) },
      'NAME de-braunschweig',
    ],
    [
      'other than the one that a place has makes its name doubtful',
      'Hildesheim',
      { ...DE, level: 'CITY', ...coded(['WIKIDATA', 'Q9']) },
      '? de-hildesheim de-hildesheim-district',
    ],
  ] as [string, string, Partial<NamedParty>, string][])('%s', (_, name, said, expected) => {
    expect(found(name, said)).toBe(expected);
  });
});

describe('a name that is only like one', () => {
  test.each([
    ['finds its place where all of the level are known', 'Yogyakrta', { ...ID, level: 'CITY' }, 'LIKENESS id-kota-yogyakarta'],
    ['with words for the kind', 'Kab. Subbang', { ...ID, level: 'REGENCY' }, 'LIKENESS id-kabupaten-subang'],
    ['finds its place abroad where it is nearly the same', 'Braunschwieg', { ...DE, level: 'CITY' }, 'LIKENESS de-braunschweig'],
    ['is asked about abroad where it might be another', 'Hildshem', { ...DE, level: 'CITY' }, '? de-hildesheim'],
    ['is asked about abroad where its first letter is another', 'Praunschweig', { ...DE, level: 'CITY' }, '? de-braunschweig'],
    ['is no place where the location tells another', 'Hildshem', { ...DE, level: 'CITY', ...at(48, 12) }, 'unknown: a CITY in de'],
    ['finds its place where the location bears it out', 'Hildshem', { ...DE, level: 'CITY', ...at(52.2, 9.9) }, 'LIKENESS de-hildesheim'],
    ['is asked about where two are as like', 'Kochj', JP, '? jp-39 jp-kochi'],
    [
      'is no place with another code',
      'Hildsheim',
      { ...DE, level: 'CITY', codes: [{ scheme: 'WIKIDATA', value: 'Q9' }] },
      'unknown: a CITY in de',
    ],
  ] as [string, string, Partial<NamedParty>, string][])('%s', (_, name, said, expected) => {
    expect(found(name, said)).toBe(expected);
  });
});

describe('a party that is unknown', () => {
  test.each([
    ['may be new in its province', 'Reims', { ...DE, province: 'Niedersachsen', level: 'CITY' }, 'unknown: a CITY in de-ni'],
    ['may be new in its country', 'Reims', { ...DE, level: 'CITY' }, 'unknown: a CITY in de'],
    ['may not be new where its level is not told', 'Reims', DE, 'unknown'],
    ['may not be new where its country is not told', 'Reims', { level: 'CITY' }, 'unknown'],
    ['may not be new where its country may be two', 'Reims', { country: 'AS', level: 'CITY' }, 'unknown'],
    ['may not be new where its country is not known', 'Hildesheim', { country: 'Jerma', level: 'CITY' }, 'unknown'],
    ['may not be new where its province is not known', 'Reims', { ...DE, province: 'Marne', level: 'CITY' }, 'unknown'],
    ['may not be new where all of the level are known: a province', 'Reims', { ...DE, level: 'PROVINCE' }, 'unknown'],
    ['may not be new where all of the level are known: a kabupaten', 'Reims', { ...ID, level: 'REGENCY' }, 'unknown'],
    ['may be new in Indonesia as a village', 'Desa Reims', { ...ID, level: 'VILLAGE' }, 'unknown: a VILLAGE in id'],
  ] as [string, string, Partial<NamedParty>, string][])('%s', (_, name, said, expected) => {
    expect(found(name, said)).toBe(expected);
  });
});
