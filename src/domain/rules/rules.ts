import type { RuleText } from '../criteria.js';

export const SEVERITIES = {
  ERROR: 'An edit that breaks it is not made, unless the rule is overridden with a reason.',
  WARNING: 'An edit that breaks it is made, and told.',
} as const;
export type Severity = keyof typeof SEVERITIES;

interface RuleDefinition {
  readonly severity: Severity;
  /** Where it was read. */
  readonly text: RuleText;
  readonly description: string;
}

/** What is asked of agreements. An edit is held against what it makes worse, not against what stood there before. */
export const RULES = {
  STEP_BEFORE_EARLIER_STEP: {
    severity: 'ERROR',
    text: 'KSDPL_STEPS',
    description:
      'A step does not come before another one that the sequence puts first, but for a new round of talks after a signing. Where the regulation does not hold, only the phases are in order.',
  },
  TALKS_AFTER_SIGNING: {
    severity: 'WARNING',
    text: 'KSDPL_STEPS',
    description: 'A step of the talks that comes after a signing begins a new round, or one of the two dates is wrong.',
  },
  LAPSE_BEFORE_SIGNING: {
    severity: 'ERROR',
    text: 'KEMBAR',
    description: 'Only what was signed is renewed, lies dormant, runs out or is ended.',
  },
  STEP_AFTER_END: {
    severity: 'ERROR',
    text: 'KEMBAR',
    description: 'After its end an agreement is renewed or signed anew before it is carried out or lies dormant again.',
  },
  STEP_IN_FUTURE: {
    severity: 'ERROR',
    text: 'KEMBAR',
    description: 'A step has been reached; what is only expected is a plan.',
  },
  STEPS_SKIPPED: {
    severity: 'WARNING',
    text: 'KSDPL_STEPS',
    description: 'Before a signing come the steps that the track of the agreement asks for; where none is on record they may be missing.',
  },
  UNEQUAL_STATUS: {
    severity: 'WARNING',
    text: 'KSDPL',
    description:
      'The parties are of equal administrative status: provinces with provinces, cities and regencies with cities and regencies.',
  },
  RELATIONS_NOT_ON_RECORD: {
    severity: 'WARNING',
    text: 'KSDPL',
    description:
      'The countries of the parties have diplomatic relations; no mission of one in the other is on record, which shows nothing.',
  },
  DOMESTIC_KIND: {
    severity: 'ERROR',
    text: 'KSDD',
    description: 'A cooperation of places in one country is of the kind DOMESTIC, whatever its parties call it, and no other one is.',
  },
  STEP_OF_ANOTHER_TRACK: {
    severity: 'ERROR',
    text: 'KSDPL_STEPS',
    description: 'A domestic cooperation has no steps of the ministry that only cooperation abroad asks for.',
  },
  KIND_OF_OTHER_PLACES: {
    severity: 'WARNING',
    text: 'KEMBAR',
    description: 'A sister province joins provinces, a sister city or regency joins cities and regencies, a sister village villages.',
  },
  PARTY_NOT_CHOSEN: {
    severity: 'WARNING',
    text: 'KEMBAR',
    description: 'What is signed has parties below the level of a country.',
  },
  SAME_PARTIES: {
    severity: 'ERROR',
    text: 'KEMBAR',
    description: 'The same places have one agreement, unless they sign another one for something else.',
  },
  UMBRELLA_APART: {
    severity: 'WARNING',
    text: 'KEMBAR',
    description: 'Each party of an umbrella agreement is a party of what is under it, or encloses one.',
  },
} as const satisfies Readonly<Record<string, RuleDefinition>>;
export type Rule = keyof typeof RULES;
export const ALL_RULES = Object.keys(RULES) as [Rule, ...Rule[]];

/** What a rule says of an agreement. */
export interface RuleFinding {
  readonly rule: Rule;
  /** What is wrong, with the values, and what is accepted. */
  readonly message: string;
  /** The field that it is about, such as `stages[1].date`; null: the agreement as a whole. */
  readonly field: string | null;
  /** Ids of things that show it. */
  readonly evidence: readonly string[];
}
