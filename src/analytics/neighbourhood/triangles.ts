import type { TiedPair } from '../../store/ties.js';
import { inOrder } from '../whole-graph/question.js';
import type { EgoNetwork } from './ego-network.js';

/** Two partners of a place that are tied to each other. */
export interface Triangle {
  /** Ids of the two, by name, among equal names by id. */
  readonly partners: readonly [string, string];
  /** What the triangle is sorted by. */
  readonly name: string;
  /** The ties of the place with the one and the other, and that of the two. */
  readonly sides: readonly TiedPair[];
}

/** Names may hold anything but this. */
const BETWEEN_NAMES = '\t';

export const positionOfTriangle = ({ partners, name }: Triangle) => ({ key: name, id: partners.join(' ') });

/** The triangles that a place is a corner of, by the names of the other two corners. */
export function trianglesOf(place: string, { partners, pairs }: EgoNetwork): Triangle[] {
  const sides = new Map(pairs.filter(({ a, b }) => a === place || b === place).map((pair) => [pair.a === place ? pair.b : pair.a, pair]));
  const nameOf = (id: string) => partners.get(id) ?? '';
  const triangles = pairs
    .filter(({ a, b }) => a !== place && b !== place)
    .map((pair): Triangle => {
      const [one, other] = nameOf(pair.a) <= nameOf(pair.b) ? [pair.a, pair.b] : [pair.b, pair.a];
      return {
        partners: [one, other],
        name: nameOf(one) + BETWEEN_NAMES + nameOf(other),
        sides: [sides.get(one), sides.get(other), pair].filter((side) => side !== undefined),
      };
    });
  return inOrder(triangles, 'up', positionOfTriangle);
}
