import { describe, expect, test } from 'vitest';
import { checkReferences } from '../../../src/exchange/dataset/check-references.js';
import { readDataTexts } from '../../../src/exchange/format/read-files.js';
import { SMALL_DATA } from '../small-data.js';

const CITES = 'cites: [{ source: paper }]';

/** The problems of the small data set with more files beside it. */
function problemsWith(...texts: string[]) {
  const more = texts.map((text, index) => ({ file: `more-${index + 1}.yaml`, text }));
  return checkReferences(readDataTexts([{ file: 'small.yaml', text: SMALL_DATA }, ...more]));
}

/** The problems of the small data set with one passage of it written differently. */
function problemsAfter(passage: string, replacement: string) {
  expect(SMALL_DATA.split(passage)).toHaveLength(2);
  return checkReferences(readDataTexts([{ file: 'small.yaml', text: SMALL_DATA.replace(passage, replacement) }]));
}

test('a data set whose references hold has no problems', () => {
  expect(problemsWith()).toEqual([]);
});

describe('a reference to nothing is reported', () => {
  const stage = (inside: string) => `{ stage: SIGNED, ${inside} }`;
  const agreement = (inside: string) => `{ key: x, kind: SISTER_CITY, parties: [id-ji, jp-26], ${inside} }`;
  const event = (inside: string) => `{ key: x, kind: VISIT, title: { en: X }, ${inside} }`;
  const name = 'otherNames: [{ text: X, kind: ALIAS, cites: [{ source: gone }] }]';
  const gone = 'cites: [{ source: paper }, { source: gone }]';

  test.each<[type: string, record: string, path: string, called: string]>([
    ['places', `{ key: x, kind: CITY, name: X, partOf: gone, ${CITES} }`, 'partOf', 'place'],
    ['places', `{ key: x, kind: CITY, name: X, partOf: id, formerlyPartOf: [id, gone], ${CITES} }`, 'formerlyPartOf[1]', 'place'],
    ['places', `{ key: x, kind: CITY, name: X, partOf: id, ${gone} }`, 'cites[1].source', 'source'],
    ['places', `{ key: x, kind: CITY, name: X, partOf: id, ${name}, ${CITES} }`, 'otherNames[0].cites[0].source', 'source'],
    ['placeDetails', `{ key: gone, ${CITES} }`, 'key', 'place'],
    ['placeDetails', `{ key: id, ${gone} }`, 'cites[1].source', 'source'],
    ['placeDetails', `{ key: id, ${name}, ${CITES} }`, 'otherNames[0].cites[0].source', 'source'],
    ['officials', `{ key: x, name: X, ${gone} }`, 'cites[1].source', 'source'],
    ['officials', `{ key: x, name: X, ${name}, ${CITES} }`, 'otherNames[0].cites[0].source', 'source'],
    ['offices', `{ key: x, role: MAYOR, name: { en: X }, place: gone, ${CITES} }`, 'place', 'place'],
    ['offices', `{ key: x, role: MAYOR, name: { en: X }, mission: gone, ${CITES} }`, 'mission', 'mission'],
    ['offices', `{ key: x, role: MAYOR, name: { en: X }, place: id-ji, ${gone} }`, 'cites[1].source', 'source'],
    ['tenures', `{ key: x, official: gone, office: mayor-of-batu, ${CITES} }`, 'official', 'official'],
    ['tenures', `{ key: x, official: ani, office: gone, ${CITES} }`, 'office', 'office'],
    ['tenures', `{ key: x, official: ani, office: mayor-of-batu, ${gone} }`, 'cites[1].source', 'source'],
    ['missions', `{ key: x, kind: EMBASSY, name: { en: X }, sentBy: gone, seat: id-ji, ${CITES} }`, 'sentBy', 'place'],
    ['missions', `{ key: x, kind: EMBASSY, name: { en: X }, sentBy: jp, seat: gone, ${CITES} }`, 'seat', 'place'],
    ['missions', `{ key: x, kind: EMBASSY, name: { en: X }, sentBy: jp, seat: id-ji, covers: [gone], ${CITES} }`, 'covers[0]', 'place'],
    ['missions', `{ key: x, kind: EMBASSY, name: { en: X }, sentBy: jp, seat: id-ji, ${gone} }`, 'cites[1].source', 'source'],
    ['agreements', `{ key: x, kind: SISTER_CITY, parties: [id-ji, gone], stages: [${stage(CITES)}], ${CITES} }`, 'parties[1]', 'place'],
    ['agreements', agreement(`sectors: [gone], stages: [${stage(CITES)}], ${CITES}`), 'sectors[0]', 'sector'],
    ['agreements', agreement(`umbrella: gone, stages: [${stage(CITES)}], ${CITES}`), 'umbrella', 'agreement'],
    ['agreements', agreement(`promptedBy: gone, stages: [${stage(CITES)}], ${CITES}`), 'promptedBy', 'award'],
    ['agreements', agreement(`stages: [${stage(`event: gone, ${CITES}`)}], ${CITES}`), 'stages[0].event', 'event'],
    ['agreements', agreement(`stages: [${stage(gone)}], ${CITES}`), 'stages[0].cites[1].source', 'source'],
    ['agreements', agreement(`stages: [${stage(CITES)}], plans: [{ description: { en: X }, ${gone} }], ${CITES}`), 'plans[0].cites[1].source', 'source'],
    ['agreements', agreement(`stages: [${stage(CITES)}], ${gone}`), 'cites[1].source', 'source'],
    ['events', event(`place: gone, ${CITES}`), 'place', 'place'],
    ['events', event(`agreements: [batu-uji, gone], ${CITES}`), 'agreements[1]', 'agreement'],
    ['events', event(`sectors: [gone], ${CITES}`), 'sectors[0]', 'sector'],
    ['events', event(`participants: [{ role: HOST, tenure: gone }], ${CITES}`), 'participants[0].tenure', 'tenure'],
    ['events', event(`participants: [{ role: HOST, office: gone }], ${CITES}`), 'participants[0].office', 'office'],
    ['events', event(`participants: [{ role: HOST, place: gone }], ${CITES}`), 'participants[0].place', 'place'],
    ['events', event(`participants: [{ role: HOST, place: id, ${gone} }], ${CITES}`), 'participants[0].cites[1].source', 'source'],
    ['events', event(gone), 'cites[1].source', 'source'],
    ['awards', `{ key: x, name: { en: X }, results: [{ place: gone, outcome: PARTICIPANT, ${CITES} }], ${CITES} }`, 'results[0].place', 'place'],
    ['awards', `{ key: x, name: { en: X }, results: [{ place: id, outcome: PARTICIPANT, ${gone} }], ${CITES} }`, 'results[0].cites[1].source', 'source'],
    ['awards', `{ key: x, name: { en: X }, ${gone} }`, 'cites[1].source', 'source'],
  ])('in %s: %s', (type, record, path, called) => {
    expect(problemsWith(`# one record\n${type}:\n  - ${record}\n`)).toEqual([
      { file: 'more-1.yaml', line: 3, field: `${type}[0].${path}`, message: `there is no ${called} "gone"` },
    ]);
  });

  test('in the line of the reference', () => {
    expect(problemsAfter('parties: [id-kota-batu, jp-uji]', 'parties:\n      - id-kota-batu\n      - gone')).toEqual([
      { file: 'small.yaml', line: 34, field: 'agreements[1].parties[1]', message: 'there is no place "gone"' },
    ]);
  });
});

