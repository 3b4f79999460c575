import { registerEnumType } from 'type-graphql';
import { PHASES, STAGES } from '../domain/stage.js';
import {
  AGREEMENT_KINDS,
  AWARD_OUTCOMES,
  BASES,
  CODE_SCHEMES,
  CONFIDENCES,
  EVENT_KINDS,
  MISSION_KINDS,
  NAME_KINDS,
  OFFICE_ROLES,
  PARTICIPATION_ROLES,
  PLACE_KINDS,
  SOURCE_KINDS,
} from '../domain/vocabulary.js';

/** Makes a GraphQL enum of a vocabulary: its members as they are, its sentences as descriptions. */
export function enumOf<V extends Readonly<Record<string, string>>>(
  name: string,
  description: string,
  vocabulary: V,
): { [K in keyof V]: K } {
  const members = Object.fromEntries(Object.keys(vocabulary).map((member) => [member, member])) as { [K in keyof V]: K };
  registerEnumType(members, {
    name,
    description,
    valuesConfig: Object.fromEntries(Object.entries(vocabulary).map(([member, text]) => [member, { description: text }])) as never,
  });
  return members;
}

export const PlaceKindEnum = enumOf('PlaceKind', 'What kind of place it is.', PLACE_KINDS);
export const CodeSchemeEnum = enumOf('CodeScheme', 'A public register of places.', CODE_SCHEMES);
export const NameKindEnum = enumOf('NameKind', 'What kind of name it is.', NAME_KINDS);
export const OfficeRoleEnum = enumOf('OfficeRole', 'What an office is for.', OFFICE_ROLES);
export const MissionKindEnum = enumOf('MissionKind', 'What kind of diplomatic mission it is.', MISSION_KINDS);
export const AgreementKindEnum = enumOf('AgreementKind', 'What kind of cooperation it is.', AGREEMENT_KINDS);
export const EventKindEnum = enumOf('EventKind', 'What kind of event it is.', EVENT_KINDS);
export const ParticipationRoleEnum = enumOf('ParticipationRole', 'In which role somebody took part.', PARTICIPATION_ROLES);
export const AwardOutcomeEnum = enumOf('AwardOutcome', 'What a place achieved in an award.', AWARD_OUTCOMES);
export const SourceKindEnum = enumOf('SourceKind', 'What kind of source it is.', SOURCE_KINDS);
export const BasisEnum = enumOf('Basis', 'Whether a source says something or lets it follow.', BASES);
export const ConfidenceEnum = enumOf('Confidence', 'How far a source can be relied upon for a fact.', CONFIDENCES);
export const PhaseEnum = enumOf('Phase', 'How far a cooperation has come, in four steps.', PHASES);
export const StageEnum = enumOf(
  'StageName',
  'A step of a cooperation. The order is that of Indonesian regulation (PP 28/2018, Permendagri 25/2020).',
  Object.fromEntries(
    Object.entries(STAGES).map(([stage, { description, indonesian }]) => [stage, `${description} Indonesian: ${indonesian}.`]),
  ) as Record<keyof typeof STAGES, string>,
);

export const LanguageEnum = enumOf('Language', 'A language of display names.', { ID: 'Indonesian.', EN: 'English.' });
export type Language = keyof typeof LanguageEnum;
