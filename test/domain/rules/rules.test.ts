import { describe, expect, test } from 'vitest';
import { assess, newFindings } from '../../../src/domain/rules/assess.js';
import { outlookOf } from '../../../src/domain/rules/outlook.js';
import { ALL_RULES, type Rule } from '../../../src/domain/rules/rules.js';
import type { AgreementSituation, PartyFacts, StepFacts } from '../../../src/domain/rules/situation.js';
import type { Stage } from '../../../src/domain/stage.js';
import type { PlaceKind } from '../../../src/domain/vocabulary.js';

const place = (id: string, kind: PlaceKind, country: string, ...enclosing: string[]): PartyFacts => ({
  ...{ id: `place:${id}`, name: id, kind, country: `place:${country}` },
  enclosing: [...enclosing, country].map((one) => `place:${one}`),
});
const BATU = place('id-batu', 'CITY', 'id', 'id-ji');
const UJI = place('jp-uji', 'CITY', 'jp', 'jp-26');
const MALANG = place('id-malang', 'REGENCY', 'id', 'id-ji');
const EAST_JAVA = place('id-ji', 'PROVINCE', 'id');
const JAPAN = place('jp', 'COUNTRY', 'jp');

/** Of which no regulation was read. */
const ABROAD = [UJI, place('us-x', 'CITY', 'us')];

const step = (stage: Stage, date: string | null = null, index = 0): StepFacts => ({ stage, date, field: `stages[${index}]` });
const steps = (...some: readonly (readonly [Stage, string?])[]): StepFacts[] =>
  some.map(([stage, date], index) => step(stage, date ?? null, index));

function situation(changes: Partial<AgreementSituation> = {}): AgreementSituation {
  return {
    ...{ kind: 'SISTER_CITY', parties: [BATU, UJI], steps: steps(['INITIATIVE', '2018']), umbrella: null },
    ...{ missions: ['mission:japan'], others: [], today: '2026-01-01' },
    ...changes,
  };
}

/** For each rule what breaks it, with the field that it names, and what comes close without breaking it. */
const CASES: Readonly<
  Record<
    Rule,
    {
      readonly breaks: readonly (readonly [Partial<AgreementSituation>, string | null])[];
      readonly keeps: readonly Partial<AgreementSituation>[];
    }
  >
