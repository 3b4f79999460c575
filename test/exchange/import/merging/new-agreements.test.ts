import { describe, expect, test } from 'vitest';
import { merge, outlineOf, page, row, saysOf } from './merged.js';

const TWO = ['id-surabaya', 'us-seattle'] as const;
const signed = (date: string | null) => [{ stage: 'SIGNED' as const, date }];

describe('an agreement that the graph does not have', () => {
  test('is one for all rows of its two places, whichever is named first', async () => {
    const { agreements, report, sources } = await merge([
      row(TWO, { line: 1, kind: 'SISTER_CITY', steps: signed('1992'), confidence: 'HIGH' }),
      row(TWO.toReversed(), { line: 2, kind: 'SISTER_CITY', steps: signed('1992'), source: page('a'), confidence: 'MEDIUM' }),
    ]);
    expect(agreements.map(outlineOf)).toEqual(['id-surabaya.us-seattle SISTER_CITY: SIGNED 1992']);
    expect(agreements[0]?.parties).toEqual(TWO);
    expect(saysOf(agreements[0]?.cites ?? [], undefined)).toEqual(['row 1', 'news-example-a']);
    expect(agreements[0]?.stages[0]?.cites.map(({ confidence }) => confidence)).toEqual(['HIGH', 'MEDIUM']);
    expect(sources.map(({ title }) => title)).toEqual(['sheet.csv', 'Page a']);
    expect(report).toMatchObject({ read: 2, repeated: 1, merged: 0, conflicts: [] });
    expect(report.created).toEqual(new Map([['SISTER_CITY', 1]]));
  });

  test('names the party first that all rows name first', async () => {
    const { agreements } = await merge([
      row(TWO.toReversed(), { line: 1, kind: 'SISTER_CITY', steps: signed('1992') }),
      row(TWO.toReversed(), { line: 2, steps: signed('1992') }),
    ]);
    expect(agreements.map(({ key, parties }) => ({ key, parties }))).toEqual([
      { key: 'id-surabaya.us-seattle', parties: ['us-seattle', 'id-surabaya'] },
    ]);
  });

  test('has the confidence that the import has as a whole where a row states none', async () => {
    const { agreements } = await merge([row(TWO, { kind: 'SISTER_CITY' })], {}, { confidence: 'LOW' });
    expect(agreements[0]?.cites[0]?.confidence).toBe('LOW');
    expect(agreements[0]?.stages[0]?.cites[0]?.confidence).toBe('LOW');
  });

  test('has every step that any row tells, in the order of the law, and each once', async () => {
    const { agreements } = await merge([
      row(TWO, { line: 1, steps: [{ stage: 'TERMINATED', date: '2010' }, ...signed('1992')] }),
      row(TWO, { line: 2, steps: [{ stage: 'LETTER_OF_INTENT', date: '1991' }, ...signed('1992')] }),
    ]);
    expect(agreements.map(outlineOf)).toEqual(['id-surabaya.us-seattle SISTER_CITY: LETTER_OF_INTENT 1991, SIGNED 1992, TERMINATED 2010']);
  });

  test('is not made for a place with itself', async () => {
    const { records, report, rejects } = await merge([row(['id-surabaya', 'id-surabaya'], { kind: 'SISTER_CITY' })]);
    expect(records).toEqual([]);
    expect(report).toMatchObject({ read: 1, withItself: 1, leftOut: 0 });
    expect(rejects).toMatchObject([{ field: 'parties', reason: 'its parties are one place: id-surabaya' }]);
  });

  test('may have more parties, and is not one of two of them', async () => {
    const { agreements } = await merge([
      row(['us-seattle', 'jp-kochi', 'id-surabaya', 'jp-kochi'], { line: 1, kind: 'SISTER_CITY' }),
      row(TWO, { line: 2, kind: 'SISTER_CITY' }),
    ]);
    expect(agreements.map(({ key }) => key)).toEqual(['id-surabaya.jp-kochi.us-seattle', 'id-surabaya.us-seattle']);
  });

  test('keeps notes and titles, and titles that differ beside the one that is shown', async () => {
    const { agreements } = await merge([
      row(TWO, { line: 1, kind: 'SISTER_CITY', title: { en: 'A memorandum' }, note: 'Seen on paper.', confidence: 'HIGH' }),
      row(TWO, { line: 2, kind: 'SISTER_CITY', title: { en: 'Another one', id: 'Sebuah nota' }, confidence: 'LOW' }),
    ]);
    expect(agreements[0]?.title).toEqual({ id: 'Sebuah nota', en: 'A memorandum' });
    expect(agreements[0]?.cites[0]?.note).toBe('Seen on paper.');
    expect(saysOf(agreements[0]?.cites ?? [], 'title')).toEqual(['not row 2 Another one']);
  });
});

