import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { namedOperations, questionsOfCatalogue } from '../../scripts/catalogue.js';
import { openWorldGraph, startWorldServer, type WorldGraph } from '../world-server.js';
import { latenciesOf, PointReads, rounded } from './point-reads.js';
import { type QuestionTimes, type Results, writeResults } from './results.js';
import { WORLD_VARIABLES } from './variables.js';

/**
 * Asks every question of the catalogue on the world graph, on both engines, and writes what it took to
 * bench/results/questions.json. "Cold" is the first question that a freshly started server gets, so it
 * holds everything that is remembered later. "Warm" is the median of the next ones. Beside each cold
 * question one connection reads a place again and again.
 */
const ALONE_MS = 1_500;
const SETTLE_MS = 700;
const WARM_TIMES = 5;

const { values: options } = parseArgs({
  options: { engine: { type: 'string', multiple: true, default: ['embedded', 'neo4j'] }, only: { type: 'string', multiple: true } },
});
const say = (line: string) => process.stdout.write(`${line}\n`);

const asked = new Set(
  questionsOfCatalogue()
    .flatMap(({ questions }) => questions.flatMap(({ operations }) => operations))
    .map(({ name }) => name),
);
const operations = namedOperations().filter(({ name }) => asked.has(name) && (options.only === undefined || options.only.includes(name)));

const engines: Record<string, NonNullable<Results['engines']['embedded']>> = {};
for (const engine of options.engine as WorldGraph['engine'][]) {
  const graph = await openWorldGraph(engine, say);
  try {
    engines[engine] = await measure(graph);
  } finally {
    await graph.close();
  }
}
const results: Results = {
  machine: `${cpus().length} cores, ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB`,
  node: process.version,
  engines,
};
if (options.only === undefined) writeResults(results);

async function measure(graph: WorldGraph) {
  const questions: Record<string, QuestionTimes> = {};
  const alone: number[] = [];
  const beside: number[] = [];
  for (const { name, text, variables } of operations) {
    const server = await startWorldServer(graph);
    const reads = new PointReads(server.url);
    try {
      const ask = () => timed(`${server.url}/graphql`, text, { ...variables, ...WORLD_VARIABLES[name] });
      reads.start();
      await pause(SETTLE_MS);
      reads.taken();
      await pause(ALONE_MS);
      alone.push(...reads.taken());
      const cold = await ask();
      const meanwhile = reads.taken();
      beside.push(...meanwhile);
      const warm: number[] = [];
      for (let times = 0; times < WARM_TIMES; times += 1) warm.push((await ask()).ms);
      questions[name] = {
        coldMs: Math.round(cold.ms),
        warmMs: rounded(warm.sort((one, other) => one - other)[WARM_TIMES >> 1] ?? Number.NaN),
        answerBytes: cold.bytes,
        slowestReadBesideMs: Math.round(Math.max(0, ...meanwhile)),
      };
      const { coldMs, warmMs, slowestReadBesideMs } = questions[name];
      say(
        `${graph.engine.padEnd(9)} ${name.padEnd(36)} cold ${String(coldMs).padStart(6)} ms  warm ${String(warmMs).padStart(7)} ms  slowest read beside ${slowestReadBesideMs} ms`,
      );
    } finally {
      await reads.stop();
      await server.stop();
    }
  }
  const pointReads = { alone: latenciesOf(alone), beside: latenciesOf(beside) };
  say(`${graph.engine}: point reads alone ${JSON.stringify(pointReads.alone)}, beside cold questions ${JSON.stringify(pointReads.beside)}`);
  return { questions, pointReads };
}

async function timed(url: string, query: string, variables: object): Promise<{ ms: number; bytes: number }> {
  const started = performance.now();
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const text = await response.text();
  const ms = performance.now() - started;
  const { errors } = JSON.parse(text) as { errors?: unknown };
  if (errors !== undefined) throw new Error(`${JSON.stringify(variables)}: ${JSON.stringify(errors)}`);
  return { ms, bytes: Buffer.byteLength(text) };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
