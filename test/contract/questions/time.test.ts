import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { daysBetween } from '../../../src/analytics/elapsed.js';
import { Analyst } from '../../../src/analytics/whole-graph/analyst.js';
import { parsePartialDate } from '../../../src/domain/partial-date.js';
import { PHASES, type Phase, STAGES, type Stage } from '../../../src/domain/stage.js';
import type { TieFilter } from '../../../src/domain/tie.js';
import { assemble } from '../../../src/exchange/dataset/shipped.js';
import type { AgreementRecord } from '../../../src/exchange/format/records.js';
import type { Graph } from '../../../src/graph/graph.js';
import { ENGINES } from '../../engines.js';
import { openLoaded } from '../../loaded-graph.js';
import { Oracle } from '../oracle/oracle.js';
import { TIE_FILTERS, tieFilterIn } from '../oracle/tie-filters.js';
import { worldsOn } from '../oracle/worlds.js';

/** A step by the records alone. */
interface Step {
  readonly id: string;
  readonly stage: Stage;
  readonly day: string | null;
  readonly earliest: string | null;
}

const TODAY = '2026-01-01';
const idOf = ({ key }: AgreementRecord) => `agreement:${key}`;

/** The steps of an agreement by day, then by place in the sequence, then as the record has them. */
function stepsOf(agreement: AgreementRecord): Step[] {
  return agreement.stages
    .map(({ stage, date }, index) => {
      const days = date === undefined ? null : parsePartialDate(date);
      return { id: `stage:${agreement.key}.${index + 1}`, stage, day: days?.effective ?? null, earliest: days?.earliest ?? null };
    })
    .sort(
      (one, other) =>
        (one.day ?? '').localeCompare(other.day ?? '') ||
        STAGES[one.stage].ordinal - STAGES[other.stage].ordinal ||
        (one.id < other.id ? -1 : 1),
    );
}

