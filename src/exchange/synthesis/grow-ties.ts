import type { Chance } from './chance.js';
import type { CountryMix } from './country-mix.js';
import { fillUp } from './fill-up.js';
import { COUNTRIES } from './measured-countries.js';
import { MEASURED_WORLD } from './measured-world.js';
import { TieGraph } from './tie-graph.js';
import { Urn } from './urn.js';

/** How often partners are looked for in one way before it is given up. */
const TRIES = 12;
/** In how many circles of partners wedges are looked for that can be closed. */
const CIRCLES = 4;
/** At how many possible partners a place looks at most. */
const MOST_LOOKS = 40;

/**
 * Ties between places, no pair twice. How many ties any two countries have (`mix`) and how many every place is to have
 * (`wanted`) is settled before; what is left is who is tied with whom. Three rules find that:
 *
 * - While the graph has fewer triangles than are due, partners of one place are tied with one another, as many as want
 *   ties. The measured transitivity says how many triangles are due in the end; on the way they are due in proportion to
 *   the square root of the ties, for the later it gets, the fewer partners still want ties.
 * - Otherwise both ends are drawn by the ties that they still want: a pair of countries, and in each country a place.
 *   While the ends of ties are less alike than the measured degree assortativity says, the second place is the one most
 *   like the first of a few, and the more ties the first wants the more it looks at.
 * - A place that wants few takes the larger of two, or small places would end as pairs that nothing joins to the others.
 *
 * What cannot be found so (one in some thousands) is tied at random, in the same two countries where that is possible.
 */
export function growTies(mix: CountryMix, wanted: Uint32Array, ties: number, chance: Chance): TieGraph {
  const growth = new Growth(mix, wanted, ties, chance);
  growth.grow();
  fillUp(growth.graph, { ties, places: wanted.length, pairs: growth.unmatched, starts: mix.starts }, chance);
  return growth.graph;
}

class Growth {
  readonly graph: TieGraph;
  /** Pairs of countries, by the position in `CountryMix.ties`, whose ties found no places; one for each tie. */
  readonly unmatched: number[] = [];
  readonly #chance: Chance;
  readonly #country: Uint16Array;
  readonly #wanted: Uint32Array;
  /** How many ties each place still wants, and each pair of countries. */
  readonly #left: Uint32Array;
  readonly #open: Uint32Array;
  /** The same to draw from: places, a country an urn, and pairs of countries. */
  readonly #places: readonly Urn[];
  readonly #pairs: Urn;
  readonly #ties: number;
  readonly #meanDegree: number;
  readonly #trianglesDue: number;
  /** The product of the degrees of two ends, on average: what it is to be, and all together what it is. */
  readonly #likenessDue: number;
  #likeness = 0;

