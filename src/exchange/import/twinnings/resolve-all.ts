import { type OnReject, type Reject, shownValue } from '../../reject.js';
import type { KnownPlaces } from '../places/known-places.js';
import type { RetiredPlace, RetiredPlaces } from '../places/retired-places.js';
import type { ReadRows } from '../table/read-rows.js';
import { partsOfPlaces } from './parts-of-places.js';
import type { PlaceResolver, Resolution } from './resolve-places.js';
import { type FreshPlaces, freshPlaces, keyed } from './settle-places.js';
import { tell } from './tell.js';
import type { WorldPlace } from './world-rows.js';

interface PlaceGround {
  readonly resolver: PlaceResolver;
  readonly known: KnownPlaces;
  readonly retired: RetiredPlaces | null;
}

export interface ResolvedPlaces {
  readonly resolutions: readonly Resolution[];
  readonly fresh: FreshPlaces;
}

/**
 * Finds the places of a table, and leaves out the rows that are none. A place whose key is retired is what took its place,
 * which is known, or which the same table brings.
 */
export function resolveAll({ file, rows }: ReadRows<WorldPlace>, ground: PlaceGround, onReject: OnReject | undefined): ResolvedPlaces {
  const { resolver, known, retired } = ground;
  const rejects: Reject[] = [];
  const lineOf = new Map<string, number>();
  const found: Resolution[] = [];
  for (const { line, value } of rows) {
    const { id, iso2 } = value;
    const earlier = lineOf.get(id);
    if (earlier !== undefined) {
      const remedy = 'give each place an id of its own, or leave one of the two out';
      rejects.push({ file, line, field: 'id', value: shownValue(id), reason: `the place ${id} is in line ${earlier} already`, remedy });
      continue;
    }
    lineOf.set(id, line);
    const resolution = resolver.resolve(value);
    if (resolution !== null) found.push(resolution);
    else
      rejects.push({
        file,
        line,
        field: 'iso2',
        value: iso2,
        reason: `there is no country ${iso2}`,
        remedy: 'accepted are codes of ISO 3166-1 and XK',
      });
  }
  // Both what a key is and whether it is retired depend on what a place is part of.
  const parts = partsOfPlaces(found.map(({ world }) => world));
  const gone = new Map<Resolution, RetiredPlace>();
  for (const resolution of found) {
    const { place, world } = resolution;
    const retirement = place === null ? (retired?.of(keyed(world, parts.get(world))) ?? null) : null;
    if (retirement !== null) gone.set(resolution, retirement);
  }
  const fresh = freshPlaces(
    found.filter((resolution) => !gone.has(resolution)),
    parts,
    ground,
  );
  const broughtAs = new Map(fresh.added.map((world) => [fresh.keys.get(world.id), world]));
  const twins = new Map(fresh.twins);
  const resolutions: Resolution[] = [];
  for (const resolution of found) {
    const { world } = resolution;
    const retirement = gone.get(resolution);
    const successor = known.get(retirement?.successor ?? '');
    const brought = broughtAs.get(retirement?.successor ?? '');
    if (retirement === undefined) resolutions.push(resolution);
    else if (successor !== undefined) resolutions.push({ ...resolution, place: successor, rule: 'retired' });
    else if (brought !== undefined) {
      twins.set(world, brought);
      resolutions.push(resolution);
    } else {
      const remedy = 'give it the codes of the place that it is, or leave it out';
      const line = lineOf.get(world.id) ?? null;
      rejects.push({ file, line, field: 'name', value: shownValue(world.name), reason: retirement.reason, remedy });
    }
  }
  tell(rejects, onReject);
  return { resolutions, fresh: { ...fresh, twins } };
}
