import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Graph } from '../../../src/graph/graph.js';
import type { AgreementChanged } from '../../../src/live/hooks/message.js';
import { ENGINES } from '../../engines.js';
import { importFile, importText, sectorsText } from '../../imported.js';
import { advance, CITED, correctPlace, openSmallGraph } from '../live/live-server.js';
import { type Entry, type HookServer, SECRET, serveHooksOn } from './hook-server.js';
import { numbersOf, type Receiver, startReceiver } from './receiver.js';

describe.each(ENGINES)('what hooks are told on $name', (engine) => {
  let graph: Graph;
  let receivers: Receiver[];
  let serving: HookServer;
  beforeEach(async () => {
    graph = await openSmallGraph(engine);
    receivers = [];
  });
  afterEach(async () => {
    await serving.close();
    await Promise.all(receivers.map((receiver) => receiver.close()));
    await graph.engine.close();
  });

  /** Serves hooks with these filters, each with a receiver of its own. */
  async function tell(filters: Readonly<Record<string, object | undefined>>): Promise<Receiver[]> {
    const entries: Entry[] = [];
    for (const [name, filter] of Object.entries(filters)) {
      const receiver = await startReceiver();
      receivers.push(receiver);
      entries.push({ name, url: receiver.url, ...(filter && { filter }) });
    }
    serving = await serveHooksOn(graph, entries);
    await serving.taken(...Object.keys(filters));
    return receivers;
  }
  const only = async (filter?: object) => (await tell({ 'only-one': filter }))[0] as Receiver;

  test('a step that an agreement reached, signed so that any library of Standard Webhooks takes it', async () => {
    const receiver = await only();
    await serving.server.edit(advance('SIGNED', '2019-05-02'));
    const [first] = await receiver.has(1);
    const { headers = {}, body = '' } = first ?? {};
    expect(new Webhook(SECRET).verify(body, headers as Record<string, string>)).toEqual({
      type: 'agreement.changed',
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      data: {
        revision: {
          number: 2,
          at: first?.message.timestamp,
          actor: 'token:ani',
          role: 'curator',
          operation: 'advanceAgreement',
          reason: null,
          subject: 'agreement:batu-uji',
          undoes: null,
          imported: null,
        },
        agreement: {
          id: 'agreement:batu-uji',
          deleted: false,
          name: expect.stringContaining('Uji'),
          kind: 'SISTER_CITY',
          state: { id: 'stage:batu-uji.3', stage: 'SIGNED', phase: 'AGREEMENT', date: '2019-05-02' },
          parties: [
            { id: 'place:id-kota-batu', name: 'Kota Batu', kind: 'CITY' },
            { id: 'place:jp-uji', name: 'Uji', kind: 'CITY' },
          ],
        },
        stepsReached: [{ id: 'stage:batu-uji.3', stage: 'SIGNED', phase: 'AGREEMENT', date: '2019-05-02' }],
      },
    });
    expect(headers['content-type']).toBe('application/json');
    expect(headers['webhook-id']).toMatch(/^revision-2-1-\d{17}$/);
    expect(() => new Webhook(SECRET).verify(body.replace('SIGNED', 'DRAFTING'), headers as Record<string, string>)).toThrow('signature');
  });

  test('an agreement that is deleted, and all that one revision changes', async () => {
    const receiver = await only({ within: 'place:jp-26' });
    const open = (key: string) =>
      `openAgreement(input: { key: "${key}", kind: FRIENDSHIP, parties: ["place:id-ji", "place:jp-uji"], steps: [{ stage: DRAFTING, ${CITED} }], ${CITED} })`;
    await serving.server.edit(open('short'));
    await receiver.has(1);
    await serving.server.edit(`delete(id: "agreement:short", because: "Not wanted.", ${CITED})`);
    await serving.server.edit(`registerPlace(input: { key: "jp-udji", kind: CITY, name: "Udji", partOf: "place:jp-26", ${CITED} })`);
    await serving.server.edit(open('second'));
    await serving.server.edit(`mergeDuplicates(duplicate: "place:jp-uji", into: "place:jp-udji", because: "Two spellings.", ${CITED})`);
    const received = await receiver.has(5);
    expect(numbersOf(received)).toEqual([2, 3, 5, 6, 6]);
    const [short, deleted, , ...merged] = received.map(({ message }) => message.data as AgreementChanged);
    expect(short?.agreement).toMatchObject({
      id: 'agreement:short',
      deleted: false,
      state: { stage: 'DRAFTING', phase: 'INTENT', date: null },
    });
    expect(deleted?.agreement).toEqual({ id: 'agreement:short', deleted: true, name: null, kind: null, state: null, parties: [] });
    expect(merged.map(({ agreement }) => agreement.id).sort()).toEqual(['agreement:batu-uji', 'agreement:second']);
    expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(5);
  });

  test('what passes their filters, and nothing else', async () => {
    const told = await tell({
      all: undefined,
      city: { within: 'place:jp-uji' },
      province: { within: 'place:id-ji' },
      country: { within: 'place:jp' },
      phase: { phases: ['LAPSED'] },
      stage: { stages: ['DRAFTING'] },
      both: { within: 'place:jp-uji', stages: ['SIGNED'] },
    });
    await serving.server.edit(advance('DRAFTING', '2018-09-01'));
    await serving.server.edit(correctPlace(200_000));
    await serving.server.edit(advance('EXPIRED', '2018-09-01', 'agreement:east-java-kyoto'));
    await serving.server.edit(advance('SIGNED', '2019-05-02'));
    await serving.reached(5);
    expect(told.map(({ received }) => numbersOf(received))).toEqual([[2, 4, 5], [2, 5], [2, 4, 5], [2, 4, 5], [4], [2], [5]]);
  });

  test('nothing of an edit that is refused', async () => {
    const receiver = await only();
    await expect(serving.server.edit(advance('SIGNED', 'tomorrow'))).rejects.toThrow();
    await expect(serving.server.edit(advance('SIGNED', '2019-05-02', 'agreement:none'))).rejects.toThrow();
    await serving.server.edit(advance('SIGNED', '2019-05-02'));
    await serving.server.edit(advance('RENEWED', '2020-05-02'));
    await receiver.has(2);
    expect(numbersOf(receiver.received)).toEqual([2, 3]);
  });

  test('of an import agreement by agreement, and of a large one once, whatever their filters', async () => {
    const [all, none] = await tell({ all: undefined, none: { stages: ['TERMINATED'] } });
    await importFile(
      graph,
      'small',
      `sources: [{ key: more, kind: NEWS, title: More, publisher: P, language: en }]
agreementDetails: [{ key: batu-uji, stages: [{ stage: SIGNED, date: 2019, cites: [{ source: more }] }], cites: [{ source: more }] }]`,
    );
    await importText(graph, sectorsText(1_001), { as: 'large' });
    // On an embedded graph only the server itself imports, before it begins to tell of anything.
    serving.server.feed.committed();
    const [small, large] = (await all?.has(2)) ?? [];
    expect(small?.message).toMatchObject({
      type: 'agreement.changed',
      data: {
        revision: { operation: 'import', subject: 'small', imported: { dataSet: 'small', tool: 'test', created: 3 } },
        agreement: { id: 'agreement:batu-uji', state: { stage: 'SIGNED' } },
        stepsReached: [{ stage: 'SIGNED', date: '2019' }],
      },
    });
    expect(large?.message).toMatchObject({ type: 'revision.made', data: { revision: { imported: { dataSet: 'large', created: 1_001 } } } });
    expect(Object.keys(large?.message.data ?? {})).toEqual(['revision']);
    const [alone] = (await none?.has(1)) ?? [];
    expect(alone?.body).toBe(large?.body);
  });
});
