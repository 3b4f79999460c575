import { z } from 'zod';
import { STAGES, type Stage } from '../../domain/stage.js';
import {
  AGREEMENT_KINDS,
  AWARD_OUTCOMES,
  CODE_SCHEMES,
  EVENT_KINDS,
  MISSION_KINDS,
  membersOf,
  NAME_KINDS,
  OFFICE_ROLES,
  PARTICIPATION_ROLES,
  PLACE_KINDS,
  SOURCE_KINDS,
} from '../../domain/vocabulary.js';
import { bilingual, cite, cites, key, partialDate, slug, url } from './fields.js';
import { stepNumbers } from './step-numbers.js';
import { text } from './text.js';

/**
 * Kembar's own data format: YAML files, each a mapping from record type to a list of records.
 * A record may stand in any file and refer to records of other files by their keys. The bounds here
 * are what makes the unpaged lists of the API bounded.
 */

const source = z.strictObject({
  key,
  kind: z.enum(membersOf(SOURCE_KINDS)),
  title: text(500),
  publisher: text(200),
  authors: z.array(text(200)).max(20).default([]),
  published: partialDate.optional(),
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .describe('ISO 639 code.'),
  url: url.optional(),
  licence: text(200).optional().describe('Terms of use, where the source states them.'),
  import: z
    .strictObject({
      tool: text(200).describe('The program that read it, with its version.'),
      at: z.iso.datetime().describe('When, in UTC.'),
      files: z.array(z.strictObject({ name: text(500), sha256: z.string().regex(/^[0-9a-f]{64}$/) })).max(1000),
    })
    .optional()
    .describe('How a source that is a file came into the graph.'),
  note: text(1000).optional(),
});

const code = z.strictObject({
  scheme: z.enum(membersOf(CODE_SCHEMES)),
  value: z.union([text(40), z.number().int().transform(String)]),
  from: partialDate.optional(),
  until: partialDate.optional(),
});

const otherName = z.strictObject({
  text: text(300),
  kind: z.enum(membersOf(NAME_KINDS)),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(?:-[A-Za-z]{2,8})?$/)
    .optional(),
  cites: cites.optional(),
});
const otherNames = z.array(otherName).max(50).default([]);

const location = z.strictObject({
  latitude: z.number().min(-90).max(90).describe('Degrees north, WGS 84.'),
  longitude: z.number().min(-180).max(180).describe('Degrees east, WGS 84.'),
});

const place = z.strictObject({
  key,
  slug: slug.optional().describe('Readable address; derived from name and country when absent.'),
  kind: z.enum(membersOf(PLACE_KINDS)),
  designation: text(80).optional().describe('What this kind of place is called where it is: prefecture, state, county.'),
  name: text(200),
  names: bilingual.optional().describe('Display names in Indonesian and English where they differ from `name`.'),
  partOf: key.optional().describe('The next larger place; only a country has none.'),
  formerlyPartOf: z.array(key).max(10).default([]),
  codes: z.array(code).max(20).default([]),
  otherNames,
  location: location.optional(),
  population: z.number().int().min(0).max(2_000_000_000).optional(),
  note: text(1000).optional(),
  cites,
});

/** Adds to a place that a gazetteer or another file defines; what it gives replaces single values and extends lists. */
const placeDetail = z.strictObject({
  key: key.describe('Key of the place that is added to.'),
  designation: text(80).optional(),
  name: text(200).optional(),
  names: bilingual.optional(),
  codes: z.array(code).max(20).default([]),
  otherNames,
  location: location.optional(),
  population: z.number().int().min(0).max(2_000_000_000).optional(),
  note: text(1000).optional(),
  cites,
});

const sector = z.strictObject({
  key,
  name: z.strictObject({ id: text(120), en: text(120) }),
});

const office = z
  .strictObject({
    key,
    role: z.enum(membersOf(OFFICE_ROLES)),
    name: bilingual,
    place: key.optional().describe('The place whose office it is; or else `mission`.'),
    mission: key.optional(),
    otherNames,
    cites,
  })
  .refine(
    (office) => (office.place === undefined) !== (office.mission === undefined),
    'an office belongs to a place or to a mission, to one of them',
  );

