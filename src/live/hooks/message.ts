import { randomUUID } from 'node:crypto';
import { type Phase, STAGES, type Stage, stateOn } from '../../domain/stage.js';
import type { AgreementKind, PlaceKind } from '../../domain/vocabulary.js';
import type { Asking } from '../../graph/graph.js';
import { entitiesByIds, rowsOf, type StageStep } from '../../store/entities.js';
import { type Imported, isTooMuchToTell, type NotedRevision } from '../../store/history/revisions.js';
import { type AgreementFilter, passing } from '../agreement-filter.js';
import type { ChangedAgreement, Told } from '../told.js';

/** What is sent to a hook in one request; docs/webhooks.md describes it. Its size has a bound, since that of records has. */
export interface Message {
  /** The same whenever the same is told, so that whoever is told twice can know it. */
  readonly id: string;
  readonly type: 'agreement.changed' | 'revision.made' | 'ping';
  /** When it happened; ISO 8601 in UTC. */
  readonly timestamp: string;
  readonly data: AgreementChanged | RevisionMade | { readonly hook: string };
}

export interface RevisionMade {
  readonly revision: ToldRevision;
}

export interface AgreementChanged extends RevisionMade {
  readonly agreement: ToldAgreement;
  /** The steps that it had not reached before. */
  readonly stepsReached: readonly ToldStep[];
}

type ToldRevision = Pick<NotedRevision, 'number' | 'at' | 'actor' | 'role' | 'operation' | 'reason' | 'subject' | 'undoes'> & {
  /** Null: it is an edit by hand. */
  readonly imported: Imported | null;
};

interface ToldStep {
  readonly id: string;
  readonly stage: Stage;
  readonly phase: Phase;
  /** A partial date, as EDTF. */
  readonly date: string | null;
}

interface ToldAgreement {
  readonly id: string;
  /** Whether it is gone; then all else is null, and there are no parties. */
  readonly deleted: boolean;
  readonly name: string | null;
  readonly kind: AgreementKind | null;
  /** The step that decides its state; null: it has reached none. */
  readonly state: ToldStep | null;
  readonly parties: readonly { readonly id: string; readonly name: string; readonly kind: PlaceKind }[];
}

/** One thing that a hook is to be told of in a revision. */
export interface Due {
  readonly revision: NotedRevision;
  /** What was changed; null: too much at once to tell of each. */
  readonly changed: Pick<ChangedAgreement, 'id' | 'reached'> | null;
  /** Which change of the revision it is, from 0 on. */
  readonly position: number;
}

/** What a hook is to be told of a revision, in the order of its changes. What is too much to tell concerns everybody. */
export function dueOf({ revision, ...told }: Told, filter: AgreementFilter): Due[] {
  if (isTooMuchToTell(revision)) return [{ revision, changed: null, position: 0 }];
  return passing(filter, { revision, ...told }).map(({ id, reached, change }) => ({
    revision,
    changed: { id, reached },
    position: change.position,
  }));
}

/** What is sent of something that is due: what the revision did, and the agreement as it is now. */
export async function messageOf(graph: Asking, { revision, changed, position }: Due): Promise<Message> {
  const { number, at: timestamp } = revision;
  const told = toldRevision(revision);
  // A graph that was put back to an older state gives its numbers again, but never at the same time.
  const id = (which: string) => `revision-${number}${which}-${timestamp.replace(/\D/g, '')}`;
  if (changed === null) return { id: id(''), type: 'revision.made', timestamp, data: { revision: told } };
  const data = { revision: told, agreement: await toldAgreement(graph, changed.id), stepsReached: changed.reached.map(toldStep) };
  return { id: id(`-${position + 1}`), type: 'agreement.changed', timestamp, data };
}

/** A message that only tries whether a hook answers. */
export function pingOf(hook: string): Message {
  return { id: `ping-${randomUUID()}`, type: 'ping', timestamp: new Date().toISOString(), data: { hook } };
}

function toldRevision({ number, at, actor, role, operation, reason, subject, undoes, imported }: NotedRevision): ToldRevision {
  return { number, at, actor, role, operation, reason, subject, undoes, imported: imported === null ? null : JSON.parse(imported) };
}

function toldStep({ id, stage, date }: StageStep): ToldStep {
  return { id, stage, phase: STAGES[stage].phase, date };
}

async function toldAgreement(graph: Asking, id: string): Promise<ToldAgreement> {
  const [agreement] = await entitiesByIds(graph, 'Agreement', [id]);
  if (agreement == null) return { id, deleted: true, name: null, kind: null, state: null, parties: [] };
  const [steps = []] = await rowsOf<StageStep>(graph, 'agreement/stages', [id]);
  const related = await graph.ask('graph/related', { ids: [id] }, { from: 'Agreement', type: 'HAS_PARTY', to: 'Place' });
  const places = await entitiesByIds(
    graph,
    'Place',
    related.map((row) => row.id as string),
  );
  const state = stateOn(steps, null);
  return {
    id,
    deleted: false,
    name: agreement.name,
    kind: agreement.kind,
    state: state === null ? null : toldStep(state),
    parties: places.flatMap((place) => (place === null ? [] : { id: place.id, name: place.name, kind: place.kind })),
  };
}
