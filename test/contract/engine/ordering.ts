import { expect } from 'vitest';
import type { GraphEngine } from '../../../src/graph/engine.js';
import type { PlainValue } from '../../../src/graph/values.js';
import type { Bench } from '../engine-contract.js';

export function ordering({ behaviour }: Bench): void {
  behaviour('puts nulls last', async (engine) => {
    expect(await ordered(engine, [3, null, 1.5, -1, 2 ** 40, null])).toEqual([-1, 1.5, 3, 2 ** 40, null, null]);
  });

  behaviour('puts nulls first in descending order', async (engine) => {
    expect(await ordered(engine, ['a', null, 'b'], 'DESC')).toEqual([null, 'b', 'a']);
  });

  behaviour('orders strings by their characters, not by the rules of a language', async (engine) => {
    const sorted = ['', 'A', 'B', 'Z', 'a', 'ab', 'b', 'z', 'z\u0301', 'É', 'é', 'ü', 'Ł', 'Ω', 'я', '京', '한', '𐍈', '😀'];
    expect(await ordered(engine, shuffled(sorted))).toEqual(sorted);
    expect(await ordered(engine, shuffled(sorted), 'DESC')).toEqual([...sorted].reverse());
  });

  behaviour('orders strings by UTF-16 code units, as JavaScript does', async (engine) => {
    const strings = ['ﬀ', '😀', '豈', 'ａ', '𐍈', 'z'];
    expect(await ordered(engine, strings)).toEqual([...strings].sort());
  });

  behaviour('compares strings as it orders them', async (engine) => {
    const rows = await engine.read(
      "RETURN 'Z' < 'a' AS cases, 'z' < 'é' AS accents, 'ab' > 'a' AS longer, 'é' < '😀' AS beyond, null < 'a' AS nothing",
    );
    expect(rows).toEqual([{ cases: true, accents: true, longer: true, beyond: true, nothing: null }]);
  });

  behaviour('takes SKIP and LIMIT as parameters', async (engine) => {
    const page = (skip: number, limit: number) =>
      engine.read('UNWIND range(1, 9) AS n RETURN n ORDER BY n SKIP $skip LIMIT $limit', { skip, limit });
    expect(await page(0, 2)).toEqual([{ n: 1 }, { n: 2 }]);
    expect(await page(7, 5)).toEqual([{ n: 8 }, { n: 9 }]);
    expect(await page(0, 0)).toEqual([]);
  });

  behaviour('answers an empty list when nothing matches', async (engine) => {
    expect(await engine.read('MATCH (n:Nothing) RETURN n.id AS id')).toEqual([]);
  });

  behaviour('takes and answers ten thousand rows', async (engine) => {
    const rows = Array.from({ length: 10_000 }, (_, n) => ({ n, name: `kota ${n}`, tags: ['a', 'b'] }));
    expect(await engine.read('UNWIND $rows AS row RETURN row.n AS n, row.name AS name, row.tags AS tags ORDER BY n', { rows })).toEqual(
      rows,
    );
  });
}

async function ordered(engine: GraphEngine, unordered: readonly PlainValue[], direction: 'ASC' | 'DESC' = 'ASC'): Promise<unknown[]> {
  const rows = await engine.read(`UNWIND $unordered AS value RETURN value ORDER BY value ${direction}`, { unordered });
  return rows.map(({ value }) => value);
}

/** Mixed, and in the same way in every run. */
function shuffled<T>(list: readonly T[]): T[] {
  return list.map((_, index) => list[(index * 7 + 3) % list.length] as T);
}
