import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pathsOfThree, strongestCousins } from '../../../src/analytics/recommendation/paths-of-three.js';
import { partnersIn, smallWorld } from './small-world.js';

/** Partners of places named by letters, from ties such as `ab`. */
function tied(...ties: string[]): Map<string, string[]> {
  const partners = new Map<string, string[]>();
  for (const [a = '', b = ''] of ties.map((tie) => [...tie])) {
    partners.set(a, [...(partners.get(a) ?? []), b].sort());
    partners.set(b, [...(partners.get(b) ?? []), a].sort());
  }
  return partners;
}

describe('paths of three ties', () => {
  test('go by a partner and a cousin, each with how many partners it has', () => {
    const partners = tied('ap', 'pc', 'px', 'cd');
    const paths = pathsOfThree('a', partners, strongestCousins('a', partners, 10).cousins);
    expect(paths.get('d')).toEqual([{ partner: 'p', partnersOfPartner: 3, cousin: 'c', partnersOfCousin: 2, share: 0.40824829 }]);
    expect([...paths.keys()]).toEqual(['d']);
  });

  test('are found as by looking at every four places', () => {
    fc.assert(
      fc.property(smallWorld, (world) => {
        const partners = partnersIn(world);
        const place = world.places[0]?.id ?? '';
        const paths = pathsOfThree(place, partners, strongestCousins(place, partners, 1_000).cousins);
        for (const { id: end } of world.places) {
          const found = (paths.get(end) ?? []).map(({ partner, cousin, share }) => ({ partner, cousin, share }));
          const expected = world.places.flatMap(({ id: cousin }) =>
            world.places.flatMap(({ id: partner }) =>
              new Set([place, partner, cousin, end]).size === 4 &&
              partners.get(place)?.includes(partner) &&
              partners.get(partner)?.includes(cousin) &&
              partners.get(cousin)?.includes(end)
                ? [
                    {
                      partner,
                      cousin,
                      share: expect.closeTo(((partners.get(partner)?.length ?? 0) * (partners.get(cousin)?.length ?? 0)) ** -0.5, 8),
                    },
                  ]
                : [],
            ),
          );
          expect(found).toEqual(expected);
        }
      }),
    );
  });
});

describe('the strongest cousins', () => {
  test('are those that partners with few partners lead to', () => {
    const partners = tied('ap', 'aq', 'pb', 'qc', 'qd', 'qe');
    expect(strongestCousins('a', partners, 1)).toEqual({ cousins: ['b'], cut: true });
  });

  test('are all where there are no more than count, and the place is not its own', () => {
    const partners = tied('ap', 'pb', 'pc');
    expect(strongestCousins('a', partners, 2)).toEqual({ cousins: ['b', 'c'], cut: false });
  });

  test('among equals are those with smaller ids', () => {
    const partners = tied('ap', 'pd', 'pb', 'pc');
    expect(strongestCousins('a', partners, 2).cousins).toEqual(['b', 'c']);
  });
});
