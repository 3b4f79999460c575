import { ascending, descending, rollup } from 'd3-array';
import { type Precision, precisionOf } from '../../domain/date-precision.js';
import { foldName } from '../../domain/names.js';
import { CONFIDENCES, type Confidence, membersOf, type PlaceKind } from '../../domain/vocabulary.js';
import type { AgreementRecord, DataSet, SourceRecord } from '../format/records.js';
import { type DisputedField, disputedFields } from './disputed-fields.js';
import { completePlaces } from './place-tree.js';

/** What there is of a group of agreements: those of a province, or those with a country. */
export interface CoverageRow extends Detail {
  /** Name of the province or country. */
  readonly name: string;
  readonly agreements: number;
  /** Places in the province or country that are parties. */
  readonly parties: number;
  /** Of a province the foreign countries it is tied with; of a country the places at home. */
  readonly partners: number;
}

/** Agreements whose best citation is of one grade; null: none is graded. */
export interface GradeCoverage {
  readonly grade: Confidence | null;
  readonly agreements: number;
  /** Those of them that one publisher alone speaks for: sources of one publisher are not independent. */
  readonly ofOnePublisher: number;
}

/** A field of an agreement, of its stages or of its plans on which sources disagree. */
export interface DisputedAgreementField extends DisputedField {
  readonly agreement: AgreementRecord;
  /** Name of the agreement, as the graph has it. */
  readonly name: string;
}

/** How much is recorded of agreements. */
interface Detail {
  /** Agreements of which somebody who signed at an event about them is known by name. */
  readonly withSignatories: number;
  readonly withSectors: number;
  /** Agreements with one stage at least that is dated to the day. */
  readonly datedToTheDay: number;
}

export interface Coverage extends Detail {
  readonly agreements: number;
  readonly withSignatoriesAndSectors: number;
  /** By province of the home country that has agreements: most agreements first, then by name. */
  readonly provinces: readonly CoverageRow[];
  /** Names of the provinces of the home country that have none. */
  readonly provincesWithout: readonly string[];
  /** By country; the home country is there with the agreements among its own places. Ordered as the provinces. */
  readonly countries: readonly CoverageRow[];
  /** How many stages are dated how closely; null: undated. */
  readonly stages: ReadonlyMap<Precision | null, number>;
  /** The best grade first. */
  readonly grades: readonly GradeCoverage[];
  /** How many fields are disputed, by type of record. */
  readonly disputed: ReadonlyMap<DisputedField['type'], number>;
  /** Those of agreements, by name of the agreement. */
  readonly disputedAgreementFields: readonly DisputedAgreementField[];
  readonly sourceKinds: ReadonlyMap<SourceRecord['kind'], number>;
  /** By licence, most sources first; null: none is stated. */
  readonly licences: ReadonlyMap<string | null, number>;
}

