import { createRequire } from 'node:module';
import countries from 'i18n-iso-countries';
import { iso31662 } from 'iso-3166';
import type { PlaceRecord, SourceRecord } from '../format/records.js';
import { gazetteerPlace, gazetteerSource, packageVersion } from './gazetteer-record.js';
import { municipalityOf } from './municipalities.js';

const require = createRequire(import.meta.url);
countries.registerLocale(require('i18n-iso-countries/langs/en.json'));
countries.registerLocale(require('i18n-iso-countries/langs/id.json'));

export const COUNTRIES_SOURCE: SourceRecord = gazetteerSource({
  key: 'gazetteer-countries',
  title: `i18n-iso-countries ${packageVersion('i18n-iso-countries')}: ISO 3166-1 codes and names of countries`,
  publisher: 'i18n-iso-countries on npm',
  language: 'en',
  licence: 'MIT',
});

export const SUBDIVISIONS_SOURCE: SourceRecord = gazetteerSource({
  key: 'gazetteer-subdivisions',
  title: `iso-3166 ${packageVersion('iso-3166')}: ISO 3166-2 codes and names of subdivisions`,
  publisher: 'iso-3166 on npm',
  language: 'en',
  licence: 'MIT',
});

/** All countries and territories with an ISO 3166-1 code (and Kosovo, XK), in English and Indonesian. */
export function countryPlaces(): PlaceRecord[] {
  return Object.keys(countries.getAlpha2Codes())
    .sort()
    .map((alpha2) => {
      const english = countries.getName(alpha2, 'en') ?? alpha2;
      const indonesian = countries.getName(alpha2, 'id');
      return gazetteerPlace({
        key: alpha2.toLowerCase(),
        kind: 'COUNTRY',
        name: english,
        names: { en: english, ...(indonesian === undefined ? {} : { id: indonesian }) },
        codes: [{ scheme: 'ISO_3166_1', value: alpha2 }],
        cites: [{ source: COUNTRIES_SOURCE.key, at: alpha2 }],
      });
    });
}

function kindOf(code: string): Pick<PlaceRecord, 'kind' | 'designation'> {
  const municipality = municipalityOf(code);
  return municipality === null ? { kind: 'PROVINCE' } : { kind: 'CITY', designation: municipality };
}

/**
 * ISO lists the parts of the United Kingdom side by side with the local authorities inside them and
 * with groupings of them; only the four countries are first-level subdivisions.
 */
const UNITED_KINGDOM = new Set(['GB-ENG', 'GB-NIR', 'GB-SCT', 'GB-WLS']);

const PARENTS: ReadonlyMap<string, string> = new Map(iso31662.map(({ code, parent }) => [code, parent]));

/** Whether ISO 3166-2 has a code for a first-level subdivision of a country: a province, or a municipality beside them. */
export function isFirstLevelCode(code: string): boolean {
  const parent = PARENTS.get(code);
  return parent !== undefined && /^[A-Z]{2}$/.test(parent) && (parent !== 'GB' || UNITED_KINGDOM.has(code));
}

/**
 * The first-level subdivisions of every country but Indonesia (which has a gazetteer of its own) that
 * ISO 3166-2 lists directly under the country: provinces, and municipalities where it has these.
 */
export function subdivisionPlaces(): PlaceRecord[] {
  return iso31662
    .filter(({ code, parent }) => parent !== 'ID' && isFirstLevelCode(code))
    .map(({ code, name, parent }) =>
      gazetteerPlace({
        key: code.toLowerCase(),
        ...kindOf(code),
        name,
        partOf: parent.toLowerCase(),
        codes: [{ scheme: 'ISO_3166_2', value: code }],
        cites: [{ source: SUBDIVISIONS_SOURCE.key, at: code }],
      }),
    );
}
