import { UnreadableValue } from '../unreadable-value.js';

/** Levels of the Kemendagri code: a province, a kabupaten or kota in it, a kecamatan, a desa or kelurahan. */
export const AREA_LEVELS = ['PROVINCE', 'REGENCY', 'DISTRICT', 'VILLAGE'] as const;
export type AreaLevel = (typeof AREA_LEVELS)[number];

const DOTTED = /^[1-9]\d(?:\.\d\d(?:\.\d\d(?:\.\d{4})?)?)?$/;

/** Reads a code of one place, such as 35.74. Throws `UnreadableValue`. */
export function readKemendagriCode(value: string): string {
  if (DOTTED.test(value)) return value;
  refuseNumbers(value);
  if (/^\d{4}$/.test(value)) {
    throw new UnreadableValue(
      'four digits without a point may be a code of BPS, which are others',
      `write ${dotted(value)} if it is the Kemendagri code`,
    );
  }
  throw new UnreadableValue('it is no Kemendagri code', 'accepted are codes such as 35 (province) and 35.74 (city)');
}

/**
 * Reads a code of a list of areas, which may do without the points: 11, 1101, 110101, 1101012001. Gives it with points.
 * Throws `UnreadableValue`.
 */
export function readListCode(value: string): string {
  if (DOTTED.test(value)) return value;
  if (/^[1-9]\d(?:\d\d(?:\d\d(?:\d{4})?)?)?$/.test(value)) return dotted(value);
  refuseNumbers(value);
  if (/^\d{7}$/.test(value)) {
    throw new UnreadableValue(
      'seven digits are a code of BPS, which are others',
      'take a list with codes of Kemendagri, whose kecamatan have six digits',
    );
  }
  throw new UnreadableValue(
    'it is no Kemendagri code',
    'accepted are codes such as 11, 11.01, 11.01.01 and 11.01.01.2001, or without the points',
  );
}

function refuseNumbers(value: string): void {
  if (/^\d\d\.\d$/.test(value)) {
    throw new UnreadableValue(`a digit is lacking: a spreadsheet takes ${value}0 for a number and drops its 0`, FORMAT_AS_TEXT);
  }
  if (/^\d\d,\d{1,2}$/.test(value)) {
    throw new UnreadableValue('a spreadsheet took it for a number, and wrote a comma for the point', FORMAT_AS_TEXT);
  }
}
const FORMAT_AS_TEXT = 'format the column as text and write the code anew';

function dotted(digits: string): string {
  return [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4, 6), digits.slice(6)].filter((part) => part !== '').join('.');
}

export function levelOf(code: string): AreaLevel {
  return AREA_LEVELS[code.split('.').length - 1] as AreaLevel;
}

/** The code of the area around; null for a province. */
export function parentOf(code: string): string | null {
  const end = code.lastIndexOf('.');
  return end < 0 ? null : code.slice(0, end);
}
