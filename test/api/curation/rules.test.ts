import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ALL_RULES, RULES, type Rule } from '../../../src/domain/rules/rules.js';
import { ENGINES } from '../../engines.js';
import type { OpenedApi } from '../open-api.js';
import { CITED, editing } from './editing.js';
import { openSmall } from './open-small.js';

const WARNINGS = 'warnings { rule { name severity } message field evidence }';

const ABROAD = 'parties: ["place:id-kota-batu", "place:jp-26"]';
const AT_HOME = 'parties: ["place:id-ji", "place:id-kota-batu"]';
const reached = (...steps: readonly (readonly [string, string?])[]) =>
  `steps: [${steps.map(([stage, date]) => `{ stage: ${stage}, ${date === undefined ? '' : `date: "${date}",`} ${CITED} }`).join(', ')}]`;
const BEGUN = reached(['INITIATIVE', '2024']);

/** For each rule an agreement that breaks it, after edits that are made. */
const BROKEN: Readonly<Record<Rule, { readonly made?: string; readonly opened: string }>> = {
  STEP_BEFORE_EARLIER_STEP: { opened: `kind: FRIENDSHIP, ${ABROAD}, ${reached(['LETTER_OF_INTENT', '2019'], ['DRAFTING', '2018-05'])}` },
  TALKS_AFTER_SIGNING: { opened: `kind: FRIENDSHIP, ${ABROAD}, ${reached(['SIGNED', '2018'], ['LETTER_OF_INTENT', '2020'])}` },
  LAPSE_BEFORE_SIGNING: { opened: `kind: FRIENDSHIP, ${ABROAD}, ${reached(['EXPIRED', '2020'])}` },
  STEP_AFTER_END: {
    opened: `kind: FRIENDSHIP, ${ABROAD}, ${reached(['SIGNED', '2010'], ['TERMINATED', '2015'], ['IMPLEMENTATION', '2016'])}`,
  },
  STEP_IN_FUTURE: { opened: `kind: FRIENDSHIP, ${ABROAD}, ${reached(['INITIATIVE', '2999'])}` },
  STEPS_SKIPPED: { opened: `kind: FRIENDSHIP, ${ABROAD}, ${reached(['SIGNED', '2019'])}` },
  UNEQUAL_STATUS: { opened: `kind: FRIENDSHIP, ${ABROAD}, ${BEGUN}` },
  RELATIONS_NOT_ON_RECORD: {
    made: `registerPlace(input: { key: "kr", kind: COUNTRY, name: "Korea", ${CITED} })`,
    opened: `kind: FRIENDSHIP, parties: ["place:id-ji", "place:kr"], ${BEGUN}`,
  },
  DOMESTIC_KIND: { opened: `kind: FRIENDSHIP, ${AT_HOME}, ${BEGUN}` },
  STEP_OF_ANOTHER_TRACK: { opened: `kind: DOMESTIC, ${AT_HOME}, ${reached(['FULL_POWERS', '2019'])}` },
  KIND_OF_OTHER_PLACES: { opened: `kind: SISTER_PROVINCE, ${ABROAD}, ${BEGUN}` },
  PARTY_NOT_CHOSEN: { opened: `kind: FRIENDSHIP, parties: ["place:id-kota-batu", "place:jp"], ${reached(['SIGNED', '2019'])}` },
  SAME_PARTIES: { opened: `kind: FRIENDSHIP, key: "second", parties: ["place:id-kota-batu", "place:jp-uji"], ${BEGUN}` },
  UMBRELLA_APART: { opened: `kind: FRIENDSHIP, parties: ["place:id-ji", "place:jp"], umbrella: "agreement:batu-uji", ${BEGUN}` },
};