> = {
  STEP_BEFORE_EARLIER_STEP: {
    breaks: [
      [{ steps: steps(['LETTER_OF_INTENT', '2019'], ['DRAFTING', '2018-05']) }, 'stages[1].date'],
      [{ steps: steps(['EXPLORATION', '2020-02'], ['INITIATIVE', '2020-03']) }, 'stages[0].date'],
      [{ parties: ABROAD, steps: steps(['LETTER_OF_INTENT', '2003'], ['EXPLORATION', '2005']) }, 'stages[0].date'],
    ],
    keeps: [
      { steps: steps(['LETTER_OF_INTENT', '2019'], ['DRAFTING', '2019-05']) },
      { steps: steps(['LETTER_OF_INTENT', '2019'], ['DRAFTING', '../2019']) },
      { steps: steps(['LETTER_OF_INTENT'], ['DRAFTING', '2018']) },
      { steps: steps(['FULL_POWERS', '2019'], ['NEGOTIATION', '2020']) },
      { parties: ABROAD, steps: steps(['LETTER_OF_INTENT', '2003'], ['COUNCIL_APPROVAL', '2001']) },
      { steps: steps(['LETTER_OF_INTENT', '2020'], ['SIGNED', '2018']) },
      { steps: steps(['DRAFTING', '2017'], ['SIGNED', '2018'], ['LETTER_OF_INTENT', '2020']) },
    ],
  },
  TALKS_AFTER_SIGNING: {
    breaks: [[{ steps: steps(['LETTER_OF_INTENT', '2020'], ['SIGNED', '2018']) }, 'stages[0].date']],
    keeps: [{ steps: steps(['LETTER_OF_INTENT', '2018'], ['SIGNED', '2018-05']) }],
  },
  LAPSE_BEFORE_SIGNING: {
    breaks: [
      [{ steps: steps(['EXPIRED', '2020']) }, 'stages[0].stage'],
      [{ steps: steps(['RENEWED', '2010'], ['SIGNED', '2012']) }, 'stages[0].stage'],
    ],
    keeps: [{ steps: steps(['SIGNED'], ['EXPIRED', '2020']) }, { steps: steps(['SIGNED', '2012'], ['RENEWED', '201X']) }],
  },
  STEP_AFTER_END: {
    breaks: [[{ steps: steps(['SIGNED', '2010'], ['TERMINATED', '2015'], ['IMPLEMENTATION', '2016']) }, 'stages[2].stage']],
    keeps: [
      { steps: steps(['SIGNED', '2010'], ['TERMINATED', '2015'], ['IMPLEMENTATION', '2014']) },
      { steps: steps(['SIGNED', '2010'], ['EXPIRED', '2015'], ['RENEWED', '2016'], ['IMPLEMENTATION', '2017']) },
    ],
  },
  STEP_IN_FUTURE: {
    breaks: [[{ steps: steps(['INITIATIVE', '2026-01-03']) }, 'stages[0].date']],
    // In Jakarta it may be the second, while it is the first in Greenwich.
    keeps: [{ steps: steps(['INITIATIVE', '2026-01-02']) }, { steps: steps(['INITIATIVE', '2026']) }],
  },
  STEPS_SKIPPED: {
    breaks: [[{ steps: steps(['INITIATIVE'], ['SIGNED', '2019']) }, 'stages[1].stage']],
    keeps: [
      { steps: steps(['INITIATIVE']) },
      { parties: [UJI, place('us-x', 'CITY', 'us')], steps: steps(['SIGNED', '2019']) },
      { kind: 'DOMESTIC', parties: [BATU, MALANG], steps: steps(['SIGNED', '2019']) },
    ],
  },
  UNEQUAL_STATUS: {
    breaks: [[{ parties: [EAST_JAVA, UJI] }, 'parties']],
    keeps: [{ parties: [MALANG, UJI] }, { parties: [EAST_JAVA, JAPAN] }, { parties: [EAST_JAVA, UJI], kind: 'SISTER_PORT' }],
  },
  RELATIONS_NOT_ON_RECORD: {
    breaks: [[{ missions: [] }, 'parties']],
    keeps: [{}, { kind: 'DOMESTIC', parties: [BATU, MALANG], missions: [] }],
  },
  DOMESTIC_KIND: {
    breaks: [
      [{ parties: [BATU, MALANG] }, 'kind'],
      [{ kind: 'DOMESTIC' }, 'kind'],
    ],
    keeps: [
      { kind: 'DOMESTIC', parties: [BATU, MALANG] },
      { kind: 'DOMESTIC', parties: [BATU, { ...UJI, country: null }] },
    ],
  },
  STEP_OF_ANOTHER_TRACK: {
    breaks: [[{ kind: 'DOMESTIC', parties: [BATU, MALANG], steps: steps(['FULL_POWERS', '2019']) }, 'stages[0].stage']],
    keeps: [{ steps: steps(['FULL_POWERS', '2019']) }, { kind: 'DOMESTIC', parties: [BATU, MALANG], steps: steps(['COUNCIL_APPROVAL']) }],
  },
  KIND_OF_OTHER_PLACES: {
    breaks: [[{ kind: 'SISTER_PROVINCE' }, 'kind']],
    keeps: [
      { kind: 'SISTER_REGENCY', parties: [MALANG, UJI] },
      { parties: [BATU, JAPAN] },
      { kind: 'FRIENDSHIP', parties: [EAST_JAVA, UJI] },
    ],
  },
  PARTY_NOT_CHOSEN: {
    breaks: [[{ parties: [BATU, JAPAN], steps: steps(['SIGNED', '2019']) }, 'parties']],
    keeps: [{ parties: [BATU, JAPAN], steps: steps(['LETTER_OF_INTENT', '2019']) }],
  },
  SAME_PARTIES: { breaks: [[{ others: ['agreement:batu-uji'] }, 'parties']], keeps: [{}] },
  UMBRELLA_APART: {
    breaks: [[{ umbrella: ['place:id-ji', 'place:jp-13'] }, 'umbrella']],
    keeps: [{ umbrella: ['place:id-ji', 'place:jp-26'] }, { umbrella: ['place:id-batu', 'place:jp'] }],
  },
};

