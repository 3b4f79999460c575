import { dayOf, provenanceLines } from '../provenance.js';
import { cellOf, EDGE_ATTRIBUTES, type GraphFile, NODE_ATTRIBUTES, type Property } from './graph-file.js';
import { ATTRIBUTE_TYPES, xmlAttributes, xmlText } from './xml.js';

/** The graph of ties as GEXF 1.2, the version that most programs read. Where it comes from is the description of the file, a line of text each. */
export async function* gexfText({ provenance, places, ties }: GraphFile): AsyncGenerator<string> {
  const { software, question, origin } = provenance;
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">\n';
  yield `<meta${xmlAttributes({ lastmodifieddate: dayOf(origin) })}>\n<creator>${xmlText(software)}</creator>\n<title>${xmlText(question)}</title>\n`;
  yield `<description>${xmlText(provenanceLines(provenance).join('\n'))}</description>\n</meta>\n`;
  yield '<graph defaultedgetype="undirected" mode="static">\n';
  yield `${declared('node', NODE_ATTRIBUTES)}${declared('edge', EDGE_ATTRIBUTES)}<nodes>\n`;
  for await (const part of places) {
    yield part
      .map((place) => `<node${xmlAttributes({ id: place.id, label: place.name })}>${values(place, NODE_ATTRIBUTES)}</node>\n`)
      .join('');
  }
  yield '</nodes>\n<edges>\n';
  for await (const part of ties) {
    yield part
      .map(
        (tie) =>
          `<edge${xmlAttributes({ id: tie.id, source: tie.source, target: tie.target, label: tie.agreementName })}>${values(tie, EDGE_ATTRIBUTES)}</edge>\n`,
      )
      .join('');
  }
  yield '</edges>\n</graph>\n</gexf>\n';
}

function declared<R>(of: 'node' | 'edge', properties: readonly Property<R>[]): string {
  const lines = properties.map(
    ({ name, type }) => `<attribute${xmlAttributes({ id: name, title: name, type: ATTRIBUTE_TYPES[type] })}/>\n`,
  );
  return `<attributes class="${of}">\n${lines.join('')}</attributes>\n`;
}

function values<R extends object>(record: R, properties: readonly Property<R>[]): string {
  const given = properties.flatMap((property) => {
    const value = cellOf(record, property);
    return value === null ? [] : [`<attvalue${xmlAttributes({ for: property.name, value })}/>`];
  });
  return `<attvalues>${given.join('')}</attvalues>`;
}
