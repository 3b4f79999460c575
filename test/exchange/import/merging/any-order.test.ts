import fc from 'fast-check';
import { expect, test } from 'vitest';
import { STAGES, type Stage } from '../../../../src/domain/stage.js';
import { AGREEMENT_KINDS, CONFIDENCES, membersOf } from '../../../../src/domain/vocabulary.js';
import { RECORD_TYPES } from '../../../../src/exchange/format/records.js';
import { known, type Merged, merge, PLACES, page, row } from './merged.js';

const DATES = ['1991', '1992', '1992~', '199X', '1992-09', '1992-09-29', '1992-10', '../1993', '1991/1993', '2012'];
const step = fc.record({
  stage: fc.constantFrom<Stage>('LETTER_OF_INTENT', 'SIGNED', 'RENEWED'),
  date: fc.option(fc.constantFrom(...DATES)),
});
const inferredStep = fc.record({
  stage: fc.constantFrom(...(Object.keys(STAGES) as Stage[])),
  date: fc.constantFrom(...DATES),
  inferred: fc.constant('So it seems.'),
});
const source = fc
  .record({
    path: fc.constantFrom('a', 'b', 'c/', 'c'),
    title: fc.constantFrom('Page', 'A page', '京都'),
    url: fc.constantFrom('https://news.example/a', 'http://www.news.example/a/', 'https://news.example/b', 'in the archive', null),
    kind: fc.constantFrom('NEWS', 'BLOG', null),
    published: fc.constantFrom('2018', '2019-01', null),
  })
  .map(({ path, ...more }) => page(path, more as object));

/** Rows about few places, so that they often speak of one agreement and contradict each other. */
const rows = fc.array(
  fc
    .record({
      parties: fc.uniqueArray(fc.constantFrom('id-surabaya', 'us-seattle', 'jp-kochi', 'id-ji', 'id-mas'), { minLength: 2, maxLength: 3 }),
      kind: fc.option(fc.constantFrom(...membersOf(AGREEMENT_KINDS))),
      steps: fc.array(fc.oneof(step, inferredStep), { maxLength: 3 }),
      sectors: fc.array(fc.constantFrom('Tourism', 'pariwisata', 'Café', 'cafe', '宇宙'), { maxLength: 2 }),
      confidence: fc.option(fc.constantFrom(...membersOf(CONFIDENCES))),
      source: fc.option(source),
      title: fc.option(fc.record({ en: fc.constantFrom('A memorandum', 'Another one') })),
      line: fc.integer({ min: 1, max: 6 }),
      note: fc.option(fc.constantFrom('Seen.', 'Heard.')),
    })
    .map(({ parties, ...more }) => row(parties, more)),
  { minLength: 1, maxLength: 12 },
);

const GRAPH = {
  agreements: [
    known('known', ['us-seattle', 'id-surabaya'], { stages: [{ stage: 'SIGNED', date: '1992', cites: [{ source: 'paper' }] }] }),
    known('three', ['us-seattle', 'id-surabaya', 'jp-kochi', 'id-mas'], { kind: 'COOPERATION' }),
  ],
  sources: [
    { key: 'paper', kind: 'NEWS' as const, title: 'A paper', publisher: 'x', authors: [], language: 'en', url: 'https://news.example/b' },
  ],
  sectors: [{ key: 'tourism', name: { id: 'Pariwisata', en: 'Tourism' } }],
};

const retired = (kind: 'agreement' | 'sector', key: string, successor?: string) =>
  RECORD_TYPES.retired.parse({ kind, key, successor, reason: 'Entered twice.', cites: [{ source: 'paper' }] });
/** The same, of which some keys are retired, for what is known, for what rows may bring, for what nobody has, and for nothing. */
const CURATED = {
  ...GRAPH,
  retired: [
    retired('agreement', 'jp-kochi.us-seattle', 'known'),
    retired('agreement', 'id-ji.jp-kochi', 'three'),
    retired('agreement', 'id-mas.jp-kochi', 'id-ji.id-surabaya'),
    retired('agreement', 'id-surabaya.jp-kochi', 'id-mas.jp-kochi'),
    retired('agreement', 'id-mas.us-seattle', 'nowhere'),
    retired('agreement', 'id-ji.us-seattle'),
    retired('sector', 'cafe', 'tourism'),
  ],
};

