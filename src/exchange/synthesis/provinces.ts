import { group } from 'd3-array';
import { iso31662 } from 'iso-3166';
import { subdivisionPlaces } from '../gazetteer/world.js';

/** Indonesia's island groups, which ISO 3166-2 puts between the country and its provinces. */
const isIslandGroup = ({ code, parent }: { readonly code: string; readonly parent: string }) => parent === 'ID' && code.startsWith('ID-');

/** Keys of the provinces that the gazetteers have, by the key of their country. */
export function provincesByCountry(): ReadonlyMap<string, readonly string[]> {
  const groups = new Set(iso31662.filter(isIslandGroup).map(({ code }) => code));
  const indonesian = iso31662.filter(({ parent }) => groups.has(parent)).map(({ code }) => code.toLowerCase());
  const others = subdivisionPlaces().filter(({ kind }) => kind === 'PROVINCE');
  const keys = [...indonesian, ...others.map(({ key }) => key)];
  return group(keys, (key) => key.slice(0, 2));
}
