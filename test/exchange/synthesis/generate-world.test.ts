import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { checkReferences } from '../../../src/exchange/dataset/check-references.js';
import { withGazetteers } from '../../../src/exchange/dataset/merge-gazetteers.js';
import { SHIPPED_DATA } from '../../../src/exchange/dataset/shipped.js';
import { toJsonLines } from '../../../src/exchange/format/json-lines.js';
import { readDataFolder } from '../../../src/exchange/format/read-files.js';
import { dataFile, emptyDataSet, type RecordType } from '../../../src/exchange/format/records.js';
import { generateWorld } from '../../../src/exchange/synthesis/generate-world.js';
import type { SynthesisOptions } from '../../../src/exchange/synthesis/synthesis-options.js';
import { GENERATOR_VERSION } from '../../../src/exchange/synthesis/synthetic-sources.js';

const SMALL: SynthesisOptions = { places: 300, agreements: 500, seed: 7 };
async function written(options: SynthesisOptions): Promise<string> {
  let text = '';
  for await (const part of toJsonLines(generateWorld(options))) text += part;
  return text;
}

/** What a reader of the lines has, each line taken as the data file that it is. */
function readBack(text: string) {
  const data = emptyDataSet();
  for (const line of text.trimEnd().split('\n')) {
    for (const [type, records] of Object.entries(dataFile.parse(JSON.parse(line))) as [RecordType, object[]][]) {
      (data[type] as object[]).push(...records);
    }
  }
  return data;
}

const small = readBack(await written(SMALL));

describe('a synthetic world', () => {
  const data = small;

  test('is read back line by line as data files that hold what was asked for', () => {
    expect(Object.entries(data).flatMap(([type, records]) => (records.length === 0 ? [] : [[type, records.length]]))).toEqual([
      ['sources', 3],
      ['places', 300],
      ['agreements', 500],
    ]);
  });

  test('refers to nothing that neither it nor the shipped data has, and no key of it is one that ships', { timeout: 60_000 }, async () => {
    const shipped = await withGazetteers(await readDataFolder(SHIPPED_DATA));
    const together = emptyDataSet();
    for (const type of Object.keys(together) as RecordType[]) (together[type] as object[]).push(...shipped.data[type], ...data[type]);
    expect(checkReferences({ ...shipped, data: together })).toEqual([]);
    const keys = [data.sources, data.places, data.agreements].flatMap((records) => records.map(({ key }) => key));
    expect(keys.filter((key) => !key.startsWith('syn-'))).toEqual([]);
    const shippedKeys = Object.values(shipped.data).flatMap((records) => records.map(({ key }) => key));
    expect(shippedKeys.filter((key) => key.startsWith('syn-'))).toEqual([]);
  });

  test('has no agreement of a place with itself, and no two of the same places', () => {
    const pairs = data.agreements.map(({ parties }) => parties.toSorted().join(' '));
    expect(new Set(pairs).size).toBe(500);
    expect(data.agreements.filter(({ parties }) => parties.length !== 2 || parties[0] === parties[1])).toEqual([]);
  });

  test('says plainly in every source that nothing in it is a fact, and of what options it was made', () => {
    for (const { title, note } of data.sources) expect(`${title} ${note}`).toMatch(/^Synthetic .* Nothing in it is a fact/);
    expect(data.sources[0]?.title).toBe('Synthetic world of 300 places and 500 agreements');
    expect(data.sources[0]?.note).toContain('version 1 of the generator of Kembar from the seed 7.');
  });

  test('cites for every place and agreement sources of its own', () => {
    const own = data.sources.map(({ key }) => key);
    const cited = [...data.places, ...data.agreements, ...data.agreements.flatMap(({ stages }) => stages)].flatMap(({ cites }) => cites);
    expect(cited.filter(({ source }) => !own.includes(source))).toEqual([]);
  });

  test('is domestic in name where it is in fact', () => {
    const country = new Map(data.places.map(({ key, partOf }) => [key, partOf?.slice(0, 2)]));
    const isDomestic = ({ parties: [a = '', b = ''] }: { readonly parties: readonly string[] }) => country.get(a) === country.get(b);
    expect(data.agreements.filter((one) => isDomestic(one) !== (one.kind === 'DOMESTIC'))).toEqual([]);
    expect(data.agreements.filter(isDomestic).length).toBeGreaterThan(10);
  });

  test('has names and dates of many kinds, so that search and time have something to show', () => {
    expect(data.places.filter(({ name }) => /[^\x20-\x7e]/.test(name)).length).toBeGreaterThan(50);
    const dates = data.agreements.flatMap(({ stages }) => stages.map(({ date }) => date?.replace(/\d/g, '9')));
    expect(new Set(dates)).toEqual(new Set(['9999-99-99', '9999-99', '9999', '9999~', '999X', undefined]));
    const days = data.agreements.map(({ stages }) => stages.flatMap(({ date }) => date ?? []));
    expect(days.filter((own) => own.join() !== own.toSorted().join())).toEqual([]);
    expect(days.flat().filter((date) => Number(date.slice(0, 3)) > 202)).toEqual([]);
  });
});

