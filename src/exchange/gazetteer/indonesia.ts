import { getProvinces, getRegencies } from 'idn-area-data';
import { slugOf } from '../../domain/names.js';
import type { PlaceRecord, SourceRecord } from '../format/records.js';
import { gazetteerPlace, gazetteerSource, packageVersion } from './gazetteer-record.js';

export const INDONESIA_SOURCE: SourceRecord = gazetteerSource({
  key: 'gazetteer-indonesia',
  title: `idn-area-data ${packageVersion('idn-area-data')}: administrative areas of Indonesia with Kemendagri codes`,
  publisher: 'idn-area-data on npm',
  language: 'id',
  licence: 'ODbL-1.0',
});

/** Kemendagri province code to the letters of ISO 3166-2:ID. */
const ISO_OF_PROVINCE: Readonly<Record<string, string>> = {
  11: 'AC',
  12: 'SU',
  13: 'SB',
  14: 'RI',
  15: 'JA',
  16: 'SS',
  17: 'BE',
  18: 'LA',
  19: 'BB',
  21: 'KR',
  31: 'JK',
  32: 'JB',
  33: 'JT',
  34: 'YO',
  35: 'JI',
  36: 'BT',
  51: 'BA',
  52: 'NB',
  53: 'NT',
  61: 'KB',
  62: 'KT',
  63: 'KS',
  64: 'KI',
  65: 'KU',
  71: 'SA',
  72: 'ST',
  73: 'SN',
  74: 'SG',
  75: 'GO',
  76: 'SR',
  81: 'MA',
  82: 'MU',
  91: 'PA',
  92: 'PB',
  93: 'PS',
  94: 'PT',
  95: 'PE',
  96: 'PD',
};

function provinceKey(kemendagri: string): string {
  const iso = ISO_OF_PROVINCE[kemendagri];
  if (iso === undefined) throw new Error(`idn-area-data lists province ${kemendagri}, which has no ISO 3166-2 code here`);
  return `id-${iso.toLowerCase()}`;
}

/** Indonesia's provinces, then its regencies and cities, with Kemendagri codes. */
export async function indonesiaPlaces(): Promise<PlaceRecord[]> {
  const [provinces, regencies] = await Promise.all([getProvinces(), getRegencies()]);
  return [
    ...provinces.map(({ code, name }) =>
      gazetteerPlace({
        key: provinceKey(code),
        kind: 'PROVINCE',
        designation: 'provinsi',
        name,
        partOf: 'id',
        codes: [
          { scheme: 'KEMENDAGRI', value: code },
          { scheme: 'ISO_3166_2', value: `ID-${ISO_OF_PROVINCE[code]}` },
        ],
        cites: [{ source: INDONESIA_SOURCE.key, at: code }],
      }),
    ),
    ...regencies.map(({ code, name, province_code: provinceCode }) => {
      const city = name.startsWith('Kota ');
      return gazetteerPlace({
        key: `id-${slugOf(name)}`,
        kind: city ? 'CITY' : 'REGENCY',
        designation: city ? 'kota' : 'kabupaten',
        name,
        partOf: provinceKey(provinceCode),
        codes: [{ scheme: 'KEMENDAGRI', value: code }],
        cites: [{ source: INDONESIA_SOURCE.key, at: code }],
      });
    }),
  ];
}
