import { levelOf, parentOf } from './area-code.js';
import { currentCodes, type KnownAreas } from './known-areas.js';
import type { AreaMatch } from './match-areas.js';

/**
 * Known places that the lists leave out, though they have others of the same level in the same larger area: perhaps they
 * are abolished. Lists of one province say nothing of others.
 */
export function missingAreas(matches: readonly AreaMatch[], codes: ReadonlySet<string>, known: KnownAreas): string[] {
  const found = new Set(matches.flatMap((match) => (match.is === 'known' ? [match.place.key] : [])));
  const provinces = new Set([...codes].map((code) => code.slice(0, 2)));
  const covered = new Set([...codes].map(parentOf));
  return known.all
    .flatMap((place) => currentCodes(place).map((code) => ({ place, code })))
    .filter(({ place, code }) => !found.has(place.key) && !codes.has(code))
    .filter(({ code }) => (levelOf(code) === 'PROVINCE' ? provinces.size > 1 && covered.has(null) : covered.has(parentOf(code))))
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .map(({ place, code }) => `${code} ${place.name} (${place.key})`);
}
