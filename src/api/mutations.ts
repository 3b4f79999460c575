import { AwardMutations } from './award/award.mutations.js';
import { EventMutations } from './event/event.mutations.js';
import { MissionMutations } from './mission/mission.mutations.js';
import { OfficeMutations } from './office/office.mutations.js';
import { OfficialMutations } from './official/official.mutations.js';
import { PlaceMutations } from './place/place.mutations.js';
import { SectorMutations } from './sector/sector.mutations.js';
import { SourceMutations } from './source/source.mutations.js';
import { TenureMutations } from './tenure/tenure.mutations.js';

/** The resolvers of all mutations, concept by concept. */
export const MUTATIONS: readonly (new () => object)[] = [
  PlaceMutations,
  OfficeMutations,
  OfficialMutations,
  TenureMutations,
  MissionMutations,
  EventMutations,
  AwardMutations,
  SourceMutations,
  SectorMutations,
];
