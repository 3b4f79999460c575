import type { z } from 'zod';
import type { AgreementKind, Confidence } from '../../domain/vocabulary.js';
import type { RECORD_TYPES } from '../format/records.js';
import type { Chance } from './chance.js';
import { history } from './histories.js';
import { placeKey } from './place-records.js';
import { AGREEMENT_SOURCES } from './synthetic-sources.js';
import { Weighted } from './weighted.js';
import type { WorldShape } from './world-shape.js';

export type SyntheticAgreement = z.input<(typeof RECORD_TYPES)['agreements']>;

/** How many of 100 agreements across a border are of a kind: guessed. */
const KINDS = new Weighted<AgreementKind>([
  [86, 'SISTER_CITY'],
  [9, 'FRIENDSHIP'],
  [5, 'COOPERATION'],
]);

/** How many sectors an agreement is known to have, and how often each is among them: guessed. Sectors are those that ship. */
const SECTOR_COUNTS = new Weighted<number>([
  [55, 0],
  [15, 1],
  [15, 2],
  [10, 3],
  [5, 4],
]);
const SECTORS = new Weighted<string>([
  [20, 'education'],
  [18, 'culture'],
  [14, 'tourism'],
  [10, 'trade'],
  [8, 'economy'],
  [7, 'sports'],
  [6, 'youth'],
  [6, 'arts'],
  [5, 'environment'],
  [4, 'technology'],
  [4, 'health'],
  [3, 'investment'],
  [3, 'agriculture'],
  [2, 'ports'],
  [2, 'smart-city'],
  [2, 'waste-management'],
]);

const CONFIDENCES = new Weighted<Confidence>([
  [42, 'HIGH'],
  [49, 'MEDIUM'],
  [9, 'LOW'],
]);
/** How many of 100 agreements both sources tell of. */
const TOLD_TWICE = 15;

/** An agreement for every tie, in the order of the ties. `isRegency` by the numbers of the places. */
export function* agreementRecords({ countries, ends }: WorldShape, isRegency: Uint8Array, chance: Chance): Generator<SyntheticAgreement> {
  for (let tie = 0; 2 * tie < ends.length; tie += 1) {
    const [a, b] = [ends[2 * tie] as number, ends[2 * tie + 1] as number].sort((one, other) => one - other) as [number, number];
    const parties = [placeKey(a), placeKey(b)];
    const sectors = someSectors(chance);
    const cites = someCites(chance);
    const stated = [{ source: cites[0]?.source as string }];
    yield {
      key: parties.join('.'),
      kind: countries[a] === countries[b] ? 'DOMESTIC' : isRegency[a] && isRegency[b] ? 'SISTER_REGENCY' : KINDS.draw(chance),
      parties,
      ...(sectors.length === 0 ? {} : { sectors }),
      stages: history(chance).map((step) => ({ ...step, cites: stated })),
      cites,
    };
  }
}

/** Distinct ones, so that sometimes there are fewer than were drawn. */
function someSectors(chance: Chance): string[] {
  return [...new Set(Array.from({ length: SECTOR_COUNTS.draw(chance) }, () => SECTORS.draw(chance)))];
}

function someCites(chance: Chance): SyntheticAgreement['cites'] {
  const first = chance.below(AGREEMENT_SOURCES.length);
  const sources = chance.below(100) < TOLD_TWICE ? [first, 1 - first] : [first];
  return sources.map((source) => ({ source: AGREEMENT_SOURCES[source]?.key as string, confidence: CONFIDENCES.draw(chance) }));
}
