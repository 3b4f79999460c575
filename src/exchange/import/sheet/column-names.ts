import { ALL_FIELDS, type Field } from './fields.js';
import { wordsOf } from './words.js';

/** Words that say which party a column is about, before or after what it says of it. */
export const SIDES = {
  A: ['A', '1', 'I', 'pertama', 'asal', 'pihak A', 'pihak 1', 'pihak I', 'pihak pertama', 'party A', 'party 1', 'daerah', 'home'],
  B: [
    'B',
    '2',
    'II',
    'kedua',
    'mitra',
    'pihak B',
    'pihak 2',
    'pihak II',
    'pihak kedua',
    'party B',
    'party 2',
    'partner',
    'foreign',
    'luar negeri',
  ],
} as const;

/** What is said of either party. */
const SIDED = {
  country: ['negara', 'country', 'nation'],
  province: ['provinsi', 'propinsi', 'province', 'admin1'],
  level: ['tingkat', 'level', 'jenis daerah', 'kind of place'],
  kemendagri: ['kode kemendagri', 'kemendagri code', 'kemendagri', 'kode wilayah'],
  qid: ['QID', 'Wikidata', 'Wikidata id', 'Wikidata QID'],
  geonames: ['GeoNames', 'GeoNames id', 'geonameid'],
  latitude: ['lintang', 'latitude', 'lat'],
  longitude: ['bujur', 'longitude', 'lng', 'lon'],
} as const;

/**
 * Names of columns as they stand alone. Where such a table names a country without saying whose, it is the partner's;
 * a province or a Kemendagri code is that of the party at home.
 */
const NAMES: Readonly<Partial<Record<Field, readonly string[]>>> = {
  partyA: [
    ...['pihak 1', 'pihak I', 'pihak A', 'pihak pertama', 'daerah', 'nama daerah', 'pemerintah daerah', 'pemda', 'kota', 'kabupaten'],
    ...['kabupaten/kota', 'kota/kabupaten', 'kab/kota', 'kota asal', 'daerah asal', 'party A', 'party 1', 'first party', 'city A'],
    ...['place A', 'city', 'local government', 'home city'],
  ],
  partyB: [
    ...['pihak 2', 'pihak II', 'pihak B', 'pihak kedua', 'mitra', 'nama mitra', 'kota mitra', 'daerah mitra', 'mitra kerja sama'],
    ...[
      'mitra kerjasama',
      'mitra luar negeri',
      'mitra LN',
      'kota/provinsi mitra',
      'party B',
      'party 2',
      'second party',
      'city B',
      'place B',
    ],
    ...['partner', 'partner name', 'partner city', 'partner place', 'foreign partner', 'foreign party', 'foreign city'],
  ],
  countryB: ['negara', 'country', 'asal negara', 'negara asal mitra'],
  provinceA: ['provinsi', 'propinsi', 'province'],
  provinceB: ['negara bagian', 'state', 'prefektur', 'prefecture', 'provinsi/negara bagian mitra'],
  kemendagriA: ['kode kemendagri', 'kemendagri code', 'kode wilayah'],
  kind: [
    'jenis',
    'jenis kerja sama',
    'jenis kerjasama',
    'bentuk kerja sama',
    'bentuk kerjasama',
    'kind',
    'type',
    'agreement type',
    'kind of agreement',
    'form of cooperation',
    'cooperation form',
  ],
  titleId: ['judul', 'judul kerja sama', 'nama kerja sama', 'judul naskah'],
  titleEn: ['title', 'agreement title', 'title of agreement'],
  stage: [
    ...['tahap', 'tahapan', 'status', 'status kerja sama', 'status kerjasama', 'naskah', 'jenis naskah', 'bentuk naskah'],
    ...['jenis dokumen', 'dokumen', 'stage', 'phase', 'document', 'kind of document'],
  ],
  date: ['tanggal', 'date'],
  year: ['tahun', 'year'],
  intentDate: ['tanggal LoI', 'LoI', 'tahun LoI', 'LoI date', 'date of LoI'],
  signedDate: [
    ...['tanggal MoU', 'MoU', 'tahun MoU', 'tanggal penandatanganan', 'tanggal tanda tangan', 'tanggal naskah', 'MoU date', 'date of MoU'],
    ...['tahun penandatanganan', 'tanggal/tahun penandatanganan', 'waktu penandatanganan', 'tanggal ditandatangani', 'tanggal/tahun MoU'],
    ...['date signed', 'signed', 'signing date', 'date of signing', 'date of signature'],
  ],
  validity: [
    ...['masa berlaku', 'jangka waktu', 'masa berlaku kerja sama', 'masa berlaku kerjasama', 'jangka waktu kerja sama'],
    ...[
      'jangka waktu kerjasama',
      'berlaku sampai',
      'berlaku sampai dengan',
      'berlaku s.d.',
      'berlaku s/d',
      'berlaku hingga',
      'tanggal berakhir',
      'akhir masa berlaku',
    ],
    ...['masa kerja sama', 'validity', 'valid until', 'period of validity', 'term', 'duration', 'expiry', 'expiry date', 'expires'],
  ],
  sectors: [
    'bidang',
    'bidang kerja sama',
    'bidang kerjasama',
    'sektor',
    'ruang lingkup',
    'sectors',
    'sector',
    'fields',
    'areas of cooperation',
    'scope',
  ],
  confidence: ['keyakinan', 'tingkat keyakinan', 'confidence'],
  note: ['keterangan', 'ket', 'catatan', 'note', 'notes', 'remarks', 'remark'],
  sourceTitle: ['sumber', 'judul sumber', 'source', 'source title', 'reference'],
  sourcePublisher: ['penerbit', 'publisher', 'source publisher'],
  sourceKind: ['jenis sumber', 'source kind', 'source type'],
  sourceUrl: ['tautan', 'tautan sumber', 'link', 'URL', 'source URL', 'alamat web'],
  sourcePublished: ['tanggal terbit', 'tanggal sumber', 'published', 'source date', 'date published'],
  sourceLanguage: ['bahasa', 'bahasa sumber', 'language', 'source language'],
  sourceLicence: ['lisensi', 'licence', 'license'],
};

