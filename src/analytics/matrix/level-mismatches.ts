import { group } from 'd3-array';
import { levelOf } from '../../domain/place-level.js';
import type { TieFilter } from '../../domain/tie.js';
import type { PlaceKind } from '../../domain/vocabulary.js';
import type { TableQuestion } from '../whole-graph/question.js';
import { inOrder } from '../whole-graph/question.js';
import type { Snapshot } from '../whole-graph/snapshot.js';
import { type Tie, tiesThatCount } from '../whole-graph/ties.js';
import { type TieCount, TieTally } from './tie-count.js';

/** An agreement that ties places of different administrative level. */
export interface LevelMismatch {
  /** Id of the agreement. */
  readonly agreement: string;
  /** Kinds of the places, from the highest level down. */
  readonly kinds: readonly PlaceKind[];
  /** How many levels lie between its places at most, from 1. */
  readonly levels: number;
}

/** Two kinds of different level, the higher one first, with the ties between places of these kinds. */
export interface KindPair extends TieCount {
  readonly higher: PlaceKind;
  readonly lower: PlaceKind;
}

interface Mismatch {
  readonly tie: Tie;
  readonly higher: PlaceKind;
  readonly lower: PlaceKind;
  readonly levels: number;
}

/** The ties whose ends have a level each, and not the same one. */
function mismatches(snapshot: Snapshot, filter: TieFilter): Mismatch[] {
  return tiesThatCount(snapshot, filter).flatMap((tie) => {
    const [one, other] = [levelOf(tie.a.kind), levelOf(tie.b.kind)];
    if (one === null || other === null || one === other) return [];
    const [higher, lower] = one < other ? [tie.a.kind, tie.b.kind] : [tie.b.kind, tie.a.kind];
    return [{ tie, higher, lower, levels: Math.abs(one - other) }];
  });
}

const position = ({ levels, agreement }: LevelMismatch) => ({ key: levels, id: agreement });

/** The agreements that tie places of different level, those with most levels between them first. */
export const levelMismatches: TableQuestion<{ readonly ties: TieFilter }, LevelMismatch> = {
  direction: 'down',
  position,
  rows: (snapshot, { ties }) => {
    const found = group(mismatches(snapshot, ties), ({ tie }) => tie.agreement.id);
    const rows = [...found].map(([agreement, members]) => ({
      agreement,
      kinds: fromTheHighest(members.flatMap(({ higher, lower }) => [higher, lower])),
      levels: Math.max(...members.map(({ levels }) => levels)),
    }));
    return inOrder(rows, 'down', position);
  },
};

function fromTheHighest(kinds: readonly PlaceKind[]): PlaceKind[] {
  return [...new Set(kinds)].sort((one, other) => (levelOf(one) ?? 0) - (levelOf(other) ?? 0) || (one < other ? -1 : 1));
}

const positionOfPair = ({ higher, lower, tieCount }: KindPair) => ({ key: tieCount, id: `${higher} ${lower}` });

/** How many ties join each two kinds of different level, those with most first. */
export const levelMismatchKinds: TableQuestion<{ readonly ties: TieFilter }, KindPair> = {
  direction: 'down',
  position: positionOfPair,
  rows: (snapshot, { ties }) => {
    const tally = new TieTally<{ higher: PlaceKind; lower: PlaceKind }>();
    for (const { tie, higher, lower } of mismatches(snapshot, ties)) tally.add({ higher, lower }, tie);
    return inOrder(tally.rows(), 'down', positionOfPair);
  },
};