describe.each(ENGINES)('rules on $name', (engine) => {
  let api: OpenedApi;
  const edit = editing(() => api);
  beforeEach(async () => {
    api = await openSmall(engine);
  });
  afterEach(() => api.close());

  const open = (more: string, edits = '') =>
    edit(
      `openAgreement(input: { kind: FRIENDSHIP, steps: [{ stage: INITIATIVE, date: "2024", ${CITED} }], ${CITED}, ${more} } ${edits})`,
      WARNINGS,
    );

  test('can all be read, with where they were read', async () => {
    const { data, errors } = await api.ask<{ rules: { name: string; text: { instrument: string } }[] }, never>(
      '{ rules { name severity description text { instrument } } }',
    );
    expect(errors).toEqual([]);
    expect(data?.rules.map(({ name }) => name)).toEqual(ALL_RULES);
  });

  test.each(ALL_RULES)('%s is told of an edit that breaks it, and one that is an error can be overridden', async (rule) => {
    const { made, opened } = BROKEN[rule];
    if (made !== undefined) expect(await edit(made)).toMatchObject({ userErrors: [] });
    const opening = (edits: string) => edit(`openAgreement(input: { ${opened}, ${CITED} } ${edits})`, WARNINGS);
    const plain = await opening('');
    const isError = RULES[rule].severity === 'ERROR';
    expect(plain.userErrors).toMatchObject(isError ? [{ code: 'RULE_BROKEN', message: expect.stringContaining(`This is ${rule};`) }] : []);
    const told = isError ? await opening(`, edit: { overrides: [{ rule: ${rule}, reason: "It is so." }] }`) : plain;
    expect(told).toMatchObject({ userErrors: [], revision: { number: made === undefined ? 2 : 3 } });
    expect(told.warnings).toContainEqual(
      expect.objectContaining({ rule: { name: rule, severity: RULES[rule].severity }, message: expect.any(String) }),
    );
  });

  test('warn of what is made nevertheless', async () => {
    const { warnings, userErrors, revision } = await open('parties: ["place:id-ji", "place:jp-uji"]');
    expect({ userErrors, revision }).toEqual({ userErrors: [], revision: { number: 2 } });
    expect(warnings).toMatchObject([
      { rule: { name: 'UNEQUAL_STATUS', severity: 'WARNING' }, field: 'parties', evidence: ['place:id-ji', 'place:jp-uji'] },
    ]);
  });

  test('refuse what is an error, until it is overridden with a reason that is kept', async () => {
    const refused = await open('key: "second", parties: ["place:jp-uji", "place:id-kota-batu"]');
    expect(refused.userErrors).toMatchObject([
      { code: 'RULE_BROKEN', field: 'parties', message: expect.stringContaining('"agreement:batu-uji"') },
    ]);
    const overridden = await open(
      'key: "second", parties: ["place:jp-uji", "place:id-kota-batu"]',
      ', edit: { overrides: [{ rule: SAME_PARTIES, reason: "A second one, for schools." }] }',
    );
    expect(overridden).toMatchObject({ userErrors: [], warnings: [{ rule: { name: 'SAME_PARTIES' } }] });
    const { data } = await api.ask<{ revision: object }, never>('{ revision(number: 2) { overrides { rule reason } } }');
    expect(data?.revision).toEqual({ overrides: [{ rule: 'SAME_PARTIES', reason: 'A second one, for schools.' }] });
  });

  test('do not hold against an edit what stood there before', async () => {
    const first = await edit(`advanceAgreement(agreement: "agreement:batu-uji", step: { stage: EXPIRED, date: "2020", ${CITED} })`);
    expect(first.userErrors).toMatchObject([{ code: 'RULE_BROKEN', field: 'steps[2].stage' }]);
    const override = 'edit: { overrides: [{ rule: LAPSE_BEFORE_SIGNING, reason: "The paper says so." }] }';
    await edit(`advanceAgreement(agreement: "agreement:batu-uji", step: { stage: EXPIRED, date: "2020", ${CITED} }, ${override})`);
    expect(await edit(`addSectors(agreement: "agreement:east-java-kyoto", sectors: ["sector:tourism"], ${CITED})`, WARNINGS)).toMatchObject(
      { userErrors: [], warnings: [] },
    );
    expect(await edit(`correctAgreement(input: { agreement: "agreement:batu-uji", note: "x", ${CITED} })`, WARNINGS)).toMatchObject({
      userErrors: [],
      warnings: [],
    });
  });

  test('tell what may happen next to an agreement, and what is missing', async () => {
    const outlook =
      '{ agreements { nodes { id outlook { track missing findings { rule { name } } next { stage usual findings { rule { name } } } } } } }';
    const { data, errors, storeCalls } = await api.ask<
      { agreements: { nodes: { outlook: { next: { stage: string; usual: boolean }[] } }[] } },
      never
    >(outlook);
    expect(errors).toEqual([]);
    expect(storeCalls).toBeLessThan(40);
    const [kyoto, batu] = data?.agreements.nodes ?? [];
    expect(batu).toMatchObject({ id: 'agreement:batu-uji', outlook: { track: 'ABROAD', findings: [] } });
    expect(batu?.outlook.next.filter(({ usual }) => usual)).toEqual([{ stage: 'COOPERATION_PLAN', usual: true, findings: [] }]);
    expect(kyoto?.outlook.next.filter(({ usual }) => usual)).toEqual([{ stage: 'IMPLEMENTATION', usual: true, findings: [] }]);
  });
});