/** Words as people shorten them in headers. */
const SHORT: Readonly<Record<string, string>> = { tgl: 'tanggal', thn: 'tahun', kab: 'kabupaten', prov: 'provinsi', kec: 'kecamatan' };

/** The words of a header, those that are shortened in full. */
function headerWords(text: string): string {
  return wordsOf(text)
    .split(' ')
    .map((word) => (Object.hasOwn(SHORT, word) ? SHORT[word] : word))
    .join(' ');
}

const FIELD_BY_NAME = new Map<string, Field>();
for (const field of ALL_FIELDS) for (const name of [field, ...(NAMES[field] ?? [])]) FIELD_BY_NAME.set(headerWords(name), field);
for (const [what, names] of Object.entries(SIDED)) {
  for (const [side, words] of Object.entries(SIDES)) {
    for (const name of names) {
      for (const word of words) {
        for (const full of [`${name} ${word}`, `${word} ${name}`]) {
          const key = headerWords(full);
          if (!FIELD_BY_NAME.has(key)) FIELD_BY_NAME.set(key, `${what}${side}` as Field);
        }
      }
    }
  }
}

/** The field that a column of this name is for; undefined: the name tells none. */
export function fieldNamed(column: string): Field | undefined {
  return FIELD_BY_NAME.get(headerWords(column));
}

/** Words of headers that are about time, and about when something was signed or ends. */
const OF_TIME = /\b(?:tanggal|tahun|waktu|date|year)\b/;
const OF_SIGNING = /\b(?:penandatanganan|ditandatangani|tanda tangan|tandatangan|ttd|teken|signed|signing|signature|mou|naskah)\b/;
const OF_END = /\b(?:berakhir|berlaku|expiry|expires|until|end)\b/;

/** The field of a date that a column is likely to be for whose name is not known. Null: its name is not about time. */
export function perhapsDated(column: string): 'signedDate' | 'validity' | 'date' | null {
  const header = headerWords(column);
  if (OF_END.test(header)) return 'validity';
  if (OF_SIGNING.test(header) && (OF_TIME.test(header) || !/\b(?:nomor|no|judul|jenis|bentuk)\b/.test(header))) return 'signedDate';
  return OF_TIME.test(header) ? 'date' : null;
}

/** Names by which a field is recognised, for messages. */
export function someNamesOf(field: Field): string {
  return (NAMES[field] ?? [field]).slice(0, 3).join(', ');
}

/** Names by which a field is recognised beside its own: as they stand alone, and with a word for the side of its party. */
export function namesOfField(field: Field): { readonly alone: readonly string[]; readonly sided: readonly string[] } {
  const [what = ''] = /^.+(?=[AB]$)/.exec(field) ?? [];
  return { alone: NAMES[field] ?? [], sided: (SIDED as Readonly<Record<string, readonly string[]>>)[what] ?? [] };
}
