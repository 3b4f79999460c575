import { describe, expect, test } from 'vitest';
import { slugOf } from '../../../src/domain/names.js';
import { withGazetteers } from '../../../src/exchange/dataset/merge-gazetteers.js';
import { assemble, SHIPPED_DATA } from '../../../src/exchange/dataset/shipped.js';
import { readDataFolder } from '../../../src/exchange/format/read-files.js';
import type { CiteRecord, PlaceRecord } from '../../../src/exchange/format/records.js';
import { problemsOf } from '../small-data.js';

const files = await readDataFolder(SHIPPED_DATA);
const merged = await withGazetteers(files);

/** What a citation stands on, with its path: a record, or a part of one that has citations of its own. */
interface Cited {
  readonly path: string;
  readonly fields: readonly string[];
  readonly cite: CiteRecord;
}

function citationsIn(value: unknown, path: string): Cited[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => citationsIn(item, `${path}[${item?.key ?? index}]`));
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([field, inner]) =>
    field === 'cites' && inner !== undefined
      ? (inner as CiteRecord[]).map((cite) => ({ path, fields: Object.keys(value), cite }))
      : citationsIn(inner, `${path}.${field}`),
  );
}

const citations = citationsIn(files.data, 'data');
/** Where the citations are that break a rule. */
const breaking = (rule: (cited: Cited) => boolean) =>
  citations.filter((cited) => !rule(cited)).map(({ path, cite }) => `${path}: ${JSON.stringify(cite)}`);

describe('the data that ships', () => {
  test('is clean, as "npm run data:check" has it', () => {
    expect(problemsOf(() => assemble(merged))).toEqual([]);
  });

  test('holds the five articles and the agreements of Indonesian provinces', () => {
    expect(files.contents.filter(({ file }) => file.startsWith('articles/'))).toHaveLength(5);
    expect(files.data.agreements.length).toBeGreaterThan(100);
  });

  test('has, for every agreement, stages with citations', () => {
    const bare = files.data.agreements.filter(({ stages }) => stages.length === 0 || stages.some(({ cites }) => cites.length === 0));
    expect(bare).toEqual([]);
  });

  test('uses every source that it lists', () => {
    const cited = new Set(citations.map(({ cite }) => cite.source));
    expect(files.data.sources.map(({ key }) => key).filter((key) => !cited.has(key))).toEqual([]);
  });

  test('says, in its texts, nothing of how it was made', () => {
    const toolish =
      /\b(?:todo|fixme|tbd|lorem ipsum|prompt|chatbot|gpt|language model|localhost|scrap(?:ed|er|ing)|tsv|csv|json)\b|\/(?:tmp|home|work)\//i;
    const passages = files.contents.flatMap(({ file, text }) =>
      text.split('\n').map((line, index) => ({ at: `${file}:${index + 1}`, line: line.replace(/\burl: \S+/, '') })),
    );
    expect(passages.filter(({ line }) => toolish.test(line))).toEqual([]);
  });
});

describe('the citations that ship', () => {
  test('are many', () => {
    expect(citations.length).toBeGreaterThan(500);
  });

  test('give the reasoning or the value of what is inferred', () => {
    expect(breaking(({ cite }) => cite.basis !== 'INFERRED' || cite.note !== undefined || cite.value !== undefined)).toEqual([]);
  });

  test('give field and value of a claim that is kept beside another', () => {
    expect(breaking(({ cite }) => cite.preferred || (cite.field !== undefined && cite.value !== undefined))).toEqual([]);
  });

  test('have the claim that is preferred beside every one that is not', () => {
    const alone = citations.filter(
      ({ path, cite }) => !cite.preferred && !citations.some((other) => other.path === path && other.cite.preferred),
    );
    expect(alone).toEqual([]);
  });

  test('speak of fields that their records have', () => {
    expect(breaking(({ fields, cite }) => cite.field === undefined || fields.includes(cite.field))).toEqual([]);
  });
});

describe('the agreements that ship', () => {
  const graded = (cites: readonly CiteRecord[]) => cites.some(({ preferred, confidence }) => preferred && confidence !== undefined);

  test('are graded: one source at least that supports each of them, its stages and its plans, so that filters of confidence know them', () => {
    const ungraded = files.data.agreements.flatMap(({ key, cites, stages, plans }) => [
      ...(graded(cites) ? [] : [key]),
      ...stages.flatMap((stage, index) => (graded(stage.cites) ? [] : [`${key}.stages[${index}]`])),
      ...plans.flatMap((plan, index) => (graded(plan.cites) ? [] : [`${key}.plans[${index}]`])),
    ]);
    expect(ungraded).toEqual([]);
  });
});

describe('the places that ship, gazetteers included', () => {
  const placeOf = new Map(merged.data.places.map((place) => [place.key, place]));

  /** The places that a place is part of, the nearest first. */
  function chainOf(place: PlaceRecord): PlaceRecord[] {
    const larger = place.partOf === undefined ? undefined : placeOf.get(place.partOf);
    return larger === undefined ? [] : [larger, ...chainOf(larger)];
  }

  test('all lead to a country', () => {
    const lost = merged.data.places.filter((place) => (chainOf(place).at(-1) ?? place).kind !== 'COUNTRY');
    expect(lost.map(({ key }) => key)).toEqual([]);
  });

  test('lie no deeper than statements look', () => {
    expect(merged.data.places.filter((place) => chainOf(place).length > 7).map(({ key }) => key)).toEqual([]);
  });

  test('have keys that begin with the code of their country', () => {
    const strays = merged.data.places.filter((place) => (chainOf(place).at(-1) ?? place).key !== place.key.split('-')[0]);
    expect(strays.map(({ key }) => key)).toEqual([]);
  });

  test('have addresses that can be typed', () => {
    const unnamed = merged.data.places.filter(({ name }) => slugOf(name) === '');
    expect(unnamed.map(({ key }) => key)).toEqual([]);
  });
});
