import type { KnownPlaces } from '../places/known-places.js';
import type { Alternates } from './alternate-names.js';
import type { Settled } from './settle-rows.js';

export interface ItemsOfRows {
  /** The item of Wikidata of a row, by its id, where it has one that neither a known place nor another row has. */
  readonly itemsOf: ReadonlyMap<string, readonly string[]>;
  /** Why a row cannot be the place that it was taken for, by its id. */
  readonly contradicted: ReadonlyMap<string, string>;
}

/** Compares the items of Wikidata that GeoNames has for rows with those of the places that they were taken for. */
export function itemsOfRows(settled: readonly Settled[], alternates: ReadonlyMap<string, Alternates>, known: KnownPlaces): ItemsOfRows {
  const bearers = new Map<string, number>();
  for (const { items } of alternates.values()) for (const item of items) bearers.set(item, (bearers.get(item) ?? 0) + 1);
  const itemsOf = new Map<string, readonly string[]>();
  for (const [id, { items }] of alternates) {
    const [item, ...others] = items;
    const isOwn = item !== undefined && others.length === 0 && bearers.get(item) === 1;
    if (isOwn && known.withCode('WIKIDATA', item) === undefined) itemsOf.set(id, [item]);
  }
  const contradicted = new Map<string, string>();
  for (const { place, row, rule } of settled) {
    const theirs = alternates.get(row.id)?.items ?? [];
    const own = place.codes.flatMap(({ scheme, value }) => (scheme === 'WIKIDATA' ? [value] : []));
    const other = theirs.map((item) => known.withCode('WIKIDATA', item)).find((one) => one !== undefined && one.key !== place.key);
    if (rule === 'code' || theirs.some((item) => own.includes(item))) continue;
    if (other !== undefined) contradicted.set(row.id, `its item of Wikidata is that of ${other.name} (${other.key}), not of ${place.key}`);
    else if (own.length > 0 && theirs.length > 0) {
      contradicted.set(
        row.id,
        `its item of Wikidata is ${theirs.join(', ')}, and that of ${place.name} (${place.key}) is ${own.join(', ')}`,
      );
    }
  }
  return { itemsOf, contradicted };
}
