import { describe, expect, test } from 'vitest';
import {
  book,
  declaredParameters,
  FRAGMENTS,
  FRAMES,
  headerOf,
  LISTS,
  MIGRATIONS,
  NAMES,
  namesIn,
  referencesIn,
  returnedColumns,
  STATEMENTS,
  statementOf,
} from './book.js';

const parametersIn = (statement: string): string[] =>
  [...new Set([...statement.matchAll(/\$(\w+)/g)].map(([, name]) => name as string))].sort();
const files = (names: readonly string[]) => names.map((name) => [name] as const);

test('the book has statements, lists, fragments and migrations', () => {
  for (const names of [STATEMENTS, LISTS, [...FRAGMENTS], MIGRATIONS]) expect(names.length).toBeGreaterThan(1);
});

describe.each(files(NAMES))('%s', (name) => {
  const header = headerOf(name);

  test('begins with a comment that says what it answers', () => {
    expect(book.source(name)).toMatch(/^\/\/ (?:List: |Fragment[:,] )?\S/);
    expect(header.purpose).toMatch(/^[A-Z].{8,}[.?]$/);
  });

  test('says whether it is a list, a fragment or a whole statement', () => {
    const said = /^(List|Fragment)[:,]/.exec(header.purpose)?.[1] ?? 'statement';
    expect(said).toBe(LISTS.includes(name) ? 'List' : FRAGMENTS.has(name) ? 'Fragment' : 'statement');
  });

  test('names its parameters, no more and no fewer', () => {
    expect(declaredParameters(name)).toEqual(parametersIn(statementOf(name)));
  });

  test('names its slots, no more and no fewer', () => {
    const slots = new Set([...book.source(name).matchAll(/\{\{(\w+)\}\}/g)].map(([, slot]) => slot as string));
    expect(namesIn(header.slots).sort()).toEqual([...slots].sort());
  });

  test('refers to files that there are and that have what it says', () => {
    const referred = referencesIn(header.parameters);
    expect(NAMES).toEqual(expect.arrayContaining(referred));
    const offered = referred.flatMap((other) => namesIn(headerOf(other).parameters));
    const borrowed = [...header.parameters.matchAll(/(\w+) of [a-z-]+\/[a-z-]+/g)]
      .map(([, parameter]) => parameter as string)
      .filter((parameter) => parameter !== 'those');
    expect(offered).toEqual(expect.arrayContaining(borrowed));
  });
});

describe.each(files(STATEMENTS))('%s', (name) => {
  test('names the columns that it returns, in their order', () => {
    const returned = returnedColumns(statementOf(name));
    const named = namesIn(headerOf(name).columns);
    expect(returned).toEqual(returned.map(() => named));
    expect(returned.length > 0).toBe(headerOf(name).columns !== 'none');
  });
});

describe.each(files(LISTS))('%s', (name) => {
  /** The last clause, which the frames go on from. */
  const last =
    statementOf(name)
      .split(/^(?=WITH|MATCH|WHERE|CALL)/m)
      .at(-1) ?? '';

  test('ends by binding id and key', () => {
    expect(last).toMatch(/^WITH (?:DISTINCT )?.+ AS id, .+ AS key$/s);
  });

  test('leaves order and length to the frames', () => {
    expect(statementOf(name)).not.toMatch(/\bORDER BY\b|\bLIMIT\b|\bSKIP\b/);
  });

  test('has no columns of its own, and asks for its parent as a variable', () => {
    expect(headerOf(name).columns).toBe('');
    expect(parametersIn(statementOf(name))).not.toContain('parent');
  });
});

describe.each(files(FRAMES))('%s', (name) => {
  test('takes in a list once and calls it for each parent', () => {
    expect(statementOf(name).split('{{list}}')).toHaveLength(2);
    expect(statementOf(name)).toMatch(/^UNWIND \$parents AS parent\nCALL \(parent\) \{\n\{\{list\}\}\n/);
  });
});
