import { expect } from 'vitest';
import type { PlainValue } from '../../../src/graph/values.js';
import type { Bench } from '../engine-contract.js';

const VALUES: Readonly<Record<string, PlainValue>> = {
  null: null,
  true: true,
  false: false,
  zero: 0,
  'a negative integer': -7,
  'an integer of more than 32 bits': 2 ** 40,
  'the largest exact integer': Number.MAX_SAFE_INTEGER,
  'the smallest exact integer': Number.MIN_SAFE_INTEGER,
  'a float': -1.5,
  'a small float': 1e-300,
  'a float that is whole and larger than any integer': 1e300,
  'an empty string': '',
  'a string with accents': 'Cần Thơ',
  'accents that are not composed': 'Cu\u0301cuta',
  'a string of another script': '京都市',
  'characters beyond U+FFFF': '𠮷野家 🏙️ 𐍈',
  'quotes, line breaks and a zero': 'a\'b"c`d\\e\r\n\t\u0000f',
  'a string that looks like Cypher': "' }) DETACH DELETE n //{{slot}} $x",
  'a long string': 'kota '.repeat(50_000),
  'an empty list': [],
  'a list of different things': [1, 'a', true, null, 2.5],
  'lists in a list': [[1, 2], [], [[3]]],
  'an empty map': {},
  'maps in maps and lists': { a: { b: [1, { c: null, d: 'x' }] }, e: [] },
};

const STORED = [
  'true',
  'false',
  'zero',
  'the largest exact integer',
  'a float',
  'a float that is whole and larger than any integer',
  'an empty string',
  'characters beyond U+FFFF',
];

export function values({ behaviour }: Bench): void {
  for (const [name, value] of Object.entries(VALUES)) {
    behaviour(`gives back ${name}`, async (engine) => {
      expect(await engine.read('RETURN $value AS value', { value })).toStrictEqual([{ value }]);
    });
  }

  for (const name of STORED) {
    behaviour(`stores ${name}`, async (engine) => {
      const value = VALUES[name] as PlainValue;
      await engine.write((transaction) => transaction.run('CREATE (:Thing {value: $value})', { value }));
      expect(await engine.read('MATCH (n:Thing) RETURN n.value AS value')).toStrictEqual([{ value }]);
    });
  }

  behaviour('stores lists of one kind, and the empty list', async (engine) => {
    const lists = { words: ['a', 'ü', '🏙️'], numbers: [1, 2 ** 40], truths: [true, false], none: [] };
    await engine.write((transaction) => transaction.run('CREATE (n:Thing) SET n = $lists', { lists }));
    const rows = await engine.read('MATCH (n:Thing) RETURN n.words AS words, n.numbers AS numbers, n.truths AS truths, n.none AS none');
    expect(rows).toStrictEqual([lists]);
  });

  behaviour('divides integers as integers', async (engine) => {
    const rows = await engine.read('RETURN $five / 2 AS positive, -$five / 2 AS negative, -$five % 2 AS rest', { five: 5 });
    expect(rows).toEqual([{ positive: 2, negative: -2, rest: -1 }]);
  });

  behaviour('divides floats as floats', async (engine) => {
    expect(await engine.read('RETURN $value / 2 AS half, 5 / 2.0 AS other', { value: 5.5 })).toEqual([{ half: 2.75, other: 2.5 }]);
  });

  behaviour('keeps a stored integer an integer', async (engine) => {
    await engine.write((transaction) =>
      transaction.run('UNWIND $rows AS row CREATE (n:Thing) SET n += row.properties', { rows: [{ properties: { value: 7 } }] }),
    );
    expect(await engine.read('MATCH (n:Thing) RETURN n.value / 2 AS half')).toEqual([{ half: 3 }]);
  });

  behaviour('rounds an integer that JavaScript cannot hold to the nearest number', async (engine) => {
    expect(await engine.read('RETURN 9007199254740993 AS value')).toEqual([{ value: 9007199254740992 }]);
  });

  behaviour('gives a date as text', async (engine) => {
    expect(await engine.read("RETURN date('2024-01-02') AS value")).toEqual([{ value: '2024-01-02' }]);
  });

  behaviour('reads a missing property as null', async (engine) => {
    await engine.write((transaction) => transaction.run('CREATE (:Thing {present: 1})'));
    expect(await engine.read('MATCH (n:Thing) RETURN n.present AS present, n.missing AS missing')).toStrictEqual([
      { present: 1, missing: null },
    ]);
  });

  behaviour('removes the property that is set to null', async (engine) => {
    await engine.write((transaction) => transaction.run('CREATE (:Thing {a: 1, b: 2})'));
    await engine.write((transaction) => transaction.run('MATCH (n:Thing) SET n += $changes', { changes: { a: null, c: 3 } }));
    expect(await engine.read('MATCH (n:Thing) UNWIND keys(n) AS key RETURN key ORDER BY key')).toEqual([{ key: 'b' }, { key: 'c' }]);
  });

  behaviour('names columns as the statement does', async (engine) => {
    expect(await engine.read('RETURN 1 AS one, 2 AS `two words`, 3 AS dateEffective')).toEqual([
      { one: 1, 'two words': 2, dateEffective: 3 },
    ]);
  });

  behaviour('finds by a list of ten thousand values', async (engine) => {
    const wanted = Array.from({ length: 10_000 }, (_, index) => `id-${index * 2}`);
    const rows = await engine.read("UNWIND range(0, 99) AS n WITH 'id-' + toString(n) AS id WHERE id IN $wanted RETURN count(*) AS found", {
      wanted,
    });
    expect(rows).toEqual([{ found: 50 }]);
  });
}
