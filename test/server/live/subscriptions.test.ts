import type { Client } from 'graphql-ws';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Graph } from '../../../src/graph/graph.js';
import { ENGINES } from '../../engines.js';
import {
  advance,
  CITED,
  clientOf,
  correctPlace,
  following,
  type LiveServer,
  openSmallGraph,
  serveLiveOn,
  thrownBy,
} from './live-server.js';

const CHANGED =
  'subscription ($within: ID, $phases: [Phase!], $stages: [StageName!], $after: Int) { agreementChanged(within: $within, phases: $phases, stages: $stages, after: $after) { resumeAfter revision { number operation } agreement { id state { phase } } change { of fields { field } } stepsReached { id stage date { edtf } } } }';
const REVISIONS = 'subscription ($after: Int) { revisionMade(after: $after) { number operation subject changes { of } } }';

describe.each(ENGINES)('subscriptions on $name', (engine) => {
  let graph: Graph;
  let server: LiveServer;
  let client: Client;
  beforeEach(async () => {
    graph = await openSmallGraph(engine);
    server = await serveLiveOn(graph);
    client = clientOf(server.url);
  });
  afterEach(async () => {
    await client.dispose();
    await server.close();
    await graph.engine.close();
  });
  const follow = (query: string, variables: Record<string, unknown> = {}) => following(client, query, variables);
  const number = (event: Record<string, never> | null) => (event as never as { revisionMade: { number: number } }).revisionMade.number;

  test('tell of a change of an agreement, with what it changed and the steps that are new', async () => {
    const changes = follow(CHANGED);
    await server.followed(1);
    await server.edit(advance('SIGNED', '2019-05-02'));
    expect(await changes.next()).toEqual({
      agreementChanged: {
        resumeAfter: 2,
        revision: { number: 2, operation: 'advanceAgreement' },
        agreement: { id: 'agreement:batu-uji', state: { phase: 'AGREEMENT' } },
        change: { of: 'agreement:batu-uji', fields: [{ field: 'stages[2]' }] },
        stepsReached: [{ id: 'stage:batu-uji.3', stage: 'SIGNED', date: { edtf: '2019-05-02' } }],
      },
    });
    await server.edit(`correctStep(input: { step: "stage:batu-uji.3", date: "2020-05-02", ${CITED} })`);
    expect(await changes.next()).toMatchObject({
      agreementChanged: { revision: { number: 3 }, change: { fields: [{ field: 'stages[2].date' }] }, stepsReached: [] },
    });
  });

  test('tell nothing of an edit that is refused, and nothing before it is made', async () => {
    const revisions = follow(REVISIONS);
    await server.followed(1);
    await expect(server.edit(`delete(id: "place:jp-uji", because: "Not wanted.", ${CITED})`)).rejects.toThrow('REFERRED_TO');
    await expect(server.edit(correctPlace(-1))).rejects.toThrow();
    await server.edit(correctPlace(200_000));
    expect(await revisions.next()).toEqual({
      revisionMade: { number: 2, operation: 'correctPlace', subject: 'place:id-kota-batu', changes: [{ of: 'place:id-kota-batu' }] },
    });
  });

  test('tell only of what passes their filters', async () => {
    const asked = {
      city: { within: 'place:jp-uji' },
      province: { within: 'place:id-ji' },
      country: { within: 'place:jp' },
      phase: { phases: ['AGREEMENT'] },
      stage: { stages: ['SIGNED'] },
      both: { within: 'place:id', stages: ['VERIFICATION'] },
    };
    const followed = Object.entries(asked).map(([name, variables]) => [name, follow(CHANGED, variables)] as const);
    await server.followed(followed.length);
    await server.edit(advance('DRAFTING', '2018-09-01'));
    await server.edit(advance('EXPIRED', '2018-09-01', 'agreement:east-java-kyoto'));
    await server.edit(advance('SIGNED', '2019-05-02'));
    // What all of them are told of, each after all that it is to be told of before.
    await server.edit(
      `openAgreement(input: { kind: FRIENDSHIP, parties: ["place:id-ji", "place:jp-uji"], steps: [{ stage: VERIFICATION, ${CITED} }, { stage: SIGNED, ${CITED} }], ${CITED} })`,
    );
    const told: Record<string, number[]> = {};
    for (const [name, { next }] of followed) {
      told[name] = [];
      while (told[name].at(-1) !== 5) {
        const { agreementChanged } = (await next()) as never as { agreementChanged: { revision: { number: number } } };
        told[name].push(agreementChanged.revision.number);
      }
    }
    expect(told).toEqual({ city: [2, 4, 5], province: [2, 3, 4, 5], country: [2, 3, 4, 5], phase: [4, 5], stage: [4, 5], both: [5] });
  });

  test('tell of an agreement that is deleted, and of one that leaves a place', async () => {
    const changes = follow(CHANGED, { within: 'place:jp-uji', phases: ['INTENT'] });
    await server.followed(1);
    await server.edit(
      `openAgreement(input: { key: "short", kind: FRIENDSHIP, parties: ["place:id-ji", "place:jp-uji"], steps: [{ stage: DRAFTING, ${CITED} }], ${CITED} })`,
    );
    expect(await changes.next()).toMatchObject({ agreementChanged: { agreement: { id: 'agreement:short' } } });
    await server.edit(`delete(id: "agreement:short", because: "Not wanted.", ${CITED})`);
    expect(await changes.next()).toMatchObject({
      agreementChanged: { agreement: null, change: { of: 'agreement:short', fields: [] }, stepsReached: [] },
    });
  });

  test('go on after a revision, and miss none', async () => {
    for (const people of [1, 2, 3]) await server.edit(correctPlace(people * 1000));
    const revisions = follow(REVISIONS, { after: 2 });
    expect([number(await revisions.next()), number(await revisions.next())]).toEqual([3, 4]);
    await server.edit(correctPlace(4000));
    expect(number(await revisions.next())).toBe(5);
  });

  test('tell all of one revision that changes several agreements, and where to go on in between', async () => {
    const changes = follow(CHANGED, { after: 1 });
    await server.edit(`registerPlace(input: { key: "jp-udji", kind: CITY, name: "Udji", partOf: "place:jp-26", ${CITED} })`);
    await server.edit(
      `openAgreement(input: { key: "second", kind: FRIENDSHIP, parties: ["place:id-ji", "place:jp-uji"], steps: [{ stage: SIGNED, ${CITED} }], ${CITED} })`,
    );
    await server.edit(`mergeDuplicates(duplicate: "place:jp-uji", into: "place:jp-udji", because: "Two spellings.", ${CITED})`);
    const told = [await changes.next(), await changes.next(), await changes.next()] as never as {
      agreementChanged: { resumeAfter: number; revision: { number: number } };
    }[];
    expect(told.map(({ agreementChanged: { revision, resumeAfter } }) => [revision.number, resumeAfter])).toEqual([
      [3, 3],
      [4, 3],
      [4, 4],
    ]);
  });

  test.each([
    [{ within: 'place:nowhere' }, 'NOT_FOUND', 'there is no place'],
    [{ within: 'agreement:batu-uji' }, 'BAD_INPUT', 'not an id of type place'],
    [{ phases: [] }, 'BAD_INPUT', 'phases is empty'],
    [{ phases: ['MARRIED'] }, 'BAD_INPUT', 'MARRIED'],
    [{ after: 99 }, 'BAD_INPUT', 'Accepted is 0 to 1'],
    [{ after: -1 }, 'BAD_INPUT', 'Accepted is 0 to 1'],
  ])('refuse %j', async (variables, code, message) => {
    const errors = await thrownBy(follow(CHANGED, variables).next());
    expect(errors).toMatchObject([{ message: expect.stringContaining(message), extensions: { code } }]);
    expect(server.feed.followers).toBe(0);
  });

  test('leave nothing behind when they are stopped', async () => {
    const [one, other] = [follow(REVISIONS), follow(CHANGED)];
    await server.followed(2);
    await Promise.all([one.stop(), other.stop()]);
    await server.followed(0);
  });
});
