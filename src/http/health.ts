import type { FastifyInstance } from 'fastify';

export interface Readiness {
  /** Null when requests can be answered, else why not. */
  problem(): Promise<{ readonly code: string; readonly message: string } | null>;
}

/** Serves /healthz (the process runs) and /readyz (the graph answers and holds its data). */
export function serveHealth(http: FastifyInstance, readiness: Readiness): void {
  http.get('/healthz', { logLevel: 'warn' }, () => ({ status: 'ok' }));
  http.get('/readyz', { logLevel: 'warn' }, async (_request, reply) => {
    const problem = await readiness.problem();
    return problem === null
      ? { status: 'ready' }
      : reply.code(503).send({ status: 'not ready', code: problem.code, message: problem.message });
  });
}
