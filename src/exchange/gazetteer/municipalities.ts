/**
 * What ISO 3166-2 lists at the first level though it is a local government, with what it is called there. Most of these
 * countries have no larger units; in Estonia, Hungary, Iceland and Latvia they stand beside larger ones.
 */
const MUNICIPALITIES: readonly (readonly [RegExp, string])[] = [
  [/^AD-/, 'parish'],
  [/^EE-\d{3}$/, 'municipality'],
  [/^HU-(?:BC|DE|DU|EG|ER|GY|HV|KM|KV|MI|NK|NY|PS|SD|SF|SH|SK|SN|SS|ST|TB|VM|ZE)$/, 'city with county rights'],
  [/^IS-[A-Z]{3}$/, 'municipality'],
  [/^LI-/, 'commune'],
  [/^LV-[A-Z]{3}$/, 'state city'],
  [/^ME-/, 'municipality'],
  [/^MK-/, 'municipality'],
  [/^MT-/, 'local council'],
  [/^SI-/, 'municipality'],
  [/^SM-/, 'municipality'],
  [/^ST-/, 'district'],
];

/** What a subdivision of ISO 3166-2 that is a local government is called; null for one that is no local government. */
export function municipalityOf(code: string): string | null {
  return MUNICIPALITIES.find(([codes]) => codes.test(code))?.[1] ?? null;
}
