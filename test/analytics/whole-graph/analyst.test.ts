import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Analyst, type AnalystLimits } from '../../../src/analytics/whole-graph/analyst.js';
import { ANY_TIE } from '../../../src/domain/tie.js';
import { openEmbedded } from '../../../src/graph/engines/embedded.js';
import { Graph } from '../../../src/graph/graph.js';
import type { Slots } from '../../../src/graph/query-book.js';
import type { Parameters, Row } from '../../../src/graph/values.js';
import { replaceDataSet } from '../../../src/store/data-set/replace-data-set.js';
import { prepareGraph } from '../../../src/store/prepare.js';
import { starData } from '../../exchange/star-data.js';

/** Longer than a thread takes to start on a busy machine, and to answer about a small graph. */
const DEADLINE_MS = 15_000;

/** A graph that can be held up while it is read. */
class HeldGraph extends Graph {
  meanwhile: () => Promise<void> = async () => undefined;

  override async ask(query: string, parameters?: Parameters, slots?: Slots): Promise<readonly Row[]> {
    if (query === 'snapshot/agreements') await this.meanwhile();
    return super.ask(query, parameters, slots);
  }
}

describe('the analyst', { timeout: 120_000 }, () => {
  let graph: HeldGraph;
  const put = async (towns: number) => {
    await replaceDataSet(graph, { id: 'test', ...starData(towns) });
  };
  beforeAll(async () => {
    graph = new HeldGraph(await openEmbedded({ path: null }));
    await prepareGraph(graph);
    await put(3);
  });
  afterAll(() => graph.engine.close());

  const using = async <T>(limits: AnalystLimits, work: (analyst: Analyst) => Promise<T>): Promise<T> => {
    const analyst = new Analyst(graph, { deadlineMs: DEADLINE_MS, ...limits });
    try {
      return await work(analyst);
    } finally {
      graph.meanwhile = async () => undefined;
      await analyst.close();
    }
  };
  const ties = async (analyst: Analyst) => (await analyst.table('tieEdges', { ties: ANY_TIE }, 1, null)).total;
  const told = (asking: Promise<unknown>) =>
    asking.then(
      () => 'answered',
      ({ code, message }) => `${code}: ${message}`,
    );

  test('answers about the graph as it is, also after it changed', () =>
    using({}, async (analyst) => {
      expect(await ties(analyst)).toBe(3);
      await put(5);
      expect(await ties(analyst)).toBe(5);
      await put(3);
      expect(await ties(analyst)).toBe(3);
    }));

  test('reads the graph again when it changes while it is read', () =>
    using({}, async (analyst) => {
      let changes = 0;
      graph.meanwhile = async () => {
        changes += 1;
        if (changes === 1) await put(4);
      };
      expect(await ties(analyst)).toBe(4);
      await put(3);
    }));

  test('gives up a question that takes too long, and answers the next one about the whole graph', () =>
    using({ deadlineMs: 8_000 }, async (analyst) => {
      let held = 0;
      graph.meanwhile = async () => {
        held += 1;
        if (held === 1) await new Promise((resolve) => setTimeout(resolve, 10_000));
      };
      const [first, second] = await Promise.all([told(ties(analyst)), ties(analyst)]);
      expect(first).toBe('STORE_BUSY: the question was not answered within 8000 ms');
      expect(second).toBe(3);
      await new Promise((resolve) => setTimeout(resolve, 3_000));
      expect(await ties(analyst)).toBe(3);
    }));

  test('takes so many questions at a time, and refuses more at once', () =>
    using({ mostWaiting: 4 }, async (analyst) => {
      const answers = await Promise.all(Array.from({ length: 10 }, () => told(ties(analyst))));
      expect(answers.filter((one) => one === 'answered')).toHaveLength(5);
      expect(new Set(answers)).toEqual(
        new Set(['answered', 'STORE_BUSY: 4 whole-graph questions are waiting already; try again in a moment']),
      );
    }));

  test('drops a question whose turn does not come in time', () =>
    using({ deadlineMs: 2_000 }, async (analyst) => {
      graph.meanwhile = () => new Promise((resolve) => setTimeout(resolve, 10_000));
      const answers = await Promise.all([told(ties(analyst)), told(ties(analyst)), told(ties(analyst))]);
      expect(answers.at(-1)).toBe('STORE_BUSY: the turn of the question did not come within 2000 ms; try again in a moment');
    }));

  test('answers nothing after its end', async () => {
    const analyst = await using({}, async (one) => one);
    expect(await told(ties(analyst))).toBe('STORE_UNAVAILABLE: whole-graph questions are no longer answered');
  });
});
