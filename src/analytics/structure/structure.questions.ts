import { centralPlaces } from './central-places.js';
import { communities, components } from './groups.js';
import { projectedAgreements } from './projected-agreements.js';
import { structure, structureCommunities, structureDistances } from './structure.js';
import { articulationPoints, bridges } from './weak-points.js';

export const STRUCTURE_TABLES = { centralPlaces, communities, components, articulationPoints, bridges, projectedAgreements } as const;
export const STRUCTURE_FIGURES = { structure, structureDistances, structureCommunities } as const;