const official = z.strictObject({
  key,
  name: text(200),
  otherNames,
  note: text(600).optional(),
  cites,
});

const tenure = z.strictObject({
  key,
  official: key,
  office: key,
  from: partialDate.optional(),
  until: partialDate.optional(),
  acting: z.boolean().default(false).describe('true: penjabat (Pj.), acting.'),
  note: text(600).optional(),
  cites,
});

const mission = z.strictObject({
  key,
  kind: z.enum(membersOf(MISSION_KINDS)),
  name: bilingual,
  sentBy: key.describe('The country that sends it.'),
  seat: key.describe('The place where it is.'),
  covers: z.array(key).max(60).default([]).describe('The provinces in its district.'),
  otherNames,
  cites,
});

const stage = z.strictObject({
  number: z
    .number()
    .int()
    .min(1)
    .max(999)
    .optional()
    .describe('Which step it is, where that is not its place in the list from 1: ids keep it when a step before it is withdrawn.'),
  stage: z.enum(Object.keys(STAGES) as [Stage, ...Stage[]]),
  date: partialDate.optional(),
  event: key.optional().describe('The event at which it was reached.'),
  note: text(600).optional(),
  cites,
});

const plan = z.strictObject({
  stage: z
    .enum(Object.keys(STAGES) as [Stage, ...Stage[]])
    .optional()
    .describe('The stage that is expected, where a source names one.'),
  description: bilingual.describe('What is expected, in our own words.'),
  date: partialDate.optional(),
  cites,
});

const stages = z
  .array(stage)
  .max(50)
  .refine((steps) => new Set(stepNumbers(steps)).size === steps.length, 'two steps have one number');

const agreement = z.strictObject({
  key,
  kind: z.enum(membersOf(AGREEMENT_KINDS)),
  title: bilingual.optional().describe('Derived from the parties when absent.'),
  parties: z.array(key).min(2).max(20).describe('Places; a country stands for a party that is not known more closely.'),
  sectors: z.array(key).max(30).default([]),
  umbrella: key.optional().describe('The agreement that makes room for this one.'),
  promptedBy: key.optional().describe('The award that a source says led to it.'),
  stages: stages.min(1),
  plans: z.array(plan).max(20).default([]),
  note: text(1000).optional(),
  cites,
});

/** Adds to an agreement that another data set has. */
const agreementDetail = z.strictObject({
  key: key.describe('Key of the agreement that is added to.'),
  sectors: z.array(key).max(30).default([]),
  stages: stages.default([]).describe('Steps that it does not have.'),
  supports: z
    .array(z.strictObject({ stage: z.number().int().min(1).max(999).describe('The number of the step.'), cites }))
    .max(50)
    .default([])
    .describe('What is said of steps that it has.'),
  plans: z.array(plan).max(20).default([]).describe('What is expected, beside what it has.'),
  cites,
});

const participation = z
  .strictObject({
    role: z.enum(membersOf(PARTICIPATION_ROLES)),
    tenure: key.optional().describe('A person in an office; or else `office`, or else `place`.'),
    office: key.optional().describe('An office whose holder no source names.'),
    place: key.optional().describe('A delegation of a place.'),
    note: text(300).optional(),
    cites: cites.optional(),
  })
  .refine(
    (who) => [who.tenure, who.office, who.place].filter((one) => one !== undefined).length === 1,
    'who takes part is a tenure, an office or a place, one of them',
  );

const event = z.strictObject({
  key,
  kind: z.enum(membersOf(EVENT_KINDS)),
  title: bilingual,
  date: partialDate.optional(),
  place: key.optional().describe('Where it took place.'),
  venue: text(200).optional(),
  agreements: z.array(key).max(20).default([]),
  sectors: z.array(key).max(30).default([]),
  participants: z.array(participation).max(100).default([]),
  note: text(1000).optional(),
  cites,
});

