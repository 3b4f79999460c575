import { sort } from 'd3-array';
import { LRUCache } from 'lru-cache';
import type { DatedStage } from '../../domain/stage.js';
import type { AgreementKind, Confidence, PlaceKind } from '../../domain/vocabulary.js';
import type { Row } from '../../graph/values.js';

export interface SnapshotPlace {
  readonly id: string;
  readonly kind: PlaceKind;
  readonly sortName: string;
  /** Id of the next larger place; null for a country. */
  readonly partOf: string | null;
  /** Ids of the country and the province that it is in, or is. */
  readonly country: string | null;
  readonly province: string | null;
  /** Degrees, WGS 84. */
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly population: number | null;
}

export interface SnapshotStep extends DatedStage {
  readonly id: string;
  /** First and last day that the step can have been on; null where that end is open. */
  readonly earliest: string | null;
  readonly latest: string | null;
}

export interface SnapshotAgreement {
  readonly id: string;
  readonly kind: AgreementKind;
  readonly parties: readonly SnapshotPlace[];
  /** By day, then by place in the sequence of stages. */
  readonly steps: readonly SnapshotStep[];
  /** Ids. */
  readonly sectors: readonly string[];
  /** Grades of the sources that support it. */
  readonly confidences: readonly Confidence[];
}

/** How much of what was worked out from a snapshot is kept: so many things, of so many items together. Those not asked for longest go first. */
const REMEMBERED = { max: 24, maxSize: 2_000_000 };

/** All places and agreements of the graph at one revision, as whole-graph questions need them. */
export class Snapshot {
  /** By id. */
  readonly places: ReadonlyMap<string, SnapshotPlace>;
  readonly agreements: ReadonlyMap<string, SnapshotAgreement>;
  readonly #remembered = new LRUCache<string, object>({ ...REMEMBERED, sizeCalculation: (made) => 1 + itemsIn(made) });

  constructor(places: ReadonlyMap<string, SnapshotPlace>, agreements: ReadonlyMap<string, SnapshotAgreement>) {
    this.places = places;
    this.agreements = agreements;
  }

  /** What `make` makes for a name and a question, made once as long as it is remembered. */
  remember<T extends object>(name: string, asked: object, make: () => T): T {
    const key = `${name} ${JSON.stringify(asked)}`;
    let made = this.#remembered.get(key) as T | undefined;
    if (made === undefined) {
      made = make();
      this.#remembered.set(key, made);
    }
    return made;
  }
}

/** How many items the lists in something have, those of its rows included; whatever is deeper belongs to the snapshot. */
function itemsIn(made: unknown, depth = 3): number {
  if (typeof made !== 'object' || made === null || depth === 0) return 0;
  const parts = Array.isArray(made) ? made : Object.values(made);
  return parts.reduce((sum: number, part) => sum + itemsIn(part, depth - 1), parts.length);
}

/** Whether a place is another one, or inside it at any depth. */
export function isWithin({ places }: Snapshot, place: SnapshotPlace, larger: string): boolean {
  for (let at: SnapshotPlace | undefined = place; at !== undefined; at = at.partOf === null ? undefined : places.get(at.partOf)) {
    if (at.id === larger) return true;
  }
  return false;
}

/** The statements in `snapshot/` of the query book; places come before the agreements that join them. */
export type SnapshotPart = 'places' | 'agreements';

interface AgreementRow {
  readonly id: string;
  readonly kind: AgreementKind;
  readonly parties: readonly (readonly [position: number, place: string])[];
  readonly steps: readonly StepRow[];
  readonly sectors: readonly string[];
  readonly confidences: readonly Confidence[];
}
type StepRow = readonly [
  rank: string,
  id: string,
  stage: SnapshotStep['stage'],
  effective: string | null,
  earliest: string | null,
  latest: string | null,
];

/** Puts a snapshot together from the rows of its parts. */
export class SnapshotBuilder {
  readonly #places = new Map<string, SnapshotPlace>();
  readonly #agreements = new Map<string, SnapshotAgreement>();

  add(part: SnapshotPart, rows: readonly Row[]): void {
    for (const row of rows) {
      if (part === 'places') this.#places.set(row.id as string, row as unknown as SnapshotPlace);
      else this.#agreements.set(row.id as string, this.#agreement(row as unknown as AgreementRow));
    }
  }

  build(): Snapshot {
    return new Snapshot(this.#places, this.#agreements);
  }

  #agreement({ id, kind, parties, steps, sectors, confidences }: AgreementRow): SnapshotAgreement {
    return {
      id,
      kind,
      parties: sort(parties, ([position]) => position).flatMap(([, place]) => this.#places.get(place) ?? []),
      steps: sort(
        steps,
        ([rank]) => rank,
        ([, step]) => step,
      ).map(([, step, stage, effective, earliest, latest]) => ({ id: step, stage, effective, earliest, latest })),
      sectors: sort(sectors),
      confidences: sort(new Set(confidences)),
    };
  }
}
