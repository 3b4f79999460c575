import { CentralPlacesResolver } from './central-places.resolver.js';
import { CommunitiesResolver, ComponentsResolver } from './groups.resolver.js';
import { StructureResolver } from './structure.resolver.js';
import { ArticulationPointsResolver, BridgesResolver } from './weak-points.resolver.js';

/** The questions about the shape of the whole graph. */
export const STRUCTURE_QUESTIONS: (new () => object)[] = [
  StructureResolver,
  CentralPlacesResolver,
  ComponentsResolver,
  CommunitiesResolver,
  ArticulationPointsResolver,
  BridgesResolver,
];
