import type { PlaceKind } from '../../../domain/vocabulary.js';
import { isSeat } from './feature-codes.js';
import type { Geoname } from './geoname.js';

export interface NewKind {
  readonly kind: PlaceKind;
  readonly designation?: string;
  /** Why it is of this kind, where the feature code does not say it. */
  readonly note?: string;
}

/** What a populated place with fewer people is: a town of the size of a village. */
const SMALLEST_CITY = 5000;

/** What countries call their second-level subdivisions, where these are all of one kind. */
const SECOND_LEVEL: Readonly<Record<string, readonly [PlaceKind, string]>> = {
  BE: ['REGION', 'province'],
  DE: ['REGION', 'Regierungsbezirk'],
  ES: ['REGION', 'province'],
  FI: ['CITY', 'municipality'],
  FR: ['REGION', 'department'],
  HR: ['CITY', 'municipality'],
  IT: ['REGION', 'province'],
  KE: ['REGENCY', 'sub-county'],
  MX: ['CITY', 'municipality'],
  MY: ['REGENCY', 'district'],
  NL: ['CITY', 'municipality'],
  NO: ['CITY', 'municipality'],
  PH: ['REGION', 'province'],
  PL: ['REGENCY', 'powiat'],
  RO: ['CITY', 'municipality'],
  SE: ['CITY', 'municipality'],
  TH: ['REGENCY', 'amphoe'],
  TR: ['REGENCY', 'district'],
  US: ['REGENCY', 'county'],
};

/** What a row that is no known place becomes; null: its feature code does not tell. */
export function newKindOf({ feature, country, name, population }: Geoname): NewKind | null {
  if (feature === 'ADM1') return { kind: 'PROVINCE' };
  if (feature === 'ADM2') return secondLevel(country, name);
  if (feature === 'PPLX') return { kind: 'DISTRICT' };
  if (feature === 'PPLF' || feature === 'PPLL') return { kind: 'VILLAGE' };
  if (isSeat(feature)) return { kind: 'CITY' };
  if (!/^PPLR?$/.test(feature)) return null;
  if (population !== null && population >= SMALLEST_CITY) return { kind: 'CITY' };
  return { kind: 'VILLAGE', note: `GeoNames calls it a populated place, and has no ${SMALLEST_CITY} people for it.` };
}

function secondLevel(country: string, name: string): NewKind {
  if (country === 'ID') {
    const city = /^kota\b/i.test(name);
    return { kind: city ? 'CITY' : 'REGENCY', designation: city ? 'kota' : 'kabupaten' };
  }
  const [kind, designation] = SECOND_LEVEL[country] ?? [];
  if (kind !== undefined && designation !== undefined) return { kind, designation };
  return { kind: 'REGENCY', note: 'GeoNames calls it a second-level subdivision.' };
}
