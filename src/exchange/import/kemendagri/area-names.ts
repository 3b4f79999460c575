import { foldName } from '../../../domain/names.js';
import type { PlaceKind } from '../../../domain/vocabulary.js';
import { levelOf } from './area-code.js';

/** What an area with a code is: the numbers from 71 are those of cities. */
export function kindOf(code: string): PlaceKind {
  const level = levelOf(code);
  return level === 'REGENCY' && Number(code.slice(3)) > 70 ? 'CITY' : level;
}

/** Words for the kind of an area that a list may put before its name. */
const KIND_WORDS: Partial<Record<PlaceKind, RegExp>> = {
  PROVINCE: /^(?:provinsi|prov)\b\.?\s*/i,
  REGENCY: /^(?:kabupaten|kab)\b\.?\s*(?:(?:administrasi|adm)\b\.?\s*)?/i,
  CITY: /^kota\b\s*(?:(?:administrasi|adm)\b\.?\s*)?/i,
  DISTRICT: /^(?:kecamatan|kec|distrik)\b\.?\s*/i,
  VILLAGE: /^(?:desa|kelurahan|kel)\b\.?\s*/i,
};

function withoutKind(name: string, kind: PlaceKind): string {
  return name.replace(KIND_WORDS[kind] ?? '', '').trim() || name;
}

/** Short forms in lists, with what they stand for. */
const SHORT_FORMS: readonly (readonly [RegExp, string])[] = [
  [/\bkep\b\.?\s*/gi, 'Kepulauan '],
  [/^(?:d\.\s*i\b\.?|di(?= yogyakarta))\s*/i, 'Daerah Istimewa '],
  [/^dki\s+/i, 'Daerah Khusus Ibukota '],
];

function inFull(name: string, kind: PlaceKind): string {
  return SHORT_FORMS.reduce((text, [short, long]) => text.replace(short, long), withoutKind(name, kind));
}

/**
 * The name of an area as its spellings agree on it, for comparing: without the word for its kind, short forms, case,
 * spaces and hyphens. `KAB. ADM. KEP. SERIBU` is `kepulauanseribu`.
 */
export function bareName(name: string, kind: PlaceKind): string {
  return foldName(inFull(name, kind)).replace(/[^\p{L}\p{N}]+/gu, '');
}

export interface NamedArea {
  readonly name: string;
  /** What the kind of area is called. */
  readonly designation: string;
}

/** What a new place with this code is called. Only kota and kabupaten share names, so that only they have the word in theirs. */
export function namedArea(code: string, written: string): NamedArea {
  const kind = kindOf(code);
  const name = inOneCase(written) ? capitalised(inFull(written, kind)) : inFull(written, kind);
  if (kind !== 'REGENCY' && kind !== 'CITY') return { name, designation: DESIGNATIONS[kind]?.(code) ?? 'provinsi' };
  const administrative = /^\S+\s*adm/i.test(written);
  const designation = `${kind === 'CITY' ? 'kota' : 'kabupaten'}${administrative ? ' administrasi' : ''}`;
  return { name: `${capitalised(designation)} ${name}`, designation };
}

/** The last four digits of a kelurahan begin with 1, those of a desa with 2 or 3. */
const DESIGNATIONS: Partial<Record<PlaceKind, (code: string) => string>> = {
  DISTRICT: () => 'kecamatan',
  VILLAGE: (code) => (code.at(-4) === '1' ? 'kelurahan' : 'desa'),
};

/** Whether a name is all in capitals or all in small letters, and so tells nothing of which its capitals are. */
function inOneCase(name: string): boolean {
  return name === name.toUpperCase() || name === name.toLowerCase();
}

/** A capital at the beginning of each word, and Roman numerals in capitals. */
function capitalised(name: string): string {
  return name
    .toLowerCase()
    .replace(/(?<![\p{L}’'])\p{L}/gu, (letter) => letter.toUpperCase())
    .replace(/\b(?:X{0,3}(?:IX|IV|VI{0,3}|I{1,3})|X{1,3})\b/gi, (numeral) => numeral.toUpperCase());
}