const award = z.strictObject({
  key,
  name: bilingual,
  organiser: text(200).optional(),
  date: partialDate.optional(),
  participatingPlaces: z.number().int().min(0).optional(),
  participatingCountries: z.number().int().min(0).optional(),
  otherNames,
  note: text(1000).optional(),
  results: z
    .array(
      z.strictObject({
        place: key,
        outcome: z.enum(membersOf(AWARD_OUTCOMES)),
        region: text(120).optional().describe('The region of the competition that it won.'),
        votes: z.number().int().min(0).optional().describe('Public votes of support.'),
        suggestions: z.number().int().min(0).optional().describe('Suggestions for improvement sent in by residents.'),
        cites,
      }),
    )
    .max(500)
    .default([]),
  cites,
});

/** What records may be of that have keys of their own: the first part of their ids in the API. */
export const RETIRED_KINDS = [
  'source',
  'sector',
  'place',
  'office',
  'official',
  'tenure',
  'mission',
  'agreement',
  'event',
  'award',
] as const;

/** A key that no record has any more, so that its id goes on answering. */
const retired = z
  .strictObject({
    kind: z.enum(RETIRED_KINDS).describe('What it was.'),
    key: key.describe('The key that no record has any more.'),
    successor: key.optional().describe('Key of the record of the same kind that took its place; it may be retired itself.'),
    reason: text(600).describe('Why, in our own words: merged, entered twice, never existed.'),
    date: partialDate.optional().describe('When it was retired.'),
    leftBehind: z
      .boolean()
      .default(false)
      .describe('true: nobody states it, a data set had it no longer. Kembar writes this when it exports a graph; people do not.'),
    cites: z.array(cite).max(50).default([]),
  })
  .refine(({ leftBehind, cites }) => leftBehind || cites.length > 0, { message: 'somebody must say so', path: ['cites'] })
  .refine(({ leftBehind, successor }) => !leftBehind || successor === undefined, {
    message: 'what a data set left behind has no successor',
    path: ['successor'],
  });

export const RECORD_TYPES = {
  sources: source,
  sectors: sector,
  places: place,
  placeDetails: placeDetail,
  offices: office,
  officials: official,
  tenures: tenure,
  missions: mission,
  agreements: agreement,
  agreementDetails: agreementDetail,
  events: event,
  awards: award,
  retired,
} as const;
export type RecordType = keyof typeof RECORD_TYPES;

export const dataFile = z
  .strictObject({
    sources: z.array(source).optional(),
    sectors: z.array(sector).optional(),
    places: z.array(place).optional(),
    placeDetails: z.array(placeDetail).optional(),
    offices: z.array(office).optional(),
    officials: z.array(official).optional(),
    tenures: z.array(tenure).optional(),
    missions: z.array(mission).optional(),
    agreements: z.array(agreement).optional(),
    agreementDetails: z.array(agreementDetail).optional(),
    events: z.array(event).optional(),
    awards: z.array(award).optional(),
    retired: z.array(retired).optional(),
  })
  .describe('A Kembar data file.');

/** Every record of a data set, by type, with defaults filled in. */
export type DataSet = { [T in RecordType]: z.output<(typeof RECORD_TYPES)[T]>[] };
export type CiteRecord = z.output<typeof cite>;
export type PlaceRecord = z.output<typeof place>;
export type PlaceDetailRecord = z.output<typeof placeDetail>;
export type SourceRecord = z.output<typeof source>;
export type SectorRecord = z.output<typeof sector>;
export type OfficeRecord = z.output<typeof office>;
export type OfficialRecord = z.output<typeof official>;
export type TenureRecord = z.output<typeof tenure>;
export type MissionRecord = z.output<typeof mission>;
export type AgreementRecord = z.output<typeof agreement>;
export type AgreementDetailRecord = z.output<typeof agreementDetail>;
export type EventRecord = z.output<typeof event>;
export type AwardRecord = z.output<typeof award>;
export type RetiredRecord = z.output<typeof retired>;

export function emptyDataSet(): DataSet {
  return {
    sources: [],
    sectors: [],
    places: [],
    placeDetails: [],
    offices: [],
    officials: [],
    tenures: [],
    missions: [],
    agreements: [],
    agreementDetails: [],
    events: [],
    awards: [],
    retired: [],
  };
}
