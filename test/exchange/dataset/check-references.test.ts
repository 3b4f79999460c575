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

/** The problems of the small data set with one passage of it written differently, and the line of that passage. */
function problemsAfter(passage: string, replacement: string) {
  const before = SMALL_DATA.split(passage);
  expect(before).toHaveLength(2);
  const read = readDataTexts([{ file: 'small.yaml', text: before.join(replacement) }]);
  return { problems: checkReferences(read), line: before[0]?.split('\n').length ?? 0 };
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

  test.each<[type: string, field: string, called: string, record: string]>([
    ['places', 'partOf', 'place', `{ key: x, kind: CITY, name: X, partOf: gone, ${CITES} }`],
    ['places', 'formerlyPartOf[1]', 'place', `{ key: x, kind: CITY, name: X, partOf: id, formerlyPartOf: [id, gone], ${CITES} }`],
    ['places', 'cites[1].source', 'source', `{ key: x, kind: CITY, name: X, partOf: id, ${gone} }`],
    ['places', 'otherNames[0].cites[0].source', 'source', `{ key: x, kind: CITY, name: X, partOf: id, ${name}, ${CITES} }`],
    ['placeDetails', 'key', 'place', `{ key: gone, ${CITES} }`],
    ['placeDetails', 'cites[1].source', 'source', `{ key: id, ${gone} }`],
    ['placeDetails', 'otherNames[0].cites[0].source', 'source', `{ key: id, ${name}, ${CITES} }`],
    ['officials', 'cites[1].source', 'source', `{ key: x, name: X, ${gone} }`],
    ['officials', 'otherNames[0].cites[0].source', 'source', `{ key: x, name: X, ${name}, ${CITES} }`],
    ['offices', 'place', 'place', `{ key: x, role: MAYOR, name: { en: X }, place: gone, ${CITES} }`],
    ['offices', 'mission', 'mission', `{ key: x, role: MAYOR, name: { en: X }, mission: gone, ${CITES} }`],
    ['offices', 'cites[1].source', 'source', `{ key: x, role: MAYOR, name: { en: X }, place: id-ji, ${gone} }`],
    ['tenures', 'official', 'official', `{ key: x, official: gone, office: mayor-of-batu, ${CITES} }`],
    ['tenures', 'office', 'office', `{ key: x, official: ani, office: gone, ${CITES} }`],
    ['tenures', 'cites[1].source', 'source', `{ key: x, official: ani, office: mayor-of-batu, ${gone} }`],
    ['missions', 'sentBy', 'place', `{ key: x, kind: EMBASSY, name: { en: X }, sentBy: gone, seat: id-ji, ${CITES} }`],
    ['missions', 'seat', 'place', `{ key: x, kind: EMBASSY, name: { en: X }, sentBy: jp, seat: gone, ${CITES} }`],
    ['missions', 'covers[0]', 'place', `{ key: x, kind: EMBASSY, name: { en: X }, sentBy: jp, seat: id-ji, covers: [gone], ${CITES} }`],
    ['missions', 'cites[1].source', 'source', `{ key: x, kind: EMBASSY, name: { en: X }, sentBy: jp, seat: id-ji, ${gone} }`],
    ['agreements', 'parties[1]', 'place', `{ key: x, kind: SISTER_CITY, parties: [id-ji, gone], stages: [${stage(CITES)}], ${CITES} }`],
    ['agreements', 'sectors[0]', 'sector', agreement(`sectors: [gone], stages: [${stage(CITES)}], ${CITES}`)],
    ['agreements', 'umbrella', 'agreement', agreement(`umbrella: gone, stages: [${stage(CITES)}], ${CITES}`)],
    ['agreements', 'promptedBy', 'award', agreement(`promptedBy: gone, stages: [${stage(CITES)}], ${CITES}`)],
    ['agreements', 'stages[0].event', 'event', agreement(`stages: [${stage(`event: gone, ${CITES}`)}], ${CITES}`)],
    ['agreements', 'stages[0].cites[1].source', 'source', agreement(`stages: [${stage(gone)}], ${CITES}`)],
    [
      'agreements',
      'plans[0].cites[1].source',
      'source',
      agreement(`stages: [${stage(CITES)}], plans: [{ description: { en: X }, ${gone} }], ${CITES}`),
    ],
    ['agreements', 'cites[1].source', 'source', agreement(`stages: [${stage(CITES)}], ${gone}`)],
    ['events', 'place', 'place', event(`place: gone, ${CITES}`)],
    ['events', 'agreements[1]', 'agreement', event(`agreements: [batu-uji, gone], ${CITES}`)],
    ['events', 'sectors[0]', 'sector', event(`sectors: [gone], ${CITES}`)],
    ['events', 'participants[0].tenure', 'tenure', event(`participants: [{ role: HOST, tenure: gone }], ${CITES}`)],
    ['events', 'participants[0].office', 'office', event(`participants: [{ role: HOST, office: gone }], ${CITES}`)],
    ['events', 'participants[0].place', 'place', event(`participants: [{ role: HOST, place: gone }], ${CITES}`)],
    ['events', 'participants[0].cites[1].source', 'source', event(`participants: [{ role: HOST, place: id, ${gone} }], ${CITES}`)],
    ['events', 'cites[1].source', 'source', event(gone)],
    [
      'awards',
      'results[0].place',
      'place',
      `{ key: x, name: { en: X }, results: [{ place: gone, outcome: PARTICIPANT, ${CITES} }], ${CITES} }`,
    ],
    [
      'awards',
      'results[0].cites[1].source',
      'source',
      `{ key: x, name: { en: X }, results: [{ place: id, outcome: PARTICIPANT, ${gone} }], ${CITES} }`,
    ],
    ['awards', 'cites[1].source', 'source', `{ key: x, name: { en: X }, ${gone} }`],
  ])('in %s, %s: there is no such %s', (type, field, called, record) => {
    expect(problemsWith(`# one record\n${type}:\n  - ${record}\n`)).toEqual([
      { file: 'more-1.yaml', line: 3, field: `${type}[0].${field}`, message: `there is no ${called} "gone"` },
    ]);
  });

  test('in the line of the reference', () => {
    const { problems, line } = problemsAfter('parties: [id-kota-batu, jp-uji]', 'parties:\n      - id-kota-batu\n      - gone');
    expect(problems).toEqual([
      { file: 'small.yaml', line: line + 2, field: 'agreements[1].parties[1]', message: 'there is no place "gone"' },
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
    [
      'agreements',
      `{ key: batu-uji, kind: SISTER_CITY, parties: [id, jp], stages: [{ stage: SIGNED, ${CITES} }], ${CITES} }`,
      'agreement "batu-uji"',
    ],
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
  test.each([
    [
      'a country inside a place',
      'name: Indonesia,',
      'name: Indonesia, partOf: jp,',
      'places[0].partOf',
      'a country is not part of a place',
    ],
    [
      'a place inside nothing',
      'name: Uji, partOf: jp-26,',
      'name: Uji,',
      'places[5].partOf',
      'every place but a country is part of a larger one',
    ],
    ['a place inside itself', 'name: Uji, partOf: jp-26,', 'name: Uji, partOf: jp-uji,', 'places[5].partOf', 'the place is part of itself'],
    [
      'an agreement under itself',
      'umbrella: east-java-kyoto',
      'umbrella: batu-uji',
      'agreements[1].umbrella',
      'the agreement is its own umbrella',
    ],
    [
      'a party named twice',
      '[id-kota-batu, jp-uji]',
      '[id-kota-batu, jp-uji, id-kota-batu]',
      'agreements[1].parties',
      'a place is named twice',
    ],
    ['a mission sent by a province', 'sentBy: jp,', 'sentBy: jp-26,', 'missions[0].sentBy', 'a mission is sent by a country'],
    ['a mission sent by a city', 'sentBy: jp,', 'sentBy: jp-uji,', 'missions[0].sentBy', 'a mission is sent by a country'],
    [
      'a mission that covers a city',
      '[id-ji], cites',
      '[id-ji, id-kota-batu], cites',
      'missions[0].covers[1]',
      'a mission covers provinces',
    ],
    ['a mission that covers a country', '[id-ji], cites', '[id], cites', 'missions[0].covers[0]', 'a mission covers provinces'],
  ])('%s', (_, passage, replacement, field, message) => {
    const { problems, line } = problemsAfter(passage, replacement);
    expect(problems).toEqual([{ file: 'small.yaml', line, field, message }]);
  });

  const place = (key: string, partOf: string) =>
    `places:\n  - { key: ${key}, kind: DISTRICT, name: ${key}, partOf: ${partOf}, ${CITES} }\n`;
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

  test('but not of a place that is only part of one in a cycle', () => {
    expect(problemsWith(place('a', 'b'), place('b', 'b')).map(({ file }) => file)).toEqual(['more-2.yaml']);
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

describe('a retired key', () => {
  const retired = (inside: string) => `retired:\n  - { kind: agreement, reason: Merged., ${inside}, ${CITES} }\n`;

  test.each([
    ['of a record that is there', 'key: batu-uji', 'retired[0].key: the agreement "batu-uji" is there, so it is not retired'],
    ['twice', 'key: batu-udji', 'retired[0].key: the retired key "agreement:batu-udji" is already defined in small.yaml'],
    [
      'with a successor that is nowhere',
      'key: x, successor: y',
      'retired[0].successor: there is no agreement "y", and none that is retired',
    ],
    [
      'that is its own successor',
      'key: x, successor: x',
      'retired[0].successor: what took the place of the agreement "x" leads back to it',
    ],
    ['without a successor', 'key: x', null],
    ['whose successor is retired', 'key: x, successor: batu-udji', null],
  ])('%s', (_, inside, problem) => {
    const problems = problemsWith(retired(inside)).map(({ field, message }) => `${field}: ${message}`);
    expect(problems).toEqual(problem === null ? [] : [problem]);
  });

  test('is named with its successor where a record refers to it', () => {
    const event = `events:\n  - { key: x, kind: VISIT, title: { en: X }, agreements: [batu-udji], ${CITES} }\n`;
    expect(problemsWith(event).map(({ message }) => message)).toEqual([
      'the agreement "batu-udji" was merged into "batu-uji"; write "batu-uji"',
    ]);
  });
});
