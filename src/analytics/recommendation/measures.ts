import type { Pair } from '../../domain/tie.js';
import type { Whereabouts } from '../../store/whereabouts.js';
import type { TiePath } from './paths-of-three.js';
import { likeness, rounded, type Signal, saturated } from './signals.js';
import type { Surroundings } from './surroundings.js';

/** What a number rests on. Ids. */
export interface Witnesses {
  readonly paths?: readonly TiePath[];
  readonly places?: readonly string[];
  readonly missions?: readonly string[];
  readonly sectors?: readonly string[];
  readonly agreements?: readonly string[];
  /** Places whose ties with each other are witnesses. */
  readonly pairs?: readonly Pair[];
}

export interface Measure {
  readonly number: number;
  /** From 0 to 1, to four decimals. */
  readonly score: number;
  readonly explanation: string;
  readonly witnesses: Witnesses;
}

/** The sectors of places, each with the agreements that it comes from. */
export type Sectors = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

export type Measuring = (candidate: Whereabouts) => Measure | null;

const DECIMALS = 4;
const NO_SECTORS: ReadonlyMap<string, readonly string[]> = new Map();

/** How each signal measures a candidate around a place; null where it does not speak for it. */
export function measuresOf(
  around: Surroundings,
  paths: ReadonlyMap<string, readonly TiePath[]>,
  sectors: Sectors,
): Readonly<Record<Signal, Measuring>> {
  const { place } = around;
  const partnersAbroad = new Map(around.experienced.map(({ id, partners }) => [id, partners]));
  return {
    COUSINS_PARTNER: ({ id }) => {
      const leading = paths.get(id) ?? [];
      const number = rounded(
        leading.reduce((sum, { share }) => sum + share, 0),
        6,
      );
      const cousins = [...new Set(leading.map(({ cousin }) => cousin))];
      return measure(number, saturated(number), `${counted(leading.length, 'path')} by ${counted(cousins.length, 'cousin')} lead to it.`, {
        paths: leading,
        places: cousins,
        pairs: cousins.map((cousin) => ({ a: cousin, b: id })),
      });
    },
    OPEN_OFFER: ({ country }) => {
      const agreements = around.offers.get(country ?? '') ?? [];
      const explanation = `In talks with its country, where the partner is not chosen yet; talks on record: ${agreements.length}.`;
      return measure(agreements.length, 1, explanation, { agreements });
    },
    PROVINCE_LINK: ({ province }) =>
      place.province !== null && province !== null && around.linkedProvinces.has(province)
        ? measure(1, 1, 'The provinces of the two have a tie.', {
            places: [place.province, province].sort(),
            pairs: [{ a: place.province, b: province }],
          })
        : null,
    EXPERIENCE: ({ id }) => {
      const places = partnersAbroad.get(id) ?? [];
      const explanation = `It has ties with ${counted(places.length, 'other place')} of the country.`;
      return measure(places.length, saturated(places.length), explanation, { places, pairs: places.map((a) => ({ a, b: id })) });
    },
    MISSION_IN_REACH: ({ country }) => {
      const missions = around.missions.get(country ?? '') ?? [];
      return measure(missions.length, 1, `${counted(missions.length, 'mission')} of its country in reach.`, { missions });
    },
    MATCHING_SECTORS: ({ id }) => {
      const [own, theirs] = [sectors.get(place.id) ?? NO_SECTORS, sectors.get(id) ?? NO_SECTORS];
      const shared = [...own.keys()].filter((sector) => theirs.has(sector)).sort();
      const either = new Set([...own.keys(), ...theirs.keys()]).size;
      const agreements = new Set(shared.flatMap((sector) => [...(own.get(sector) ?? []), ...(theirs.get(sector) ?? [])]));
      const jaccard = rounded(shared.length / either, DECIMALS);
      return measure(shared.length === 0 ? 0 : jaccard, jaccard, `${shared.length} of their ${counted(either, 'sector')} are of both.`, {
        sectors: shared,
        agreements: [...agreements].sort(),
      });
    },
    SIMILAR_SIZE: ({ id, population }) => {
      const ratio = rounded(likeness(place.population, population), DECIMALS);
      return measure(ratio, ratio, `${place.population ?? 0} people live in one, ${population ?? 0} in the other.`, {
        places: [place.id, id].sort(),
      });
    },
  };
}

function measure(number: number, score: number, explanation: string, witnesses: Witnesses): Measure | null {
  return number > 0 ? { number, score: rounded(score, DECIMALS), explanation, witnesses } : null;
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
