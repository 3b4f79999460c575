import { expect, test } from 'vitest';
import { csvMetadata } from '../../../src/exchange/export/csv-metadata.js';
import { PROVENANCE } from './texts.js';

test('the metadata of a CSV file tell its columns and its terms in the words of CSV on the Web', () => {
  const columns = [
    { name: 'node.id', type: 'string', separator: null, description: 'Id of the place.' },
    { name: 'shared.name', type: 'string', separator: ' | ', description: '' },
    { name: 'days', type: 'integer', separator: null, description: '' },
  ] as const;
  expect(JSON.parse(csvMetadata({ provenance: PROVENANCE, columns }, 'Cousins.r7.csv'))).toMatchObject({
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    url: 'Cousins.r7.csv',
    'dc:modified': { '@value': '2026-01-02T03:04:05.678Z' },
    'dc:license': ['Ask first', { '@id': 'https://creativecommons.org/licenses/by/4.0/' }],
    tableSchema: {
      columns: [
        { titles: 'node.id', datatype: 'string', 'dc:description': 'Id of the place.' },
        { titles: 'shared.name', datatype: 'string', separator: ' | ' },
        { titles: 'days', datatype: 'integer' },
      ],
    },
  });
});
