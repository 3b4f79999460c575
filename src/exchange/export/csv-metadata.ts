import { licenceAddress } from './licences.js';
import { provenanceObject, TERMS } from './provenance.js';
import type { TableFile } from './table-file.js';

/**
 * What tells of a CSV file beside it: its columns with types and meanings, and where its facts come from. The
 * vocabulary is that of W3C's Metadata Vocabulary for Tabular Data; saved beside the file under the name of the file
 * and `-metadata.json` it is found by the tools that know it.
 */
export function csvMetadata({ provenance, columns }: Pick<TableFile, 'provenance' | 'columns'>, csvName: string): string {
  const { title, question, software, origin } = provenance;
  const licences = [...new Set(origin.sources.map(({ licence }) => licenceAddress(licence) ?? licence))].sort();
  const metadata = {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    url: csvName,
    'dc:title': title,
    'dc:description': question,
    'dc:creator': software,
    ...(origin.changedAt === null ? {} : { 'dc:modified': { '@value': origin.changedAt, '@type': 'xsd:dateTime' } }),
    'dc:rights': TERMS,
    'dc:license': licences.map((licence) => (licence.startsWith('https:') ? { '@id': licence } : licence)),
    'dc:source': origin.sources.map(({ title: source, publisher, licence, url }) => ({
      'dc:title': source,
      'dc:publisher': publisher,
      'dc:license': licence,
      ...(url === null ? {} : { 'dc:identifier': url }),
    })),
    'dc:provenance': JSON.stringify(provenanceObject(provenance)),
    dialect: { encoding: 'utf-8', header: true, commentPrefix: '#', lineTerminators: ['\n'] },
    tableSchema: {
      columns: columns.map(({ name, type, separator, description }) => ({
        titles: name,
        datatype: type,
        ...(separator === null ? {} : { separator }),
        ...(description === '' ? {} : { 'dc:description': description }),
      })),
    },
  };
  return `${JSON.stringify(metadata, null, 2)}\n`;
}
