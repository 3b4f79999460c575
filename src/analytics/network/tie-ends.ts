import type { TieFilter } from '../../domain/tie.js';
import { inOrder, type TableQuestion } from '../whole-graph/question.js';
import type { SnapshotPlace } from '../whole-graph/snapshot.js';
import { tiesThatCount } from '../whole-graph/ties.js';

/** A place that has a tie, with where it is. */
export type TiedPlace = Pick<SnapshotPlace, 'id' | 'country' | 'province'>;

const position = ({ id }: TiedPlace) => ({ key: id, id });

/** The nodes of the graph of ties, by their ids: the places that have a tie that counts. */
export const tieEnds: TableQuestion<{ readonly ties: TieFilter }, TiedPlace> = {
  direction: 'up',
  position,
  rows: (snapshot, { ties }) => {
    const ends = new Map(tiesThatCount(snapshot, ties).flatMap(({ a, b }) => [a, b].map((place) => [place.id, place] as const)));
    const places = [...ends.values()].map(({ id, country, province }) => ({ id, country, province }));
    return inOrder(places, 'up', position);
  },
};
