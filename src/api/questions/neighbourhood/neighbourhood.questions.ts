import { CliquesResolver } from './cliques.resolver.js';
import { CousinsResolver } from './cousins.resolver.js';
import { PartnersResolver } from './partners.resolver.js';
import { ReachEdgeResolver, ReachResolver } from './reach.resolver.js';
import { SharedPartnerResolver } from './shared-partner.js';
import { SimilarPlacesResolver } from './similar-places.resolver.js';
import { TriangleSideResolver, TrianglesResolver } from './triangles.resolver.js';

/** The questions about a place and the places around it. */
export const NEIGHBOURHOOD_QUESTIONS = [
  PartnersResolver,
  CousinsResolver,
  SharedPartnerResolver,
  ReachResolver,
  ReachEdgeResolver,
  TrianglesResolver,
  TriangleSideResolver,
  CliquesResolver,
  SimilarPlacesResolver,
];
