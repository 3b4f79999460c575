import { placesSharingPartners } from './places-sharing-partners.js';
import { provincesSharingInWorld } from './provinces-sharing-in-world.js';

/** The questions of this folder that are worked out in the thread of whole-graph questions. */
export const SHARING_TABLES = { placesSharingPartners, provincesSharingInWorld } as const;
export const SHARING_FIGURES = {} as const;
