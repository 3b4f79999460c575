import type { Phase, Stage } from '../../../domain/stage.js';
import type { AgreementKind, Confidence, PlaceKind } from '../../../domain/vocabulary.js';
import type { Provenance } from '../provenance.js';
import type { Cell, FileColumn } from '../table-file.js';

/** A place as a node of the graph of ties. */
export interface PlaceNode {
  readonly id: string;
  /** As the place calls itself. */
  readonly name: string;
  readonly nameEn: string | null;
  readonly kind: PlaceKind;
  readonly country: string | null;
  readonly countryName: string | null;
  readonly province: string | null;
  readonly provinceName: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly population: number | null;
  /** Codes that are valid; several where a register has several. */
  readonly wikidata: readonly string[];
  readonly geonames: readonly string[];
  readonly iso: readonly string[];
  readonly kemendagri: readonly string[];
}

/** A tie as an edge: two places and the agreement that ties them. */
export interface TieEdgeRecord {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly sourceName: string;
  readonly targetName: string;
  readonly agreement: string;
  readonly agreementName: string;
  readonly kind: AgreementKind;
  readonly phase: Phase | null;
  readonly stage: Stage | null;
  /** The first dated step: its date in EDTF, the first and last day that it can have been on, and what it was. */
  readonly since: string | null;
  readonly sinceEarliest: string | null;
  readonly sinceLatest: string | null;
  readonly sinceStage: Stage | null;
  /** When it was first signed, in EDTF. */
  readonly signed: string | null;
  readonly confidence: Confidence | null;
  /** Ids. */
  readonly sectors: readonly string[];
  readonly sources: readonly string[];
}

/** A source as files name it. */
export interface SourceRecord {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly url: string | null;
  readonly licence: string | null;
}

/** The graph of ties on its way into a file. Places and ties come a part at a time, by their ids. */
export interface GraphFile {
  readonly provenance: Provenance;
  readonly places: AsyncIterable<readonly PlaceNode[]>;
  readonly ties: AsyncIterable<readonly TieEdgeRecord[]>;
  /** Sources by id, in the order of the ids. */
  readonly sources: (ids: readonly string[]) => Promise<readonly SourceRecord[]>;
}

/** A property of nodes or edges, as a column of a table or an attribute in a file of graphs. */
export interface Property<R> extends FileColumn {
  readonly name: Extract<keyof R, string>;
}

const property = <R>(name: Extract<keyof R, string>, description: string, type: FileColumn['type'] = 'string'): Property<R> => ({
  name,
  type,
  separator: null,
  description,
});
const listProperty = <R>(name: Extract<keyof R, string>, description: string): Property<R> => ({
  ...property<R>(name, description),
  separator: ' | ',
});

export const PLACE_PROPERTIES: readonly Property<PlaceNode>[] = [
  property('id', 'Id of the place.'),
  property('name', 'Name, as the place calls itself.'),
  property('nameEn', 'Name in English, where it is another.'),
  property('kind', 'What kind of place it is.'),
  property('country', 'Id of the country that it is in.'),
  property('countryName', 'Name of that country in English.'),
  property('province', 'Id of the first-level subdivision that it is in, or is.'),
  property('provinceName', 'Name of that subdivision in English.'),
  property('latitude', 'Degrees north, WGS 84.', 'number'),
  property('longitude', 'Degrees east, WGS 84.', 'number'),
  property('population', 'How many people live there.', 'integer'),
  listProperty('wikidata', 'Wikidata items.'),
  listProperty('geonames', 'GeoNames ids.'),
  listProperty('iso', 'Codes of ISO 3166-1 or ISO 3166-2.'),
  listProperty('kemendagri', "Codes of Indonesia's Ministry of Home Affairs."),
];

export const TIE_PROPERTIES: readonly Property<TieEdgeRecord>[] = [
  property('id', 'Id of the tie: the agreement and its two ends.'),
  property('source', 'Id of the end with the smaller id; ties have no direction.'),
  property('target', 'Id of the other end.'),
  property('sourceName', 'Name of the one end.'),
  property('targetName', 'Name of the other end.'),
  property('agreement', 'Id of the agreement.'),
  property('agreementName', 'Name of the agreement.'),
  property('kind', 'What kind of agreement it is.'),
  property('phase', 'How far it has come, on the day asOf or now.'),
  property('stage', 'The step that decides how far it has come.'),
  property('since', 'When its first dated step was, in EDTF.'),
  property('sinceEarliest', 'The first day that this can have been.', 'date'),
  property('sinceLatest', 'The last day that this can have been.', 'date'),
  property('sinceStage', 'What its first dated step was.'),
  property('signed', 'When it was first signed, in EDTF.'),
  property('confidence', 'The grade of its best source.'),
  listProperty('sectors', 'Ids of the sectors that it is about.'),
  listProperty('sources', 'Ids of the sources that it is known from.'),
];

/** What nodes and edges carry in a file of graphs, beside what they are and join. */
export const NODE_ATTRIBUTES = PLACE_PROPERTIES.filter(({ name }) => name !== 'id');
export const EDGE_ATTRIBUTES = TIE_PROPERTIES.filter(({ name }) => name !== 'id' && name !== 'source' && name !== 'target');

/** The value of a property as one cell. */
export function cellOf<R extends object>(record: R, { name, separator }: Property<R>): Cell {
  const value = record[name] as Cell | readonly string[];
  if (!Array.isArray(value)) return value as Cell;
  return value.length === 0 ? null : value.join(separator ?? ' ');
}

/** Records as rows of a table. */
export async function* rowsOfRecords<R extends object>(
  parts: AsyncIterable<readonly R[]>,
  properties: readonly Property<R>[],
): AsyncGenerator<readonly (readonly Cell[])[]> {
  for await (const part of parts) yield part.map((record) => properties.map((one) => cellOf(record, one)));
}
