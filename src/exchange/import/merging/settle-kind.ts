import { rollup } from 'd3-array';
import { AGREEMENT_KINDS, type AgreementKind, membersOf } from '../../../domain/vocabulary.js';
import type { PlaceRecord } from '../../format/records.js';
import { agreementKind, joinedBy, KIND_NOTE } from './agreement-kind.js';
import type { Cites } from './cites.js';
import { gradeOf, type Said } from './said.js';

const DOMESTIC_NOTE = "The source's word; between regions of one country it is domestic cooperation.";
const ABROAD_NOTE = 'The parties are not in one country.';

/** The kind of an agreement, and what is wrong with kinds that sources state instead. */
export interface SettledKind {
  readonly kind: AgreementKind;
  /** The kinds that contradict it, as they are stated. */
  readonly contradicting: readonly AgreementKind[];
  /** Says in citations who states which kind. */
  readonly cite: (cites: Cites) => void;
}

/**
 * The kind of an agreement from what statements call it. Between regions of one country it is domestic cooperation,
 * whatever they call it. Else a kind that is stated: one that is more than cooperation, which claims nothing more specific,
 * and of several the one of the better source, then of more sources, then the one that follows from what the parties are.
 * It follows from these alone where no kind is stated.
 */
export function settleKind(said: readonly Said[], parties: readonly PlaceRecord[], isDomestic: boolean): SettledKind {
  const inferred = agreementKind(parties, isDomestic);
  const [first] = said;
  const joins = joinedBy(first?.kind ?? null, parties);
  const stated = said.flatMap((one) => (one.kind === null ? [] : [{ one, kind: one.kind }]));
  const possible = isDomestic && joins === null ? ['DOMESTIC' as const] : ranked(said, inferred).filter((kind) => kind !== 'DOMESTIC');
  const kind = possible[0] ?? inferred;
  const differing = stated.filter((statement) => statement.kind !== kind);
  const contradicts = (other: AgreementKind) => other !== kind && other !== 'COOPERATION';
  return {
    kind,
    contradicting: [...new Set(differing.map((statement) => statement.kind))].filter(contradicts),
    cite: (cites) => {
      if (!stated.some((statement) => statement.kind === kind)) {
        if (first !== undefined) cites.add(first, { field: 'kind', basis: 'INFERRED', note: KIND_NOTE });
      } else if (stated.length < said.length || differing.length > 0) {
        for (const { one } of stated.filter((statement) => statement.kind === kind)) cites.add(one, { field: 'kind', value: kind });
      }
      for (const { one, kind: other } of differing) {
        if (!contradicts(other)) cites.add(one, { field: 'kind', value: other });
        else cites.add(one, { field: 'kind', value: other, preferred: false, note: whyNot(other, kind) });
      }
    },
  };
}

function whyNot(kind: AgreementKind, shown: AgreementKind): string {
  if (shown === 'DOMESTIC') return DOMESTIC_NOTE;
  return kind === 'DOMESTIC' ? ABROAD_NOTE : `${shown} is what better or more sources call it.`;
}

/** The kinds that statements give, the one that is best founded first. */
function ranked(said: readonly Said[], inferred: AgreementKind): AgreementKind[] {
  const given = said.filter(({ kind }) => kind !== null);
  const weights = rollup(
    given,
    (some) => ({
      grade: Math.min(...some.map(({ confidence }) => gradeOf(confidence))),
      sources: new Set(some.map(({ source }) => source)).size,
    }),
    ({ kind }) => kind as AgreementKind,
  );
  const order = membersOf(AGREEMENT_KINDS);
  return [...weights]
    .sort(
      ([one, a], [other, b]) =>
        Number(one === 'COOPERATION') - Number(other === 'COOPERATION') ||
        a.grade - b.grade ||
        b.sources - a.sources ||
        Number(other === inferred) - Number(one === inferred) ||
        order.indexOf(one) - order.indexOf(other),
    )
    .map(([kind]) => kind);
}