describe('rows that name no step', () => {
  test('let an undated signing follow where the kind says that the two are twins', async () => {
    const { agreements } = await merge([row(TWO, { kind: 'SISTER_CITY' })]);
    expect(agreements.map(outlineOf)).toEqual(['id-surabaya.us-seattle SISTER_CITY: SIGNED']);
    expect(agreements[0]?.stages[0]?.cites).toMatchObject([{ basis: 'INFERRED', note: expect.stringContaining('partners') }]);
    expect(agreements[0]?.cites).toMatchObject([{ basis: 'STATED' }]);
  });

  test('let it follow from the title', async () => {
    const { agreements } = await merge([row(TWO, { title: { id: 'Kota kembar Surabaya dan Seattle' } })]);
    expect(agreements.map(outlineOf)).toEqual(['id-surabaya.us-seattle SISTER_CITY: SIGNED']);
  });

  test('only cite the agreement where another row tells a step', async () => {
    const { agreements } = await merge([row(TWO, { line: 1 }), row(TWO, { line: 2, steps: signed('1992') })]);
    expect(agreements[0]?.stages).toHaveLength(1);
    expect(saysOf(agreements[0]?.stages[0]?.cites ?? [], undefined)).toEqual(['row 2']);
    expect(saysOf(agreements[0]?.cites ?? [], undefined)).toEqual(['row 1', 'row 2']);
  });

  test('are left out, with what to do, where nobody says more than that they cooperate', async () => {
    const { agreements, rejects, report } = await merge([
      row(TWO, { line: 7, kind: 'COOPERATION', note: 'A sister city is planned.' }),
      row(TWO, { line: 9 }),
    ]);
    expect(agreements).toEqual([]);
    expect(rejects.map(({ line, field, value }) => [line, field, value])).toEqual([
      [7, 'stage', 'id-surabaya – us-seattle'],
      [9, 'stage', 'id-surabaya – us-seattle'],
    ]);
    expect(rejects[0]?.remedy).toContain('SISTER_CITY');
    expect(report).toMatchObject({ leftOut: 2, repeated: 0 });
  });

  test('cite the reasoning of an importer as inferred', async () => {
    const { agreements } = await merge([row(TWO, { steps: [{ stage: 'SIGNED', date: '1992', inferred: 'It began then.' }] })]);
    expect(agreements[0]?.stages[0]?.cites).toMatchObject([{ basis: 'INFERRED', note: 'It began then.' }]);
  });
});

