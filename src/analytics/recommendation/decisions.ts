import type { Criterion, Verdict } from '../../domain/criteria.js';
import { levelOf } from '../../domain/place-level.js';
import type { Whereabouts } from '../../store/whereabouts.js';
import { likeness } from './signals.js';

/** What the graph knows of a pair of places, as far as criteria ask for it. Ids. */
export interface Facts {
  readonly a: Whereabouts;
  readonly b: Whereabouts;
  /** Missions with a diplomat at their head that one country has in the other. */
  readonly missions: readonly string[];
  /** Agreements and talks of the two, whatever became of them. */
  readonly onRecord: readonly string[];
  /** Those of them that are signed and run. */
  readonly running: readonly string[];
  /** Places whose heads signed those that run, at which event. */
  readonly signings: readonly { readonly agreement: string; readonly place: string; readonly event: string }[];
  /** Sectors of the agreements and talks on record. */
  readonly subjects: readonly { readonly agreement: string; readonly sector: string }[];
}

export interface Decision {
  readonly verdict: Exclude<Verdict, 'NOT_APPLICABLE'>;
  readonly explanation: string;
  /** Ids of things of any type. */
  readonly evidence: readonly string[];
}

const met = (explanation: string, evidence: readonly string[]): Decision => ({ verdict: 'MET', explanation, evidence });
const notMet = (explanation: string, evidence: readonly string[]): Decision => ({ verdict: 'NOT_MET', explanation, evidence });
const undecided = (explanation: string, evidence: readonly string[] = []): Decision => ({ verdict: 'UNDECIDED', explanation, evidence });

const places = ({ a, b }: Facts): string[] => [a.id, b.id];
const notRecorded = (what: string) => (): Decision => undecided(`The graph does not record ${what}.`);

/** What the graph says of each criterion for a pair to which it applies. */
export const DECISIONS: Readonly<Record<Criterion, (facts: Facts) => Decision>> = {
  FOREIGN_PARTNER: (facts) => {
    const { a, b } = facts;
    if (a.country === null || b.country === null) return undecided('It is not known which country one of them is in.', places(facts));
    return a.country === b.country
      ? notMet('Both are in Indonesia: cooperation of two regions (KSDD) has its own rules.', places(facts))
      : met('One is in Indonesia and one abroad.', places(facts));
  },
  DIPLOMATIC_RELATIONS: ({ missions }) =>
    missions.length > 0
      ? met('One country has a mission in the other.', missions)
      : undecided('No mission of one country in the other is on record, which shows nothing.'),
  REGIONAL_AFFAIRS: ({ subjects }) =>
    undecided(
      subjects.length > 0
        ? 'The agreements and talks of the two name sectors; what the powers of the region are is not recorded.'
        : 'No agreement or talks of the two name a sector.',
      [...unique(subjects.map(({ agreement }) => agreement)), ...unique(subjects.map(({ sector }) => sector))],
    ),
  NO_OFFICE_ABROAD: notRecorded('representative offices of regions'),
  NO_INTERFERENCE: notRecorded('what the texts of agreements say'),
  IN_LINE_WITH_PLANS: notRecorded('development plans'),
  EQUAL_STATUS: (facts) => {
    const { a, b } = facts;
    const [one, other] = [levelOf(a.kind), levelOf(b.kind)];
    if (one === null || other === null || a.kind === 'COUNTRY' || b.kind === 'COUNTRY')
      return undecided('One of them is a country, or a body that has no rank in the administration of one.', places(facts));
    return one === other
      ? met(`Both are of level ${one}: ${a.kind}, ${b.kind}.`, places(facts))
      : notMet(`One is of level ${one}, the other of level ${other}: ${a.kind}, ${b.kind}.`, places(facts));
  },
  EQUAL_TERRITORY: notRecorded('territories'),
  COMPLEMENTARITY: notRecorded('what places need and have to offer'),
  PEOPLE_TO_PEOPLE: notRecorded('what cooperations plan for the people of both'),
  SIMILAR_CHARACTERISTICS: (facts) => {
    const ratio = likeness(facts.a.population, facts.b.population);
    return undecided(
      ratio > 0
        ? `The smaller population is ${ratio.toFixed(2)} of the larger; other characteristics are not recorded.`
        : 'The population of one of them is not known, and other characteristics are not recorded.',
      places(facts),
    );
  },
  SIMILAR_PROBLEMS: notRecorded('the problems of places'),
  NO_AGREEMENT_YET: ({ running, onRecord }) => {
    if (running.length > 0) return notMet('The two have an agreement that is signed and runs.', running);
    return onRecord.length > 0
      ? met('What is on record of the two are talks, or an agreement that has lapsed.', onRecord)
      : met('No agreement or talks of the two are on record.', []);
  },
  CLAIR_SIGNED_BY_HEADS: ({ a, b, signings }) => {
    const ofBoth = signings.filter(({ agreement }) =>
      [a, b].every(({ id }) => signings.some((one) => one.agreement === agreement && one.place === id)),
    );
    return ofBoth.length > 0
      ? met('The heads of both signed.', unique(ofBoth.flatMap(({ agreement, event }) => [agreement, event])))
      : undecided('No signing by the heads of both is on record.', unique(signings.map(({ event }) => event)));
  },
  CLAIR_SEVERAL_FIELDS: ({ subjects, running }) => {
    const sectors = unique(subjects.filter(({ agreement }) => running.includes(agreement)).map(({ sector }) => sector));
    return sectors.length > 1
      ? met('Agreements that run are about more than one sector.', [...running, ...sectors])
      : undecided('No agreement that runs is on record with more than one sector.', [...running, ...sectors]);
  },
  CLAIR_ASSEMBLY_APPROVED: notRecorded('resolutions of assemblies in Japan'),
};

function unique(ids: readonly string[]): string[] {
  return [...new Set(ids)].sort();
}
