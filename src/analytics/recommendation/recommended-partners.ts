import { equalsOf } from '../../domain/place-level.js';
import type { Graph } from '../../graph/graph.js';
import { tieParameters } from '../../store/ties.js';
import type { Whereabouts } from '../../store/whereabouts.js';
import { inOrder } from '../whole-graph/question.js';
import { BOUNDS, type Bounds } from './bounds.js';
import { type Measure, type Measuring, measuresOf, type Sectors } from './measures.js';
import { pathsOfThree } from './paths-of-three.js';
import { ALL_SIGNALS, likeness, rounded, type Signal, type Weights } from './signals.js';
import { type RecommendationQuestion, type Surroundings, surroundingsOf } from './surroundings.js';

/** A signal that speaks for a candidate. */
export interface Reason extends Measure {
  readonly signal: Signal;
  readonly weight: number;
  /** weight × score. */
  readonly contribution: number;
}

export interface RecommendedPartner {
  /** Id of the candidate. */
  readonly id: string;
  /** The sum of the contributions of its reasons. */
  readonly score: number;
  /** By rising order of signals. */
  readonly reasons: readonly Reason[];
}

/** What a signal did for the list. */
export interface SignalUse {
  readonly signal: Signal;
  readonly weight: number;
  /** How many candidates it brought; null for one that brings none. */
  readonly brought: number | null;
  /** Whether it would have brought more than there is room for. */
  readonly cut: boolean;
}

export interface Recommendation {
  readonly partners: readonly RecommendedPartner[];
  readonly uses: readonly SignalUse[];
}

/** Six decimals are enough for a sum of seven products of four decimals with a weight. */
const DECIMALS = 6;

export const positionOf = ({ id, score }: RecommendedPartner) => ({ key: score, id });

/** Partners worth approaching for a place, those that most speaks for first. */
export async function recommendedPartners(graph: Graph, question: RecommendationQuestion, bounds = BOUNDS): Promise<Recommendation> {
  const around = await surroundingsOf(graph, question, bounds);
  if (around === null) return { partners: [], uses: [] };
  return recommended(around, question, bounds, (ids) => sectorsOf(graph, question, ids));
}

/** The same from what is around the place. */
export async function recommended(
  around: Surroundings,
  { within, weights }: Pick<RecommendationQuestion, 'within' | 'weights'>,
  bounds: Bounds,
  sectorsOf: (places: readonly string[]) => Promise<Sectors>,
): Promise<Recommendation> {
  const paths = pathsOfThree(around.place.id, around.partners, around.cousins);
  const withoutSectors = measuresOf(around, paths, new Map());
  const brought = ALL_SIGNALS.filter((signal) => weights[signal] > 0).map((signal) =>
    broughtBy(signal, around, within, withoutSectors[signal], bounds),
  );
  const candidates = new Map(brought.flatMap(({ places }) => places ?? []).map((candidate) => [candidate.id, candidate]));
  const sectors =
    weights.MATCHING_SECTORS > 0 && candidates.size > 0 ? await sectorsOf([around.place.id, ...candidates.keys()]) : new Map();
  const measures = measuresOf(around, paths, sectors);
  const partners = [...candidates.values()].map((candidate) => weighed(candidate, weights, measures));
  return {
    partners: inOrder(partners, 'down', positionOf),
    uses: ALL_SIGNALS.map((signal) => {
      const use = brought.find((one) => one.signal === signal);
      return { signal, weight: weights[signal], brought: use?.places?.length ?? null, cut: use?.cut ?? false };
    }),
  };
}

/** The candidates that a signal brings: those that it speaks for most, among equals the likest in size, then by id. */
function broughtBy(signal: Signal, around: Surroundings, within: string | null, measuring: Measuring, bounds: Bounds) {
  const { place, tied } = around;
  const kinds = equalsOf(place.kind);
  const offered: Partial<Record<Signal, readonly Whereabouts[]>> = {
    COUSINS_PARTNER: around.partnersOfCousins,
    OPEN_OFFER: around.peersOfOffers,
    PROVINCE_LINK: around.peersOfProvinces,
    EXPERIENCE: around.experienced,
    MISSION_IN_REACH: around.peersOfMissions,
  };
  const fitting = offered[signal]
    ?.filter(
      ({ id, kind, country }) =>
        kinds.includes(kind) && country !== null && country !== place.country && (within === null || country === within) && !tied.has(id),
    )
    .map((candidate) => ({
      candidate,
      score: measuring(candidate)?.score ?? 0,
      like: likeness(place.population, candidate.population),
    }))
    .sort((one, other) => other.score - one.score || other.like - one.like || (one.candidate.id < other.candidate.id ? -1 : 1))
    .map(({ candidate }) => candidate);
  return {
    signal,
    places: fitting?.slice(0, bounds.candidates) ?? null,
    cut: (fitting?.length ?? 0) > bounds.candidates || (signal === 'COUSINS_PARTNER' && around.moreCousins),
  };
}

function weighed(candidate: Whereabouts, weights: Weights, measures: Readonly<Record<Signal, Measuring>>): RecommendedPartner {
  const reasons = ALL_SIGNALS.flatMap((signal): Reason[] => {
    const weight = weights[signal];
    const found = weight > 0 ? measures[signal](candidate) : null;
    return found === null ? [] : [{ signal, weight, contribution: rounded(weight * found.score, DECIMALS), ...found }];
  });
  const sum = reasons.reduce((total, { contribution }) => total + contribution, 0);
  return { id: candidate.id, score: rounded(sum, DECIMALS), reasons };
}

async function sectorsOf(graph: Graph, { ties }: RecommendationQuestion, ids: readonly string[]): Promise<Sectors> {
  const sectors = new Map<string, Map<string, string[]>>();
  for (const row of await graph.ask('agreement/sectors-of-places', { ids, ...tieParameters(ties) })) {
    const [of, sector, agreement] = [row.of as string, row.sector as string, row.agreement as string];
    const known = sectors.get(of) ?? new Map<string, string[]>();
    sectors.set(of, known.set(sector, [...(known.get(sector) ?? []), agreement]));
  }
  return sectors;
}
