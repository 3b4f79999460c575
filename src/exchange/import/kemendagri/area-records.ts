import { type PlaceDetailRecord, type PlaceRecord, RECORD_TYPES } from '../../format/records.js';
import { placeKeys } from '../places/place-keys.js';
import { parentOf } from './area-code.js';
import { kindOf, namedArea } from './area-names.js';
import { INDONESIA, type KnownAreas } from './known-areas.js';
import type { AreaMatch, Validity } from './match-areas.js';
import type { ListedArea } from './read-list.js';

/** How the records of an import are made. */
export interface AreaRecordsOptions {
  /** Key of the source that they cite. */
  readonly source: string;
  readonly validity: Validity;
  readonly isKnown: (key: string) => boolean;
}

/** The places that are new, the larger first. */
export function newPlaces(matches: readonly AreaMatch[], known: KnownAreas, options: AreaRecordsOptions): PlaceRecord[] {
  const areas = matches.flatMap((match) => (match.is === 'new' ? [match.area] : []));
  const keys = keysOf(areas, options.isKnown);
  const keyOf = new Map(matches.flatMap((match) => (match.is === 'known' ? [[match.area.code, match.place.key] as const] : [])));
  for (const [code, key] of keys) keyOf.set(code, key);
  return areas.map(({ code, name: written }) => {
    const parent = parentOf(code);
    const { name, designation } = namedArea(code, written);
    const key = keys.get(code);
    return RECORD_TYPES.places.parse({
      key,
      slug: key,
      kind: kindOf(code),
      designation,
      name,
      partOf: parent === null ? INDONESIA : (keyOf.get(parent) ?? known.withCode(parent)?.key),
      codes: [{ scheme: 'KEMENDAGRI', value: code, ...options.validity }],
      cites: [{ source: options.source, at: code }],
    });
  });
}

/** The codes that known places get. */
export function newCodes(matches: readonly AreaMatch[], { source, validity }: AreaRecordsOptions): PlaceDetailRecord[] {
  return matches.flatMap((match) => {
    if (match.is !== 'known' || match.rule === 'code') return [];
    const { code } = match.area;
    return [
      RECORD_TYPES.placeDetails.parse({
        key: match.place.key,
        codes: [{ scheme: 'KEMENDAGRI', value: code, ...validity }],
        cites: [{ source, at: code }],
      }),
    ];
  });
}

/**
 * Keys by codes. That of a province, kota or kabupaten is made from its name, as in the gazetteer; so many kecamatan and
 * desa share theirs that they have the code in front of it.
 */
function keysOf(areas: readonly ListedArea[], isKnown: (key: string) => boolean): Map<string, string> {
  const nameOf = new Map(areas.map(({ code, name }) => [code, namedArea(code, name)]));
  return placeKeys(
    areas.map(({ code }) => {
      const { name = '', designation } = nameOf.get(code) ?? {};
      const kind = kindOf(code);
      const hasOwn = kind === 'REGENCY' || kind === 'CITY';
      const coded = kind === 'PROVINCE' ? '' : `${code} `;
      return {
        id: code,
        country: INDONESIA,
        name: hasOwn ? name : `${designation} ${coded}${name}`,
        subdivision: nameOf.get(parentOf(code) ?? '')?.name ?? '',
        code,
      };
    }),
    isKnown,
  );
}
