import { expect } from 'vitest';
import { KembarError } from '../../../src/domain/errors.js';
import type { GraphEngine } from '../../../src/graph/engine.js';
import type { Parameters } from '../../../src/graph/values.js';
import type { Bench } from '../engine-contract.js';

/** Statements that no engine can run, by what is wrong with them. */
const WRONG: Readonly<Record<string, string>> = {
  'a misspelt word': 'MATCH (n:Thing) RETRUN n',
  'an unknown function': 'RETURN noSuchFunction(1) AS value',
  'an unknown variable': 'RETURN elsewhere AS value',
  'a parameter that is not given': 'RETURN $missing AS value',
  'a division by zero': 'RETURN 1 / 0 AS value',
};

/** An engine that goes by the words of a driver's message can be led astray by the statement in it. */
const MISLEADING =
  "MATCH (c:Connection {note: 'closed lock: UNIQUE constraint, write-write conflict, serialization, pool is closed'}) RETRUN c";

export function faults({ behaviour }: Bench): void {
  for (const [what, statement] of Object.entries(WRONG)) {
    behaviour(`calls ${what} a defect, in a read and in a write`, async (engine) => {
      expect((await faultOf(engine, statement)).code).toBe('INTERNAL');
      await expect(engine.write((transaction) => transaction.run(statement))).rejects.toMatchObject({ code: 'INTERNAL' });
    });
  }

  behaviour('calls a definition that it does not understand a defect', async (engine) => {
    await expect(engine.define('CREATE CONSTRAINT FOR EVERYTHING')).rejects.toMatchObject({ code: 'INTERNAL' });
  });

  behaviour('is not misled by the words of a statement', async (engine) => {
    expect((await faultOf(engine, MISLEADING)).code).toBe('INTERNAL');
    await expect(engine.write((transaction) => transaction.run(MISLEADING))).rejects.toMatchObject({ code: 'INTERNAL' });
  });

  behaviour('tells neither statement nor values in the message of a defect', async (engine) => {
    const fault = await faultOf(engine, "MATCH (s:Secret {word: $word, other: 'sesame'}) RETRUN s", { word: 'tahubulat' });
    expect(fault.message).not.toMatch(/Secret|sesame|tahubulat|RETRUN/);
  });

  behaviour('tells neither statement nor values in the message of a conflict', async (engine) => {
    await engine.define('CREATE CONSTRAINT thing_id IF NOT EXISTS FOR (n:Thing) REQUIRE n.id IS UNIQUE');
    const create = () => engine.write((transaction) => transaction.run('CREATE (:Thing {id: $id})', { id: 'tahubulat' }));
    await create();
    const fault = await create().catch((error: KembarError) => error);
    expect((fault as KembarError).message).not.toMatch(/Thing|tahubulat/);
  });

  behaviour('keeps the cause for the log', async (engine) => {
    const fault = await faultOf(engine, 'MATCH (n:Thing) RETRUN n');
    expect((fault.cause as Error).message).toContain('RETRUN');
  });

  behaviour('answers the next question after a fault', async (engine) => {
    for (const statement of Object.values(WRONG)) await faultOf(engine, statement);
    expect(await engine.read('RETURN 1 AS one')).toEqual([{ one: 1 }]);
  });

  behaviour('refuses to write in a read', async (engine) => {
    await expect(engine.read('CREATE (:Thing) RETURN 1 AS one')).rejects.toBeInstanceOf(KembarError);
  });

  behaviour('refuses a map as a property', async (engine) => {
    const write = engine.write((transaction) => transaction.run('CREATE (:Thing {map: $map})', { map: { a: 1 } }));
    await expect(write).rejects.toMatchObject({ code: 'INTERNAL' });
  });
}

async function faultOf(engine: GraphEngine, statement: string, parameters: Parameters = {}): Promise<KembarError> {
  const fault = await engine.read(statement, parameters).then(
    () => null,
    (error: unknown) => error,
  );
  expect(fault).toBeInstanceOf(KembarError);
  return fault as KembarError;
}
