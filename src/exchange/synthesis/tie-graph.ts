import type { Chance } from './chance.js';

/**
 * A simple graph that grows tie by tie, and counts its triangles meanwhile. Places are numbers from 0. A place has room
 * for a number of neighbours that is told beforehand; ties beyond are kept as ties, and close no triangles.
 */
export class TieGraph {
  /** Tie `t` joins `ends[2 * t]` and `ends[2 * t + 1]`. */
  readonly ends: Uint32Array;
  #size = 0;
  #triangles = 0;
  /** The neighbours of place `p` are at `#starts[p]` up to before `#starts[p] + #degrees[p]`. */
  readonly #starts: Uint32Array;
  readonly #degrees: Uint32Array;
  readonly #neighbours: Uint32Array;
  /** For each place: the last tie one of whose ends had it as a neighbour, counted from 1. */
  readonly #marks: Uint32Array;
  /** Pairs that are tied, each as a number, where its hash or the first free slot after it is; 0 where there is none. */
  readonly #pairs: Float64Array;

  constructor(room: Uint32Array, mostTies: number) {
    const places = room.length;
    this.ends = new Uint32Array(2 * mostTies);
    this.#starts = new Uint32Array(places + 1);
    for (const [place, count] of room.entries()) this.#starts[place + 1] = this.#start(place) + count;
    this.#degrees = new Uint32Array(places);
    this.#neighbours = new Uint32Array(this.#start(places));
    this.#marks = new Uint32Array(places);
    this.#pairs = new Float64Array(2 ** Math.ceil(Math.log2(2 * mostTies + 2)));
  }

  /** How many ties there are. */
  get size(): number {
    return this.#size;
  }

  get triangles(): number {
    return this.#triangles;
  }

  /** A copy would cost as much as the graph: it is good until the next tie. */
  neighbours(place: number): Uint32Array {
    return this.#neighbours.subarray(this.#start(place), this.#start(place) + this.degree(place));
  }

  degree(place: number): number {
    return this.#degrees[place] as number;
  }

  areTied(one: number, other: number): boolean {
    return this.#pairs[this.#slot(one, other)] !== 0;
  }

  /** Joins two places that are distinct and not joined. */
  tie(one: number, other: number): void {
    this.#pairs[this.#slot(one, other)] = this.#number(one, other);
    this.#triangles += this.#common(one, other);
    this.ends[2 * this.#size] = one;
    this.ends[2 * this.#size + 1] = other;
    this.#size += 1;
    this.#list(one, other);
    this.#list(other, one);
  }

  /** The place at an end of a tie, each end as likely. There must be a tie. */
  someEnd(chance: Chance): number {
    return this.ends[chance.below(2 * this.#size)] as number;
  }

  #start(place: number): number {
    return this.#starts[place] as number;
  }

  #list(neighbour: number, place: number): void {
    const at = this.#start(place) + this.degree(place);
    if (at === this.#starts[place + 1]) return;
    this.#neighbours[at] = neighbour;
    this.#degrees[place] = this.degree(place) + 1;
  }

  #common(one: number, other: number): number {
    const mark = this.#size + 1;
    for (const neighbour of this.neighbours(one)) this.#marks[neighbour] = mark;
    let common = 0;
    for (const neighbour of this.neighbours(other)) if (this.#marks[neighbour] === mark) common += 1;
    return common;
  }

  /** Never 0, since the larger of two distinct places is not. */
  #number(one: number, other: number): number {
    return Math.min(one, other) * this.#marks.length + Math.max(one, other);
  }

  /** Where a pair is, or would be. */
  #slot(one: number, other: number): number {
    const last = this.#pairs.length - 1;
    const number = this.#number(one, other);
    const mixed = Math.imul(Math.min(one, other) ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(Math.max(one, other), 0xc2b2ae35);
    let slot = (mixed ^ (mixed >>> 15)) & last;
    while (this.#pairs[slot] !== 0 && this.#pairs[slot] !== number) slot = (slot + 1) & last;
    return slot;
  }
}
