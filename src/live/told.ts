import { group } from 'd3-array';
import { stepsOfRecord } from '../curation/as-known.js';
import { idOf, keyOfId } from '../domain/ontology.js';
import { type Phase, STAGES, type Stage, stateOn } from '../domain/stage.js';
import type { AgreementDetailRecord, AgreementRecord } from '../exchange/format/records.js';
import type { Asking } from '../graph/graph.js';
import { enclosedPlaces } from '../store/enclosed-places.js';
import type { StageStep } from '../store/entities.js';
import { changesOfRevisions, isTooMuchToTell, type NotedChange, type NotedRevision } from '../store/history/revisions.js';

/** A revision with all that is needed to decide whom to tell of it. Of an import that changed very much it is only itself. */
export interface Told {
  readonly revision: NotedRevision;
  readonly changes: readonly NotedChange[];
  readonly agreements: readonly ChangedAgreement[];
}

/** What a revision changed in one record of an agreement: its own, or what another data set adds to it. */
export interface ChangedAgreement {
  readonly id: string;
  readonly change: NotedChange;
  /** The parties that it had before and has now, and all places around them. */
  readonly places: ReadonlySet<string>;
  /** The phase in which the change left it; of one that it removed: in which that was. Null: it had reached no step. */
  readonly phase: Phase | null;
  /** The steps that it had not reached before. */
  readonly reached: readonly StageStep[];
}

/** Reads what revisions changed, in as many statements for many as for one. */
export async function toldOf(graph: Asking, revisions: readonly NotedRevision[]): Promise<Told[]> {
  const changes = await changesOfRevisions(
    graph,
    revisions.filter((revision) => !isTooMuchToTell(revision)).map(({ number }) => number),
  );
  const ofAgreements = changes.filter(isOfAgreement);
  const describe = await describing(graph, ofAgreements);
  const byRevision = group(changes, ({ revision }) => revision);
  return revisions.map((revision) => {
    const own = byRevision.get(revision.number) ?? [];
    return { revision, changes: own, agreements: own.filter(isOfAgreement).map((change) => describe(change)) };
  });
}

function isOfAgreement({ type }: NotedChange): boolean {
  return type === 'agreements' || type === 'agreementDetails';
}

/** What describes changes of agreements, read for all of them at once. */
async function describing(graph: Asking, changes: readonly NotedChange[]): Promise<(change: NotedChange) => ChangedAgreement> {
  const ids = [...new Set(changes.map(({ of }) => of))];
  if (ids.length === 0) return undescribed;
  const steps = group((await graph.ask('agreement/stages', { ids })) as unknown as (StageStep & { of: string })[], ({ of }) => of);
  const related = await graph.ask('graph/related', { ids }, { from: 'Agreement', type: 'HAS_PARTY', to: 'Place' });
  const now = group(related as unknown as { of: string; id: string }[], ({ of }) => of);
  const parties = new Map(
    ids.map((id) => {
      const recorded = changes.filter(({ of }) => of === id).flatMap(partiesIn);
      return [id, [...new Set([...(now.get(id) ?? []).map((row) => row.id), ...recorded])]];
    }),
  );
  const around = new Map((await enclosedPlaces(graph, [...new Set([...parties.values()].flat())])).map((one) => [one.id, one.enclosing]));
  const placesOf = new Map([...parties].map(([id, own]) => [id, new Set(own.flatMap((place) => [place, ...(around.get(place) ?? [])]))]));
  return (change) => {
    const state = stateOn(stepsAfter(change, steps.get(change.of)), null);
    const phase = state === null ? null : STAGES[state.stage].phase;
    return { id: change.of, change, places: placesOf.get(change.of) ?? new Set(), phase, reached: newSteps(change) };
  };
}

/**
 * The steps of an agreement as a change left them: those of the record that was changed as they were then, beside those that
 * other records have now. So whoever reads a change later is told the same of it.
 */
function stepsAfter(change: NotedChange, now: readonly StageStep[] | undefined): readonly StageStep[] {
  const { type, of, before, after, beforeBy, afterBy } = change;
  const isItsOwn = type === 'agreements' ? /^\d+$/ : new RegExp(`^${afterBy ?? beforeBy}-\\d+$`);
  const others = (now ?? []).filter(({ id }) => !isItsOwn.test(id.slice(idOf('Stage', `${keyOfId(of)}.`).length)));
  const isGone = after === null && (type === 'agreements' || now === undefined);
  return [...others, ...stepsIn(change, isGone ? before : after)];
}

function undescribed(change: NotedChange): ChangedAgreement {
  return { id: change.of, change, places: new Set(), phase: null, reached: newSteps(change) };
}

/** Ids of the parties in a record before and after. What is added to a record says nothing of parties. */
function partiesIn({ type, before, after }: NotedChange): string[] {
  if (type !== 'agreements') return [];
  const records = [before, after].flatMap((text) => (text === null ? [] : (JSON.parse(text) as AgreementRecord)));
  return records.flatMap(({ parties }) => parties.map((key) => idOf('Place', key)));
}

/** The steps after a change that are not among those before it. */
function newSteps(change: NotedChange): StageStep[] {
  const before = new Map(stepsIn(change, change.before).map(({ id, stage }): [string, Stage] => [id, stage]));
  return stepsIn(change, change.after).filter(({ id, stage }) => before.get(id) !== stage);
}

function stepsIn({ type, beforeBy, afterBy }: NotedChange, record: string | null): StageStep[] {
  if (record === null) return [];
  const prefix = type === 'agreements' ? '' : `${afterBy ?? beforeBy}-`;
  return stepsOfRecord(JSON.parse(record) as AgreementRecord | AgreementDetailRecord, prefix);
}
