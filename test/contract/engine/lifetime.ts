import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import { StoreError } from '../../../src/domain/errors.js';
import type { Bench } from '../engine-contract.js';

export function lifetime({ behaviour }: Bench): void {
  behaviour('answers a ping', async (engine) => {
    await expect(engine.ping()).resolves.toBeUndefined();
  });

  behaviour('rejects everything after it is closed', async (engine) => {
    await engine.close();
    const calls = [
      engine.read('RETURN 1 AS one'),
      engine.write((transaction) => transaction.run('RETURN 1 AS one')),
      engine.define('CREATE INDEX thing_name IF NOT EXISTS FOR (n:Thing) ON (n.name)'),
      engine.ping(),
    ];
    for (const call of await Promise.allSettled(calls)) {
      expect(call).toMatchObject({ status: 'rejected', reason: { code: 'STORE_UNAVAILABLE' } });
    }
  });

  behaviour('may be closed twice', async (engine) => {
    await engine.close();
    await expect(engine.close()).resolves.toBeUndefined();
  });

  behaviour('finishes the writes that began before it is closed', async (engine) => {
    const writes = ['a', 'b'].map((name) =>
      engine.write(async (transaction) => {
        await pause(100);
        return transaction.run('CREATE (n:Thing {name: $name}) RETURN n.name AS name', { name });
      }),
    );
    await engine.close();
    expect(await Promise.all(writes)).toEqual([[{ name: 'a' }], [{ name: 'b' }]]);
  });

  behaviour('answers or rejects the reads that began before it is closed', async (engine) => {
    const reads = [1, 2, 3].map(() => engine.read('UNWIND range(1, 200000) AS n RETURN count(n) AS n'));
    const settled = Promise.allSettled(reads);
    await engine.close();
    for (const read of await settled) {
      if (read.status === 'fulfilled') expect(read.value).toEqual([{ n: 200_000 }]);
      else expect(read.reason).toBeInstanceOf(StoreError);
    }
  });
}