describe.each(ENGINES)('questions about time on $name', (engine) => {
  describe.each(worldsOn(engine))('on $name', (world) => {
    let graph: Graph;
    let analyst: Analyst;
    let oracle: Oracle;

    beforeAll(async () => {
      const read = await world.read();
      oracle = new Oracle(read.data);
      graph = await openLoaded(engine, assemble(read));
      analyst = new Analyst(graph);
    });
    afterAll(async () => {
      await analyst.close();
      await graph.engine.close();
    });

    /** The agreements that a question looks at, by the loops of the oracle. */
    function inQuestion(ties: TieFilter, within: string | null): AgreementRecord[] {
      const aboutEnds = ties.placeKinds !== null || ties.country !== null || ties.domestic !== null;
      const tied = new Set(aboutEnds ? oracle.ties(ties).map(({ agreement }) => agreement) : []);
      return oracle
        .agreementsThatCount(ties)
        .filter(
          ({ key, parties }) => (!aboutEnds || tied.has(key)) && (within === null || parties.some((one) => oracle.isWithin(one, within))),
        )
        .sort((one, other) => (one.key < other.key ? -1 : 1));
    }

    /** Every filter of ties, some of them within a place besides. */
    const asked = TIE_FILTERS.map((part, index) => ({ part, within: index % 3 === 0 ? world.country : null }));
    const withinId = (within: string | null) => (within === null ? null : `place:${within}`);

    test.each(asked)('what the graph was on a day is that of the oracle: %o', async ({ part, within }) => {
      const ties = { ...tieFilterIn(world, part), asOf: null };
      for (const day of ['1985-01-01', '2001-02-03', '2017-06-16', '2030-01-01']) {
        const answer = await analyst.figure('graphOn', { ties, within: withinId(within), day });

        const standing = inQuestion({ ...ties, asOf: day }, within);
        const known = inQuestion({ ...ties, phases: null }, within);
        const keys = standing.map(({ key }) => key);
        const counted = oracle.ties({ ...ties, asOf: day }).filter(({ agreement, from, to }) => from < to && keys.includes(agreement));
        const ends = [...new Set(counted.flatMap(({ from, to }) => [from, to]))];
        expect(answer).toEqual({
          agreements: standing.map(idOf),
          phases: (Object.keys(PHASES) as Phase[]).map((phase) => ({
            phase,
            agreements: standing.filter((one) => oracle.state(one, day)?.phase === phase).map(idOf),
          })),
          kinds: answer.kinds.map(({ kind }) => ({ kind, agreements: standing.filter((one) => one.kind === kind).map(idOf) })),
          tieCount: counted.length,
          placePairCount: new Set(counted.map(({ from, to }) => `${from} ${to}`)).size,
          places: ends.map((key) => `place:${key}`).sort(),
          countries: [...new Set(ends.map((key) => `place:${oracle.countryOf(key)}`))].sort(),
          withoutTie: standing.filter(({ key }) => counted.every(({ agreement }) => agreement !== key)).map(idOf),
          later: known.filter((one) => stepsOf(one).some((step) => step.day !== null) && oracle.state(one, day) === null).map(idOf),
          undated: known.filter((one) => stepsOf(one).every((step) => step.day === null)).map(idOf),
        });
        expect(answer.kinds.flatMap(({ agreements }) => agreements)).toHaveLength(standing.length);
      }
    });

    test.each(asked)('what changed is that of the oracle: %o', async ({ part, within }) => {
      const ties = { ...tieFilterIn(world, part), asOf: null };
      for (const [from, until] of [
        ['1900-01-01', '2030-01-01'],
        ['2000-12-31', '2015-05-01'],
      ] as const) {
        const question = { ties, within: withinId(within), from, until, stages: null, changes: null };
        const { rows, total } = await analyst.table('changesBetween', question, 1_000, null);

        const expected = inQuestion({ ...ties, asOf: until }, within)
          .flatMap((agreement) =>
            stepsOf(agreement)
              .filter(({ day }) => day !== null && day > from && day <= until)
              .map((step) => {
                const day = step.day as string;
                const yesterday = new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
                return {
                  step: step.id,
                  day,
                  before: oracle.state(agreement, yesterday)?.stage ?? null,
                  after: oracle.state(agreement, day)?.stage ?? null,
                };
              }),
          )
          .sort((one, other) => (`${one.day} ${one.step}` < `${other.day} ${other.step}` ? -1 : 1));
        const stageOf = (id: string | null) => (id === null ? null : stages.get(id));
        const stages = new Map(
          inQuestion({ ...ties, phases: null }, null).flatMap((one) => stepsOf(one).map((step) => [step.id, step.stage])),
        );
        expect(rows.map(({ step, day, before, after }) => ({ step, day, before: stageOf(before), after: stageOf(after) }))).toEqual(
          expected,
        );
        expect(total).toBe(expected.length);
      }
    });

    test.each(asked)('how long stages take is that of the oracle: %o', async ({ part, within }) => {
      const ties = tieFilterIn(world, part);
      const day = ties.asOf ?? TODAY;
      for (const [from, to] of [
        ['LETTER_OF_INTENT', 'SIGNED'],
        ['SIGNED', 'RENEWED'],
        ['EXPLORATION', 'EXPLORATION'],
      ] as const) {
        const question = { ties, within: withinId(within), from, to, by: 'NONE', day } as const;
        const { rows } = await analyst.table('stageDurations', question, 10, null);

        const reached: Record<string, number> = {};
        let others = 0;
        for (const agreement of inQuestion(ties, within)) {
          const steps = stepsOf(agreement).filter((step) => (step.day === null ? ties.asOf === null : step.day <= day));
          if (!steps.some(({ stage }) => stage === from)) continue;
          const start = steps.find((step) => step.stage === from && step.day !== null);
          const end = steps.find(
            (step) => start !== undefined && step.id !== start.id && step.stage === to && (step.day ?? '') >= (start.day as string),
          );
          if (start === undefined || end === undefined) others += 1;
          else reached[idOf(agreement)] = daysBetween(start.day as string, end.day as string);
        }
        const row = rows[0] ?? { reached: [], waiting: [], passed: [], undated: [] };
        expect(Object.fromEntries(row.reached.map(({ agreement, days }) => [agreement, days]))).toEqual(reached);
        expect(row.waiting.length + row.passed.length + row.undated.length).toBe(others);
      }
    });

    test.each(asked)('how long agreements last is that of the oracle: %o', async ({ part, within }) => {
      const ties = { ...tieFilterIn(world, part), phases: null };
      const day = ties.asOf ?? TODAY;
      const ends: Stage[] = ['DORMANT', 'EXPIRED', 'TERMINATED'];
      const answer = await analyst.figure('survival', { ties, within: withinId(within), ends, day });

      const lifetimes: { id: string; days: number; ended: boolean }[] = [];
      let leftOut = 0;
      for (const agreement of inQuestion({ ...ties, asOf: null }, within)) {
        const steps = stepsOf(agreement);
        const signings = steps.filter((step) => step.stage === 'SIGNED' && (step.day ?? '') <= day);
        const signing = signings.find((step) => step.day !== null);
        if (signings.length === 0) continue;
        const endings = steps.filter((step) => ends.includes(step.stage));
        const end = endings.find(
          (step) => signing !== undefined && step.day !== null && step.day <= day && step.day >= (signing.day as string),
        );
        if (signing === undefined || signing.earliest === null || (end === undefined && endings.some((step) => step.day === null)))
          leftOut += 1;
        else lifetimes.push({ id: idOf(agreement), days: daysBetween(signing.day as string, end?.day ?? day), ended: end !== undefined });
      }
      const watched = (length: number) => lifetimes.filter(({ days }) => days >= length).length;
      let left = 1;
      const points = [...new Set(lifetimes.filter(({ ended }) => ended).map(({ days }) => days))]
        .sort((one, other) => one - other)
        .map((length) => {
          const ended = lifetimes.filter((one) => one.ended && one.days === length).map(({ id }) => id);
          left *= 1 - ended.length / watched(length);
          return { days: length, atRisk: watched(length), ended, survival: left };
        });
      expect(answer.points.map(({ days, atRisk, ended, survival }) => ({ days, atRisk, ended, survival }))).toEqual(points);
      expect(answer.running).toEqual(lifetimes.filter(({ ended }) => !ended).map(({ id }) => id));
      expect(answer.leftOut.flatMap(({ agreements }) => agreements)).toHaveLength(leftOut);
    });
  });
});
