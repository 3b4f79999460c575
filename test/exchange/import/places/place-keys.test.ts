import { describe, expect, test } from 'vitest';
import { type Keyed, placeKeys } from '../../../../src/exchange/import/places/place-keys.js';

const place = (id: string, name: string, more: Partial<Keyed> = {}): Keyed => ({
  ...{ id, name, country: 'US', subdivision: '', code: null },
  ...more,
});

const keysOf = (places: readonly Keyed[], known: readonly string[] = []) =>
  places.map(({ id }) => placeKeys(places, (key) => known.includes(key)).get(id));

describe('the key of a new place', () => {
  test.each([
    ['Springfield', 'us-springfield'],
    ['Đà Nẵng', 'us-da-nang'],
    ['Xankǝndi', 'us-xankendi'],
    ['Coeur d’Alene', 'us-coeur-dalene'],
    ['Winston–Salem', 'us-winston-salem'],
    ['A', 'us-a'],
    ['Петровец', 'us-place'],
  ])('of %s is %s', (name, key) => {
    expect(keysOf([place('1', name)])).toEqual([key]);
  });

  test('has the subdivision when others bear the name, for all of them', () => {
    expect(
      keysOf([
        place('1', 'Springfield', { subdivision: 'Illinois' }),
        place('2', 'Springfield', { subdivision: 'Massachusetts' }),
        place('3', 'springfield', { subdivision: 'Oregon' }),
      ]),
    ).toEqual(['us-springfield-illinois', 'us-springfield-massachusetts', 'us-springfield-oregon']);
  });

  test('has the subdivision when a known place has the name', () => {
    expect(keysOf([place('1', 'Seattle', { subdivision: 'Ohio' })], ['us-seattle'])).toEqual(['us-seattle-ohio']);
  });

  test('has the GeoNames id, or else the id in the table, when the subdivision is the same', () => {
    expect(
      keysOf([
        place('w:us:springfield', 'Springfield', { subdivision: 'Ohio' }),
        place('g1', 'Springfield', { subdivision: 'Ohio', code: '1' }),
        place('g2', 'Springfield', { subdivision: 'Texas', code: '2' }),
      ]),
    ).toEqual(['us-springfield-w-us-springfield', 'us-springfield-1', 'us-springfield-texas']);
  });

  test('is not one that another place has in full', () => {
    expect(
      keysOf([
        place('1', 'Newport', { subdivision: 'Wales' }),
        place('2', 'Newport', { subdivision: 'England' }),
        place('3', 'Newport Wales', { code: '3' }),
      ]),
    ).toEqual(['us-newport-1', 'us-newport-england', 'us-newport-wales']);
  });

  test('does not depend on the order of the rows', () => {
    const places = [
      place('1', 'Springfield', { subdivision: 'Ohio' }),
      place('2', 'Springfield', { subdivision: 'Ohio' }),
      place('3', 'Springfield', { subdivision: 'Texas' }),
      place('4', 'Boston'),
    ];
    const keys = placeKeys(places, () => false);
    expect(placeKeys(places.toReversed(), () => false)).toEqual(new Map([...keys].toReversed()));
  });

  test('is short enough for two of them to be the key of an agreement', () => {
    const long = 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch and everything that lies around it';
    const keys = keysOf([
      place('1', long, { subdivision: long }),
      place('2', long, { subdivision: 'Anglesey' }),
      place('3', `${long} too`),
    ]);
    expect(new Set(keys).size).toBe(3);
    for (const key of keys) expect(key).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
    for (const key of keys) expect(key?.length).toBeLessThan(60);
  });
});