describe('the same options', () => {
  test('make the same bytes', async () => {
    expect(await written(SMALL)).toBe(await written(SMALL));
  });

  test('make the same records when they are gone through again', () => {
    const world = generateWorld({ places: 20, agreements: 30, seed: 1 });
    expect([...world]).toEqual([...world]);
  });

  test('make other places and agreements with another seed', () => {
    const [one, other] = [7, 8].map((seed) => [...generateWorld({ ...SMALL, seed })].map(({ record }) => record));
    const names = (records: readonly object[] = []) => records.flatMap((record) => ('name' in record ? [record.name] : []));
    const parties = (records: readonly object[] = []) => records.flatMap((record) => ('parties' in record ? [record.parties] : []));
    expect(names(one)).not.toEqual(names(other));
    expect(parties(one)).not.toEqual(parties(other));
  });

  test('make the world that version 1 of the generator made', async () => {
    const kept = await readFile(new URL('version-1.jsonl', import.meta.url), 'utf8');
    const problem =
      'These options made another world before: raise GENERATOR_VERSION, write the file of the new version, and run "npm run figures:synthesis".';
    expect(await written({ places: 12, agreements: 14, seed: 1 }), problem).toBe(kept);
  });
});

test('docs/synthesis.md is about this version of the generator', async () => {
  const page = await readFile(new URL('../../../docs/synthesis.md', import.meta.url), 'utf8');
  expect(page, 'Run "npm run figures:synthesis".').toContain(`how close version ${GENERATOR_VERSION} of the generator comes`);
});

describe('options that no world can have', () => {
  test.each<[options: Partial<SynthesisOptions>, message: string]>([
    [{ places: 1 }, 'the number of places is 1. Accepted are whole numbers from 2 to 1000000.'],
    [{ places: 12.5 }, 'the number of places is 12.5. Accepted are whole numbers from 2 to 1000000.'],
    [{ places: Number.NaN }, 'the number of places is NaN. Accepted are whole numbers from 2 to 1000000.'],
    [{ places: 1_000_001 }, 'the number of places is 1000001. Accepted are whole numbers from 2 to 1000000.'],
    [{ agreements: -1 }, 'the number of agreements is -1. Accepted are whole numbers from 0 to 10000000.'],
    [{ agreements: 1.5 }, 'the number of agreements is 1.5. Accepted are whole numbers from 0 to 10000000.'],
    [{ seed: -1 }, 'the seed is -1. Accepted are whole numbers from 0 to 4294967295.'],
    [{ seed: 2 ** 32 }, 'the seed is 4294967296. Accepted are whole numbers from 0 to 4294967295.'],
    [
      { places: 4, agreements: 7 },
      '4 places make 6 pairs, and each agreement takes one of its own. Accepted are 6 agreements at most, or more places; asked for were 7.',
    ],
  ])('are refused before anything is made: %o', (options, message) => {
    expect(() => generateWorld({ ...SMALL, ...options })).toThrow(expect.objectContaining({ code: 'BAD_INPUT', message }));
  });
});

describe('the smallest and the densest worlds', () => {
  test.each([
    { places: 2, agreements: 0 },
    { places: 2, agreements: 1 },
    { places: 4, agreements: 6 },
    { places: 40, agreements: 779 },
    { places: 80, agreements: 2_000 },
  ])('are made too: $agreements agreements of $places places', ({ places, agreements }) => {
    const records = [...generateWorld({ places, agreements, seed: 3 })];
    expect(records.filter(({ type }) => type === 'places')).toHaveLength(places);
    const pairs = records.flatMap(({ type, record }) => (type === 'agreements' ? [record.parties.join(' ')] : []));
    expect(pairs).toHaveLength(agreements);
    expect(new Set(pairs).size).toBe(agreements);
  });
});