describe('a key that is given twice is reported with the file that has it already', () => {
  test.each([
    ['sources', '{ key: paper, kind: BLOG, title: T, publisher: P, language: en }', 'source "paper"'],
    ['sectors', '{ key: education, name: { id: A, en: B } }', 'sector "education"'],
    ['places', `{ key: id-ji, kind: PROVINCE, name: X, partOf: id, ${CITES} }`, 'place "id-ji"'],
    ['officials', `{ key: ani, name: X, ${CITES} }`, 'official "ani"'],
    ['offices', `{ key: mayor-of-batu, role: MAYOR, name: { en: X }, place: id-ji, ${CITES} }`, 'office "mayor-of-batu"'],
    ['tenures', `{ key: ani-mayor, official: ani, office: mayor-of-batu, ${CITES} }`, 'tenure "ani-mayor"'],
    ['missions', `{ key: japan-in-batu, kind: EMBASSY, name: { en: X }, sentBy: jp, seat: id-ji, ${CITES} }`, 'mission "japan-in-batu"'],
    ['agreements', `{ key: batu-uji, kind: SISTER_CITY, parties: [id, jp], stages: [{ stage: SIGNED, ${CITES} }], ${CITES} }`, 'agreement "batu-uji"'],
    ['events', `{ key: signing, kind: VISIT, title: { en: X }, ${CITES} }`, 'event "signing"'],
    ['awards', `{ key: green-city, name: { en: X }, ${CITES} }`, 'award "green-city"'],
  ])('in %s', (type, record, called) => {
    expect(problemsWith(`${type}:\n  - ${record}\n`)).toEqual([
      { file: 'more-1.yaml', line: 2, field: `${type}[0].key`, message: `the ${called} is already defined in small.yaml` },
    ]);
  });

  test('but a place may be added to any number of times', () => {
    const detail = `placeDetails:\n  - { key: id-ji, ${CITES} }\n  - { key: id-ji, ${CITES} }\n`;
    expect(problemsWith(detail, detail)).toEqual([]);
  });

  test('and one key may serve records of two types', () => {
    expect(problemsWith(`officials:\n  - { key: education, name: X, ${CITES} }\n`)).toEqual([]);
  });
});

