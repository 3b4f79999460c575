import { z } from 'zod';

/** A field of the table that may be empty. */
const given = <T extends z.ZodType>(inner: T) => z.union([z.literal('').transform(() => null), inner]);
const pattern = (expected: RegExp, accepted: string) => z.string().regex(expected, accepted);
const within = (bound: number) =>
  given(
    z
      .string()
      .refine(
        (text) => /^-?\d{1,3}(?:\.\d+)?$/.test(text) && Math.abs(Number(text)) <= bound,
        `must be degrees from -${bound} to ${bound}, or empty`,
      )
      .transform(Number),
  );

const placeId = pattern(/^\S{1,200}$/, 'must be the id of a place, without spaces');
const subdivisionCode = pattern(/^[A-Z]{2}\.\S{1,20}$/, 'must be a first-level code of GeoNames, such as ID.08');

/** A place as the table of the world has it. */
export const WORLD_PLACE = z.object({
  id: placeId,
  geonameid: given(pattern(/^\d{1,12}$/, 'must be digits, or empty')),
  /** More than one where the table puts two items on one place. */
  qid: z.union([
    z.literal('').transform((): string[] => []),
    pattern(/^Q\d+(?:\|Q\d+)*$/, 'must be Wikidata items, such as Q1284 or Q16117|Q1284, or empty').transform((text) => text.split('|')),
  ]),
  name: z.string().trim().min(1, 'must not be empty').max(200, 'must not be longer than 200 characters'),
  lat: within(90),
  lng: within(180),
  /** `NA` is Namibia. */
  iso2: pattern(/^[A-Z]{2}$/, 'must be an ISO 3166-1 code of two capital letters, such as NA for Namibia'),
  admin1_code: given(subdivisionCode),
  admin1_name: z.string().trim().max(200, 'must not be longer than 200 characters'),
  admin1_method: z.string().trim(),
  population: given(pattern(/^\d{1,10}$/, 'must be a whole number, or empty').transform(Number)),
  kind: z.enum(['place', 'area', 'admin1']),
});
export type WorldPlace = z.output<typeof WORLD_PLACE>;

/** Which list has a pair: D Wikidata, W Wikipedia. */
export const WORLD_TWINNING = z.object({
  a: placeId,
  b: placeId,
  sources: z.enum(['D', 'W', 'DW']),
});
export type WorldTwinning = z.output<typeof WORLD_TWINNING>;
export type Lists = WorldTwinning['sources'];

/** A first-level code of GeoNames with the code of ISO 3166-2 that was found for it, and how. */
export const CROSSWALK_ROW = z.object({
  geonames_admin1: subdivisionCode,
  geonames_name: z.string().trim(),
  iso3166_2: given(pattern(/^[A-Z]{2}-[A-Z0-9]{1,3}$/, 'must be a code of ISO 3166-2, such as ID-JI, or empty')),
  iso_name: z.string().trim(),
  method: z.string().trim(),
});
export type CrosswalkRow = z.output<typeof CROSSWALK_ROW>;
