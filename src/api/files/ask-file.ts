import { Readable } from 'node:stream';
import type { GraphQLSchema } from 'graphql';
import { BadInputError, NotFoundError } from '../../domain/errors.js';
import { csvText } from '../../exchange/export/csv.js';
import { csvMetadata } from '../../exchange/export/csv-metadata.js';
import { CSV_METADATA, TABLE_FORMATS, type TableFormat } from '../../exchange/export/formats.js';
import { jsonLinesText, jsonText } from '../../exchange/export/json.js';
import { originOf } from '../../exchange/export/origin.js';
import { dayOf, type Provenance } from '../../exchange/export/provenance.js';
import type { Context } from '../context.js';
import { shortened } from '../ids.js';
import { Loaders } from '../loaders.js';
import { type NamedOperation, namedOperations } from '../operations.js';
import { rowsOf, tableShape } from '../tables/columns.js';
import { asAsked, type GivenTexts, type Input, readInputs, type Values, variablesOf } from '../tables/inputs.js';
import { pagesOf, type Table, tableOf } from '../tables/table.js';
import { begun, etagOf, type FileAnswer, nameOf, ofRevision } from './file-answer.js';
import { SOFTWARE } from './software.js';

/** What files of answers are made with. */
export interface AskingWith {
  readonly schema: GraphQLSchema;
  readonly context: Context;
  /** Runs an operation as one request. Throws `KembarError` when anything in it fails. */
  readonly execute: (context: Context, text: string, variables: Values) => Promise<Readonly<Record<string, unknown>>>;
}

/** A question for the answer to a named operation as a file. */
export interface AskedTable {
  readonly operation: string;
  readonly format: TableFormat | typeof CSV_METADATA.extension;
  /** Which list of the answer is the table; null where only one can be meant. */
  readonly path: string | null;
  /** A list in the rows whose items become rows, with those that it is inside of. */
  readonly unwind: string | null;
  /** Leaves out everything but the header and the rows. */
  readonly bare: boolean;
  readonly variables: GivenTexts;
}

/** The operation of a name. Throws `NotFoundError`. */
export function operationNamed(name: string): NamedOperation {
  const operation = namedOperations().find((one) => one.name === name);
  if (operation !== undefined) return operation;
  const others = namedOperations().map((one) => one.name);
  throw new NotFoundError(`there is no operation "${shortened(name)}". There are ${others.join(', ')}.`);
}

/**
 * The answer to a named operation as a file. It follows from the graph and the question alone: where a question
 * depends on the day, the day is that on which the graph last changed. Throws `BadInputError` or `NotFoundError`.
 */
export async function askFile({ schema, context, execute }: AskingWith, asked: AskedTable): Promise<FileAnswer> {
  const operation = operationNamed(asked.operation);
  const table = tableOf(schema, operation, asked.path);
  const isCsv = asked.format === 'csv' || asked.format === CSV_METADATA.extension;
  if (asked.unwind !== null && !isCsv) throw new BadInputError('unwind is for csv: a line of jsonl or json holds its lists as they are.');
  const shape = tableShape(table.row, asked.unwind);
  const inputs = variablesOf(schema, table.document);
  const values = readInputs(operation.name, inputs, withoutPaging(schema, operation, inputs, table, asked.variables));

  const origin = await originOf(context.graph);
  const path = table.path.steps.join('.');
  const provenance: Provenance = {
    title: operation.name,
    question: operation.question,
    asked: asAsked(inputs, values),
    shape: {
      ...(path === '' ? {} : { path }),
      ...(asked.unwind === null ? {} : { unwind: asked.unwind }),
      today: dayOf(origin),
    },
    software: SOFTWARE,
    origin,
  };
  const { format, bare, unwind } = asked;
  const name = nameOf(
    operation.name,
    origin.revision,
    { asked: provenance.asked, path: table.isMeant ? null : path, unwind, bare },
    { asked: asAsked(inputs, {}), path: null, unwind: null, bare: false },
  );
  const pages = () =>
    ofRevision(
      context.graph,
      origin.revision,
      pagesOf(schema, table, values, (text, variables) =>
        execute({ ...context, load: new Loaders(context.graph), today: dayOf(origin) }, text, variables),
      ),
    );
  const file = { name: `${name}.${format}`, etag: etagOf(provenance, format, bare, table.text) };

  if (format === CSV_METADATA.extension) {
    const metadata = csvMetadata({ provenance, columns: shape.columns }, `${name}.csv`);
    return { ...file, format: CSV_METADATA, open: async () => Readable.from([metadata]) };
  }
  return {
    ...file,
    format: TABLE_FORMATS[format],
    open: async () => {
      const items = await begun(pages());
      if (format === 'csv')
        return csvText({ provenance, columns: shape.columns, bare, rows: inParts(items, (item) => rowsOf(item, shape)) });
      return format === 'jsonl' ? jsonLinesText({ provenance, bare, records: items }) : jsonText({ provenance, bare, records: items });
    },
  };
}

async function* inParts<T, R>(pages: AsyncIterable<readonly T[]>, rows: (item: T) => Iterable<R>): AsyncGenerator<readonly R[]> {
  for await (const page of pages) yield page.flatMap((item) => [...rows(item)]);
}

/** Refuses variables of the operation that play no part in a table, and says why. */
function withoutPaging(
  schema: GraphQLSchema,
  operation: NamedOperation,
  inputs: readonly Input[],
  { path }: Table,
  given: GivenTexts,
): GivenTexts {
  const known = variablesOf(schema, operation.document).map(({ name }) => name);
  const idle = Object.keys(given).find((name) => known.includes(name) && !inputs.some((input) => input.name === name));
  if (idle === undefined) return given;
  const why = path.source === 'connection' ? ', which is given whole, page after page' : '';
  throw new BadInputError(
    `${idle} of ${operation.name} plays no part in the table ${path.steps.join('.')}${why}. Accepted are ${inputs.map(({ name }) => name).join(', ')}.`,
  );
}
