import { DataInvalidError, type DataProblem } from '../../src/domain/errors.js';

/** A data file without a mistake, of a record of every type, each with what it may refer to. */
export const SMALL_DATA = `\
sources:
  - { key: paper, kind: NEWS, title: A paper, publisher: The publisher, language: id, published: 1991 }
  - { key: list, kind: DATASET, title: A list, publisher: The publisher, language: en }
sectors:
  - { key: education, name: { id: Pendidikan, en: Education } }
  - { key: tourism, name: { id: Pariwisata, en: Tourism } }
places:
  - { key: id, kind: COUNTRY, name: Indonesia, cites: [{ source: list }] }
  - { key: jp, kind: COUNTRY, name: Japan, names: { id: Jepang }, cites: [{ source: list }] }
  - { key: id-ji, kind: PROVINCE, name: Jawa Timur, partOf: id, cites: [{ source: list }] }
  - { key: id-kota-batu, kind: CITY, name: Kota Batu, partOf: id-ji, formerlyPartOf: [id], cites: [{ source: list }] }
  - { key: jp-26, kind: PROVINCE, name: Kyōto, partOf: jp, cites: [{ source: list }] }
  - { key: jp-uji, kind: CITY, name: Uji, partOf: jp-26, otherNames: [{ text: 宇治市, kind: LOCAL, cites: [{ source: paper }] }], cites: [{ source: list }] }
placeDetails:
  - { key: id-kota-batu, names: { en: Batu }, cites: [{ source: paper }] }
officials:
  - { key: ani, name: Ani, cites: [{ source: paper }] }
offices:
  - { key: mayor-of-batu, role: MAYOR, name: { en: Mayor of Batu }, place: id-kota-batu, cites: [{ source: paper }] }
  - { key: consul-general, role: CONSUL_GENERAL, name: { id: Konjen }, mission: japan-in-batu, cites: [{ source: paper }] }
tenures:
  - { key: ani-mayor, official: ani, office: mayor-of-batu, from: 2017-12-27, cites: [{ source: paper }] }
missions:
  - { key: japan-in-batu, kind: CONSULATE_GENERAL, name: { en: Consulate }, sentBy: jp, seat: id-kota-batu, covers: [id-ji], cites: [{ source: paper }] }
agreements:
  - { key: east-java-kyoto, kind: SISTER_PROVINCE, parties: [id-ji, jp-26], stages: [{ stage: SIGNED, cites: [{ source: list }] }], cites: [{ source: list }] }
  - key: batu-uji
    kind: SISTER_CITY
    parties: [id-kota-batu, jp-uji]
    sectors: [tourism, education]
    umbrella: east-java-kyoto
    promptedBy: green-city
    stages:
      - { stage: INITIATIVE, cites: [{ source: paper }] }
      - { stage: LETTER_OF_INTENT, date: 2018-04, event: signing, note: In Batu., cites: [{ source: paper, at: p3, field: date, value: 2018 }] }
    plans:
      - { stage: SIGNED, description: { en: A memorandum }, date: 2019~, cites: [{ source: paper }] }
    cites: [{ source: paper, confidence: HIGH }]
events:
  - key: signing
    kind: SIGNING
    title: { en: Signing in Batu }
    date: 2018-04-30
    place: id-kota-batu
    agreements: [batu-uji]
    sectors: [education]
    participants:
      - { role: SIGNATORY, tenure: ani-mayor }
      - { role: WITNESS, office: consul-general }
      - { role: VISITOR, place: jp-uji, cites: [{ source: list }] }
    cites: [{ source: paper }]
awards:
  - { key: green-city, name: { en: Green City }, date: 2016, results: [{ place: id-kota-batu, outcome: PARTICIPANT, votes: 7, cites: [{ source: paper }] }], cites: [{ source: paper }] }
retired:
  - { kind: agreement, key: batu-udji, successor: batu-uji, reason: Entered twice., date: 2020, cites: [{ source: list }] }
`;

/** The problems that refuse the data; none when it is accepted. */
export function problemsOf(act: () => unknown): readonly DataProblem[] {
  try {
    act();
  } catch (error) {
    if (error instanceof DataInvalidError) return error.problems;
    throw error;
  }
  return [];
}
