import { describe, expect, test } from 'vitest';
import { type NewPlace, newPlaces } from '../../../../src/exchange/import/places/new-place.js';
import { directory, province } from '../resolution/directory.js';

const KNOWN = directory([province('US-OR', 'Oregon'), province('US-IL', 'Illinois'), ['us-salem', 'Salem', 'us-or']]);
const place = (name: string, within: string, more: Partial<NewPlace> = {}): NewPlace => {
  const around = KNOWN.get(within);
  if (around === undefined) throw new Error(`there is no ${within}`);
  return { name, kind: 'CITY', within: around, codes: [], location: null, cites: [{ source: 'list' }], ...more };
};
const wikidata = (value: string) => [{ scheme: 'WIKIDATA' as const, value }];

describe('the record of a new place', () => {
  test('has what is known of it', () => {
    const location = { latitude: 45.5, longitude: -122.7 };
    expect(
      newPlaces([place('Portland', 'us-or', { codes: wikidata('Q6106'), location, cites: [{ source: 'list', at: 'row 2' }] })], KNOWN),
    ).toMatchObject([
      {
        ...{ key: 'us-portland', slug: 'us-portland', kind: 'CITY', name: 'Portland', partOf: 'us-or', location },
        codes: [{ scheme: 'WIKIDATA', value: 'Q6106' }],
        cites: [{ source: 'list', at: 'row 2', basis: 'STATED' }],
      },
    ]);
  });

  test('is one for all that name it the same, with what each knows', () => {
    const [one, other, ...more] = newPlaces(
      [place('Portland', 'us-or'), place('PORTLAND', 'us-or', { codes: wikidata('Q6106'), cites: [{ source: 'other' }] })],
      KNOWN,
    );
    expect(one).toBe(other);
    expect(one?.codes).toHaveLength(1);
    expect(one?.cites.map(({ source }) => source)).toEqual(['list', 'other']);
    expect(more).toEqual([]);
  });

  test('is one for the two ways of writing an umlaut, with the other one beside its name', () => {
    const spelt = ['Köln', 'Koeln'].map((name) => place(name, 'us-or'));
    for (const places of [spelt, spelt.toReversed()]) {
      const [one, other] = newPlaces(places, KNOWN);
      expect(one).toBe(other);
      expect(one).toMatchObject({ key: 'us-koeln', name: 'Koeln', otherNames: [{ text: 'Köln', kind: 'ALIAS' }] });
    }
  });

  test('is another one in another province, of another kind, and with another code', () => {
    const places = [
      place('Salem', 'us-il'),
      place('Aurora', 'us-or'),
      place('Aurora', 'us-il'),
      place('Aurora', 'us-il', { kind: 'REGENCY' }),
      place('Peoria', 'us-il', { codes: wikidata('Q1') }),
      place('Peoria', 'us-il', { codes: wikidata('Q2') }),
    ];
    const keys = newPlaces(places, KNOWN).map(({ key }) => key);
    expect(new Set(keys).size).toBe(6);
    expect(keys.slice(0, 2)).toEqual(['us-salem-illinois', 'us-aurora-oregon']);
    expect(newPlaces(places.toReversed(), KNOWN).map(({ key }) => key)).toEqual(keys.toReversed());
  });
});
