import { z } from 'zod';
import { SUBDIVISION_CODE, SUBDIVISION_CODES } from '../subdivisions/crosswalk-row.js';
import { label, matching, optional, written } from '../table/row-fields.js';

const toNumber = (text: string | null) => (text === null ? null : Number(text));

const degrees = (bound: number) =>
  optional(
    (text) => /^-?\d{1,3}(?:\.\d+)?$/.test(text) && Math.abs(Number(text)) <= bound,
    `must be degrees from -${bound} to ${bound}`,
  ).transform(toNumber);

const placeId = written(/^\S{1,200}$/, 'must be the id of a place, without spaces');

/** A place as the table of the world has it. */
export const WORLD_PLACE = z.object({
  id: placeId,
  geonameid: optional(matching(/^\d{1,12}$/), 'must be digits'),
  /** More than one where the table puts two items on one place. */
  qid: optional(matching(/^Q\d+(?:\|Q\d+)*$/), 'must be Wikidata items, such as Q1284 or Q16117|Q1284').transform(
    (text) => text?.split('|') ?? [],
  ),
  name: label.min(1, 'must not be empty'),
  lat: degrees(90),
  lng: degrees(180),
  /** `NA` is Namibia. */
  iso2: written(/^[A-Z]{2}$/, 'must be an ISO 3166-1 code of two capital letters, such as NA for Namibia'),
  admin1_code: optional(matching(SUBDIVISION_CODE), SUBDIVISION_CODES),
  admin1_name: label,
  admin1_method: label,
  population: optional(matching(/^\d{1,10}$/), 'must be a whole number').transform(toNumber),
  kind: z.enum(['place', 'area', 'admin1']),
});
export type WorldPlace = z.output<typeof WORLD_PLACE>;

/** A pair of places, and which list has it: D Wikidata, W Wikipedia. */
export const WORLD_TWINNING = z.object({
  a: placeId,
  b: placeId,
  sources: z.enum(['D', 'W', 'DW']),
});
export type WorldTwinning = z.output<typeof WORLD_TWINNING>;
export type Lists = WorldTwinning['sources'];
