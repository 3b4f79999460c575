import { group } from 'd3-array';
import type { NodeLabel } from '../domain/ontology.js';
import type { Stage } from '../domain/stage.js';
import type {
  AgreementKind,
  AwardOutcome,
  Basis,
  CodeScheme,
  Confidence,
  EventKind,
  MissionKind,
  NameKind,
  OfficeRole,
  ParticipationRole,
  PlaceKind,
  SourceKind,
} from '../domain/vocabulary.js';
import type { Asking } from '../graph/graph.js';
import type { Slots } from '../graph/query-book.js';

/** Display names: as the place or body calls itself, and in Indonesian and English where they differ. */
interface Named {
  readonly id: string;
  readonly name: string;
  readonly nameId: string | null;
  readonly nameEn: string | null;
}

export interface Place extends Named {
  readonly slug: string;
  readonly kind: PlaceKind;
  readonly designation: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly population: number | null;
  readonly note: string | null;
}
export interface Agreement extends Named {
  readonly kind: AgreementKind;
  readonly note: string | null;
}
export interface Official {
  readonly id: string;
  readonly name: string;
  readonly note: string | null;
}
export interface Office extends Named {
  readonly role: OfficeRole;
}
export interface Tenure {
  readonly id: string;
  readonly acting: boolean;
  /** Partial dates, as EDTF. */
  readonly from: string | null;
  readonly until: string | null;
  readonly note: string | null;
}
export interface Mission extends Named {
  readonly kind: MissionKind;
}
export interface KembarEvent extends Named {
  readonly kind: EventKind;
  readonly date: string | null;
  readonly venue: string | null;
  readonly note: string | null;
}
export interface Participation {
  readonly id: string;
  readonly role: ParticipationRole;
  readonly note: string | null;
  readonly event: string;
  /** Id of the tenure, office or place that took part. */
  readonly taker: string;
}
export interface Award extends Named {
  readonly organiser: string | null;
  readonly date: string | null;
  readonly participatingPlaces: number | null;
  readonly participatingCountries: number | null;
  readonly note: string | null;
}
export interface AwardResult {
  readonly id: string;
  readonly outcome: AwardOutcome;
  readonly region: string | null;
  readonly votes: number | null;
  readonly suggestions: number | null;
  readonly award: string;
  readonly place: string;
}
export interface Sector extends Named {}
export interface Source {
  readonly id: string;
  readonly kind: SourceKind;
  readonly title: string;
  readonly publisher: string;
  readonly authors: readonly string[];
  readonly published: string | null;
  readonly language: string;
  readonly url: string | null;
  readonly licence: string | null;
  readonly note: string | null;
  /** Of a source that is a file which was imported: the program, when, and the files with their hashes; else null. */
  readonly importTool: string | null;
  readonly importedAt: string | null;
  readonly importFiles: readonly string[] | null;
  readonly importHashes: readonly string[] | null;
}
export interface StageStep {
  readonly id: string;
  readonly stage: Stage;
  readonly date: string | null;
  readonly effective: string | null;
  readonly note: string | null;
}
export interface Plan extends Named {
  readonly stage: Stage | null;
  readonly date: string | null;
}
export interface Citation {
  readonly source: string;
  readonly locator: string | null;
  readonly field: string | null;
  readonly value: string | null;
  readonly basis: Basis;
  readonly preferred: boolean;
  readonly confidence: Confidence | null;
  readonly note: string | null;
}
export interface Code {
  readonly scheme: CodeScheme;
  readonly value: string;
  readonly from: string | null;
  readonly until: string | null;
}
export interface OtherName {
  readonly id: string;
  readonly text: string;
  readonly kind: NameKind;
  readonly language: string | null;
}

export interface Revision {
  readonly id: string;
  readonly number: number;
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly actor: string;
  readonly role: string;
  readonly operation: string;
  readonly reason: string | null;
  /** Ids. */
  readonly sources: readonly string[];
  readonly overrides: string | null;
  readonly undoes: number | null;
  readonly subject: string;
  /** JSON of what was imported; null: it is an edit by hand. */
  readonly imported: string | null;
}

/** What can be fetched by id, and the question of the book that does it. */
const BY_IDS = {
  Place: 'place/by-ids',
  Agreement: 'agreement/by-ids',
  Stage: 'agreement/stages-by-ids',
  Official: 'official/by-ids',
  Office: 'office/by-ids',
  Tenure: 'tenure/by-ids',
  Mission: 'mission/by-ids',
  Event: 'event/by-ids',
  Participation: 'participation/by-ids',
  Award: 'award/by-ids',
  AwardResult: 'award/results-by-ids',
  Sector: 'sector/by-ids',
  Source: 'source/by-ids',
  Revision: 'revision/by-ids',
} as const satisfies Partial<Record<NodeLabel, string>>;

export interface Entities {
  Place: Place;
  Agreement: Agreement;
  Stage: StageStep;
  Official: Official;
  Office: Office;
  Tenure: Tenure;
  Mission: Mission;
  Event: KembarEvent;
  Participation: Participation;
  Award: Award;
  AwardResult: AwardResult;
  Sector: Sector;
  Source: Source;
  Revision: Revision;
}
export type EntityLabel = keyof Entities;
export const ENTITY_LABELS = Object.keys(BY_IDS) as EntityLabel[];

/** Whether things of a label can be fetched by id. */
export function isEntityLabel(label: NodeLabel | null): label is EntityLabel {
  return label !== null && label in BY_IDS;
}

/** Entities of one label, in the order of the ids; null where there is none. */
export async function entitiesByIds<L extends EntityLabel>(
  graph: Asking,
  label: L,
  ids: readonly string[],
): Promise<(Entities[L] | null)[]> {
  const rows = (await graph.ask(BY_IDS[label], { ids })) as unknown as Entities[L][];
  const found = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => found.get(id) ?? null);
}

/** Rows of a question that answers for many ids at once, grouped in the order of the ids. */
export async function rowsOf<T>(
  graph: Asking,
  query: string,
  ids: readonly string[],
  slots: Slots = {},
  more: Readonly<Record<string, string | null>> = {},
): Promise<T[][]> {
  const rows = (await graph.ask(query, { ids, ...more }, slots)) as unknown as (T & { of: string })[];
  const groups = group(rows, ({ of }) => of);
  return ids.map((id) => groups.get(id) ?? []);
}
