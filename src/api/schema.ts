import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync, type NonEmptyArray } from 'type-graphql';
import { DefectError } from '../domain/errors.js';
import { ViewerResolver } from './access/viewer.resolver.js';
import { AgreementResolver, PlanResolver, StageResolver } from './agreement/agreement.resolver.js';
import { CountedAgreementsResolver } from './agreement/counted-agreements.js';
import { AwardResolver, AwardResultResolver } from './award/award.resolver.js';
import { CitationResolver, CitedResolver } from './citation/citation.resolver.js';
import { guardMutations } from './curation/guard.js';
import { EventResolver, ParticipationResolver } from './event/event.resolver.js';
import { CitedEvidenceResolver, ClaimResolver, EvidenceResolver } from './evidence/evidence.resolver.js';
import { GraphResolver } from './graph/graph.resolver.js';
import { guardSubscriptions } from './live/guard.js';
import { LiveResolver } from './live/live.resolver.js';
import { MissionResolver } from './mission/mission.resolver.js';
import { MUTATIONS } from './mutations.js';
import { NamedResolver, OtherNameResolver } from './names/named.resolver.js';
import { NodeResolver } from './node/node.resolver.js';
import { OfficeResolver } from './office/office.resolver.js';
import { OfficialResolver } from './official/official.resolver.js';
import { CounterpartEdgeResolver } from './place/counterpart.js';
import { CodeResolver, PlaceResolver } from './place/place.resolver.js';
import { CATALOGUE } from './questions/catalogue.js';
import { RecordedResolver } from './revision/recorded.resolver.js';
import { RevisionResolver } from './revision/revision.resolver.js';
import { RulesResolver } from './rules/rules.resolver.js';
import { SearchResolver } from './search/search.resolver.js';
import { SectorResolver } from './sector/sector.resolver.js';
import { SourceResolver } from './source/source.resolver.js';
import { TenureResolver } from './tenure/tenure.resolver.js';
import { TombstoneResolver } from './tombstone/tombstone.resolver.js';
import { Tombstone } from './tombstone/tombstone.type.js';

const RESOLVERS: NonEmptyArray<new () => object> = [
  NodeResolver,
  NamedResolver,
  OtherNameResolver,
  CitedResolver,
  CitationResolver,
  CitedEvidenceResolver,
  EvidenceResolver,
  ClaimResolver,
  PlaceResolver,
  CodeResolver,
  CounterpartEdgeResolver,
  AgreementResolver,
  StageResolver,
  PlanResolver,
  CountedAgreementsResolver,
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
  TombstoneResolver,
  RevisionResolver,
  RecordedResolver,
  RulesResolver,
  LiveResolver,
  SearchResolver,
  GraphResolver,
  ViewerResolver,
  ...CATALOGUE.flatMap(({ resolvers }) => resolvers),
  ...MUTATIONS,
];

/** What subscriptions follow is in the context; nothing is published in the process. */
const NO_PUB_SUB = {
  publish: () => undefined,
  subscribe: (topic: string): never => {
    throw new DefectError(`a subscription waits for the topic ${topic}; let it follow the feed`);
  },
};

/** The schema of the API, made from the decorated classes. */
export function buildSchema(): GraphQLSchema {
  // No field is of this type; only the interface `Node` leads to it.
  const schema = buildSchemaSync({ resolvers: RESOLVERS, orphanedTypes: [Tombstone], validate: false, pubSub: NO_PUB_SUB });
  return guardSubscriptions(guardMutations(schema));
}
