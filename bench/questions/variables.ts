/** How a question is put at world scale. */
export interface WorldQuestion {
  /** What sets it apart from the others of its operation; null where there is one. */
  readonly about: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Whether it is about the whole graph, where some questions of its field are and others are not. */
  readonly wholeGraph?: boolean;
}

/** The place with most partners, and others with nearly as many. */
const HUB = 'place:ru-spe';
const HUBS = ['place:br-rio-de-janeiro', 'place:ps-bethlehem', 'place:cn-sh', 'place:tr-34'] as const;
/** The ends of the longest shortest chains that there are. */
const FAR = ['place:lt-kursenai', 'place:us-saranac-lake'] as const;
/** The country with most ties, and those that follow it. */
const COUNTRY = 'place:de';
const COUNTRIES = [COUNTRY, 'place:fr', 'place:it', 'place:us', 'place:pl', 'place:cn', 'place:jp'];
const EVERY_KIND = ['PROVINCE', 'CITY', 'REGENCY', 'DISTRICT', 'REGION'];

/**
 * The places with most partners, pairs that are far apart, countries with most ties, years that span them all,
 * pages of the greatest length. An operation that is not named here is asked as it stands.
 */
const WORLD_QUESTIONS: Readonly<Record<string, readonly WorldQuestion[]>> = {
  Bridges: one({ first: 100 }),
  ArticulationPoints: one({ first: 100 }),
  CentralPlaces: ['BETWEENNESS', 'PAGERANK', 'CORE', 'CLUSTERING', 'DEGREE'].map((by) => ({
    about: by.toLowerCase(),
    variables: { by, first: 100 },
  })),
  Chains: [
    { about: 'two hubs', variables: { from: HUB, to: HUBS[0] } },
    { about: 'the farthest pair', variables: { from: FAR[0], to: FAR[1], first: 100 } },
    { about: 'a hub and a far place', variables: { from: HUB, to: FAR[1] } },
    { about: 'a pair that nobody connects', variables: { from: HUB, to: 'place:id-kota-batu' } },
  ],
  ChangesBetween: one({ from: '1900-01-01', until: '2026-01-01', first: 100 }),
  Cliques: [
    { about: 'those of a hub', variables: { place: HUB, first: 100 }, wholeGraph: false },
    { about: 'all', variables: { first: 100 }, wholeGraph: true },
  ],
  Communities: one({ first: 100 }),
  Components: one({ first: 100 }),
  CountryMatrix: [
    { about: 'all countries', variables: { first: 100 } },
    { about: 'seven countries', variables: { countries: COUNTRIES, first: 100 } },
  ],
  Cousins: [
    { about: 'of a hub', variables: { place: HUB, first: 100 } },
    { about: 'of another', variables: { place: HUBS[0], first: 100 } },
  ],
  Disagreements: one({ first: 100 }),
  DistanceDistribution: one({ binKm: 100 }),
  DomesticShare: one({ first: 100 }),
  Eligibility: one({ a: 'place:id-kota-surabaya', b: 'place:jp-osaka' }),
  LevelMismatches: one({ first: 100 }),
  MissionCoverage: one({ first: 100 }),
  NegotiationFunnel: [
    { about: 'of Indonesia', variables: {} },
    { about: 'of the country with most ties', variables: { country: COUNTRY } },
  ],
  Partners: one({ place: HUB, first: 100 }),
  PlacesSharingPartners: one({ country: COUNTRY, by: 'PROVINCE', first: 100 }),
  ProvinceCountryMatrix: one({ country: null, first: 100 }),
  ProvincesSharingForeignProvince: [
    { about: 'of Indonesia', variables: {}, wholeGraph: false },
    { about: 'of the country with most ties', variables: { country: COUNTRY, homeKinds: EVERY_KIND }, wholeGraph: false },
  ],
  ProvincesSharingForeignProvinceInWorld: [
    { about: 'within countries', variables: { homeKinds: EVERY_KIND, minShared: 5, first: 100 }, wholeGraph: true },
    { about: 'across countries too', variables: { homeKinds: EVERY_KIND, pairs: 'ANY', minShared: 20, first: 100 }, wholeGraph: true },
  ],
  Reach: one({ place: HUB, steps: 3, first: 100 }),
  RecommendedPartners: [
    { about: 'for a hub', variables: { place: HUB, first: 20 } },
    { about: 'for a place in the country with most ties', variables: { place: 'place:de-koln', first: 20 } },
  ],
  SectorPairs: one({ first: 100 }),
  SimilarPlaces: [
    { about: 'those of a hub', variables: { place: HUB, within: null, minShared: 1, first: 100 }, wholeGraph: false },
    { about: 'all', variables: { within: null, minShared: 2, first: 100 }, wholeGraph: true },
  ],
  StageDurations: one({ from: 'SIGNED', to: 'IMPLEMENTATION', by: 'KIND' }),
  StalledTalks: one({ within: null, first: 100 }),
  Structure: [
    { about: 'of places', variables: {} },
    { about: 'of provinces', variables: { projection: { level: 'PROVINCE' } } },
    { about: 'of countries', variables: { projection: { level: 'COUNTRY' } } },
  ],
  TiePanel: [
    { about: 'provinces of the country with most ties', variables: { country: COUNTRY, first: 100 } },
    {
      about: 'all countries, balanced',
      variables: { country: null, unit: 'COUNTRY', from: 1900, until: 2026, balanced: true, first: 100 },
    },
  ],
  TiesByYear: one({ by: ['KIND', 'DOMESTIC'] }),
  Triangles: one({ place: HUB, first: 100 }),
  WeaklySupported: one({ first: 100 }),
};

/** How the benchmark puts an operation: once or, where it matters what is asked about, in several ways. */
export function worldQuestionsOf(operation: string): readonly WorldQuestion[] {
  return WORLD_QUESTIONS[operation] ?? one({});
}

function one(variables: WorldQuestion['variables']): readonly WorldQuestion[] {
  return [{ about: null, variables }];
}
