import { group } from 'd3-array';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withGazetteers } from '../../../src/exchange/dataset/merge-gazetteers.js';
import { REFERENCES } from '../../../src/exchange/dataset/references.js';
import { assemble, SHIPPED_DATA } from '../../../src/exchange/dataset/shipped.js';
import { type TypedRecord, toRecord } from '../../../src/exchange/dataset/to-records.js';
import { readContents, readDataTexts } from '../../../src/exchange/format/read-files.js';
import type { AgreementRecord, DataSet, PlaceRecord, RecordType } from '../../../src/exchange/format/records.js';
import type { Unit } from '../../../src/graph/unit.js';
import { readThingsById } from '../../../src/store/unit/read-units.js';
import { hashOf } from '../../../src/store/unit/unit-hash.js';
import { ENGINES } from '../../engines.js';
import { type OpenedApi, openApi } from '../open-api.js';
import { CURATOR } from './editing.js';
import { type Call, correctingPlace, entering, steppingIn } from './entering.js';

const contents = await readContents(SHIPPED_DATA);
const all = await withGazetteers(readDataTexts(contents));
const isGround = (record: object) => /^(?:places\/|sectors\.yaml)/.test(all.origins.get(record)?.file ?? 'places/gazetteer');

/** The data that ships, as far as it is one of some records, with all that these refer to. */
function assembled(name: string, isIn: (record: object) => boolean) {
  const wanted = new Set<object>();
  const byKey = new Map<string, object>();
  const types = Object.keys(all.data) as RecordType[];
  const isDetail = (type: RecordType) => type === 'placeDetails' || type === 'agreementDetails';
  for (const type of types) if (!isDetail(type)) for (const record of all.data[type]) byKey.set(`${type} ${record.key}`, record);
  const add = (type: RecordType, record: object) => {
    if (wanted.has(record)) return;
    wanted.add(record);
    for (const { to, key } of REFERENCES[type](record as never)) {
      const other = key === undefined ? undefined : byKey.get(`${to} ${key}`);
      if (other !== undefined) add(to, other);
    }
  };
  for (const type of types) for (const record of all.data[type]) if (isIn(record)) add(type, record);
  const data = Object.fromEntries(types.map((type) => [type, all.data[type].filter((record) => wanted.has(record))])) as unknown as DataSet;
  // Its fingerprint is its own, so that a store that holds all that ships is not taken for one that holds this.
  return assemble({ ...all, data, contents: [{ file: name, text: '' }] });
}

const ground = assembled('ground', isGround);
const whole = assembled(
  'ground and articles',
  (record) => isGround(record) || all.origins.get(record)?.file.startsWith('articles/') === true,
);

/** What an article brings comes after what it refers to. */
const ORDER = ['sources', 'sectors', 'places', 'officials', 'missions', 'offices', 'tenures', 'awards', 'agreements', 'events'];

/** What the five articles bring, as mutations. */
function calls(): Call[] {
  const known = new Map(ground.units.map((unit) => [unit.of.id, unit]));
  const isNew = (unit: Unit) => {
    const before = known.get(unit.of.id);
    return before === undefined || hashOf(before) !== hashOf(unit);
  };
  const records = whole.units.filter(isNew).map(toRecord);
  const agreements = records.flatMap(({ type, record }) => (type === 'agreements' ? [record] : []));
  const call = (typed: TypedRecord): Call => {
    const before = typed.type === 'places' ? known.get(`place:${typed.record.key}`) : undefined;
    return before === undefined ? entering(typed) : correctingPlace(typed.record as PlaceRecord, toRecord(before).record as PlaceRecord);
  };
  const others = records.filter(({ type }) => type !== 'agreements').toSorted((a, b) => ORDER.indexOf(a.type) - ORDER.indexOf(b.type));
  return [
    ...others.filter(({ type }) => type !== 'events').map(call),
    ...umbrellasFirst(agreements).map((record) => entering({ type: 'agreements', record })),
    ...others.filter(({ type }) => type === 'events').map(call),
    ...agreements.flatMap(steppingIn),
  ];
}

function umbrellasFirst(agreements: readonly AgreementRecord[]): AgreementRecord[] {
  return agreements.toSorted((a, b) => Number(a.umbrella !== undefined) - Number(b.umbrella !== undefined));
}

/** All that a unit says; in which order its sources are cited says nothing. */
function said(unit: Unit): string {
  const sorted = (field: string, value: unknown) =>
    field === 'cites' ? (value as object[]).map((cite) => JSON.stringify(cite)).sort() : value;
  return JSON.stringify(toRecord(unit).record, sorted);
}

describe.each(ENGINES)('the five articles on $name', (engine) => {
  let api: OpenedApi;
  beforeAll(async () => {
    api = await openApi(engine, ground);
  });
  afterAll(() => api.close());

  test('can be entered by mutations alone, and are then what ships', { timeout: 240_000 }, async () => {
    const edits = calls();
    expect(new Set(edits.map(({ name }) => name)).size).toBeGreaterThan(10);
    for (const { name, type, input } of edits) {
      const mutation = `mutation ($input: ${type}!) { edit: ${name}(input: $input) { revision { number } userErrors { code message field } } }`;
      const { data, errors } = await api.ask<{ edit: { userErrors: object[] } }, never>(mutation, { input } as never, CURATOR);
      expect({ name, input, errors, userErrors: data?.edit.userErrors }).toEqual({ name, input, errors: [], userErrors: [] });
    }
    for (const [label, units] of group(whole.units, ({ of }) => of.label)) {
      const ids = units.map(({ of }) => of.id);
      const found = new Map<string, string>();
      for await (const { unit } of readThingsById(api.graph, label, ids)) found.set(unit.of.id, said(unit));
      expect(units.filter((unit) => found.get(unit.of.id) !== said(unit)).map(({ of }) => of.id)).toEqual([]);
    }
  });
});
