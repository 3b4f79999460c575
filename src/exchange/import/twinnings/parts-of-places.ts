import { group } from 'd3-array';
import { foldName } from '../../../domain/names.js';
import type { WorldPlace } from './world-rows.js';

/** A borough, district or village that the table names with the place that it is in. */
export interface Part {
  /** The name without that of the whole. */
  readonly name: string;
  readonly whole: WorldPlace;
}

/**
 * Finds the places that are named with a larger one of the table, as `Gangnam (Seoul)` or `Seoul – Gangnam`. A bracket that
 * names no place of the country tells two towns apart and is part of the name: `Halle (Saale)`.
 */
export function partsOfPlaces(places: readonly WorldPlace[]): Map<WorldPlace, Part> {
  const byName = group(
    places.filter(({ kind }) => kind === 'place'),
    ({ iso2, name }) => `${iso2} ${foldName(name)}`,
  );
  const parts = new Map<WorldPlace, Part>();
  for (const place of places) {
    const { name, of } = split(place.name);
    const called = of === null ? [] : (byName.get(`${place.iso2} ${foldName(of)}`) ?? []);
    const near = called.filter(({ admin1_code }) => admin1_code === place.admin1_code);
    const [whole] = called.length === 1 ? called : near.length === 1 ? near : [];
    if (whole !== undefined) parts.set(place, { name, whole });
  }
  return parts;
}

function split(full: string): { name: string; of: string | null } {
  const [, inside, city] = /^(.+) \((.+)\)$/.exec(full) ?? [];
  if (inside !== undefined && city !== undefined) return { name: inside, of: city };
  const [, whole, part] = /^(.+?) – (.+)$/.exec(full) ?? [];
  return whole === undefined || part === undefined ? { name: full, of: null } : { name: part, of: whole };
}

/** The places that are one, though the table has them twice, as `Gangnam (Seoul)` and as `Seoul – Gangnam`: each with the first of them. */
export function sameParts(parts: ReadonlyMap<WorldPlace, Part>): Map<WorldPlace, WorldPlace> {
  const same = new Map<WorldPlace, WorldPlace>();
  for (const [first, ...others] of group(parts.keys(), (place) => {
    const part = parts.get(place);
    return `${foldName(part?.name ?? '')} ${part?.whole.id}`;
  }).values()) {
    for (const other of others) if (first !== undefined) same.set(other, first);
  }
  return same;
}
