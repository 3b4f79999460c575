/** A kind of file that an answer can be taken away in. */
export interface Format<E extends string = string> {
  /** How names of such files end, and what it is called on the command line. */
  readonly extension: E;
  /** What it is told to be in an answer. */
  readonly contentType: string;
  readonly description: string;
}

const format = <E extends string>(extension: E, contentType: string, description: string): Format<E> => ({
  extension,
  contentType,
  description,
});

/** Tables: the first one is given where nobody says which. */
export const TABLE_FORMATS = {
  csv: format(
    'csv',
    'text/csv; charset=utf-8; header=present',
    'Comma-separated values with a header; what they come from in comment lines.',
  ),
  jsonl: format('jsonl', 'application/x-ndjson; charset=utf-8', 'JSON Lines: one node or edge a line, as in GraphQL.'),
  json: format('json', 'application/json; charset=utf-8', 'One JSON object with all nodes or edges.'),
} as const;
export type TableFormat = keyof typeof TABLE_FORMATS;

/** What tells of a CSV file beside it, as W3C's CSV on the Web has it. */
export const CSV_METADATA = format(
  'csv-metadata.json',
  'application/csvm+json; charset=utf-8',
  'What the columns of the CSV file are and where its facts come from (CSV on the Web).',
);

/** Graphs: the first one is given where nobody says which. */
export const GRAPH_FORMATS = {
  graphml: format('graphml', 'application/graphml+xml; charset=utf-8', 'GraphML, for networkx, igraph, Gephi, Cytoscape and yEd.'),
  gexf: format('gexf', 'application/gexf+xml; charset=utf-8', 'GEXF 1.2, for Gephi.'),
  jsonld: format('jsonld', 'application/ld+json; charset=utf-8', 'JSON-LD with terms of schema.org.'),
  jsonl: format('jsonl', 'application/x-ndjson; charset=utf-8', 'JSON Lines: the places, then the ties.'),
  csv: format('csv', 'text/csv; charset=utf-8; header=present', 'The ties as comma-separated values, one a row.'),
} as const;
export type GraphFormat = keyof typeof GRAPH_FORMATS;
