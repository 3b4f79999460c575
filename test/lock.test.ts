import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
// @ts-expect-error a script without types
import { missingEntries } from '../scripts/complete-lock.mjs';

test('the lock names the packages of every platform, so that npm ci works on all of them', () => {
  const lock = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'));
  expect(missingEntries(lock), 'run "npm run lock:complete"').toEqual({});
});
