import { type AgreementRecord, type PlaceRecord, RECORD_TYPES } from '../../format/records.js';
import { agreementCites } from './agreement-cites.js';
import { agreementKey } from './agreement-key.js';
import { joinedBy } from './agreement-kind.js';
import { boundedText } from './bounded-text.js';
import type { Cites } from './cites.js';
import { inferredSignings } from './inferred-signing.js';
import type { MergeReport } from './merge-report.js';
import type { Said } from './said.js';
import { MOST_SECTORS, type Sectors } from './sectors.js';
import { settleKind } from './settle-kind.js';
import { stageClaims, stepRecords } from './step-records.js';
import { validityPlans } from './validity-plans.js';

export interface WhatIsSaid {
  readonly parties: readonly PlaceRecord[];
  /** All of it joins the same (`joinedBy`). In the order of its weight. */
  readonly said: readonly Said[];
  readonly isDomestic: boolean;
  /** Keys that other agreements of these parties have already. */
  readonly taken: ReadonlySet<string>;
}

export interface NewAgreement extends WhatIsSaid {
  readonly key: string;
  readonly sectors: Sectors;
}

/** The key that a new agreement gets. */
export function newAgreementKey({ parties, said, isDomestic, taken }: WhatIsSaid): string {
  const { kind } = settleKind(said, parties, isDomestic);
  const keys = parties.map((place) => place.key);
  const word = kind.toLowerCase().replaceAll('_', '-');
  const plain = agreementKey(keys, joinedBy(kind, parties) === null ? null : word);
  return taken.has(plain) ? agreementKey(keys, word) : plain;
}

/** The record of an agreement that no other data set has. Null: nobody says that there is one, only that its parties cooperate. */
export function newAgreement({ key, parties, said, isDomestic, sectors }: NewAgreement, report: MergeReport): AgreementRecord | null {
  const stated = stageClaims(said);
  const { stages, contradictions, leftOut } = stepRecords(stated.length > 0 ? stated : inferredSignings(said));
  if (stages.length === 0) return null;

  const { kind, contradicting, cite } = settleKind(said, parties, isDomestic);
  const keys = parties.map((place) => place.key);

  const cites = agreementCites(said);
  cite(cites);
  const title = titleOf(said, cites);
  const plans = validityPlans(said, []);
  const inSectors = sectors.keysOf(said.flatMap((one) => one.sectors));

  report.countCreated(kind);
  report.citationsLeftOut += leftOut + plans.leftOut + cites.leftOut;
  for (const { stage, shown, said: other, claim } of contradictions) {
    report.conflicts.push(`${key}: ${stage} ${shown}, but ${other} in ${claim.said.source}, ${claim.said.at}`);
  }
  for (const other of contradicting) report.conflicts.push(`${key}: ${kind}, but also ${other}`);
  if (inSectors.length > MOST_SECTORS) {
    report.doubtful.push(`${key}: ${inSectors.length} sectors, of which ${MOST_SECTORS} are kept; are they all of one agreement?`);
  }
  return RECORD_TYPES.agreements.parse({
    key,
    kind,
    title,
    parties: inStatedOrder(keys, said),
    sectors: inSectors.slice(0, MOST_SECTORS),
    stages,
    plans: plans.list,
    cites: cites.list(),
  });
}

/** The title in each language that the weightiest statement gives; the others are kept as citations. */
function titleOf(said: readonly Said[], cites: Cites): { id?: string | undefined; en?: string | undefined } | undefined {
  const given = (language: 'id' | 'en') => {
    const all = said.flatMap((one) => {
      const text = boundedText(one.title?.[language], 300);
      return text === undefined ? [] : [{ one, text }];
    });
    for (const { one, text } of all) {
      if (text !== all[0]?.text) {
        cites.add(one, {
          field: 'title',
          value: text,
          preferred: false,
          note: `${all[0]?.text} is the title in a source that comes first.`,
        });
      }
    }
    return all[0]?.text;
  };
  const [id, en] = [given('id'), given('en')];
  return id === undefined && en === undefined ? undefined : { id, en };
}

/** The party at home comes first where all that is said of the agreement names it first; else the order is that of the keys. */
function inStatedOrder(keys: readonly string[], said: readonly Said[]): string[] {
  const [first, ...others] = new Set(said.map((one) => one.first));
  return first === undefined || others.length > 0 ? [...keys] : [first, ...keys.filter((key) => key !== first)];
}