/** What a data set covers, gazetteers included, seen from the country that it is about. */
export function coverageOf(data: DataSet, home: string): Coverage {
  const places = new Map(completePlaces(data).map((place) => [place.key, place]));
  const nameOf = (key: string) => places.get(key)?.name ?? key;
  const around = (key: string, kind: PlaceKind): string | null => {
    for (let at = places.get(key); at !== undefined; at = places.get(at.partOf ?? '')) if (at.kind === kind) return at.key;
    return null;
  };
  const countryOf = (key: string) => around(key, 'COUNTRY') ?? key;
  const signed = new Set(
    data.events.flatMap(({ agreements, participants }) =>
      participants.some(({ role, tenure }) => role === 'SIGNATORY' && tenure !== undefined) ? agreements : [],
    ),
  );

  const isSigned = ({ key }: AgreementRecord) => signed.has(key);
  const hasSectors = ({ sectors }: AgreementRecord) => sectors.length > 0;
  const detail = (agreements: readonly AgreementRecord[]): Detail => ({
    withSignatories: agreements.filter(isSigned).length,
    withSectors: agreements.filter(hasSectors).length,
    datedToTheDay: agreements.filter(({ stages }) => stages.some(({ date }) => date !== undefined && precisionOf(date) === 'DAY')).length,
  });

  const row = (key: string, agreements: readonly AgreementRecord[], inside: (party: string) => boolean, partners: readonly string[]) => ({
    name: nameOf(key),
    agreements: agreements.length,
    parties: new Set(agreements.flatMap(({ parties }) => parties.filter(inside))).size,
    partners: new Set(partners).size,
    ...detail(agreements),
  });

  const atHome = (party: string) => countryOf(party) === home;
  const byProvince = grouped(data.agreements, ({ parties }) => parties.filter(atHome).flatMap((party) => around(party, 'PROVINCE') ?? []));
  const byCountry = grouped(data.agreements, ({ parties }) => [
    ...parties.map(countryOf).filter((country) => country !== home),
    ...(parties.filter(atHome).length > 1 ? [home] : []),
  ]);

  const disputed = disputedFields(data);
  const agreementOf = new Map(data.agreements.map((agreement) => [agreement.key, agreement]));
  const publisherOf = new Map(data.sources.map(({ key, publisher }) => [key, publisher]));
  const graded = data.agreements.map((agreement) => ({
    grade: bestGrade(agreement),
    publishers: new Set(supporting(agreement).map(({ source }) => publisherOf.get(source))).size,
  }));

  return {
    agreements: data.agreements.length,
    ...detail(data.agreements),
    withSignatoriesAndSectors: data.agreements.filter((agreement) => isSigned(agreement) && hasSectors(agreement)).length,
    provinces: [...byProvince]
      .map(([key, agreements]) => {
        const partners = agreements.flatMap(({ parties }) => parties.map(countryOf).filter((country) => country !== home));
        return row(key, agreements, (party) => around(party, 'PROVINCE') === key, partners);
      })
      .sort(mostFirst),
    provincesWithout: data.places
      .filter(({ key, kind }) => kind === 'PROVINCE' && atHome(key) && !byProvince.has(key))
      .map(({ key }) => nameOf(key))
      .sort(byName),
    countries: [...byCountry]
      .map(([key, agreements]) => {
        const partners = agreements.flatMap(({ parties }) => parties.filter(atHome));
        return row(key, agreements, (party) => countryOf(party) === key, partners);
      })
      .sort(mostFirst),
    stages: counted(data.agreements.flatMap(({ stages }) => stages.map(({ date }) => (date === undefined ? null : precisionOf(date))))),
    grades: [...membersOf(CONFIDENCES), null].map((grade) => {
      const ofGrade = graded.filter((one) => one.grade === grade);
      return { grade, agreements: ofGrade.length, ofOnePublisher: ofGrade.filter(({ publishers }) => publishers === 1).length };
    }),
    disputed: counted(disputed.map(({ type }) => type)),
    disputedAgreementFields: disputed
      .flatMap((field) => {
        const agreement = field.type === 'agreements' ? agreementOf.get(field.key) : undefined;
        if (agreement === undefined) return [];
        const { title, parties } = agreement;
        return [{ ...field, agreement, name: title?.en ?? title?.id ?? parties.map(nameOf).join(' – ') }];
      })
      .sort((one, other) => byName(one.name, other.name)),
    sourceKinds: counted(data.sources.map(({ kind }) => kind)),
    licences: counted(data.sources.map(({ licence }) => licence ?? null)),
  };
}

/** The citations that an agreement and its stages rest on. */
function supporting({ cites, stages }: AgreementRecord) {
  return [...cites, ...stages.flatMap((stage) => stage.cites)].filter(({ preferred }) => preferred);
}

/** The best grade of what supports the agreement itself, by which ties are filtered as well. */
function bestGrade({ cites }: AgreementRecord): Confidence | null {
  return membersOf(CONFIDENCES).find((grade) => cites.some(({ preferred, confidence }) => preferred && confidence === grade)) ?? null;
}

/** Things by each of the keys that they have, once under each. */
function grouped<T>(things: readonly T[], keysOf: (thing: T) => readonly string[]): Map<string, T[]> {
  const keyed = things.flatMap((thing) => [...new Set(keysOf(thing))].map((key) => ({ key, thing })));
  return rollup(
    keyed,
    (group) => group.map(({ thing }) => thing),
    ({ key }) => key,
  );
}

/** How often each is there, the most frequent first; of equally many the one that is met first. */
function counted<T>(things: readonly T[]): Map<T, number> {
  const counts = rollup(
    things,
    ({ length }) => length,
    (thing) => thing,
  );
  return new Map([...counts].sort(([, one], [, other]) => descending(one, other)));
}

function byName(one: string, other: string): number {
  return ascending(foldName(one), foldName(other));
}

function mostFirst(one: CoverageRow, other: CoverageRow): number {
  return descending(one.agreements, other.agreements) || byName(one.name, other.name);
}
