import { assemble } from '../../src/exchange/dataset/shipped.js';
import { readDataTexts } from '../../src/exchange/format/read-files.js';

/** The city `aa-one` with an agreement with each of so many cities of another country. */
export function starData(agreements: number) {
  const numbers = Array.from({ length: agreements }, (_, index) => String(index).padStart(4, '0'));
  const place = (key: string, kind: string, partOf = '') =>
    `  - { key: ${key}, kind: ${kind}, name: ${key}${partOf}, cites: [{ source: list }] }`;
  const text = `
sources:
  - { key: list, kind: DATASET, title: A list, publisher: Nobody, language: en, licence: Free }
places:
${[
  place('aa', 'COUNTRY'),
  place('bb', 'COUNTRY'),
  place('aa-one', 'CITY', ', partOf: aa'),
  ...numbers.map((number) => place(`bb-${number}`, 'CITY', ', partOf: bb')),
].join('\n')}
agreements:
${numbers
  .map(
    (number) =>
      `  - { key: x${number}, kind: SISTER_CITY, parties: [aa-one, bb-${number}], stages: [{ stage: SIGNED, cites: [{ source: list }] }], cites: [{ source: list }] }`,
  )
  .join('\n')}
`;
  return assemble(readDataTexts([{ file: 'test.yaml', text }]));
}
