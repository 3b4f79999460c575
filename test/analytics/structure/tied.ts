import { Snapshot, type SnapshotAgreement, type SnapshotPlace } from '../../../src/analytics/whole-graph/snapshot.js';
import { ANY_TIE } from '../../../src/domain/tie.js';

/** All places that are tied, and any tie. */
export const PLACES = { projection: { level: 'PLACE', ties: ANY_TIE } } as const;

/** A snapshot of towns without a country, each pair of which has an agreement of its own. */
export function tied(pairs: readonly (readonly [string, string])[]): Snapshot {
  const places = new Map<string, SnapshotPlace>();
  const town = (id: string): SnapshotPlace => {
    const known = places.get(id);
    if (known !== undefined) return known;
    const place: SnapshotPlace = {
      ...{ id, kind: 'CITY', sortName: id, partOf: null, country: null, province: null },
      ...{ latitude: null, longitude: null, population: null },
    };
    places.set(id, place);
    return place;
  };
  const agreements = pairs.map(
    ([a, b], index): SnapshotAgreement => ({
      ...{ id: `agreement:${a}.${b}.${index}`, kind: 'SISTER_CITY', parties: [town(a), town(b)] },
      ...{ steps: [], sectors: [], confidences: [] },
    }),
  );
  return new Snapshot(places, new Map(agreements.map((agreement) => [agreement.id, agreement])));
}
