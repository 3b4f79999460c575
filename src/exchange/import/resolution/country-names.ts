import countries from 'i18n-iso-countries';
import type { PlaceRecord } from '../../format/records.js';
// Registers the names in English and Indonesian.
import '../../gazetteer/world.js';
import type { KnownPlaces } from '../places/known-places.js';
import { namesOf } from '../places/known-places.js';
import { COUNTRY_VARIANTS } from './country-variants.js';
import { spelling } from './spelling.js';

/** Finds countries by the names and codes that sources have for them. */
export class CountryNames {
  readonly #byCode = new Map<string, PlaceRecord>();
  readonly #byName = new Map<string, Set<PlaceRecord>>();

  constructor(known: KnownPlaces) {
    for (const country of known.all) {
      if (country.kind !== 'COUNTRY') continue;
      this.#name(country, namesOf(country));
      for (const { scheme, value } of country.codes) {
        if (scheme !== 'ISO_3166_1') continue;
        this.#byCode.set(value, country);
        const alpha3 = countries.alpha2ToAlpha3(value);
        if (alpha3 !== undefined) this.#byCode.set(alpha3, country);
        for (const language of ['en', 'id']) this.#name(country, countries.getName(value, language, { select: 'all' }) ?? []);
        if (Object.hasOwn(COUNTRY_VARIANTS, value)) this.#name(country, COUNTRY_VARIANTS[value] ?? []);
      }
    }
  }

  /**
   * The countries that a name or a code of ISO 3166-1 may stand for: `NA` is Namibia. Mostly one; two where sources use one
   * word for both, as AS, which is American Samoa in ISO and Amerika Serikat in Indonesian.
   */
  called(text: string): readonly PlaceRecord[] {
    const found = new Set(this.#byName.get(spelling(text)));
    const coded = this.#byCode.get(text.trim().toUpperCase());
    if (coded !== undefined) found.add(coded);
    return [...found];
  }

  #name(country: PlaceRecord, names: readonly string[]): void {
    for (const name of names) {
      // `Korea, Republic of` is also `Republic of Korea`.
      const [first, second] = name.split(', ');
      for (const one of second === undefined ? [name] : [name, `${second} ${first}`]) {
        const spelled = spelling(one);
        this.#byName.set(spelled, (this.#byName.get(spelled) ?? new Set()).add(country));
      }
    }
  }
}
