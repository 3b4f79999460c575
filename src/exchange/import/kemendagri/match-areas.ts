import { group } from 'd3-array';
import type { PlaceRecord } from '../../format/records.js';
import { AREA_LEVELS, levelOf, parentOf } from './area-code.js';
import { kindOf } from './area-names.js';
import { bears, currentCodes, INDONESIA, type KnownAreas } from './known-areas.js';
import type { ListedArea } from './read-list.js';

/** The rules by which an area is found among the known places, in the order in which they are tried. */
export const RULES = {
  code: 'its code, with the same name',
  name: 'its name and level, in the same larger area',
  elsewhere: 'its name and level, in another province, by a code that holds no longer',
} as const;
export type Rule = keyof typeof RULES;

/** What became of an area of a list. */
export type AreaMatch =
  | { readonly area: ListedArea; readonly is: 'known'; readonly place: PlaceRecord; readonly rule: Rule }
  | { readonly area: ListedArea; readonly is: 'new' }
  | { readonly area: ListedArea; readonly is: 'doubtful'; readonly doubt: string }
  /** The area around it is not known. */
  | { readonly area: ListedArea; readonly is: 'lost'; readonly parent: string; readonly isListed: boolean };

export interface Validity {
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

/** Finds areas, whose codes are all different, among the known places. The larger come first in what it gives. */
export function matchAreas(areas: readonly ListedArea[], known: KnownAreas, validity: Validity): AreaMatch[] {
  const byCode = new Map(areas.map((area) => [area.code, area]));
  /** Key of the place that a code of the list stands for; null: a new one. */
  const keys = new Map<string, string | null>();
  const levels = group(
    [...areas].sort((a, b) => (a.code < b.code ? -1 : 1)),
    ({ code }) => AREA_LEVELS.indexOf(levelOf(code)),
  );
  return AREA_LEVELS.flatMap((_, level) => {
    const matches = withoutSharing(
      (levels.get(level) ?? []).map((area): AreaMatch => {
        const parent = parentOf(area.code);
        if (parent === null) return matchOf(area, INDONESIA, known, validity);
        const isListed = byCode.has(parent);
        const around = isListed ? keys.get(parent) : known.withCode(parent)?.key;
        return around === undefined ? { area, is: 'lost', parent, isListed } : matchOf(area, around, known, validity);
      }),
    );
    for (const match of matches) {
      if (match.is === 'known') keys.set(match.area.code, match.place.key);
      if (match.is === 'new') keys.set(match.area.code, null);
    }
    return matches;
  });
}

function matchOf(area: ListedArea, around: string | null, known: KnownAreas, validity: Validity): AreaMatch {
  const { code, name } = area;
  const doubtful = (doubt: string): AreaMatch => ({ area, is: 'doubtful', doubt });
  const isDated = validity.from !== undefined || validity.until !== undefined;

  const coded = known.withCode(code);
  if (coded !== undefined) {
    if (coded.kind === kindOf(code) && bears(coded, name)) return { area, is: 'known', place: coded, rule: 'code' };
    return doubtful(`the code is that of ${called(coded)}; codes have been given to other areas, as in Papua in 2022`);
  }
  const named = candidates(area, around, known);
  const [place] = named;
  if (place !== undefined) {
    if (named.length > 1) return doubtful(`it may be ${named.map(called).join(' or ')}`);
    const others = currentCodes(place);
    if (others.length === 0 || isDated) return { area, is: 'known', place, rule: 'name' };
    return doubtful(`${called(place)} has the code ${others.join(', ')}: say from when or until when the codes of the list hold`);
  }
  const elsewhere = isOfLocalGovernment(code) ? known.named(INDONESIA, kindOf(code), name) : [];
  const [far] = elsewhere;
  if (far !== undefined && elsewhere.length === 1 && validity.until !== undefined)
    return { area, is: 'known', place: far, rule: 'elsewhere' };
  if (far !== undefined) return doubtful(`the same name has ${elsewhere.map(called).join(' and ')} in another province`);
  if (validity.until !== undefined) return doubtful('no such area is known, and the codes of the list hold no longer');
  return { area, is: 'new' };
}

/** Names of kecamatan and desa tell nothing beyond the kabupaten that they are in. */
function isOfLocalGovernment(code: string): boolean {
  return code.split('.').length <= 2;
}

/** A known village may be known to be in its kabupaten, and not in which kecamatan. */
function candidates({ code, name }: ListedArea, around: string | null, known: KnownAreas): PlaceRecord[] {
  const kind = kindOf(code);
  const inside = around === null ? [] : known.named(around, kind, name);
  if (inside.length > 0 || kind !== 'VILLAGE') return inside;
  const regency = known.withCode(code.slice(0, 5));
  return regency === undefined ? [] : known.named(regency.key, kind, name).filter(({ partOf }) => partOf === regency.key);
}

/** Two areas that would be one place by their name are both doubtful. */
function withoutSharing(matches: readonly AreaMatch[]): AreaMatch[] {
  const sharing = group(
    matches.filter((match) => match.is === 'known'),
    ({ place }) => place.key,
  );
  return matches.map((match) => {
    if (match.is !== 'known' || match.rule === 'code') return match;
    const rivals = (sharing.get(match.place.key) ?? []).filter((other) => other !== match);
    if (rivals.length === 0) return match;
    const doubt = `${rivals.map(({ area }) => `${area.code} ${area.name}`).join(', ')} may be ${called(match.place)} as well`;
    return { area: match.area, is: 'doubtful', doubt };
  });
}

function called({ name, key }: PlaceRecord): string {
  return `${name} (${key})`;
}
