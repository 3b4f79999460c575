import { BadInputError } from '../../domain/errors.js';
import { equalsOf } from '../../domain/place-level.js';
import type { Phase } from '../../domain/stage.js';
import { ANY_TIE, type TieFilter } from '../../domain/tie.js';
import type { Graph } from '../../graph/graph.js';
import type { Parameters } from '../../graph/values.js';
import { grouped, tieParameters } from '../../store/ties.js';
import { type Whereabouts, whereaboutsOf } from '../../store/whereabouts.js';
import type { Bounds } from './bounds.js';
import { type Partners, strongestCousins } from './paths-of-three.js';
import type { Weights } from './signals.js';

export interface RecommendationQuestion {
  /** Id of the place. */
  readonly place: string;
  readonly ties: TieFilter;
  /** Id of the country that candidates are sought in; null: in every other one. */
  readonly within: string | null;
  readonly weights: Weights;
}

/** What the graph says around a place, as far as signals ask for it. Ids throughout. */
export interface Surroundings {
  readonly place: Whereabouts;
  /** Places that it has agreements or talks with, or had. */
  readonly tied: ReadonlySet<string>;
  /** Partners of the place, of its partners and of the cousins, by the ties that count. */
  readonly partners: Partners;
  readonly cousins: readonly string[];
  /** Whether there are more cousins than count. */
  readonly moreCousins: boolean;
  readonly partnersOfCousins: readonly Whereabouts[];
  /** Talks of the place with a country, by country. */
  readonly offers: ReadonlyMap<string, readonly string[]>;
  /** Missions that have the place in their district, by the country that sends them. */
  readonly missions: ReadonlyMap<string, readonly string[]>;
  /** Places that the province of the place has ties with. */
  readonly linkedProvinces: ReadonlySet<string>;
  /** Places abroad with the places of the country that they have ties with. */
  readonly experienced: readonly (Whereabouts & { readonly partners: readonly string[] })[];
  /** Candidates in the countries with offers, in those with missions, and in the linked provinces, the likest in size first, one more than count. */
  readonly peersOfOffers: readonly Whereabouts[];
  readonly peersOfMissions: readonly Whereabouts[];
  readonly peersOfProvinces: readonly Whereabouts[];
}

const TALKS: readonly Phase[] = ['EXPLORATION', 'INTENT'];

/** Reads the surroundings of a place: four rounds of statements, whatever it is tied with. */
export async function surroundingsOf(graph: Graph, question: RecommendationQuestion, bounds: Bounds): Promise<Surroundings | null> {
  const { place: id, ties, within, weights } = question;
  const [place] = await whereaboutsOf(graph, [id]);
  if (place?.country === undefined || place.country === null) return null;
  const home = place.country;
  if (within === home)
    throw new BadInputError(`in is "${within}", the country of the place. Accepted is another one: partners are sought abroad.`);
  const peerKinds = equalsOf(place.kind);
  const filter = tieParameters(ties);
  const neighbours = (ids: readonly string[], of = filter) => graph.ask('tie/neighbours', { ids, ...of });
  const province = weights.PROVINCE_LINK > 0 ? place.province : null;
  const ask = async (weight: number, statement: string, parameters: Parameters) => (weight > 0 ? graph.ask(statement, parameters) : []);

  const [own, tied, offers, missions, experienced] = await Promise.all([
    neighbours([...(weights.COUSINS_PARTNER > 0 ? [id] : []), ...(province === null ? [] : [province])]),
    neighbours([id], tieParameters({ ...ANY_TIE, asOf: ties.asOf })),
    ask(weights.OPEN_OFFER, 'place/open-offers', {
      ids: [id],
      ...tieParameters({ ...ties, phases: TALKS.filter((phase) => ties.phases?.includes(phase) ?? true) }),
    }),
    ask(weights.MISSION_IN_REACH, 'mission/in-reach', { ids: [id] }),
    ask(weights.EXPERIENCE, 'tie/experienced', { home, within, peerKinds, ...filter }),
  ]);
  const ownPartners = grouped(own, 'of', 'id');
  const partnersOfPlace = ownPartners.get(id) ?? [];
  const linkedProvinces = new Set(province === null ? [] : ownPartners.get(province));
  const offersOf = grouped(offers, 'country', 'agreement');
  const missionsOf = grouped(missions, 'country', 'id');

  const excluded = [id, ...tied.map((row) => row.id as string)];
  const peer = { home, within, peerKinds, excluded, population: place.population, limit: bounds.candidates + 1 };
  const peers = async (statement: string, areas: string, ids: Iterable<string>) => {
    const wanted = [...ids];
    return wanted.length === 0 ? [] : ((await graph.ask(statement, { ...peer, [areas]: wanted })) as unknown as Whereabouts[]);
  };
  const [ofPartners, peersOfOffers, peersOfMissions, peersOfProvinces] = await Promise.all([
    partnersOfPlace.length === 0 ? [] : neighbours(partnersOfPlace),
    peers('place/peers-in-countries', 'countries', offersOf.keys()),
    peers('place/peers-in-countries', 'countries', missionsOf.keys()),
    peers('place/peers-in-provinces', 'provinces', linkedProvinces),
  ]);

  const nearby = new Map([[id, partnersOfPlace], ...grouped(ofPartners, 'of', 'id')]);
  const { cousins, cut } = strongestCousins(id, nearby, bounds.cousins);
  const ofCousins = cousins.length === 0 ? [] : await graph.ask('tie/neighbours-located', { ids: cousins, ...filter });
  return {
    place,
    tied: new Set(excluded),
    partners: new Map([...nearby, ...grouped(ofCousins, 'of', 'id')]),
    cousins,
    moreCousins: cut,
    partnersOfCousins: [...new Map(ofCousins.map((row) => [row.id, row as unknown as Whereabouts])).values()],
    offers: offersOf,
    missions: missionsOf,
    linkedProvinces,
    experienced: experienced as unknown as Surroundings['experienced'],
    peersOfOffers,
    peersOfMissions,
    peersOfProvinces,
  };
}
