import { PartnerOfBothResolver, PlacesSharingPartnersResolver } from './places-sharing-partners.resolver.js';
import {
  ProvincesSharingForeignProvinceResolver,
  ProvincesSharingResolver,
  SharedProvinceResolver,
} from './provinces-sharing-foreign-province.resolver.js';

/** The questions about regions that share partners. */
export const SHARING_QUESTIONS = [
  ProvincesSharingForeignProvinceResolver,
  ProvincesSharingResolver,
  SharedProvinceResolver,
  PlacesSharingPartnersResolver,
  PartnerOfBothResolver,
];
