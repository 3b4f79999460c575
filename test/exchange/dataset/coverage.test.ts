import { describe, expect, test } from 'vitest';
import { coverageOf } from '../../../src/exchange/dataset/coverage.js';
import { disputedFields } from '../../../src/exchange/dataset/disputed-fields.js';
import { readDataTexts } from '../../../src/exchange/format/read-files.js';
import { SMALL_DATA } from '../small-data.js';

/** Beside East Java and Kyoto, Batu and Uji: a second publisher, agreements within Indonesia and of several countries, disagreements. */
const MORE = `\
sources:
  - { key: journal, kind: NEWS, title: A journal, publisher: Another publisher, language: id, licence: CC BY 4.0 }
places:
  - { key: id-ac, kind: PROVINCE, name: Aceh, partOf: id, cites: [{ source: list }] }
  - { key: id-jt, kind: PROVINCE, name: Jawa Tengah, partOf: id, cites: [{ source: list }] }
  - { key: id-kota-solo, kind: CITY, name: Kota Solo, partOf: id-jt, cites: [{ source: list }] }
  - { key: al, kind: COUNTRY, name: Albania, cites: [{ source: list }] }
agreements:
  - key: batu-solo
    kind: DOMESTIC
    parties: [id-kota-batu, id-kota-solo]
    stages:
      - stage: SIGNED
        date: 2019-07-04
        cites:
          - { source: journal }
          - { source: paper, field: date, value: 2019-07-03, preferred: false, note: Less close. }
          - { source: list, field: date, value: 2019-07-03, preferred: false, note: The same. }
          - { source: list, field: date, value: 2019, preferred: false, note: Less close. }
    cites: [{ source: paper, confidence: LOW }, { source: list, confidence: MEDIUM }]
  - key: solo-japan-albania
    kind: FRIENDSHIP
    title: { id: Beberapa pihak, en: An Agreement of Several }
    parties: [id-kota-solo, jp-uji, jp-26, al]
    stages:
      - { stage: SIGNED, date: ../2020, cites: [{ source: paper }] }
      - { stage: RENEWED, date: 202X, cites: [{ source: paper }] }
      - { stage: DORMANT, date: 2024, cites: [{ source: paper }] }
    cites:
      - { source: paper, confidence: LOW }
      - { source: journal, field: kind, value: SISTER_CITY, preferred: false, confidence: HIGH, note: A headline. }
tenures:
  - key: ani-again
    official: ani
    office: mayor-of-batu
    cites: [{ source: paper }, { source: list, field: office, value: Deputy Mayor of Batu, preferred: false, note: In passing. }]
`;

const { data } = readDataTexts([
  { file: 'a.yaml', text: SMALL_DATA },
  { file: 'b.yaml', text: MORE },
]);
const coverage = coverageOf(data, 'id');

describe('coverage', () => {
  test('counts an agreement for each province of the country that it has a party in', () => {
    expect(coverage).toMatchObject({ agreements: 4, withSignatories: 1, withSectors: 1, withSignatoriesAndSectors: 1, datedToTheDay: 1 });
    expect(coverage.provinces).toEqual([
      { name: 'Jawa Timur', agreements: 3, parties: 2, partners: 1, withSignatories: 1, withSectors: 1, datedToTheDay: 1 },
      { name: 'Jawa Tengah', agreements: 2, parties: 1, partners: 2, withSignatories: 0, withSectors: 0, datedToTheDay: 1 },
    ]);
    expect(coverage.provincesWithout).toEqual(['Aceh']);
  });

  test('counts it for each country abroad, and for the country itself when two of its own places are parties', () => {
    expect(coverage.countries).toEqual([
      { name: 'Japan', agreements: 3, parties: 2, partners: 3, withSignatories: 1, withSectors: 1, datedToTheDay: 0 },
      { name: 'Albania', agreements: 1, parties: 1, partners: 1, withSignatories: 0, withSectors: 0, datedToTheDay: 0 },
      { name: 'Indonesia', agreements: 1, parties: 2, partners: 2, withSignatories: 0, withSectors: 0, datedToTheDay: 1 },
    ]);
  });

  test('counts stages by the precision of their dates', () => {
    expect(coverage.stages).toEqual(
      new Map([
        [null, 2],
        ['MONTH', 1],
        ['DAY', 1],
        ['SPAN', 1],
        ['DECADE', 1],
        ['YEAR', 1],
      ]),
    );
  });

  test('grades an agreement by its best citation in support, and counts publishers, those of the stages as well', () => {
    expect(coverage.grades).toEqual([
      { grade: 'HIGH', agreements: 1, ofOnePublisher: 1 },
      // Its own two sources are of one publisher; that of its stage is of another.
      { grade: 'MEDIUM', agreements: 1, ofOnePublisher: 0 },
      // The HIGH one is of a claim that is not preferred, and its publisher does not count either.
      { grade: 'LOW', agreements: 1, ofOnePublisher: 1 },
      { grade: null, agreements: 1, ofOnePublisher: 1 },
    ]);
  });

  test('lists disagreements of agreements by name, and counts all', () => {
    expect(coverage.disputed).toEqual(
      new Map([
        ['agreements', 2],
        ['tenures', 1],
      ]),
    );
    expect(coverage.disputedAgreementFields.map(({ name, field }) => [name, field])).toEqual([
      ['An Agreement of Several', 'kind'],
      ['Kota Batu – Kota Solo', 'date'],
    ]);
  });

  test('counts sources by kind and by licence', () => {
    expect(coverage.sourceKinds).toEqual(
      new Map([
        ['NEWS', 2],
        ['DATASET', 1],
      ]),
    );
    expect([...coverage.licences]).toEqual([
      [null, 2],
      ['CC BY 4.0', 1],
    ]);
  });
});

describe('disputed fields', () => {
  test('are of records and of their parts, with what is shown and each thing that is said otherwise', () => {
    expect(disputedFields(data)).toEqual([
      { type: 'tenures', key: 'ani-again', part: null, field: 'office', shown: 'mayor-of-batu', otherwise: ['Deputy Mayor of Batu'] },
      { type: 'agreements', key: 'batu-solo', part: 'stages[0]', field: 'date', shown: '2019-07-04', otherwise: ['2019-07-03', '2019'] },
      { type: 'agreements', key: 'solo-japan-albania', part: null, field: 'kind', shown: 'FRIENDSHIP', otherwise: ['SISTER_CITY'] },
    ]);
  });

  test('are none where every claim is shown', () => {
    expect(disputedFields(readDataTexts([{ file: 'a.yaml', text: SMALL_DATA }]).data)).toEqual([]);
  });
});
