import { placesSharingPartners } from './places-sharing-partners.js';
import { provincesSharingForeignProvinceInWorld } from './provinces-sharing-foreign-province-in-world.js';

/** The questions of this folder that are worked out in the thread of whole-graph questions. */
export const SHARING_TABLES = { placesSharingPartners, provincesSharingForeignProvinceInWorld } as const;