const SHUFFLED = rows.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
const told = ({ records, report, rejects }: Merged) => ({
  records,
  report: { ...report, doubtful: report.doubtful.toSorted(), againstRules: report.againstRules.toSorted() },
  rejects: rejects.map((one) => JSON.stringify(one)).sort(),
});

test('rows in any order come to the same records, in the same order, and to the same report', async () => {
  await fc.assert(
    fc.asyncProperty(SHUFFLED, fc.constantFrom({}, GRAPH, CURATED), async ([all, shuffled], graph) => {
      expect(told(await merge(shuffled, graph))).toEqual(told(await merge(all, graph)));
    }),
    { numRuns: 100 },
  );
});

test('a row that comes twice changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(rows, fc.constantFrom(GRAPH, CURATED), async (all, graph) => {
      const once = await merge(all, graph);
      const twice = await merge([...all, ...all], graph);
      expect(twice.records).toEqual(once.records);
    }),
    { numRuns: 100 },
  );
});

test('every row is taken or told, each agreement has one record, and no retired key comes back', async () => {
  await fc.assert(
    fc.asyncProperty(rows, fc.constantFrom(GRAPH, CURATED), async (all, graph) => {
      const { agreements, details, report, rejects } = await merge(all, graph);
      const keys = [...agreements, ...details].map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      const gone = new Set(graph === CURATED ? CURATED.retired.map(({ key }) => key) : []);
      expect(keys.filter((key) => gone.has(key))).toEqual([]);
      expect(report.leftOut + report.withItself).toBe(rejects.length);
      expect(agreements.length + report.merged + report.repeated + report.leftOut + report.withItself).toBe(report.read);
    }),
    { numRuns: 100 },
  );
});

test('the agreement of two places is the same whatever else is in the file', async () => {
  await fc.assert(
    fc.asyncProperty(rows, async (all) => {
      const whole = await merge(all, GRAPH);
      const some = all.filter(
        ({ parties }) => parties.length === 2 && parties.every(({ key }) => ['id-surabaya', 'jp-kochi'].includes(key)),
      );
      const few = await merge(some, GRAPH);
      const keys = (merged: Merged) =>
        merged.agreements.filter(({ parties }) => String(parties) === 'id-surabaya,jp-kochi').map(({ key }) => key);
      expect(keys(few)).toEqual(keys(whole));
    }),
    { numRuns: 100 },
  );
});

test('no step, date or kind that a row states is lost', async () => {
  await fc.assert(
    fc.asyncProperty(rows, async (all) => {
      const { agreements, details, rejects } = await merge(all, {});
      expect(details).toEqual([]);
      const text = JSON.stringify(agreements);
      for (const { statement, parties } of all) {
        if (rejects.some(({ value }) => parties.every(({ name }) => value.includes(name)))) continue;
        for (const { date } of statement.steps) if (date !== null) expect(text).toContain(`"${date}"`);
        if (statement.kind !== null) expect(text).toContain(`"${statement.kind}"`);
      }
      for (const { parties, stages, cites } of agreements) {
        expect(parties.every((key) => PLACES.has(key))).toBe(true);
        for (const { date, cites: said } of stages) {
          expect(said.some(({ preferred, field }) => preferred && field === undefined)).toBe(true);
          const dates = said.filter(({ field, preferred }) => field === 'date' && preferred).map(({ value }) => value);
          if (dates.length > 0) expect(dates).toContain(date);
        }
        expect(cites.some(({ preferred, field }) => preferred && field === undefined)).toBe(true);
      }
    }),
    { numRuns: 100 },
  );
});

test('more citations, sources and sectors than the format takes are cut, and everything that differs is kept', async () => {
  const many = Array.from({ length: 90 }, (_, index) =>
    row(['id-surabaya', 'us-seattle'], {
      line: index + 1,
      steps: [{ stage: 'SIGNED', date: index === 88 ? '1991' : '1992' }],
      kind: index === 89 ? 'FRIENDSHIP' : 'SISTER_CITY',
      sectors: [`Sector number ${index}`],
    }),
  );
  const { agreements, report } = await merge(many);
  expect(agreements[0]?.stages[0]?.cites).toHaveLength(50);
  expect(agreements[0]?.stages[0]?.cites.some(({ value }) => value === '1991')).toBe(true);
  expect(agreements[0]?.cites).toHaveLength(50);
  expect(agreements[0]?.sectors).toHaveLength(30);
  expect(report.citationsLeftOut).toBeGreaterThan(0);
  expect(report.doubtful).toEqual([expect.stringContaining('90 sectors')]);
});
