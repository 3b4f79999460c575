import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync, type NonEmptyArray } from 'type-graphql';
import { AgreementResolver, PlanResolver, StageResolver } from './agreement/agreement.resolver.js';
import { AwardResolver, AwardResultResolver } from './award/award.resolver.js';
import { CitationResolver, CitedResolver } from './citation/citation.resolver.js';
import { EventResolver, ParticipationResolver } from './event/event.resolver.js';
import { GraphResolver } from './graph/graph.resolver.js';
import { MissionResolver } from './mission/mission.resolver.js';
import { NamedResolver, OtherNameResolver } from './names/named.resolver.js';
import { NodeResolver } from './node/node.resolver.js';
import { OfficeResolver } from './office/office.resolver.js';
import { OfficialResolver } from './official/official.resolver.js';
import { CounterpartEdgeResolver } from './place/counterpart.js';
import { CodeResolver, PlaceResolver } from './place/place.resolver.js';
import { AwardsBeforeTalksResolver } from './questions/awards-before-talks.resolver.js';
import { EVIDENCE_QUESTIONS } from './questions/evidence/evidence.questions.js';
import { FacilitationResolver } from './questions/facilitation.resolver.js';
import { MATRIX_QUESTIONS } from './questions/matrix/matrix.questions.js';
import { CoveredPlaceResolver, MissionCoverageResolver } from './questions/mission-coverage.resolver.js';
import { NegotiationFunnelResolver } from './questions/negotiation-funnel.resolver.js';
import { NEIGHBOURHOOD_QUESTIONS } from './questions/neighbourhood/neighbourhood.questions.js';
import { PATHS_QUESTIONS } from './questions/paths/paths.questions.js';
import { RECOMMENDATION_QUESTIONS } from './questions/recommendation/recommendation.questions.js';
import { SHARING_QUESTIONS } from './questions/sharing/sharing.questions.js';
import { StalledTalksResolver } from './questions/stalled-talks.resolver.js';
import { STRUCTURE_QUESTIONS } from './questions/structure/structure.questions.js';
import { TIME_QUESTIONS } from './questions/time/time.questions.js';
import { SearchResolver } from './search/search.resolver.js';
import { SectorResolver } from './sector/sector.resolver.js';
import { SourceResolver } from './source/source.resolver.js';
import { TenureResolver } from './tenure/tenure.resolver.js';

const RESOLVERS: NonEmptyArray<new () => object> = [
  NodeResolver,
  NamedResolver,
  OtherNameResolver,
  CitedResolver,
  CitationResolver,
  PlaceResolver,
  CodeResolver,
  CounterpartEdgeResolver,
  AgreementResolver,
  StageResolver,
  PlanResolver,
  OfficialResolver,
  OfficeResolver,
  TenureResolver,
  MissionResolver,
  EventResolver,
  ParticipationResolver,
  AwardResolver,
  AwardResultResolver,
  SectorResolver,
  SourceResolver,
  SearchResolver,
  GraphResolver,
  FacilitationResolver,
  MissionCoverageResolver,
  CoveredPlaceResolver,
  NegotiationFunnelResolver,
  StalledTalksResolver,
  AwardsBeforeTalksResolver,
  ...NEIGHBOURHOOD_QUESTIONS,
  ...PATHS_QUESTIONS,
  ...SHARING_QUESTIONS,
  ...MATRIX_QUESTIONS,
  ...STRUCTURE_QUESTIONS,
  ...TIME_QUESTIONS,
  ...RECOMMENDATION_QUESTIONS,
  ...EVIDENCE_QUESTIONS,
];

/** The schema of the API, made from the decorated classes. */
export function buildSchema(): GraphQLSchema {
  return buildSchemaSync({ resolvers: RESOLVERS, validate: false });
}