describe('a contradiction is reported', () => {
  test.each<[contradiction: string, passage: string, replacement: string, problems: readonly [line: number, field: string, message: string][]]>([
    [
      'a country inside a place',
      'kind: COUNTRY, name: Indonesia,',
      'kind: COUNTRY, name: Indonesia, partOf: jp,',
      [[8, 'places[0].partOf', 'a country is not part of a place']],
    ],
    [
      'a place that is part of nothing',
      'name: Kyōto, partOf: jp,',
      'name: Kyōto,',
      [[12, 'places[4].partOf', 'every place but a country is part of a larger one']],
    ],
    ['a place that is part of itself', 'name: Kyōto, partOf: jp,', 'name: Kyōto, partOf: jp-26,', [[12, 'places[4].partOf', 'the place is part of itself']]],
    [
      'an agreement under itself',
      'umbrella: east-java-kyoto',
      'umbrella: batu-uji',
      [[35, 'agreements[1].umbrella', 'the agreement is its own umbrella']],
    ],
    ['a party named twice', '[id-kota-batu, jp-uji]', '[id-kota-batu, jp-uji, id-kota-batu]', [[33, 'agreements[1].parties', 'a place is named twice']]],
    ['a mission sent by a province', 'sentBy: jp,', 'sentBy: jp-26,', [[27, 'missions[0].sentBy', 'a mission is sent by a country']]],
    ['a mission sent by a city', 'sentBy: jp,', 'sentBy: jp-uji,', [[27, 'missions[0].sentBy', 'a mission is sent by a country']]],
    ['a mission that covers a city', 'covers: [id-ji]', 'covers: [id-ji, id-kota-batu]', [[27, 'missions[0].covers[1]', 'a mission covers provinces']]],
    ['a mission that covers a country', 'covers: [id-ji]', 'covers: [id]', [[27, 'missions[0].covers[0]', 'a mission covers provinces']]],
  ])('%s', (_, passage, replacement, problems) => {
    const reported = problemsAfter(passage, replacement).filter(({ message }) => message !== NEXT_TO_CYCLE);
    expect(reported).toEqual(problems.map(([line, field, message]) => ({ file: 'small.yaml', line, field, message })));
  });

  /** Places inside a cycle are not part of themselves, but they never come to a country either. */
  const NEXT_TO_CYCLE = 'the place is part of a place that is part of itself';

  const place = (key: string, partOf: string) => `places:\n  - { key: ${key}, kind: DISTRICT, name: ${key}, partOf: ${partOf}, ${CITES} }\n`;
  const agreement = (key: string, umbrella: string) =>
    `agreements:\n  - { key: ${key}, kind: FRIENDSHIP, parties: [id, jp], umbrella: ${umbrella}, stages: [{ stage: SIGNED, ${CITES} }], ${CITES} }\n`;

  test('places that are part of one another, across files', () => {
    expect(problemsWith(place('a', 'b'), place('b', 'c'), place('c', 'a')).map(({ file, message }) => [file, message])).toEqual([
      ['more-1.yaml', 'the place is part of itself'],
      ['more-2.yaml', 'the place is part of itself'],
      ['more-3.yaml', 'the place is part of itself'],
    ]);
  });

  test('agreements that are under one another, across files', () => {
    expect(problemsWith(agreement('a', 'b'), agreement('b', 'a')).map(({ file, message }) => [file, message])).toEqual([
      ['more-1.yaml', 'the agreement is its own umbrella'],
      ['more-2.yaml', 'the agreement is its own umbrella'],
    ]);
  });

  test('only of the places that are in the cycle', () => {
    const untrue = problemsWith(place('a', 'b'), place('b', 'b')).filter(({ file }) => file === 'more-1.yaml');
    expect(untrue.map(({ message }) => message)).not.toContain('the place is part of itself');
  });
});

test('all problems are reported at once, none hides another', () => {
  const problems = problemsWith(
    `places:\n  - { key: x, kind: CITY, name: X, partOf: gone, cites: [{ source: gone }] }\n`,
    `sectors:\n  - { key: education, name: { id: A, en: B } }\nofficials:\n  - { key: y, name: Y, cites: [{ source: gone }] }\n`,
    `agreements:\n  - { key: z, kind: SISTER_CITY, parties: [gone, gone], umbrella: z, stages: [{ stage: SIGNED, ${CITES} }], ${CITES} }\n`,
  );
  expect(problems.map(({ file, field }) => `${file} ${field}`).sort()).toEqual([
    'more-1.yaml places[0].cites[0].source',
    'more-1.yaml places[0].partOf',
    'more-2.yaml officials[0].cites[0].source',
    'more-2.yaml sectors[0].key',
    'more-3.yaml agreements[0].parties',
    'more-3.yaml agreements[0].parties[0]',
    'more-3.yaml agreements[0].parties[1]',
    'more-3.yaml agreements[0].umbrella',
  ]);
});
