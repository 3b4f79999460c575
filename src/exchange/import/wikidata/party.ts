import countries from 'i18n-iso-countries';
import { isFirstLevelCode } from '../../gazetteer/world.js';
import type { NamedParty } from '../statement.js';
import type { Cells } from './cells.js';
import { readPoint } from './point.js';
import type { Reading } from './reading.js';

/** Which of the two places of a row. */
type Side = 'item' | 'other';

/**
 * A place as a row describes it. One that has no label bears its item as its name, as Wikidata itself shows it: its code
 * still tells which place it is.
 */
export function partyOf(cells: Cells, side: Side, qid: string): NamedParty {
  const subdivisions = cells.read(`${side}Subdivision`, (text) => readCodes(text, /^[A-Z]{2}-[A-Z0-9]{1,3}$/, 'a code of ISO 3166-2'));
  const geonames = cells.read(`${side}Geonames`, (text) => readCodes(text, /^\d{1,12}$/, 'a GeoNames id'));
  return {
    name: cells.text(`${side}Label`) ?? qid,
    country: cells.read(`${side}Country`, readCountry),
    province: cells.read(`${side}Province`, readProvince),
    level: null,
    usualLevel: null,
    codes: [
      { scheme: 'WIKIDATA', value: qid },
      ...(geonames ?? []).map((value) => ({ scheme: 'GEONAMES' as const, value })),
      ...(subdivisions ?? []).map((value) => ({ scheme: 'ISO_3166_2' as const, value })),
    ],
    location: cells.read(`${side}Location`, readPoint),
  };
}

/** Several codes stand in one cell with a space in between. */
function readCodes(text: string, pattern: RegExp, accepted: string): Reading<string[]> {
  const codes = text.split(/\s+/);
  if (codes.every((code) => pattern.test(code))) return { value: codes };
  return { reason: `it is not ${accepted}`, remedy: `give ${accepted}, or several with a space in between` };
}

/** A name is left as it is; of codes, the one that a country of today has. */
function readCountry(text: string): Reading<string> {
  if (isAddress(text)) return { reason: 'it is an address', remedy: 'select the code of the country (wdt:P17/wdt:P297) or its label' };
  if (!/^[A-Z]{2}(?:\s+[A-Z]{2})*$/.test(text)) return { value: text };
  return only(
    text.split(/\s+/),
    (code) => countries.isValid(code),
    'it lies in several countries',
    'prefer the one of today (P17) in Wikidata',
  );
}

/** A name is left as it is; of codes, the one of a first-level subdivision: others lie in it, or around it. */
function readProvince(text: string): Reading<string> {
  if (isAddress(text)) return { reason: 'it is an address', remedy: 'select its code (wdt:P131+/wdt:P300) or its label' };
  if (!/^[A-Z]{2}-[A-Z0-9]{1,3}(?:\s+[A-Z]{2}-[A-Z0-9]{1,3})*$/.test(text)) return { value: text };
  return only(
    text.split(/\s+/),
    isFirstLevelCode,
    'it lies in several first-level subdivisions',
    'prefer the one of today (P131) in Wikidata',
  );
}

function only(codes: readonly string[], isMeant: (code: string) => boolean, reason: string, remedy: string): Reading<string> {
  const meant = codes.length === 1 ? codes : codes.filter(isMeant);
  return meant.length === 1 && meant[0] !== undefined ? { value: meant[0] } : { reason, remedy };
}

function isAddress(text: string): boolean {
  return /^https?:\/\//.test(text);
}