describe('the kind of an agreement', () => {
  const kindOf = async (...said: Parameters<typeof row>[]) => {
    const { agreements, report } = await merge(
      said.map(([parties, more], index) => row(parties, { line: index + 1, steps: signed(null), ...more })),
    );
    expect(agreements).toHaveLength(1);
    return {
      kind: agreements[0]?.kind,
      says: saysOf(agreements[0]?.cites ?? [], 'kind'),
      conflicts: report.conflicts,
      cites: agreements[0]?.cites,
    };
  };

  test.each([
    [TWO, 'SISTER_CITY'],
    [['id-surabaya', 'id-malang'], 'DOMESTIC'],
    [['id-ji', 'jp-26'], 'SISTER_PROVINCE'],
    [['id-jk', 'jp-13'], 'SISTER_CITY'],
    [['id-ji', 'jp-kochi'], 'SISTER_CITY'],
    [['id-sidoarjo', 'jp-county'], 'SISTER_REGENCY'],
    [['id-mas', 'jp-village'], 'SISTER_VILLAGE'],
    [['id-surabaya', 'jp'], 'SISTER_CITY'],
  ])('follows from its parties where nobody states it: %j', async (parties, kind) => {
    const found = await kindOf([parties]);
    expect(found.kind).toBe(kind);
    expect(found.cites?.find(({ field }) => field === 'kind')).toMatchObject({ basis: 'INFERRED' });
  });

  test('is the stated one, which needs no citation of its own when all rows agree', async () => {
    expect(await kindOf([TWO, { kind: 'FRIENDSHIP' }], [TWO, { kind: 'FRIENDSHIP' }])).toMatchObject({ kind: 'FRIENDSHIP', says: [] });
  });

  test('is told by those that state it when others do not', async () => {
    expect(await kindOf([TWO, { kind: 'FRIENDSHIP' }], [TWO])).toMatchObject({ kind: 'FRIENDSHIP', says: ['row 1 FRIENDSHIP'] });
  });

  test('is that of the better source where they contradict each other, and the other one is kept', async () => {
    const found = await kindOf([TWO, { kind: 'SISTER_CITY', confidence: 'LOW' }], [TWO, { kind: 'FRIENDSHIP', confidence: 'HIGH' }]);
    expect(found).toMatchObject({ kind: 'FRIENDSHIP', says: ['row 2 FRIENDSHIP', 'not row 1 SISTER_CITY'] });
    expect(found.conflicts).toEqual(['id-surabaya.us-seattle: FRIENDSHIP, but also SISTER_CITY']);
  });

  test('is not contradicted by one who only speaks of cooperation, however good', async () => {
    const found = await kindOf([TWO, { kind: 'COOPERATION', confidence: 'HIGH' }], [TWO, { kind: 'SISTER_CITY', confidence: 'LOW' }]);
    expect(found).toMatchObject({ kind: 'SISTER_CITY', says: ['row 2 SISTER_CITY', 'row 1 COOPERATION'], conflicts: [] });
  });

  test('is domestic cooperation between places of one country, whatever sources call it', async () => {
    const found = await kindOf([['id-surabaya', 'id-malang'], { kind: 'SISTER_CITY' }]);
    expect(found.kind).toBe('DOMESTIC');
    expect(found.says).toEqual(['row 1', 'not row 1 SISTER_CITY']);
  });

  test('is not domestic between places of two countries, even where a source says so', async () => {
    expect(await kindOf([TWO, { kind: 'DOMESTIC' }])).toMatchObject({ kind: 'SISTER_CITY', says: ['row 1', 'not row 1 DOMESTIC'] });
  });

  test('makes another agreement beside that of the cities where it joins their ports or villages in them', async () => {
    const { agreements } = await merge([
      row(TWO, { line: 1, kind: 'SISTER_CITY' }),
      row(TWO, { line: 2, kind: 'SISTER_PORT' }),
      row(TWO, { line: 3, kind: 'SISTER_VILLAGE' }),
    ]);
    expect(agreements.map(outlineOf)).toEqual([
      'id-surabaya.us-seattle SISTER_CITY: SIGNED',
      'id-surabaya.us-seattle.sister-port SISTER_PORT: SIGNED',
      'id-surabaya.us-seattle.sister-village SISTER_VILLAGE: SIGNED',
    ]);
  });

  test('is no other agreement where a party is a village itself', async () => {
    const parties = ['id-mas', 'jp-village'];
    expect(await kindOf([parties, { kind: 'SISTER_VILLAGE' }], [parties])).toMatchObject({ kind: 'SISTER_VILLAGE' });
  });
});
