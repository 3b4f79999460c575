import accepts from '@fastify/accepts';
import type { FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { AskingWith } from '../../api/files/ask-file.js';
import type { ContextOf } from '../context-of.js';
import { refuseOtherMethods } from '../methods.js';
import { serveAsk } from './ask-routes.js';
import { serveExport } from './export-routes.js';
import { FileSender, SENDING_LIMITS, type SendingLimits } from './send-file.js';

/** Serves answers as files: tables at /ask, the graph of ties at /export. */
export async function serveFiles(
  http: FastifyInstance,
  schema: GraphQLSchema,
  contextOf: ContextOf,
  execute: AskingWith['execute'],
  limits: SendingLimits = SENDING_LIMITS,
): Promise<void> {
  await http.register(accepts, { decorateReply: false });
  const sender = new FileSender(limits);
  serveAsk(http, schema, contextOf, execute, sender);
  serveExport(http, schema, contextOf, sender);
  for (const address of ['/ask', '/ask/:file', '/export', '/export/:file']) refuseOtherMethods(http, address, ['GET', 'HEAD']);
}
