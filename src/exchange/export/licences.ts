/** Where the text of a licence is, by the name that sources give it. */
const TEXTS: Readonly<Record<string, string>> = {
  'CC0 1.0': 'https://creativecommons.org/publicdomain/zero/1.0/',
  'CC BY 4.0': 'https://creativecommons.org/licenses/by/4.0/',
  'CC BY-SA 4.0': 'https://creativecommons.org/licenses/by-sa/4.0/',
  'ODbL-1.0': 'https://opendatacommons.org/licenses/odbl/1-0/',
  MIT: 'https://spdx.org/licenses/MIT',
};

/** The address of a licence's text; null for terms that have none that is known. */
export function licenceAddress(licence: string): string | null {
  return Object.hasOwn(TEXTS, licence) ? (TEXTS[licence] ?? null) : null;
}
