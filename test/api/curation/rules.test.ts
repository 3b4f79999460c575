import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ALL_RULES } from '../../../src/domain/rules/rules.js';
import { ENGINES } from '../../engines.js';
import type { OpenedApi } from '../open-api.js';
import { CITED, editing } from './editing.js';
import { openSmall } from './open-small.js';

const WARNINGS = 'warnings { rule { name severity } message field evidence }';

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
