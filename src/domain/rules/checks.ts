import { levelOf } from '../place-level.js';
import { STAGES, type Stage } from '../stage.js';
import type { AgreementKind, PlaceKind } from '../vocabulary.js';
import { type DatedStep, datedSteps, isCertainlyBefore } from './days.js';
import type { Rule, RuleFinding } from './rules.js';
import type { AgreementSituation } from './situation.js';
import { comesFirst, TRACKS, trackOf } from './tracks.js';

type Found = Omit<RuleFinding, 'rule'>;

/** The last step of the sequence that leads to a signing. */
const SIGNING = STAGES.SIGNED.ordinal;
const isSigning = ({ stage }: DatedStep) => stage === 'SIGNED' || stage === 'RENEWED';
const NEEDS_SIGNING: readonly Stage[] = ['RENEWED', 'DORMANT', 'EXPIRED', 'TERMINATED'];
const ENDS: readonly Stage[] = ['EXPIRED', 'TERMINATED'];
const GOES_ON: readonly Stage[] = ['IMPLEMENTATION', 'DORMANT'];
const KINDS_OF_PLACES: Readonly<Partial<Record<AgreementKind, readonly PlaceKind[]>>> = {
  SISTER_PROVINCE: ['PROVINCE'],
  SISTER_CITY: ['CITY', 'REGENCY'],
  SISTER_REGENCY: ['CITY', 'REGENCY'],
  SISTER_VILLAGE: ['VILLAGE'],
};

const about = ({ field }: DatedStep, inner: 'date' | 'stage') => (field === null ? null : `${field}.${inner}`);
const told = ({ stage, date }: DatedStep) => (date === null ? stage : `${stage} (${date})`);

/** Pairs of steps of which the first comes before the second in time, beyond doubt, and after it in the sequence of its track. */
function reversed({ steps: all, parties }: AgreementSituation): (readonly [DatedStep, DatedStep])[] {
  const track = trackOf(parties.map(({ country }) => country));
  const inSequence = datedSteps(all).filter(({ stage }) => STAGES[stage].ordinal <= SIGNING);
  return inSequence.flatMap((later) =>
    inSequence
      .filter((earlier) => comesFirst(track, earlier.stage, later.stage) && isCertainlyBefore(later, earlier))
      .map((earlier) => [later, earlier] as const),
  );
}

/** Whether a signing that may have come by then makes what follows a new round. */
function isNewRound(steps: readonly DatedStep[], later: DatedStep, earlier: DatedStep): boolean {
  return steps.some((one) => isSigning(one) && isCertainlyBefore(one, earlier) && (one === later || !isCertainlyBefore(one, later)));
}

