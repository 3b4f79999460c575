import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGINES } from '../../engines.js';
import type { OpenedApi } from '../open-api.js';
import { CITED, editing } from './editing.js';
import { openSmall } from './open-small.js';

const LONG = 'x'.repeat(201);

/** What is asked, and what stands against it. */
const CASES: readonly (readonly [string, string, object])[] = [
  [
    'a date that is none',
    `registerTenure(input: { official: "official:ani", office: "office:mayor-of-batu", from: "31 Mei", key: "x", ${CITED} })`,
    { code: 'INVALID', field: 'from' },
  ],
  [
    'a day that there is not',
    `advanceAgreement(agreement: "agreement:batu-uji", step: { stage: SIGNED, date: "2025-02-30", ${CITED} })`,
    { code: 'INVALID', field: 'steps[2].date' },
  ],
  ['a name that is too long', `registerOfficial(input: { name: "${LONG}", ${CITED} })`, { code: 'INVALID', field: 'name' }],
  ['no citation', 'registerOfficial(input: { name: "Budi", citations: [] })', { code: 'INVALID', field: 'citations' }],
  [
    'a source that is nowhere',
    'registerOfficial(input: { name: "Budi", citations: [{ source: "source:nowhere" }] })',
    { code: 'NOT_FOUND', field: 'citations[0].source' },
  ],
  [
    'a locator that is too long',
    `registerOfficial(input: { name: "Budi", citations: [{ source: "source:paper", locator: "${LONG}" }] })`,
    { code: 'INVALID', field: 'citations[0].locator' },
  ],
  [
    'an office of a place and of a mission',
    `registerOffice(input: { role: MAYOR, name: { en: "Mayor" }, place: "place:jp-uji", mission: "mission:japan-in-batu", ${CITED} })`,
    { code: 'INVALID', field: null },
  ],
  [
    'a mission that is sent by a city',
    `registerMission(input: { kind: EMBASSY, name: { en: "Embassy" }, sentBy: "place:jp-uji", seat: "place:id", ${CITED} })`,
    { code: 'INVALID', field: 'sentBy' },
  ],
  [
    'a participant who is nobody',
    `registerEvent(input: { kind: VISIT, title: { en: "Visit" }, participants: [{ role: HOST }], ${CITED} })`,
    { code: 'INVALID', field: 'participants[0]' },
  ],
  [
    'a participant who is nowhere',
    `addParticipants(input: { event: "event:signing", participants: [{ role: HOST, place: "place:nowhere" }], ${CITED} })`,
    { code: 'NOT_FOUND', field: 'participants' },
  ],
  ['a city without a larger place', `registerPlace(input: { kind: CITY, name: "Malang", ${CITED} })`, { code: 'INVALID', field: 'partOf' }],
  [
    'a latitude beyond the pole',
    `correctPlace(input: { place: "place:jp-uji", location: { latitude: 91, longitude: 0 }, ${CITED} })`,
    { code: 'INVALID', field: 'location.latitude' },
  ],
  ['a key with blanks', `registerOfficial(input: { key: "a b", name: "Budi", ${CITED} })`, { code: 'INVALID', field: 'key' }],
  ['a name that makes no key', `registerOfficial(input: { name: "京都", ${CITED} })`, { code: 'INVALID', field: 'key' }],
  ['a key that is taken', `registerOfficial(input: { key: "ani", name: "Budi", ${CITED} })`, { code: 'ALREADY_EXISTS', field: 'key' }],
  [
    'a thing that is nowhere',
    `correctOfficial(input: { official: "official:budi", note: "x", ${CITED} })`,
    { code: 'NOT_FOUND', field: 'official' },
  ],
  [
    'a thing that is retired',
    `advanceAgreement(agreement: "agreement:batu-udji", step: { stage: SIGNED, ${CITED} })`,
    { code: 'RETIRED', field: 'agreement' },
  ],
  [
    'a party that is named twice',
    `openAgreement(input: { kind: FRIENDSHIP, parties: ["place:jp-uji", "place:jp-uji"], steps: [{ stage: SIGNED, ${CITED} }], ${CITED} })`,
    { code: 'INVALID', field: 'parties' },
  ],
  [
    'an agreement without steps',
    `openAgreement(input: { kind: FRIENDSHIP, parties: ["place:jp-uji", "place:id-ji"], steps: [], ${CITED} })`,
    { code: 'INVALID', field: 'steps' },
  ],
  ['a step that is not there', `withdrawStep(step: "stage:batu-uji.9", ${CITED})`, { code: 'NOT_FOUND', field: 'step' }],
  [
    'a source of a withdrawal that is nowhere',
    'withdrawStep(step: "stage:batu-uji.2", citations: [{ source: "source:nowhere" }])',
    { code: 'NOT_FOUND', field: 'citations' },
  ],
  [
    'parties on nobody’s word',
    'addParties(agreement: "agreement:batu-uji", parties: ["place:id-ji"], citations: [])',
    { code: 'INVALID', field: 'citations' },
  ],
  ['the only step', `withdrawStep(step: "stage:east-java-kyoto.1", ${CITED})`, { code: 'INVALID', field: 'step' }],
  [
    'a language that is none',
    'registerSource(input: { kind: NEWS, title: "A", publisher: "B", language: "Indonesian" })',
    { code: 'INVALID', field: 'language' },
  ],
  ['an address that is none', 'correctSource(input: { source: "source:paper", url: "paper" })', { code: 'INVALID', field: 'url' }],
  [
    'a duplicate of itself',
    `mergeDuplicates(duplicate: "place:jp-uji", into: "place:jp-uji", because: "x", ${CITED})`,
    { code: 'INVALID', field: 'into' },
  ],
  [
    'a duplicate of another type',
    `mergeDuplicates(duplicate: "place:jp-uji", into: "official:ani", because: "x", ${CITED})`,
    { code: 'INVALID', field: 'into' },
  ],
  [
    'a duplicate that is a party of the same agreement',
    `mergeDuplicates(duplicate: "place:jp-uji", into: "place:id-kota-batu", because: "x", ${CITED})`,
    { code: 'INVALID', field: 'parties' },
  ],
  [
    'a dispute of what is shown',
    'dispute(id: "official:ani", field: "name", value: "Ani", citation: { source: "source:list" })',
    { code: 'INVALID', field: 'value' },
  ],
  [
    'a preference for what is no claim',
    'prefer(id: "official:ani", field: "name", citation: { source: "source:list" }, because: "x")',
    { code: 'NOT_FOUND', field: 'citation' },
  ],
  ['a citation of what nobody states', 'cite(id: "sector:tourism", citation: { source: "source:list" })', { code: 'INVALID', field: 'id' }],
];

describe.each(ENGINES)('an edit with a wrong value on $name', (engine) => {
  let api: OpenedApi;
  const edit = editing(() => api);
  beforeAll(async () => {
    api = await openSmall(engine);
  });
  afterAll(() => api.close());

  test.each(CASES)('is refused: %s', async (_, call, fault) => {
    const { userErrors, revision } = await edit(call);
    expect(userErrors).toMatchObject([fault]);
    expect(revision).toBeNull();
    const { data } = await api.ask<{ graph: { revision: number } }, never>('{ graph { revision } }');
    expect(data?.graph.revision).toBe(1);
  });

  test('is refused as no edit at all where an id is of another type', async () => {
    await expect(edit(`correctPlace(input: { place: "place:jp-uji", partOf: "official:ani", ${CITED} })`)).rejects.toThrow('BAD_INPUT');
    await expect(edit(`correctPlace(input: { place: "place:jp-uji", ${CITED} }, edit: { idempotencyKey: "short" })`)).rejects.toThrow(
      'BAD_INPUT',
    );
  });
});
