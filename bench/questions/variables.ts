/**
 * What the questions are asked about at world scale: places with most partners, pairs that are far
 * apart, countries with most ties. A question that is not named here is asked as its operation stands.
 */
export const WORLD_VARIABLES: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  Cousins: { place: 'place:ru-spe', first: 100 },
  CountryMatrix: { first: 100 },
  ProvincesSharingForeignProvince: { country: 'place:de', homeKinds: ['PROVINCE', 'CITY', 'REGENCY', 'DISTRICT', 'REGION'] },
  RecommendedPartners: { place: 'place:ru-spe', first: 20 },
};