/** What each rule finds in a situation. */
export const CHECKS: Readonly<Record<Rule, (situation: AgreementSituation) => readonly Found[]>> = {
  STEP_BEFORE_EARLIER_STEP: (situation) => {
    const dated = datedSteps(situation.steps);
    return reversed(situation)
      .filter(([later, earlier]) => !isNewRound(dated, later, earlier))
      .map(([later, earlier]) => ({
        field: about(later, 'date'),
        message: `${told(later)} comes before ${told(earlier)}, which the sequence puts first; accepted is a date that leaves room for it`,
        evidence: [],
      }));
  },
  TALKS_AFTER_SIGNING: (situation) => {
    const dated = datedSteps(situation.steps);
    return reversed(situation)
      .filter(([later, earlier]) => isNewRound(dated, later, earlier) && isSigning(later))
      .map(([later, earlier]) => ({
        field: about(earlier, 'date'),
        message: `${told(earlier)} comes after ${told(later)}: it begins a new round of talks, or one of the dates is wrong`,
        evidence: [],
      }));
  },
  LAPSE_BEFORE_SIGNING: ({ steps }) => {
    const dated = datedSteps(steps);
    const signed = dated.filter(({ stage }) => stage === 'SIGNED' || stage === 'IMPLEMENTATION');
    return dated
      .filter(({ stage }) => NEEDS_SIGNING.includes(stage))
      .filter((step) => signed.every((one) => isCertainlyBefore(step, one)))
      .map((step) => ({
        field: about(step, 'stage'),
        message: `${told(step)} needs a signing before it, and none is on record; record SIGNED first, without a date where none is known`,
        evidence: [],
      }));
  },
  STEP_AFTER_END: ({ steps }) => {
    const dated = datedSteps(steps);
    return dated.flatMap((end) => {
      if (!ENDS.includes(end.stage)) return [];
      const isRevived = (step: DatedStep) =>
        dated.some((one) => isSigning(one) && !isCertainlyBefore(one, end) && !isCertainlyBefore(step, one));
      return dated
        .filter((step) => GOES_ON.includes(step.stage) && isCertainlyBefore(end, step) && !isRevived(step))
        .map((step) => ({
          field: about(step, 'stage'),
          message: `${told(step)} comes after ${told(end)}; record RENEWED or SIGNED between them`,
          evidence: [],
        }));
    });
  },
  STEP_IN_FUTURE: ({ steps, today }) =>
    datedSteps(steps)
      .filter(({ earliest }) => earliest !== null && earliest > dayAfter(today))
      .map((step) => ({
        field: about(step, 'date'),
        message: `${told(step)} lies after today (${today}); accepted is what has been reached, and a plan for what is expected`,
        evidence: [],
      })),
  STEPS_SKIPPED: (situation) => {
    const { steps } = situation;
    const signed = datedSteps(steps).find(({ stage }) => stage === 'SIGNED');
    const missing = missingSteps(situation);
    if (signed === undefined || missing.length === 0) return [];
    const message = `before ${told(signed)} no step is on record of ${missing.join(', ')}`;
    return [{ field: about(signed, 'stage'), message, evidence: [] }];
  },
  UNEQUAL_STATUS: ({ parties, kind }) => {
    if (kind === 'SISTER_PORT' || kind === 'DOMESTIC') return [];
    const ranked = parties.filter((one) => one.kind !== 'COUNTRY' && levelOf(one.kind) !== null);
    if (new Set(ranked.map((one) => levelOf(one.kind))).size < 2) return [];
    const named = ranked.map((one) => `${one.name} (${one.kind})`).join(', ');
    return [{ field: 'parties', message: `${named} are not of equal administrative status`, evidence: ranked.map(({ id }) => id) }];
  },
  RELATIONS_NOT_ON_RECORD: ({ parties, missions }) => {
    const countries = new Set(parties.flatMap(({ country }) => country ?? []));
    if (countries.size < 2 || missions.length > 0) return [];
    const message = 'no mission of one country in the other is on record; whether they have diplomatic relations is to be looked at';
    return [{ field: 'parties', message, evidence: [...countries].sort() }];
  },
  DOMESTIC_KIND: ({ parties, kind }) => {
    const isDomestic = trackOf(parties.map(({ country }) => country)) === 'DOMESTIC';
    if (isDomestic === (kind === 'DOMESTIC')) return [];
    const evidence = parties.map(({ id }) => id);
    if (isDomestic) return [{ field: 'kind', message: `its parties are in one country, so it is DOMESTIC and not ${kind}`, evidence }];
    if (parties.some(({ country }) => country === null)) return [];
    return [{ field: 'kind', message: 'its parties are in several countries, so it is not DOMESTIC', evidence }];
  },
  STEP_OF_ANOTHER_TRACK: ({ parties, steps }) => {
    const without: readonly Stage[] = TRACKS[trackOf(parties.map(({ country }) => country))].without;
    return datedSteps(steps)
      .filter(({ stage }) => without.includes(stage))
      .map((step) => ({
        field: about(step, 'stage'),
        message: `${told(step)} is a step of cooperation abroad, and its parties are in one country`,
        evidence: [],
      }));
  },
  KIND_OF_OTHER_PLACES: ({ kind, parties }) => {
    const fitting = KINDS_OF_PLACES[kind];
    if (fitting === undefined) return [];
    const others = parties.filter((one) => one.kind !== 'COUNTRY' && !fitting.includes(one.kind));
    if (others.length === 0) return [];
    const named = others.map((one) => `${one.name} is a ${one.kind}`).join(', ');
    return [{ field: 'kind', message: `${kind} joins ${fitting.join(' and ')}, and ${named}`, evidence: others.map(({ id }) => id) }];
  },
  PARTY_NOT_CHOSEN: ({ parties, steps }) => {
    const countries = parties.filter((one) => one.kind === 'COUNTRY');
    if (countries.length === 0 || !steps.some(({ stage }) => stage === 'SIGNED' || stage === 'RENEWED')) return [];
    const named = countries.map(({ name }) => name).join(', ');
    return [
      { field: 'parties', message: `it is signed, and of ${named} only the country is known`, evidence: countries.map(({ id }) => id) },
    ];
  },
  SAME_PARTIES: ({ others }) => {
    if (others.length === 0) return [];
    const named = others.slice(0, 3).map((id) => `"${id}"`);
    const message = `its parties have ${named.join(', ')} already; advance or correct that one, or say what this one is for`;
    return [{ field: 'parties', message, evidence: others }];
  },
  UMBRELLA_APART: ({ umbrella, parties }) => {
    const apart = (umbrella ?? []).filter((id) => !parties.some((one) => one.id === id || one.enclosing.includes(id)));
    if (apart.length === 0) return [];
    const message = `no party is in ${apart.map((id) => `"${id}"`).join(', ')}, which the umbrella joins`;
    return [{ field: 'umbrella', message, evidence: apart }];
  },
};

/** East of Greenwich, where most of these agreements are made, it is tomorrow already while `today` is that of UTC. */
function dayAfter(day: string): string {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}

/** The steps that the track of an agreement asks for before the signing, and that are not on record. */
export function missingSteps({ parties, steps }: AgreementSituation): Stage[] {
  const before: readonly Stage[] = TRACKS[trackOf(parties.map(({ country }) => country))].before;
  return before.filter((wanted) => !steps.some(({ stage }) => stage === wanted));
}
