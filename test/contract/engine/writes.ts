import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import { BadInputError, KembarError } from '../../../src/domain/errors.js';
import type { GraphEngine, Transaction } from '../../../src/graph/engine.js';
import type { Bench } from '../engine-contract.js';

const CREATE = 'CREATE (:Thing {n: $n})';

export function writes({ behaviour }: Bench): void {
  behaviour('answers what the work answers', async (engine) => {
    expect(await engine.write(async () => 'done')).toBe('done');
    expect(await engine.write((transaction) => transaction.run('CREATE (n:Thing {n: 1}) RETURN n.n AS n'))).toEqual([{ n: 1 }]);
  });

  behaviour('answers no rows for a statement that returns nothing', async (engine) => {
    expect(await engine.write((transaction) => transaction.run(CREATE, { n: 1 }))).toEqual([]);
  });

  behaviour('sees its own earlier statements', async (engine) => {
    const rows = await engine.write(async (transaction) => {
      await transaction.run(CREATE, { n: 1 });
      await transaction.run('MATCH (n:Thing) SET n.n = n.n + 1');
      return transaction.run('MATCH (n:Thing) RETURN n.n AS n');
    });
    expect(rows).toEqual([{ n: 2 }]);
  });

  behaviour('shows nothing to readers before it is committed', async (engine) => {
    const seen = await engine.write(async (transaction) => {
      await transaction.run(CREATE, { n: 1 });
      return things(engine);
    });
    expect(seen).toBe(0);
    expect(await things(engine)).toBe(1);
  });

  behaviour('is seen by every later read', async (engine) => {
    for (let n = 1; n <= 20; n += 1) {
      await engine.write((transaction) => transaction.run(CREATE, { n }));
      expect(await things(engine)).toBe(n);
    }
  });

  behaviour('has as many under way at once as it says, of those that begin beside others', async (engine) => {
    let underWay = 0;
    let most = 0;
    const write = (n: number) =>
      engine.write(
        async (transaction) => {
          underWay += 1;
          await transaction.run(CREATE, { n });
          for (let look = 0; look < 50 && most < engine.writesAtOnce; look += 1) {
            most = Math.max(most, underWay);
            await pause(20);
          }
          underWay -= 1;
        },
        { beside: true },
      );
    const writes = Array.from({ length: engine.writesAtOnce }, (_, n) => write(n));
    await Promise.all(writes);
    expect(most).toBe(engine.writesAtOnce);
    expect(await things(engine)).toBe(engine.writesAtOnce);
  });

  behaviour('leaves nothing behind when the work throws', async (engine) => {
    const fault = new BadInputError('the work gave up');
    const write = engine.write(async (transaction) => {
      await transaction.run(CREATE, { n: 1 });
      throw fault;
    });
    await expect(write).rejects.toBe(fault);
    expect(await things(engine)).toBe(0);
  });

  behaviour('turns a defect of the work into INTERNAL and keeps it as the cause', async (engine) => {
    const defect = new TypeError('undefined is not a function');
    const write = engine.write(async () => {
      throw defect;
    });
    await expect(write).rejects.toMatchObject({ code: 'INTERNAL', cause: defect });
  });

  behaviour('leaves nothing behind when a statement fails', async (engine) => {
    const write = engine.write(async (transaction) => {
      await transaction.run(CREATE, { n: 1 });
      await transaction.run('RETURN 1 / 0 AS infinite');
    });
    await expect(write).rejects.toMatchObject({ code: 'INTERNAL' });
    expect(await things(engine)).toBe(0);
  });

  behaviour('fails when a statement failed, even if the work goes on as if nothing were', async (engine) => {
    const write = engine.write(async (transaction) => {
      await transaction.run(CREATE, { n: 1 });
      await transaction.run('RETURN 1 / 0 AS infinite').catch(() => undefined);
      return 'all is well';
    });
    await expect(write).rejects.toMatchObject({ code: 'INTERNAL' });
    expect(await things(engine)).toBe(0);
  });

  behaviour('runs statements that are started together one after the other', async (engine) => {
    await engine.write((transaction) => Promise.all([1, 2, 3].map((n) => transaction.run(CREATE, { n }))));
    expect(await things(engine)).toBe(3);
  });

  behaviour('leaves nothing behind when one of several statements started together fails', async (engine) => {
    const write = engine.write((transaction) =>
      Promise.all([transaction.run('RETURN 1 / 0 AS infinite'), transaction.run('UNWIND range(1, 50000) AS n CREATE (:Thing {n: n})')]),
    );
    await expect(write).rejects.toMatchObject({ code: 'INTERNAL' });
    expect(await things(engine)).toBe(0);
  });

  behaviour('finishes statements that the work did not wait for', async (engine) => {
    await engine.write(async (transaction) => {
      void transaction.run(CREATE, { n: 1 });
    });
    expect(await things(engine)).toBe(1);
  });

  behaviour('fails with a statement that the work did not wait for', async (engine) => {
    const write = engine.write(async (transaction) => {
      await transaction.run(CREATE, { n: 1 });
      transaction.run('RETURN 1 / 0 AS infinite').catch(() => undefined);
    });
    await expect(write).rejects.toMatchObject({ code: 'INTERNAL' });
    expect(await things(engine)).toBe(0);
  });

  behaviour('refuses statements after its end', async (engine) => {
    let kept: Transaction | undefined;
    await engine.write(async (transaction) => {
      kept = transaction;
    });
    await expect(kept?.run(CREATE, { n: 1 })).rejects.toBeInstanceOf(KembarError);
    expect(await things(engine)).toBe(0);
  });

  behaviour('waits for the write before it', async (engine) => {
    let running = 0;
    let most = 0;
    const write = (n: number) =>
      engine.write(async (transaction) => {
        running += 1;
        most = Math.max(most, running);
        await transaction.run(CREATE, { n });
        await pause(5);
        running -= 1;
      });
    await Promise.all([1, 2, 3, 4, 5].map(write));
    expect(most).toBe(1);
  });

  behaviour('lands when two hundred are started at once', async (engine) => {
    await Promise.all(Array.from({ length: 200 }, (_, n) => engine.write((transaction) => transaction.run(CREATE, { n }))));
    expect(await engine.read('MATCH (n:Thing) RETURN count(n) AS all, count(DISTINCT n.n) AS different')).toEqual([
      { all: 200, different: 200 },
    ]);
  });

  behaviour('loses no increment', async (engine) => {
    await engine.write((transaction) => transaction.run(CREATE, { n: 0 }));
    const increment = () =>
      engine.write(async (transaction) => {
        const [row] = await transaction.run('MATCH (n:Thing) RETURN n.n AS n');
        await transaction.run('MATCH (n:Thing) SET n.n = $n', { n: Number(row?.n) + 1 });
      });
    await Promise.all(Array.from({ length: 50 }, increment));
    expect(await engine.read('MATCH (n:Thing) RETURN n.n AS n')).toEqual([{ n: 50 }]);
  });

  behaviour('is not held up by a failed one before it', async (engine) => {
    const failing = engine.write((transaction) => transaction.run('RETURN 1 / 0 AS infinite'));
    const next = engine.write((transaction) => transaction.run(CREATE, { n: 1 }));
    await expect(failing).rejects.toBeInstanceOf(KembarError);
    await next;
    expect(await things(engine)).toBe(1);
  });

  behaviour('takes ten thousand rows', async (engine) => {
    const rows = Array.from({ length: 10_000 }, (_, n) => ({ n, name: `kota ${n}` }));
    await engine.write((transaction) => transaction.run('UNWIND $rows AS row CREATE (:Thing {n: row.n, name: row.name})', { rows }));
    expect(await engine.read('MATCH (n:Thing) RETURN count(n) AS all, sum(n.n) AS sum')).toEqual([{ all: 10_000, sum: 49_995_000 }]);
  });
}

async function things(engine: GraphEngine): Promise<unknown> {
  const [row] = await engine.read('MATCH (n:Thing) RETURN count(n) AS things');
  return row?.things;
}
