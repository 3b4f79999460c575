import type { FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { type AskingWith, askFile } from '../../api/files/ask-file.js';
import { type AskableOperation, askableOperations } from '../../api/files/catalogue.js';
import { accepted } from '../../api/tables/inputs.js';
import { CSV_METADATA, TABLE_FORMATS, type TableFormat } from '../../exchange/export/formats.js';
import type { ContextOf } from '../context-of.js';
import { failure } from '../failures.js';
import { formatAccepted, formatNamed, notAcceptable } from './negotiate.js';
import { FILE_OPTIONS, isBare, parametersOf } from './parameters.js';
import type { FileSender } from './send-file.js';

const NEGOTIATED = Object.values(TABLE_FORMATS);
const NAMED = [...NEGOTIATED, CSV_METADATA];

/** Serves the named operations at /ask: the list of them, and the answer of each as a file. */
export function serveAsk(
  http: FastifyInstance,
  schema: GraphQLSchema,
  contextOf: ContextOf,
  execute: AskingWith['execute'],
  sender: FileSender,
): void {
  const list = { operations: askableOperations(schema).map(told), formats: NAMED, options: FILE_OPTIONS };
  http.get('/ask', () => list);

  http.route<{ Params: { file: string } }>({
    method: ['GET', 'HEAD'],
    url: '/ask/:file',
    handler: async (request, reply) => {
      const [operation = '', ...end] = request.params.file.split('.');
      const format = end.length > 0 ? formatNamed(NAMED, end.join('.')) : formatAccepted(request, NEGOTIATED);
      if (end.length === 0) reply.header('vary', 'Accept');
      if (format === null) return reply.code(406).send(failure('BAD_INPUT', notAcceptable(NEGOTIATED)));
      const { options, texts } = parametersOf(request.query, FILE_OPTIONS);
      const file = await askFile(
        { schema, context: await contextOf(request), execute },
        {
          operation,
          format: format.extension as TableFormat,
          path: options.path ?? null,
          unwind: options.unwind ?? null,
          bare: isBare(options.bare),
          variables: texts,
        },
      );
      const link = format === TABLE_FORMATS.csv ? metadataLink(`${operation}.${CSV_METADATA.extension}`, request.url) : null;
      return sender.send(request, reply, file, link);
    },
  });
}

/** Where the metadata of a CSV file is, as CSV on the Web has it found. */
export function metadataLink(name: string, url: string): string {
  const at = url.indexOf('?');
  return `<${name}${at < 0 ? '' : url.slice(at)}>; rel="describedby"; type="application/csvm+json"`;
}

/** An operation as the list tells it. */
function told({ name, question, paths, path, variables, example }: AskableOperation): object {
  return {
    name,
    question,
    path,
    paths,
    variables: variables.map(({ name: variable, type, required, fallback, description }) => ({
      name: variable,
      type: String(type),
      required,
      ...(fallback === undefined ? {} : { default: fallback }),
      accepted: accepted(type),
      description,
    })),
    example: addressOf(name, example),
  };
}

/** An address that answers as it stands. */
function addressOf(name: string, { path, variables }: AskableOperation['example']): string {
  const parameters = new URLSearchParams(path === null ? {} : { path });
  for (const [variable, value] of Object.entries(variables))
    parameters.set(variable, typeof value === 'string' ? value : JSON.stringify(value));
  return `/ask/${name}.csv${parameters.size === 0 ? '' : `?${parameters}`}`;
}
