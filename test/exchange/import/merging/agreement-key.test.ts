import { expect, test } from 'vitest';
import { agreementKey } from '../../../../src/exchange/import/merging/agreement-key.js';

const PATTERN = /^[a-z0-9]+(?:[-.][a-z0-9]+)*$/;

test('the key of an agreement is those of its parties, whichever is named first', () => {
  expect(agreementKey(['jp-uji', 'id-kota-batu'])).toBe('id-kota-batu.jp-uji');
  expect(agreementKey(['jp-uji', 'id-kota-batu'], 'sister-port')).toBe('id-kota-batu.jp-uji.sister-port');
});

test('keys that would be too long stay apart, and fit', () => {
  const long = (end: string) => `id-${'a'.repeat(110)}-${end}`;
  const keys = [
    agreementKey([long('x'), long('y')]),
    agreementKey([long('x'), long('z')]),
    agreementKey([long('x'), long('y')], 'sister-port'),
  ];
  expect(new Set(keys).size).toBe(3);
  for (const key of keys) {
    expect(key).toMatch(PATTERN);
    expect(key.length).toBeLessThanOrEqual(120);
  }
});

test('places with a dot in their keys make no key that other places make', () => {
  expect(agreementKey(['a.b', 'c'])).not.toBe(agreementKey(['a', 'b.c']));
});
