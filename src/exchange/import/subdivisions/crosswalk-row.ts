import { z } from 'zod';
import { label, matching, optional, written } from '../table/row-fields.js';

/** How a first-level code of GeoNames is written, and how that is told. */
export const SUBDIVISION_CODE = /^[A-Z]{2}\.\S{1,20}$/;
export const SUBDIVISION_CODES = 'must be a first-level code of GeoNames, such as ID.08';

/** A first-level code of GeoNames with the code of ISO 3166-2 that was found for it, and how. */
export const CROSSWALK_ROW = z.object({
  geonames_admin1: written(SUBDIVISION_CODE, SUBDIVISION_CODES),
  geonames_name: label,
  iso3166_2: optional(matching(/^[A-Z]{2}-[A-Z0-9]{1,3}$/), 'must be a code of ISO 3166-2, such as ID-JI'),
  iso_name: label,
  method: label,
});
export type CrosswalkRow = z.output<typeof CROSSWALK_ROW>;
