/**
 * The closed vocabularies of the graph. Every list here is the only place where its members are
 * named: the data format, the API enums and the tests are derived from it.
 */

/** A vocabulary: each member with the sentence that explains it to a reader of the API. */
type Vocabulary = Readonly<Record<string, string>>;

/** The members of a vocabulary in their declared order, typed for schema builders. */
export function membersOf<V extends Vocabulary>(vocabulary: V): [keyof V & string, ...(keyof V & string)[]] {
  return Object.keys(vocabulary) as [keyof V & string, ...(keyof V & string)[]];
}

export const PLACE_KINDS = {
  COUNTRY: 'A country or territory with an ISO 3166-1 code.',
  PROVINCE: 'A first-level subdivision of a country: province, prefecture, state, region, or a special region such as DKI Jakarta.',
  REGENCY: 'A second-level rural unit: kabupaten, county.',
  CITY: 'A city: kota, municipality, prefecture-level city.',
  DISTRICT: 'A part of a city or regency: kecamatan, borough, urban district.',
  VILLAGE: 'A village: desa, kelurahan, town of that size.',
  AUTHORITY: 'A body that governs an area but is neither province nor city nor regency, such as Otorita Ibu Kota Nusantara.',
  REGION: 'An area made of several local governments that acts as one party, such as Liverpool City Region.',
} as const;
export type PlaceKind = keyof typeof PLACE_KINDS;

export const CODE_SCHEMES = {
  ISO_3166_1: 'ISO 3166-1 alpha-2 code of a country, such as ID. NA is Namibia.',
  ISO_3166_2: 'ISO 3166-2 code of a first-level subdivision, such as ID-JI.',
  KEMENDAGRI: "Code of Indonesia's Ministry of Home Affairs, such as 35 (province) or 35.74 (city).",
  WIKIDATA: 'Wikidata item, such as Q10476.',
  GEONAMES: 'GeoNames id, such as 1630634.',
} as const;
export type CodeScheme = keyof typeof CODE_SCHEMES;

export const NAME_KINDS = {
  ALIAS: 'Another name in use, a short form or a spelling.',
  FORMER: 'A name that is no longer in use.',
  LOCAL: 'The name in the local language and script.',
  TRANSLITERATION: 'The local name in another script.',
} as const;
export type NameKind = keyof typeof NAME_KINDS;

export const OFFICE_ROLES = {
  GOVERNOR: 'Head of a province (gubernur).',
  DEPUTY_GOVERNOR: 'Deputy head of a province (wakil gubernur).',
  MAYOR: 'Head of a city (wali kota).',
  DEPUTY_MAYOR: 'Deputy head of a city, or a deputy mayor with a portfolio.',
  REGENT: 'Head of a regency (bupati).',
  DEPUTY_REGENT: 'Deputy head of a regency (wakil bupati).',
  REGIONAL_SECRETARY: 'Head of a local civil service (sekretaris daerah, sekda).',
  AGENCY_HEAD: 'Head of an agency, service or bureau of a local government (kepala dinas, kepala badan).',
  DIVISION_HEAD: 'Head of a division of a local government (kepala bidang, kepala bagian).',
  REPRESENTATIVE: 'Somebody who represents a government and whose office no source names.',
  CONSUL_GENERAL: 'Head of a consulate-general (konsul jenderal, konjen).',
  AMBASSADOR: 'Head of an embassy (duta besar).',
  OTHER: 'Any other office; its name says which.',
} as const;
export type OfficeRole = keyof typeof OFFICE_ROLES;

export const MISSION_KINDS = {
  EMBASSY: 'An embassy.',
  CONSULATE_GENERAL: 'A consulate-general.',
  CONSULATE: 'A consulate.',
  HONORARY_CONSULATE: 'An honorary consulate.',
} as const;
export type MissionKind = keyof typeof MISSION_KINDS;

export const AGREEMENT_KINDS = {
  SISTER_CITY: 'Sister city (kota kembar, kota bersaudara).',
  SISTER_PROVINCE: 'Sister province or state (provinsi kembar).',
  SISTER_REGENCY: 'Sister regency or county (kabupaten kembar).',
  SISTER_VILLAGE: 'Sister village (desa kembar).',
  SISTER_PORT: 'Sister port.',
  FRIENDSHIP: 'Friendship city or friendship exchange, which claims less than a sister relation.',
  DOMESTIC: 'Cooperation between two regions of one country (KSDD), whatever its parties call it.',
  COOPERATION: 'Cooperation of local governments (KSDPL) for which no source states a more specific kind.',
} as const;
export type AgreementKind = keyof typeof AGREEMENT_KINDS;

export const EVENT_KINDS = {
  VISIT: 'A delegation visits another place.',
  MEETING: 'Officials meet.',
  OFFER: 'One side offers a partnership.',
  SIGNING: 'A document is signed.',
  ANNOUNCEMENT: 'Something is made public.',
} as const;
export type EventKind = keyof typeof EVENT_KINDS;

export const PARTICIPATION_ROLES = {
  HOST: 'Received the others.',
  VISITOR: 'Visited the others.',
  SIGNATORY: 'Signed the document.',
  WITNESS: 'Witnessed the signing (diketahui, disaksikan).',
  OFFERING: 'Made the offer.',
  RECEIVING: 'Received the offer.',
  SPEAKER: 'Made the announcement.',
  ATTENDEE: 'Was present.',
} as const;
export type ParticipationRole = keyof typeof PARTICIPATION_ROLES;

export const AWARD_OUTCOMES = {
  GLOBAL_WINNER: 'Won the whole competition.',
  REGIONAL_WINNER: 'Won its region of the world.',
  NATIONAL_WINNER: 'Won its country.',
  PARTICIPANT: 'Took part.',
} as const;
export type AwardOutcome = keyof typeof AWARD_OUTCOMES;

export const SOURCE_KINDS = {
  NEWS: 'A news medium.',
  GOVERNMENT: 'A publication of a government or one of its bodies.',
  ACADEMIC: 'A thesis, paper or abstract.',
  ORGANISATION: 'A publication of a non-governmental organisation or company.',
  DOCUMENT: 'The text of an agreement or a draft of it.',
  BLOG: 'A personal or group web log.',
  FORUM: 'A discussion forum.',
  DATASET: 'A published data set.',
} as const;
export type SourceKind = keyof typeof SOURCE_KINDS;

export const BASES = {
  STATED: 'The source says it.',
  INFERRED: 'It follows from what the source says, but the source does not say it; the note gives the reasoning.',
} as const;
export type Basis = keyof typeof BASES;

export const CONFIDENCES = {
  HIGH: 'A first-hand or official source that is explicit.',
  MEDIUM: 'A source that is explicit but second-hand, or official but imprecise.',
  LOW: 'A weak source: vague, in passing, or contradicted.',
} as const;
export type Confidence = keyof typeof CONFIDENCES;
