import type { FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { exportFile, PARTS, type Part, tieInputs } from '../../api/files/export-file.js';
import { accepted } from '../../api/tables/inputs.js';
import { NotFoundError } from '../../domain/errors.js';
import { CSV_METADATA } from '../../exchange/export/formats.js';
import type { ContextOf } from '../context-of.js';
import { failure } from '../failures.js';
import { metadataLink } from './ask-routes.js';
import { formatAccepted, formatNamed, notAcceptable } from './negotiate.js';
import { isBare, parametersOf } from './parameters.js';
import type { FileSender } from './send-file.js';

/** Serves the graph of ties at /export: what there is, and the graph, its nodes and its edges as files. */
export function serveExport(http: FastifyInstance, schema: GraphQLSchema, contextOf: ContextOf, sender: FileSender): void {
  const list = {
    parts: Object.entries(PARTS).map(([name, { question, formats }]) => ({ name, question, formats })),
    parameters: tieInputs(schema).map(({ name, type, description }) => ({
      name,
      type: String(type),
      accepted: accepted(type),
      description,
    })),
  };
  http.get('/export', () => list);

  http.route<{ Params: { file: string } }>({
    method: ['GET', 'HEAD'],
    url: '/export/:file',
    handler: async (request, reply) => {
      const [name = '', ...end] = request.params.file.split('.');
      const part = partNamed(name);
      const { formats } = PARTS[part];
      const negotiated = formats.filter((format) => format !== CSV_METADATA);
      const format = end.length > 0 ? formatNamed(formats, end.join('.')) : formatAccepted(request, negotiated);
      if (end.length === 0) reply.header('vary', 'Accept');
      if (format === null) return reply.code(406).send(failure('BAD_INPUT', notAcceptable(negotiated)));
      const { options, texts } = parametersOf(request.query, ['bare']);
      const file = await exportFile(schema, await contextOf(request), { part, format, bare: isBare(options.bare), ties: texts });
      const link = format.extension === 'csv' ? metadataLink(`${part}.${CSV_METADATA.extension}`, request.url) : null;
      return sender.send(request, reply, file, link);
    },
  });
}

function partNamed(name: string): Part {
  if (Object.hasOwn(PARTS, name)) return name as Part;
  throw new NotFoundError(`there is no part "${name}" of the graph. There are ${Object.keys(PARTS).join(', ')}.`);
}