  constructor({ starts, ties: open }: CountryMix, wanted: Uint32Array, ties: number, chance: Chance) {
    this.graph = new TieGraph(wanted, ties);
    this.#chance = chance;
    this.#wanted = wanted;
    this.#left = wanted.slice();
    this.#open = open.slice();
    this.#pairs = new Urn(open);
    this.#country = new Uint16Array(wanted.length);
    const taken = new Uint32Array(wanted.length);
    this.#places = COUNTRIES.map((_, country) => {
      const [start, end] = [starts[country] as number, starts[country + 1] as number];
      this.#country.fill(country, start, end);
      return new Urn(wanted.subarray(start, end), start, taken);
    });
    this.#ties = ties;
    const [one, two, three] = [1, 2, 3].map((power) => wanted.reduce((sum, degree) => sum + degree ** power, 0)) as [
      number,
      number,
      number,
    ];
    this.#meanDegree = one / wanted.length;
    this.#trianglesDue = (MEASURED_WORLD.transitivity * (two - one)) / 2 / 3;
    const meanOfEnd = two / one;
    this.#likenessDue = meanOfEnd ** 2 + MEASURED_WORLD.degreeAssortativity * (three / one - meanOfEnd ** 2);
  }

  grow(): void {
    while (this.#pairs.left > 0) {
      if (this.#lacksTriangles() && this.#closeWedges()) continue;
      const pair = this.#pairs.look(this.#chance);
      if (!this.#joinCountries(pair)) {
        this.unmatched.push(pair);
        this.#settle(pair);
      }
    }
  }

  #lacksTriangles(): boolean {
    return this.graph.triangles < this.#trianglesDue * Math.sqrt(this.graph.size / this.#ties) && this.graph.size > 1;
  }

  /** Ties partners of a place with one another, as long as triangles are lacking. Whether any were tied. */
  #closeWedges(): boolean {
    for (let circles = CIRCLES; circles > 0; circles -= 1) {
      const [one, other] = [this.graph.someEnd(this.#chance), this.graph.someEnd(this.#chance)];
      const partners = this.graph.neighbours(this.graph.degree(one) < this.graph.degree(other) ? other : one);
      let closed = false;
      for (let tries = Math.max(TRIES, partners.length); tries > 0; tries -= 1) {
        if (!this.#join(this.#oneOf(partners), this.#oneOf(partners))) continue;
        closed = true;
        if (!this.#lacksTriangles()) break;
      }
      if (closed) return true;
    }
    return false;
  }

  /** Ties a place of one country with one of another, or of the same. Whether that was possible. */
  #joinCountries(pair: number): boolean {
    const [ones, others] = [this.#places[Math.floor(pair / COUNTRIES.length)] as Urn, this.#places[pair % COUNTRIES.length] as Urn];
    for (let tries = TRIES; tries > 0 && ones.left > 0 && others.left > 0; tries -= 1) {
      const one = ones.look(this.#chance);
      if (this.#join(one, this.#partnerFor(one, others))) return true;
    }
    return false;
  }

  #partnerFor(place: number, others: Urn): number {
    const wants = this.#wanted[place] as number;
    let best = others.look(this.#chance);
    if (wants < this.#meanDegree / 2) {
      const next = others.look(this.#chance);
      return (this.#wanted[next] as number) > (this.#wanted[best] as number) ? next : best;
    }
    if (this.#likeness >= this.#likenessDue * this.graph.size) return best;
    const unlikeness = (other: number) =>
      other === place ? Number.POSITIVE_INFINITY : Math.abs(Math.log((this.#wanted[other] as number) / wants));
    const looks = Math.min(MOST_LOOKS, (wants / this.#meanDegree) * MEASURED_MEAN_DEGREE);
    for (let look = 1; look < looks; look += 1) {
      const next = others.look(this.#chance);
      if (unlikeness(next) < unlikeness(best)) best = next;
    }
    return best;
  }

  /** Ties two places if both want it, their countries too, and they are not tied yet. Whether they were. */
  #join(one: number, other: number): boolean {
    const pair = this.#pairOf(one, other);
    if (one === other || this.#left[one] === 0 || this.#left[other] === 0 || this.#open[pair] === 0) return false;
    if (this.graph.areTied(one, other)) return false;
    this.graph.tie(one, other);
    this.#likeness += (this.#wanted[one] as number) * (this.#wanted[other] as number);
    this.#settle(pair);
    for (const place of [one, other]) {
      this.#left[place] = (this.#left[place] as number) - 1;
      this.#places[this.#country[place] as number]?.take(place);
    }
    return true;
  }

  /** One tie less that two countries want. */
  #settle(pair: number): void {
    this.#open[pair] = (this.#open[pair] as number) - 1;
    this.#pairs.take(pair);
  }

  #pairOf(one: number, other: number): number {
    const [a, b] = [this.#country[one] as number, this.#country[other] as number];
    return Math.min(a, b) * COUNTRIES.length + Math.max(a, b);
  }

  #oneOf(places: Uint32Array): number {
    return places[this.#chance.below(places.length)] as number;
  }
}

const MEASURED_MEAN_DEGREE = (2 * MEASURED_WORLD.ties) / MEASURED_WORLD.places;
