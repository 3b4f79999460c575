import fc from 'fast-check';
import type { Sectors } from '../../../src/analytics/recommendation/measures.js';
import { strongestCousins } from '../../../src/analytics/recommendation/paths-of-three.js';
import { ALL_SIGNALS, type Weights } from '../../../src/analytics/recommendation/signals.js';
import type { Surroundings } from '../../../src/analytics/recommendation/surroundings.js';
import type { PlaceKind } from '../../../src/domain/vocabulary.js';
import type { Whereabouts } from '../../../src/store/whereabouts.js';

/** A few places and what joins them: enough for every signal to speak, and for most to be silent at times. */
export interface SmallWorld {
  readonly places: readonly Whereabouts[];
  /** Indices of places. */
  readonly ties: readonly (readonly [number, number])[];
  readonly offers: readonly string[];
  readonly missions: readonly string[];
  readonly sectors: readonly (readonly [number, string])[];
}

const COUNTRIES = ['place:aa', 'place:bb', 'place:cc'] as const;
const KINDS: readonly PlaceKind[] = ['CITY', 'CITY', 'REGENCY', 'PROVINCE', 'VILLAGE'];
const HOW_MANY = 14;

export const smallWorld: fc.Arbitrary<SmallWorld> = fc.record({
  places: fc
    .array(
      fc.record({
        kind: fc.constantFrom(...KINDS),
        country: fc.constantFrom(...COUNTRIES),
        area: fc.constantFrom('p1', 'p2'),
        population: fc.option(fc.integer({ min: 0, max: 1_000 })),
      }),
      { minLength: HOW_MANY, maxLength: HOW_MANY },
    )
    .map((drawn) =>
      drawn.map(({ kind, country, area, population }, index): Whereabouts => {
        // The first is asked about, so it is a city of the first country.
        const [what, where] = index === 0 ? (['CITY', 'place:aa'] as const) : [kind, country];
        return { id: `place:${String(index).padStart(2, '0')}`, kind: what, country: where, province: `${where}-${area}`, population };
      }),
    ),
  ties: fc.array(fc.tuple(fc.nat(HOW_MANY - 1), fc.nat(HOW_MANY - 1)), { minLength: 10, maxLength: 40 }),
  offers: fc.uniqueArray(fc.constantFrom('place:bb', 'place:cc'), { maxLength: 1 }),
  missions: fc.uniqueArray(fc.constantFrom('place:bb', 'place:cc'), { maxLength: 1 }),
  sectors: fc.array(fc.tuple(fc.nat(HOW_MANY - 1), fc.constantFrom('sector:a', 'sector:b', 'sector:c')), { maxLength: 15 }),
});

export const someWeights: fc.Arbitrary<Weights> = fc
  .array(fc.constantFrom(0, 0.25, 0.3, 0.7, 1), { minLength: ALL_SIGNALS.length, maxLength: ALL_SIGNALS.length })
  .map((drawn) => Object.fromEntries(ALL_SIGNALS.map((signal, index) => [signal, drawn[index] ?? 0])) as Weights);

/** Partners of every place, by id. */
export function partnersIn({ places, ties }: Pick<SmallWorld, 'places' | 'ties'>): Map<string, string[]> {
  const partners = new Map(places.map(({ id }): [string, Set<string>] => [id, new Set()]));
  for (const [one, other] of ties) {
    const [a, b] = [places[one]?.id ?? '', places[other]?.id ?? ''];
    if (a === b) continue;
    partners.get(a)?.add(b);
    partners.get(b)?.add(a);
  }
  return new Map([...partners].map(([id, theirs]) => [id, [...theirs].sort()]));
}

/** What is around the first place of a world. */
export function surroundingsIn(world: SmallWorld, mostCousins = 100): Surroundings {
  const { places, offers, missions } = world;
  const [place] = places as [Whereabouts];
  const partners = partnersIn(world);
  const located = new Map(places.map((one) => [one.id, one]));
  const { cousins, cut } = strongestCousins(place.id, partners, mostCousins);
  const tied = new Set([place.id, ...(partners.get(place.id) ?? [])]);
  const peersWhere = (fits: (candidate: Whereabouts) => boolean) =>
    places.filter((one) => ['CITY', 'REGENCY'].includes(one.kind) && one.country !== place.country && !tied.has(one.id) && fits(one));
  const linkedProvinces = new Set(['place:bb-p1']);
  return {
    place,
    tied,
    partners,
    cousins,
    moreCousins: cut,
    partnersOfCousins: [...new Set(cousins.flatMap((cousin) => partners.get(cousin) ?? []))].flatMap((id) => located.get(id) ?? []),
    offers: new Map(offers.map((country) => [country, [`agreement:${country}`]])),
    missions: new Map(missions.map((country) => [country, [`mission:${country}`]])),
    linkedProvinces,
    experienced: places
      .map((one) => ({
        ...one,
        partners: (partners.get(one.id) ?? []).filter((id) => id !== place.id && located.get(id)?.country === place.country),
      }))
      .filter((one) => one.partners.length > 0),
    peersOfOffers: peersWhere(({ country }) => offers.includes(country ?? '')),
    peersOfMissions: peersWhere(({ country }) => missions.includes(country ?? '')),
    peersOfProvinces: peersWhere(({ province }) => linkedProvinces.has(province ?? '')),
  };
}

export function sectorsIn({ places, sectors }: SmallWorld): Sectors {
  const of = new Map<string, Map<string, string[]>>();
  for (const [index, sector] of sectors) {
    const id = places[index]?.id ?? '';
    of.set(id, (of.get(id) ?? new Map<string, string[]>()).set(sector, [`agreement:of-${id}`]));
  }
  return of;
}
