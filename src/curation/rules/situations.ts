import { idOf } from '../../domain/ontology.js';
import type { AgreementSituation, PartyFacts, StepFacts } from '../../domain/rules/situation.js';
import type { MissionKind } from '../../domain/vocabulary.js';
import { PlaceTree } from '../../exchange/dataset/place-tree.js';
import { toRecord } from '../../exchange/dataset/to-records.js';
import type { AgreementRecord, PlaceRecord } from '../../exchange/format/records.js';
import { GraphGround } from '../../exchange/import/kembar/graph-ground.js';
import { readDetailsOf } from '../../store/unit/read-units.js';
import type { Desk } from '../desk.js';

/** Missions that a country sends only where it has relations. */
const CAREER_MISSIONS: readonly MissionKind[] = ['EMBASSY', 'CONSULATE_GENERAL', 'CONSULATE'];

/** What rules ask about agreements, in their order: as the graph has them, or as they are proposed. `today`: ISO day. */
export async function situationsOf(desk: Desk, agreements: readonly AgreementRecord[], today: string): Promise<AgreementSituation[]> {
  const umbrellas = await umbrellasOf(desk, agreements);
  const tree = await placesOf(
    desk,
    [...agreements, ...umbrellas.values()].flatMap(({ parties }) => parties),
  );
  const parties = agreements.map((agreement) => agreement.parties.flatMap((key) => factsOf(tree, key) ?? []));
  const added = await stepsOfOthers(desk, agreements);
  const missions = await missionsAmong(desk, new Set(parties.flat().flatMap(({ country }) => country ?? [])));
  const others = await othersOf(desk, agreements);
  return agreements.map(({ key, kind, stages, umbrella }, index) => ({
    kind,
    parties: parties[index] ?? [],
    steps: [
      ...stages.map(({ stage, date }, at): StepFacts => ({ stage, date: date ?? null, field: `stages[${at}]` })),
      ...(added.get(key) ?? []),
    ],
    umbrella: umbrella === undefined ? null : (umbrellas.get(umbrella)?.parties ?? []).map((one) => idOf('Place', one)),
    missions: missions(parties[index] ?? []),
    others: others[index] ?? [],
    today,
  }));
}

async function umbrellasOf(desk: Desk, agreements: readonly AgreementRecord[]): Promise<Map<string, AgreementRecord>> {
  const found = new Map<string, AgreementRecord>();
  const keys = [...new Set(agreements.flatMap(({ umbrella }) => umbrella ?? []))];
  await desk.held(keys.map((key) => idOf('Agreement', key)));
  for (const key of keys) {
    const record = await desk.find('agreements', key);
    if (record !== undefined) found.set(key, record);
  }
  return found;
}

/** Places with all that enclose them, those that are proposed as they are to be. */
async function placesOf(desk: Desk, keys: readonly string[]): Promise<PlaceTree> {
  const proposed = desk.records.flatMap(({ type, record }): PlaceRecord[] => (type === 'places' ? [record] : []));
  const wanted = [...new Set([...keys, ...proposed.flatMap(({ partOf }) => partOf ?? [])])];
  const held = await new GraphGround(desk.asking, { besides: '' }).places(wanted);
  return new PlaceTree([...held, ...proposed], { readableSlugs: false });
}

function factsOf(tree: PlaceTree, key: string): PartyFacts | null {
  const place = tree.get(key);
  if (place === undefined) return null;
  const enclosing: string[] = [];
  for (let at = place.partOf; at !== undefined; at = tree.get(at)?.partOf) enclosing.push(idOf('Place', at));
  return { id: idOf('Place', key), name: place.name, kind: place.kind, country: tree.whereabouts(place).country, enclosing };
}

/** The steps that other data sets add to agreements, by the key of the agreement. */
async function stepsOfOthers(desk: Desk, agreements: readonly AgreementRecord[]): Promise<Map<string, StepFacts[]>> {
  const added = new Map<string, StepFacts[]>();
  const ids = agreements.map(({ key }) => idOf('Agreement', key));
  for await (const { unit } of readDetailsOf(desk.asking, ids)) {
    const { type, record } = toRecord(unit);
    if (type !== 'agreementDetails') continue;
    const steps = record.stages.map(({ stage, date }): StepFacts => ({ stage, date: date ?? null, field: null }));
    added.set(record.key, [...(added.get(record.key) ?? []), ...steps]);
  }
  return added;
}

/** Finds the missions that the countries of some parties have in one another. */
async function missionsAmong(desk: Desk, countries: ReadonlySet<string>) {
  const rows =
    countries.size < 2 ? [] : await desk.asking.ask('mission/among-countries', { countries: [...countries], kinds: CAREER_MISSIONS });
  return (parties: readonly PartyFacts[]): string[] => {
    const own = new Set(parties.map(({ country }) => country));
    return [
      ...new Set(rows.flatMap(({ id, sender, host }) => (own.has(sender as string) && own.has(host as string) ? [id as string] : []))),
    ];
  };
}

/** Whether two agreements join the same places in the same sense: ports are something else than the places that have them. */
function joinTheSame(one: AgreementRecord, other: AgreementRecord): boolean {
  const isSameSort = (one.kind === 'SISTER_PORT') === (other.kind === 'SISTER_PORT');
  return isSameSort && one.parties.length === other.parties.length && one.parties.every((key) => other.parties.includes(key));
}

/** Other agreements of the very same places, for each. */
async function othersOf(desk: Desk, agreements: readonly AgreementRecord[]): Promise<string[][]> {
  const pairs = agreements.flatMap(({ parties: [a, b] }) =>
    a === undefined || b === undefined ? [] : [{ a: idOf('Place', a), b: idOf('Place', b) }],
  );
  const rows = pairs.length === 0 ? [] : await desk.asking.ask('agreement/between', { pairs, asOf: null, phases: null, kinds: null });
  const proposed = desk.records.flatMap(({ type, record }) => (type === 'agreements' ? [idOf('Agreement', record.key)] : []));
  const candidates = [...new Set([...rows.map(({ id }) => id as string), ...proposed])];
  const held = await desk.held(candidates);
  const recordOf = (id: string): AgreementRecord | null => {
    if (desk.isRemoved(id)) return null;
    const typed = desk.proposed.get(id)?.record ?? held.get(id)?.record;
    return typed?.type === 'agreements' ? typed.record : null;
  };
  return agreements.map((agreement) =>
    candidates.filter((id) => {
      const other = recordOf(id);
      return other !== null && other.key !== agreement.key && joinTheSame(agreement, other);
    }),
  );
}
