import { linkSync, lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DecisionsFile } from '../../../src/cli/import/decisions-file.js';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kembar-decisions-'));
  file = join(folder, 'decisions.yaml');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a file of decisions', () => {
  test('is changed as a whole: what was there is never written over', async () => {
    writeFileSync(file, 'before');
    linkSync(file, join(folder, 'kept'));
    await (await DecisionsFile.open(file)).change('after');
    expect(readFileSync(file, 'utf8')).toBe('after');
    expect(readFileSync(join(folder, 'kept'), 'utf8')).toBe('before');
    expect(readdirSync(folder).sort()).toEqual(['decisions.yaml', 'kept']);
  });

  test('that somebody saved meanwhile is left as they saved it', async () => {
    writeFileSync(file, 'before');
    const decisions = await DecisionsFile.open(file);
    writeFileSync(file, 'decided');
    await expect(decisions.change('after')).rejects.toThrow('was changed while the import read it; nothing was written, do it again');
    expect(readFileSync(file, 'utf8')).toBe('decided');
  });

  test('that is not there yet is made, and one behind a link stays there', async () => {
    await (await DecisionsFile.open(file)).change('first');
    const link = join(folder, 'link.yaml');
    symlinkSync(file, link);
    await (await DecisionsFile.open(link)).change('second');
    expect(readFileSync(file, 'utf8')).toBe('second');
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
  });
});
