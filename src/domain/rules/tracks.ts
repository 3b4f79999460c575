import type { RuleText } from '../criteria.js';
import { INDONESIA } from '../criteria.js';
import { type Phase, STAGES, type Stage } from '../stage.js';

interface TrackDefinition {
  readonly description: string;
  /** Where its steps were read; null: nowhere, nothing is asked for. */
  readonly text: RuleText | null;
  /** The steps that are asked for before the signing, in the order in which they usually come. */
  readonly before: readonly Stage[];
  /** Steps that it does not have. */
  readonly without: readonly Stage[];
}

/**
 * The ways that cooperations go. What they ask for is data, since regulations change and the texts that were read leave
 * open in which order the last two steps before the signing come.
 */
export const TRACKS = {
  ABROAD: {
    description: 'A region of Indonesia with a local government abroad (KSDPL).',
    text: 'KSDPL_STEPS',
    before: [
      'INITIATIVE',
      'EXPLORATION',
      'LETTER_OF_INTENT',
      'COOPERATION_PLAN',
      'COUNCIL_APPROVAL',
      'VERIFICATION',
      'DRAFTING',
      'NEGOTIATION',
      'FULL_POWERS',
    ],
    without: [],
  },
  DOMESTIC: {
    description: 'Two or more regions of one country (in Indonesia KSDD), which needs no ministry of foreign relations.',
    text: 'KSDD',
    before: [],
    without: ['VERIFICATION', 'FULL_POWERS'],
  },
  GENERAL: {
    description: 'Any other cooperation; what its own law asks for was not read.',
    text: null,
    before: [],
    without: [],
  },
} as const satisfies Readonly<Record<string, TrackDefinition>>;
export type Track = keyof typeof TRACKS;

/** The phases, in the order in which every cooperation goes through them. */
const PHASES_IN_ORDER: readonly Phase[] = ['EXPLORATION', 'INTENT', 'AGREEMENT'];
/** Steps of which the texts that were read do not say which one comes first. */
const IN_ANY_ORDER: readonly Stage[] = ['NEGOTIATION', 'FULL_POWERS'];

/**
 * Whether one step comes before another one in the sequence of a track. The steps of a regulation are in order where it holds;
 * elsewhere only phases are: there is a letter of intent before there is an agreement.
 */
export function comesFirst(track: Track, one: Stage, other: Stage): boolean {
  const ofPhases = PHASES_IN_ORDER.indexOf(STAGES[one].phase) - PHASES_IN_ORDER.indexOf(STAGES[other].phase);
  if (track !== 'ABROAD') return ofPhases < 0;
  return STAGES[one].ordinal < STAGES[other].ordinal && !(IN_ANY_ORDER.includes(one) && IN_ANY_ORDER.includes(other));
}

/** The way that a cooperation of places in some countries goes. A country that is not known is one of its own. */
export function trackOf(countries: readonly (string | null)[]): Track {
  const known = new Set(countries.filter((one) => one !== null));
  if (known.size === 1 && !countries.includes(null)) return 'DOMESTIC';
  return known.has(INDONESIA) ? 'ABROAD' : 'GENERAL';
}
