import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { type NamedOperation, questionsOfCatalogue } from '../../scripts/catalogue.js';
import { openWorldGraph, startWorldServer, type WorldGraph, type WorldServer } from '../world-server.js';
import { latenciesOf, PointReads, rounded } from './point-reads.js';
import { type QuestionTimes, writeResults } from './results.js';
import { type WorldQuestion, worldQuestionsOf } from './variables.js';

/**
 * Asks every question of the catalogue on the world graph, on both engines, and writes what it took to
 * bench/results/questions.json. "First" is the first question that a freshly started server gets, of an
 * engine that has not planned its statements. "Cold" is the first one of a freshly started server, so it
 * holds everything that the server remembers later. "Warm" is the median of the next ones. Beside each
 * cold question one connection reads a place again and again.
 */
const ALONE_MS = 1_500;
const SETTLE_MS = 700;
const WARM_TIMES = 5;

const { values: options } = parseArgs({
  options: { engine: { type: 'string', multiple: true, default: ['embedded', 'neo4j'] }, only: { type: 'string', multiple: true } },
});
const say = (line: string) => process.stdout.write(`${line}\n`);

interface Asked extends WorldQuestion {
  readonly operation: NamedOperation;
  readonly wholeGraph: boolean;
}

const asked = [
  ...new Map(
    questionsOfCatalogue()
      .flatMap(({ questions }) => questions)
      .flatMap(({ operations, cost }) => operations.map((operation) => [operation.name, { operation, cost }] as const)),
  ).values(),
]
  .filter(({ operation }) => options.only === undefined || options.only.includes(operation.name))
  .flatMap(({ operation, cost }) =>
    worldQuestionsOf(operation.name).map(
      (question): Asked => ({ wholeGraph: /^the whole graph/.test(cost ?? ''), ...question, operation }),
    ),
  );

for (const engine of options.engine as WorldGraph['engine'][]) {
  const graph = await openWorldGraph(engine, say);
  try {
    const measured = await measure(graph);
    if (options.only === undefined) writeResults({ machine: machine(), node: process.version, engines: { [engine]: measured } });
  } finally {
    await graph.close();
  }
}

function machine(): string {
  return `${cpus().length} cores, ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB`;
}

async function measure(graph: WorldGraph) {
  const questions: QuestionTimes[] = [];
  const alone: number[] = [];
  const beside: number[] = [];
  for (const question of asked) {
    const firstMs = graph.forgetPlans === null ? null : await firstTime(graph, question);
    const server = await startWorldServer(graph);
    const reads = new PointReads(server.url);
    try {
      reads.start();
      await pause(SETTLE_MS);
      reads.taken();
      await pause(ALONE_MS);
      alone.push(...reads.taken());
      const cold = await timed(server, question);
      const meanwhile = reads.taken();
      beside.push(...meanwhile);
      const warm: number[] = [];
      for (let times = 0; times < WARM_TIMES; times += 1) warm.push((await timed(server, question)).ms);
      const times: QuestionTimes = {
        operation: question.operation.name,
        about: question.about,
        wholeGraph: question.wholeGraph,
        firstMs: Math.round(firstMs ?? cold.ms),
        coldMs: Math.round(cold.ms),
        warmMs: rounded(warm.sort((one, other) => one - other)[WARM_TIMES >> 1] ?? Number.NaN),
        answerBytes: cold.bytes,
        slowestReadBesideMs: Math.round(Math.max(0, ...meanwhile)),
      };
      questions.push(times);
      say(told(graph, times));
    } finally {
      await reads.stop();
      await server.stop();
    }
  }
  const pointReads = { alone: latenciesOf(alone), beside: latenciesOf(beside) };
  say(`${graph.engine}: point reads alone ${JSON.stringify(pointReads.alone)}, beside cold questions ${JSON.stringify(pointReads.beside)}`);
  return { questions, pointReads };
}

async function firstTime(graph: WorldGraph, question: Asked): Promise<number> {
  const server = await startWorldServer(graph);
  try {
    await graph.forgetPlans?.();
    return (await timed(server, question)).ms;
  } finally {
    await server.stop();
  }
}

function told({ engine }: WorldGraph, times: QuestionTimes): string {
  const { operation, about, wholeGraph, firstMs, coldMs, warmMs, slowestReadBesideMs } = times;
  const name = [operation, ...(about === null ? [] : [about])].join(', ');
  const slow = coldMs > (wholeGraph ? 10_000 : 1_000) ? '  TOO SLOW' : '';
  return `${engine.padEnd(8)} ${name.padEnd(70)} first ${String(firstMs).padStart(6)}  cold ${String(coldMs).padStart(6)}  warm ${String(warmMs).padStart(7)}  read beside ${slowestReadBesideMs} ms${slow}`;
}

async function timed({ url }: WorldServer, { operation, variables }: Asked): Promise<{ ms: number; bytes: number }> {
  const started = performance.now();
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: operation.text, variables: { ...operation.variables, ...variables } }),
  });
  const text = await response.text();
  const ms = performance.now() - started;
  const { errors } = JSON.parse(text) as { errors?: unknown };
  if (errors !== undefined) throw new Error(`${operation.name} ${JSON.stringify(variables)}: ${JSON.stringify(errors)}`);
  return { ms, bytes: Buffer.byteLength(text) };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
