import { STAGES, type Stage } from '../../../src/domain/stage.js';
import type { ReadResult } from '../../../src/exchange/format/read-files.js';
import { type AgreementRecord, type DataSet, emptyDataSet, RECORD_TYPES } from '../../../src/exchange/format/records.js';

/** Numbers that look random and are the same for the same seed (mulberry32). */
function randomFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** Two sources of one publisher, which are not independent of one another, and one of another. */
const PUBLISHERS = { oracle: 'Nobody', sequel: 'Nobody', rival: 'Somebody' };
const SOURCES = Object.keys(PUBLISHERS);

const DATES = [undefined, '1985', '199X', '1999-07', '2001-02-03', '2001-02-03', '../2010', '2015-05/2016', '2020~', '2024-06-24'];

/**
 * A small world in which everything odd is common: deep and shallow places, provinces that are
 * parties, countries that stand for places, agreements of three, domestic ones, undated and equal
 * stages.
 */
export function randomWorld(seed: number): ReadResult {
  const next = randomFrom(seed);
  // What came later is drawn apart, so that the rest of each world stays as it was.
  const more = randomFrom(seed + 1_000);
  const pick = <T>(items: readonly T[]): T => items[next(items.length)] as T;
  const data: DataSet = emptyDataSet();
  const cites = [{ source: 'oracle' }];
  for (const [key, publisher] of Object.entries(PUBLISHERS))
    data.sources.push(RECORD_TYPES.sources.parse({ key, kind: 'DATASET', title: `A made-up world: ${key}`, publisher, language: 'en' }));
  const sectors = ['education', 'tourism', 'health'];
  for (const key of sectors) data.sectors.push(RECORD_TYPES.sectors.parse({ key, name: { id: key, en: key } }));
  const place = (record: object) => {
    const location = { latitude: next(160) - 80, longitude: next(360) - 180 };
    const population = more(4) === 0 ? {} : { population: more(1_000) * more(1_000) };
    data.places.push(RECORD_TYPES.places.parse({ ...record, ...(next(5) === 0 ? {} : { location }), ...population, cites }));
  };
  for (const country of ['aa', 'bb', 'cc']) {
    place({ key: country, kind: 'COUNTRY', name: `Country ${country}` });
    for (let province = 0; province < 4; province += 1) {
      const key = `${country}-p${province}`;
      place({ key, kind: 'PROVINCE', name: `Province ${key}`, partOf: country });
      for (let town = 0; town < 3; town += 1) {
        const kind = pick(['CITY', 'REGENCY', 'AUTHORITY']);
        place({ key: `${key}-t${town}`, kind, name: `Town ${key} ${next(5)}`, partOf: key });
        if (next(3) === 0)
          place({ key: `${key}-t${town}-d`, kind: pick(['DISTRICT', 'CITY']), name: `District ${key}`, partOf: `${key}-t${town}` });
      }
    }
  }
  data.missions.push(
    RECORD_TYPES.missions.parse({
      key: 'm',
      kind: 'CONSULATE_GENERAL',
      name: { en: 'Mission' },
      sentBy: 'bb',
      seat: 'aa-p0',
      covers: ['aa-p0', 'aa-p1'],
      cites,
    }),
  );
  for (const [key, sentBy, seat, covers] of [
    ['m-too', 'bb', 'aa-p1-t0', ['aa-p1', 'aa-p2']],
    ['m-back', 'aa', 'bb-p0', ['bb-p0', 'bb-p3']],
    ['m-third', 'cc', 'bb-p1', ['bb-p1', 'bb-p3', 'aa-p3']],
  ] as const) {
    data.missions.push(RECORD_TYPES.missions.parse({ key, kind: 'CONSULATE', name: { en: key }, sentBy, seat, covers, cites }));
  }
  const keys = data.places.map(({ key }) => key);
  for (let index = 0; index < 60; index += 1) {
    const parties = new Set([pick(keys), pick(keys)]);
    if (next(6) === 0) parties.add(pick(keys));
    if (parties.size < 2) continue;
    const stages = Array.from({ length: 1 + next(4) }, () => {
      const date = pick(DATES);
      return { stage: pick(Object.keys(STAGES) as Stage[]), ...(date === undefined ? {} : { date }), cites };
    });
    const record = {
      key: `a${index}`,
      kind: pick(['SISTER_CITY', 'SISTER_PROVINCE', 'FRIENDSHIP', 'DOMESTIC']),
      parties: [...parties],
      stages,
      sectors: sectors.filter(() => next(3) === 0),
      cites: [
        { source: pick(SOURCES), preferred: next(5) > 0, confidence: pick([undefined, 'LOW', 'MEDIUM', 'HIGH']) },
        ...(next(3) === 0 ? [{ source: pick(SOURCES), confidence: pick(['LOW', 'MEDIUM', 'HIGH']) }] : []),
        ...(next(4) === 0 ? [{ source: pick(SOURCES), field: pick(['kind', 'title']), value: 'another', preferred: false }] : []),
      ],
    };
    data.agreements.push(RECORD_TYPES.agreements.parse(record) as AgreementRecord);
  }
  for (let index = 0; index < 15; index += 1) {
    const date = DATES[more(DATES.length)];
    const agreements = data.agreements.filter(() => more(20) === 0).map(({ key }) => key);
    data.events.push(
      RECORD_TYPES.events.parse({
        key: `e${index}`,
        kind: 'MEETING',
        title: { en: `Meeting ${index}` },
        ...(date === undefined ? {} : { date }),
        agreements,
        sectors: sectors.filter(() => more(2) === 0),
        cites,
      }),
    );
  }
  return { data, origins: new WeakMap(), contents: [{ file: 'random', text: String(seed) }] };
}
