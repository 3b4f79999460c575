/** What a column of a sheet can say of an agreement, with the sentence that explains it. A is the party at home, B its partner. */
export const FIELDS = {
  partyA: 'Name of the first party.',
  partyB: 'Name of the second party, the partner.',
  countryA: 'Country of the first party, by name or code. NA is Namibia.',
  countryB: 'Country of the second party, by name or code. NA is Namibia.',
  provinceA: 'First-level subdivision of the first party, by name or code of ISO 3166-2.',
  provinceB: 'First-level subdivision of the second party, by name or code of ISO 3166-2.',
  levelA: 'What the first party is: kota, kabupaten, provinsi, city, prefecture.',
  levelB: 'What the second party is.',
  kemendagriA: 'Kemendagri code of the first party, such as 35.74. The column has to be text: as a number 35.70 becomes 35.7.',
  kemendagriB: 'Kemendagri code of the second party.',
  qidA: 'Wikidata item of the first party, such as Q10476.',
  qidB: 'Wikidata item of the second party.',
  geonamesA: 'GeoNames id of the first party, such as 1630634.',
  geonamesB: 'GeoNames id of the second party.',
  latitudeA: 'Degrees north of the first party, WGS 84.',
  latitudeB: 'Degrees north of the second party, WGS 84.',
  longitudeA: 'Degrees east of the first party, WGS 84.',
  longitudeB: 'Degrees east of the second party, WGS 84.',
  kind: 'Kind of the agreement: sister city, kota kembar, KSDD.',
  titleId: 'Title of the agreement in Indonesian.',
  titleEn: 'Title of the agreement in English.',
  stage: 'The step that was reached: penjajakan, LoI, MoU, perpanjangan, berakhir.',
  date: 'When that step was reached, as precise as is known.',
  year: 'The year of that step, where no date is given.',
  intentDate: 'When the letter of intent was signed.',
  signedDate: 'When the agreement was signed.',
  validity: 'Until when it holds, or for how long: 31/12/2024, 2019–2024, 5 tahun.',
  sectors: 'Sectors, separated by ; or, where there is none, by commas.',
  confidence: 'How far the row is to be relied on: tinggi, sedang, rendah.',
  note: 'Anything else, in one or two sentences.',
  sourceTitle: 'Title of the source of the row.',
  sourcePublisher: 'Who published the source of the row.',
  sourceKind: 'What the source of the row is: NEWS, GOVERNMENT, DATASET.',
  sourceUrl: 'Address of the source of the row.',
  sourcePublished: 'When the source of the row was published.',
  sourceLanguage: 'Language of the source of the row, a code of ISO 639 such as id.',
  sourceLicence: 'Terms of use of the source of the row.',
} as const;
export type Field = keyof typeof FIELDS;

export const ALL_FIELDS = Object.keys(FIELDS) as [Field, ...Field[]];

/** Fields without which a row says nothing of an agreement. */
export const REQUIRED_FIELDS = ['partyA', 'partyB'] as const satisfies readonly Field[];
