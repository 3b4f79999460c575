import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DatedStage, PHASES, type Span, STAGES, type Stage, spansOf, stageRank, stateOn } from '../../src/domain/stage.js';

const at = (stage: Stage, effective: string | null): DatedStage => ({ stage, effective });

/** Talks that began nobody knows when, moved twice on one day, and ran out. */
const HISTORY = [
  at('INITIATIVE', null),
  at('LETTER_OF_INTENT', '2018-04-30'),
  at('SIGNED', '2019-02-14'),
  at('IMPLEMENTATION', '2019-02-14'),
  at('EXPIRED', '2024-02-14'),
];

/** All orders of a list. */
function permutations<T>(items: readonly T[]): T[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item, index) => permutations(items.toSpliced(index, 1)).map((rest) => [item, ...rest]));
}

describe('STAGES', () => {
  const ordinals = Object.values(STAGES).map(({ ordinal }) => ordinal);

  test('are numbered without gaps, in the order in which they are declared', () => {
    expect(ordinals).toEqual(ordinals.map((_, index) => index + 1));
  });

  test('pass through the phases without turning back', () => {
    const phases = Object.values(STAGES).map(({ phase }) => Object.keys(PHASES).indexOf(phase));
    expect(phases).toEqual([...phases].sort((one, other) => one - other));
    expect(new Set(phases).size).toBe(Object.keys(PHASES).length);
  });

  test('begin with the steps of the regulation', () => {
    expect(Object.keys(STAGES).slice(0, 11)).toEqual([
      'INITIATIVE',
      'EXPLORATION',
      'LETTER_OF_INTENT',
      'COOPERATION_PLAN',
      'COUNCIL_APPROVAL',
      'VERIFICATION',
      'DRAFTING',
      'NEGOTIATION',
      'FULL_POWERS',
      'SIGNED',
      'IMPLEMENTATION',
    ]);
  });
});

describe('stageRank', () => {
  test('orders all steps by day, then by place in the sequence, undated ones first and undated lapses last', () => {
    const days = ['0099-12-31', '1999-12-31', '2018-04-09', '2018-04-30', '2018-11-01', '9999-12-31'];
    const stages = Object.keys(STAGES) as Stage[];
    const isLapse = (stage: Stage) => STAGES[stage].phase === 'LAPSED';
    const steps = [
      ...stages.filter((stage) => !isLapse(stage)).map((stage) => at(stage, null)),
      ...days.flatMap((day) => stages.map((stage) => at(stage, day))),
      ...stages.filter(isLapse).map((stage) => at(stage, null)),
    ];
    const inOrder = steps.map(stageRank);
    expect([...inOrder].sort()).toEqual(inOrder);
    expect(new Set(inOrder).size).toBe(inOrder.length);
  });
});

describe('stateOn', () => {
  test.each<[day: string | null, state: Stage | null]>([
    ['2018-04-29', null],
    ['2018-04-30', 'LETTER_OF_INTENT'],
    ['2019-02-13', 'LETTER_OF_INTENT'],
    ['2019-02-14', 'IMPLEMENTATION'],
    ['2024-02-13', 'IMPLEMENTATION'],
    ['2024-02-14', 'EXPIRED'],
    ['2099-01-01', 'EXPIRED'],
    [null, 'EXPIRED'],
  ])('on %s the history is at %s', (day, state) => {
    expect(stateOn(HISTORY, day)?.stage ?? null).toBe(state);
  });

  test('is nothing without a history', () => {
    expect(stateOn([], null)).toBeNull();
    expect(stateOn([], '2018-04-30')).toBeNull();
  });

  test('counts undated steps when no day is asked for, the furthest of them', () => {
    expect(stateOn([at('LETTER_OF_INTENT', null), at('INITIATIVE', null)], null)).toEqual(at('LETTER_OF_INTENT', null));
  });

  test('does not count undated steps on a day', () => {
    expect(stateOn([at('SIGNED', null)], '2024-01-01')).toBeNull();
  });

  test('lets any dated step decide over an undated one, however far that one is', () => {
    expect(stateOn([at('EXPLORATION', '2018-04-30'), at('IMPLEMENTATION', null)], null)?.stage).toBe('EXPLORATION');
  });

  test('lets a lapse without a date decide over all that is dated, but on no day', () => {
    const history = [at('SIGNED', '2010-05-02'), at('EXPIRED', null), at('RENEWED', '2015-05-02')];
    expect(stateOn(history, null)?.stage).toBe('EXPIRED');
    expect(stateOn(history, '2024-01-01')?.stage).toBe('RENEWED');
  });

  test('goes by days and not by the sequence: talks may fall back', () => {
    expect(stateOn([at('SIGNED', '2010-01-01'), at('EXPLORATION', '2020-01-01')], null)?.stage).toBe('EXPLORATION');
  });

  test('answers the very step, with all that it carries', () => {
    const signed = { ...at('SIGNED', '2019-02-14'), note: 'in Batu' };
    expect(stateOn([{ ...at('INITIATIVE', '2018-01-01'), note: '' }, signed], null)).toBe(signed);
  });

  test.each([null, '2018-04-29', '2018-04-30', '2019-02-14', '2024-02-14'])('does not depend on the order of the steps, on %s', (day) => {
    const states = permutations(HISTORY).map((history) => stateOn(history, day));
    expect(states).toHaveLength(120);
    expect(new Set(states)).toEqual(new Set([stateOn(HISTORY, day)]));
  });
});

describe('spansOf', () => {
  const DAYS = ['2017-12-31', '2018-01-01', '2018-04-30', '2019-02-13', '2019-02-14', '2024-02-14', '2099-01-01'];
  /** The step that the spans say decides on a day. */
  const decisive = (history: readonly DatedStage[], day: string | null) => {
    const spans = spansOf(history);
    return history.filter(({ effective }, index) => {
      const { supersededOn, isLast } = spans[index] as Span;
      return day === null ? isLast : effective !== null && effective <= day && (supersededOn === null || supersededOn > day);
    });
  };
  const step = fc.record({
    stage: fc.constantFrom(...(Object.keys(STAGES) as Stage[])),
    effective: fc.constantFrom(null, '2018-01-01', '2018-04-30', '2019-02-14', '2024-02-14'),
  });

  test.each([null, ...DAYS])('let one step decide on %s, the one that stateOn gives, whatever the history', (day) => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 6 }), (history) => {
        const state = stateOn(history, day);
        expect(decisive(history, day)).toEqual(state === null ? [] : [state]);
      }),
    );
  });

  test('end on the day of the next step', () => {
    expect(spansOf([at('LETTER_OF_INTENT', '2018-04-30'), at('SIGNED', '2019-02-14')])).toEqual([
      { supersededOn: '2019-02-14', isLast: false },
      { supersededOn: null, isLast: true },
    ]);
  });
});
