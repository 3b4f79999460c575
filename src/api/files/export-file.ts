import { Readable } from 'node:stream';
import { coerceInputValue, type GraphQLInputObjectType, type GraphQLSchema, isInputObjectType } from 'graphql';
import { BadInputError, DefectError } from '../../domain/errors.js';
import type { TieFilter } from '../../domain/tie.js';
import { csvText } from '../../exchange/export/csv.js';
import { csvMetadata } from '../../exchange/export/csv-metadata.js';
import { CSV_METADATA, type Format, GRAPH_FORMATS, TABLE_FORMATS } from '../../exchange/export/formats.js';
import { gexfText } from '../../exchange/export/graph/gexf.js';
import {
  type GraphFile,
  PLACE_PROPERTIES,
  type PlaceNode,
  type Property,
  rowsOfRecords,
  TIE_PROPERTIES,
} from '../../exchange/export/graph/graph-file.js';
import { graphmlText } from '../../exchange/export/graph/graphml.js';
import { jsonLdText } from '../../exchange/export/graph/json-ld.js';
import { jsonLinesText, jsonText } from '../../exchange/export/json.js';
import { originOf } from '../../exchange/export/origin.js';
import type { Provenance } from '../../exchange/export/provenance.js';
import type { FileColumn } from '../../exchange/export/table-file.js';
import type { Context } from '../context.js';
import { asAsked, fieldsOf, type GivenTexts, type Input, readInputs } from '../tables/inputs.js';
import { type TieFilterInput, tieFilter } from '../tie/tie-filter.js';
import { begun, etagOf, type FileAnswer, nameOf, ofRevision } from './file-answer.js';
import { SOFTWARE } from './software.js';
import { placeNodes, sourceRecords, tieRecords } from './tie-graph.js';

const { csv, jsonl, json } = TABLE_FORMATS;

/** What of the graph of ties a file can hold, and as what; where nobody says how, the first one is meant. */
export const PARTS = {
  graph: { question: 'Which places are tied to each other, and by which agreements?', formats: Object.values(GRAPH_FORMATS) as Format[] },
  nodes: { question: 'Which places have ties?', formats: [csv, jsonl, json, CSV_METADATA] as Format[] },
  edges: { question: 'Which agreements tie which places?', formats: [csv, jsonl, json, CSV_METADATA] as Format[] },
} as const;
export type Part = keyof typeof PARTS;

/** A question for the graph of ties, or a part of it, as a file. */
export interface AskedExport {
  readonly part: Part;
  readonly format: Format;
  readonly bare: boolean;
  /** Fields of the tie filter by name. */
  readonly ties: GivenTexts;
}

/** The fields of the tie filter, as inputs by themselves. */
export function tieInputs(schema: GraphQLSchema): readonly Input[] {
  return fieldsOf(tieFilterType(schema));
}

function tieFilterType(schema: GraphQLSchema): GraphQLInputObjectType {
  const type = schema.getType('TieFilter');
  if (!isInputObjectType(type)) throw new DefectError('the schema has no TieFilter');
  return type;
}

/** The graph of the ties that count as a file. It follows from the graph and the filter alone. Throws `BadInputError` or `NotFoundError`. */
export async function exportFile(schema: GraphQLSchema, context: Context, asked: AskedExport): Promise<FileAnswer> {
  const { part, format, bare } = asked;
  if (bare && !(format.extension in TABLE_FORMATS)) throw new BadInputError(`bare is for ${Object.keys(TABLE_FORMATS).join(', ')}.`);
  const inputs = tieInputs(schema);
  const values = readInputs(part, inputs, asked.ties);
  const ties = await tieFilter(context, coerceInputValue(values, tieFilterType(schema)) as TieFilterInput);
  const origin = await originOf(context.graph);
  const { question } = PARTS[part];
  const provenance: Provenance = { title: part, question, asked: asAsked(inputs, values), shape: {}, software: SOFTWARE, origin };
  const name = nameOf(`kembar-${part}`, origin.revision, { asked: provenance.asked, bare }, { asked: asAsked(inputs, {}), bare: false });
  const reading = { provenance, bare, context, ties };
  return {
    name: `${name}.${format.extension}`,
    format,
    etag: etagOf(provenance, format.extension, bare),
    open: async () => {
      if (format === CSV_METADATA) return Readable.from([csvMetadata({ provenance, columns: PROPERTIES[part] }, `${name}.csv`)]);
      if (part === 'nodes') return tableText(format, reading, await begun(placesOf(reading)), PLACE_PROPERTIES);
      if (part === 'edges' || format === GRAPH_FORMATS.csv) return tableText(format, reading, await begun(tiesOf(reading)), TIE_PROPERTIES);
      return graphText(format, reading, await begun(placesOf(reading)));
    },
  };
}

const PROPERTIES: Readonly<Record<Part, readonly FileColumn[]>> = { graph: TIE_PROPERTIES, nodes: PLACE_PROPERTIES, edges: TIE_PROPERTIES };

/** What a file is read from. */
interface Reading {
  readonly provenance: Provenance;
  readonly bare: boolean;
  readonly context: Context;
  readonly ties: TieFilter;
}

const placesOf = ({ context, ties, provenance }: Reading) =>
  ofRevision(context.graph, provenance.origin.revision, placeNodes(context, ties));
const tiesOf = ({ context, ties, provenance }: Reading) => ofRevision(context.graph, provenance.origin.revision, tieRecords(context, ties));

function tableText<R extends object>(
  { extension }: Format,
  { provenance, bare }: Reading,
  records: AsyncIterable<readonly R[]>,
  columns: readonly Property<R>[],
): AsyncIterable<string> {
  if (extension === csv.extension) return csvText({ provenance, bare, columns, rows: rowsOfRecords(records, columns) });
  return extension === jsonl.extension ? jsonLinesText({ provenance, bare, records }) : jsonText({ provenance, bare, records });
}

function graphText({ extension }: Format, reading: Reading, places: AsyncIterable<readonly PlaceNode[]>): AsyncIterable<string> {
  const { provenance, bare, context } = reading;
  const file: GraphFile = { provenance, places, ties: tiesOf(reading), sources: (ids) => sourceRecords(context, ids) };
  if (extension === GRAPH_FORMATS.jsonl.extension) return jsonLinesText({ provenance, bare, records: nodesThenEdges(file) });
  if (extension === GRAPH_FORMATS.gexf.extension) return gexfText(file);
  return extension === GRAPH_FORMATS.jsonld.extension ? jsonLdText(file) : graphmlText(file);
}

async function* nodesThenEdges({ places, ties }: GraphFile): AsyncGenerator<readonly object[]> {
  for await (const part of places) yield part.map((node) => ({ node }));
  for await (const part of ties) yield part.map((edge) => ({ edge }));
}
