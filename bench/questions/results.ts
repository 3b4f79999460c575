import { readFileSync, writeFileSync } from 'node:fs';
import type { WorldGraph } from '../world-server.js';
import type { Latencies } from './point-reads.js';

const RESULTS = new URL('../results/questions.json', import.meta.url);

export interface QuestionTimes {
  readonly operation: string;
  /** What sets it apart from the other questions of its operation. */
  readonly about: string | null;
  /** Whether it is about the whole graph, and not about the surroundings of something. */
  readonly wholeGraph: boolean;
  /** The very first time: the server is fresh and the engine has not planned its statements. */
  readonly firstMs: number;
  /** The first time that a fresh server is asked. */
  readonly coldMs: number;
  /** The median of the next ones. */
  readonly warmMs: number;
  readonly answerBytes: number;
  /** The slowest point read beside the cold question. */
  readonly slowestReadBesideMs: number;
}

export interface Results {
  readonly machine: string;
  readonly node: string;
  readonly engines: {
    readonly [engine in WorldGraph['engine']]?: {
      readonly questions: readonly QuestionTimes[];
      /** Point reads with nothing else going on, and beside cold questions. */
      readonly pointReads: { readonly alone: Latencies; readonly beside: Latencies };
    };
  };
}

/** What the benchmark wrote last. */
export function readResults(): Results {
  return JSON.parse(readFileSync(RESULTS, 'utf8')) as Results;
}

/** Keeps what was measured on engines that this run left out. */
export function writeResults(results: Results): void {
  const engines = { ...readResults().engines, ...results.engines };
  writeFileSync(RESULTS, `${JSON.stringify({ ...results, engines }, null, 2)}\n`);
}
