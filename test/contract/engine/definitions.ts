import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import { KembarError, StoreError } from '../../../src/domain/errors.js';
import type { GraphEngine } from '../../../src/graph/engine.js';
import type { Bench } from '../engine-contract.js';

const UNIQUE = 'CREATE CONSTRAINT thing_id IF NOT EXISTS FOR (n:Thing) REQUIRE n.id IS UNIQUE';
const INDEX = 'CREATE INDEX thing_id_index IF NOT EXISTS FOR (n:Thing) ON (n.id)';
const CREATE = 'CREATE (:Thing {id: $id})';

export function definitions({ behaviour }: Bench): void {
  behaviour('makes a constraint and an index on one property, once or again', async (engine) => {
    for (const statement of [UNIQUE, INDEX, UNIQUE, INDEX]) await engine.define(statement);
    await create(engine, 'a');
    expect(await engine.read('MATCH (n:Thing {id: $id}) RETURN n.id AS id', { id: 'a' })).toEqual([{ id: 'a' }]);
  });

  behaviour('refuses a second thing with the same id', async (engine) => {
    await engine.define(UNIQUE);
    await engine.define(INDEX);
    await create(engine, 'a');
    const second = create(engine, 'a');
    await expect(second).rejects.toBeInstanceOf(StoreError);
    await expect(second).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await ids(engine)).toEqual(['a']);
  });

  behaviour('refuses the same id twice in one write', async (engine) => {
    await engine.define(UNIQUE);
    const write = engine.write(async (transaction) => {
      await transaction.run(CREATE, { id: 'b' });
      await transaction.run(CREATE, { id: 'b' });
    });
    await expect(write).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await ids(engine)).toEqual([]);
  });

  behaviour('refuses to change an id to one that is taken', async (engine) => {
    await engine.define(UNIQUE);
    await create(engine, 'a');
    await create(engine, 'b');
    const change = engine.write((transaction) => transaction.run("MATCH (n:Thing {id: 'b'}) SET n.id = 'a'"));
    await expect(change).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await ids(engine)).toEqual(['a', 'b']);
  });

  behaviour('tells the work itself of the conflict', async (engine) => {
    await engine.define(UNIQUE);
    await create(engine, 'a');
    let seen: unknown;
    const write = engine.write(async (transaction) => {
      await transaction.run(CREATE, { id: 'a' }).catch((error) => {
        seen = error;
        throw error;
      });
    });
    await expect(write).rejects.toBeInstanceOf(StoreError);
    expect(seen).toMatchObject({ code: 'CONFLICT' });
  });

  behaviour('lets many things have no id', async (engine) => {
    await engine.define(UNIQUE);
    await engine.write((transaction) => transaction.run('CREATE (:Thing), (:Thing)'));
    expect(await ids(engine)).toEqual([null, null]);
  });

  behaviour('lets an id be used again once its thing is deleted', async (engine) => {
    await engine.define(UNIQUE);
    await create(engine, 'a');
    await engine.write((transaction) => transaction.run("MATCH (n:Thing {id: 'a'}) DETACH DELETE n"));
    await create(engine, 'a');
    expect(await ids(engine)).toEqual(['a']);
  });

  behaviour('refuses a unique constraint that the data breaks already', async (engine) => {
    await create(engine, 'a');
    await create(engine, 'a');
    await expect(engine.define(UNIQUE)).rejects.toBeInstanceOf(KembarError);
  });

  behaviour('takes its turn among writes', async (engine) => {
    const ends: string[] = [];
    const slow = engine.write(async (transaction) => {
      await transaction.run(CREATE, { id: 'a' });
      await pause(100);
      ends.push('write');
    });
    const definition = engine.define(UNIQUE).then(() => ends.push('definition'));
    const next = create(engine, 'b').then(() => ends.push('next write'));
    await Promise.all([slow, definition, next]);
    expect(ends).toEqual(['write', 'definition', 'next write']);
    expect(await ids(engine)).toEqual(['a', 'b']);
  });
}

function create(engine: GraphEngine, id: string): Promise<unknown> {
  return engine.write((transaction) => transaction.run(CREATE, { id }));
}

async function ids(engine: GraphEngine): Promise<unknown[]> {
  return (await engine.read('MATCH (n:Thing) RETURN n.id AS id ORDER BY id')).map(({ id }) => id);
}
