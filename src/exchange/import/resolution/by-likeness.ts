import type { PlaceKind } from '../../../domain/vocabulary.js';
import type { PlaceRecord } from '../../format/records.js';
import type { Asked } from './asked.js';
import { assess } from './assessment.js';
import type { NameIndex } from './name-index.js';
import { type Candidate, likeliest, type NewPlaceFrame, type Outcome } from './outcome.js';
import type { Thresholds } from './thresholds.js';
import { distanceTo, isNear, type Whereabouts } from './where.js';

/** Names that are less alike than this are not worth being shown. */
const SHOWN = 0.6;

interface Alike extends Candidate {
  /** Whether the name is alike enough to be taken. */
  readonly acceptable: boolean;
}

/**
 * Finds a party by names of its country that are like its own. One that is clearly the most alike is taken; others are
 * asked about, so that a misspelling makes no second place.
 */
export function byLikeness(asked: Asked, names: NameIndex, whereabouts: Whereabouts, thresholds: Thresholds): Outcome {
  const { lead, ask } = thresholds;
  const alike: Alike[] = [];
  for (const country of asked.where.countries) {
    for (const { place, written, core, score } of names.alike(asked.name, country.key, Math.min(SHOWN, ask))) {
      const assessed = assess(place, country.key, asked, whereabouts, true);
      if (assessed === null || assessed.codedOtherwise) continue;
      const { objections } = assessed;
      const sure = isListed(asked.level, country) || isNear(distanceTo(place, asked.location));
      const accept = sure ? thresholds.acceptListed : thresholds.accept;
      // Typing errors seldom hit the first letter; Altenkirchen and Kaltenkirchen are two towns.
      const acceptable = score >= accept && (sure || asked.name.core[0] === core[0]);
      // What only resembles the name and differs in something else as well is another place, unless the name is nearly the same.
      if (objections.length > 0 && score < accept) continue;
      alike.push({ place, score, reason: `it is called ${written}`, against: objections, acceptable });
    }
  }
  const [best, second] = likeliest(alike.filter(({ against }) => against.length === 0));
  if (best?.acceptable && best.score - (second?.score ?? 0) >= lead) {
    return { kind: 'FOUND', place: best.place, rule: 'LIKENESS', score: best.score };
  }
  const near = alike.filter(({ score }) => score >= ask);
  const shown = (list: readonly Alike[]) => likeliest(list).map(({ place, score, reason, against }) => ({ place, score, reason, against }));
  if (near.length > 0) return { kind: 'AMBIGUOUS', why: 'no place bears this name, but some are called alike', candidates: shown(near) };
  return { kind: 'UNKNOWN', why: 'no known place is called so, or nearly so', nearest: shown(alike), frame: frameOf(asked) };
}

/** What a new place can be made with; null where the row does not tell enough, or names what cannot be new. */
export function frameOf({ level, where }: Pick<Asked, 'level' | 'where'>): NewPlaceFrame | null {
  const [country, ...more] = where.countries;
  if (country === undefined || more.length > 0 || where.unknown !== null || level === null || isListed(level, country)) return null;
  return { kind: level, within: where.province ?? country };
}

/** Whether all places of a level are known, so that there is no new one: the gazetteers list them. */
export function isListed(level: PlaceKind | null, country: PlaceRecord): boolean {
  return level === 'COUNTRY' || level === 'PROVINCE' || (country.key === 'id' && (level === 'CITY' || level === 'REGENCY'));
}
