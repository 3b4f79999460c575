import { provenanceLines } from '../provenance.js';
import type { CellType } from '../table-file.js';
import { cellOf, EDGE_ATTRIBUTES, type GraphFile, NODE_ATTRIBUTES, type Property } from './graph-file.js';
import { ATTRIBUTE_TYPES, xmlAttributes, xmlText } from './xml.js';

const LABEL = { name: 'label', type: 'string', description: 'What it is called.' } as const;

/** The graph of ties as GraphML. Where it comes from is data of the graph: `provenance`, a line of text each. */
export async function* graphmlText({ provenance, places, ties }: GraphFile): AsyncGenerator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n';
  yield key('graph', { name: 'provenance', type: 'string', description: 'Where the facts in this file come from.' });
  yield [LABEL, ...NODE_ATTRIBUTES].map((one) => key('node', one)).join('');
  yield EDGE_ATTRIBUTES.map((one) => key('edge', one)).join('');
  yield `<graph id="ties" edgedefault="undirected">\n${data('graph', 'provenance', provenanceLines(provenance).join('\n'))}\n`;
  for await (const part of places) {
    yield part
      .map(
        (place) =>
          `<node${xmlAttributes({ id: place.id })}>${data('node', 'label', place.name)}${all('node', place, NODE_ATTRIBUTES)}</node>\n`,
      )
      .join('');
  }
  for await (const part of ties) {
    yield part
      .map(
        (tie) =>
          `<edge${xmlAttributes({ id: tie.id, source: tie.source, target: tie.target })}>${all('edge', tie, EDGE_ATTRIBUTES)}</edge>\n`,
      )
      .join('');
  }
  yield '</graph>\n</graphml>\n';
}

type Domain = 'graph' | 'node' | 'edge';

function key(of: Domain, { name, type, description }: { name: string; type: CellType; description: string }): string {
  return `<key${xmlAttributes({ id: `${of}.${name}`, for: of, 'attr.name': name, 'attr.type': ATTRIBUTE_TYPES[type] })}><desc>${xmlText(description)}</desc></key>\n`;
}

function all<R extends object>(of: Domain, record: R, properties: readonly Property<R>[]): string {
  return properties.map((property) => data(of, property.name, cellOf(record, property))).join('');
}

function data(of: Domain, name: string, value: string | number | boolean | null): string {
  return value === null ? '' : `<data${xmlAttributes({ key: `${of}.${name}` })}>${xmlText(String(value))}</data>`;
}
