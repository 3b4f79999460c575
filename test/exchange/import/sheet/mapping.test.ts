import { describe, expect, test } from 'vitest';
import { readMapping } from '../../../../src/exchange/import/sheet/mapping.js';
import { fileOf, refusalOf } from '../table/files.js';

const mappingOf = async (yaml: string) => readMapping(await fileOf(yaml, 'mapping.yaml'));

describe('a mapping file', () => {
  test('is text throughout: codes keep their zeros, and NO is Norway', async () => {
    const mapping = await mappingOf(
      'defaults: { kemendagriA: 35.70, countryB: NO, date: 2019 }\nheaderLine: 3\nvalues: { stage: { 1: MoU, x: } }\n',
    );
    expect(mapping).toMatchObject({ defaults: { kemendagriA: '35.70', countryB: 'NO', date: '2019' }, headerLine: 3, dateOrder: 'DMY' });
    expect([...(mapping.values.get('stage') ?? [])]).toEqual([
      ['1', 'MoU'],
      ['x', ''],
    ]);
  });

  test('may be empty', async () => {
    expect(await mappingOf('# nothing yet\n')).toMatchObject({ columns: {}, dateOrder: 'DMY' });
  });

  test.each([
    ['an unknown member', 'columns: {}\nkolom: {}\n', '2 kolom: unknown field'],
    ['an unknown field', 'columns:\n  partyC: x\n', '2 columns.partyC: unknown field'],
    [
      'a default that cannot be read',
      'defaults:\n  stage: soon\n',
      /^2 defaults\.stage: “soon”: the word is not known; accepted are .*SIGNED \(MoU\)/,
    ],
    ['a word for what there is not', 'values:\n  stage:\n    Aktif: going\n', /^3 values\.stage\.Aktif: “going”: the word is not known/],
    ['an order of dates that there is not', 'dateOrder: YMD\n', '1 dateOrder: must be one of DMY, MDY'],
    ['a source without a title', 'source: { publisher: x }\n', /^1 source\.title: /],
    ['a source of a day that there is not', 'source: { title: x, published: 2025-02-30 }\n', /source\.published: .*there is no 2025-02-30/],
    ['a line that is none', 'headerLine: first\n', '1 headerLine: must be the number of a line'],
    ['what is no YAML', 'columns: {\n', /not YAML/],
    ['what is no mapping', '- a\n', /expected object/],
  ])('is refused with %s', async (_, yaml, refusal) => {
    expect(await refusalOf(mappingOf(yaml))).toMatch(refusal);
  });

  test('is refused when it is not there', async () => {
    expect(await refusalOf(readMapping('/nowhere/mapping.yaml'))).toMatch(/the mapping \/nowhere\/mapping\.yaml is not there/);
  });
});