const rulesOf = (changes: Partial<AgreementSituation>) => assess(situation(changes)).map(({ rule }) => rule);

describe.each(ALL_RULES)('%s', (rule) => {
  test.each(CASES[rule].breaks)('is broken by %j', (changes, field) => {
    expect(assess(situation(changes)).filter((finding) => finding.rule === rule)).toMatchObject([{ rule, field }]);
  });

  test.each(CASES[rule].keeps)('is kept by %j', (changes) => {
    expect(rulesOf(changes)).not.toContain(rule);
  });
});

test('nothing is found in what keeps all rules', () => {
  expect(rulesOf({})).toEqual([]);
});

test('what was found before is not held against an edit again', () => {
  const [before, after] = [assess(situation({ missions: [] })), assess(situation({ missions: [], others: ['agreement:x'] }))];
  expect(newFindings(before, after).map(({ rule }) => rule)).toEqual(['SAME_PARTIES']);
});

describe('what may happen next', () => {
  const next = (changes: Partial<AgreementSituation>) => outlookOf(situation(changes));
  const usual = (changes: Partial<AgreementSituation>) => next(changes).next.find((one) => one.usual)?.stage ?? null;

  test.each<readonly [readonly (readonly [Stage, string?])[], Stage | null]>([
    [[['INITIATIVE', '2018']], 'EXPLORATION'],
    [[['LETTER_OF_INTENT', '2018']], 'COOPERATION_PLAN'],
    [[['FULL_POWERS', '2018']], 'SIGNED'],
    [[['SIGNED', '2018']], 'IMPLEMENTATION'],
    [[['SIGNED', '2018'], ['IMPLEMENTATION']], null],
    [
      [
        ['SIGNED', '2018'],
        ['EXPIRED', '2023'],
      ],
      'RENEWED',
    ],
  ])('after %j usually %s', (some, expected) => {
    expect(usual({ steps: steps(...some) })).toBe(expected);
  });

  test('goes the way of the parties, and tells what is missing', () => {
    expect(next({ steps: steps(['INITIATIVE'], ['LETTER_OF_INTENT']) })).toMatchObject({
      track: 'ABROAD',
      missing: ['EXPLORATION', 'COOPERATION_PLAN', 'COUNCIL_APPROVAL', 'VERIFICATION', 'DRAFTING', 'NEGOTIATION', 'FULL_POWERS'],
    });
    expect(next({ kind: 'DOMESTIC', parties: [BATU, MALANG] })).toMatchObject({ track: 'DOMESTIC', missing: [] });
    expect(next({ parties: [UJI, place('us-x', 'CITY', 'us')] })).toMatchObject({ track: 'GENERAL', missing: [] });
  });

  test('tells what would stand against each step', () => {
    const found = new Map(next({}).next.map(({ stage, findings }) => [stage, findings.map(({ rule }) => rule)]));
    expect(found.get('RENEWED')).toEqual(['LAPSE_BEFORE_SIGNING']);
    expect(found.get('SIGNED')).toEqual(['STEPS_SKIPPED']);
    expect(found.get('EXPLORATION')).toEqual([]);
  });
});
