import { foldName } from '../../../domain/names.js';
import { STAGES, type Stage } from '../../../domain/stage.js';
import {
  AGREEMENT_KINDS,
  type AgreementKind,
  CONFIDENCES,
  type Confidence,
  PLACE_KINDS,
  type PlaceKind,
  SOURCE_KINDS,
  type SourceKind,
} from '../../../domain/vocabulary.js';

/** A text as words are compared: without case, accents and punctuation, unless there is nothing else in it. */
export function wordsOf(text: string): string {
  const folded = foldName(text);
  return folded.replace(/[^\p{L}\p{N}]+/gu, ' ').trim() || folded;
}

/** The members of a vocabulary by the words that stand for them in Indonesian and English; their own names always do. */
export class Words<T extends string> {
  readonly #byWords = new Map<string, T>();
  /** What to write instead of a word that is not known. */
  readonly accepted: string;

  constructor(words: Readonly<Record<T, readonly string[]>>) {
    for (const [member, all] of Object.entries(words) as [T, readonly string[]][]) {
      for (const word of [member, ...all]) this.#byWords.set(wordsOf(word), member);
    }
    this.accepted = (Object.entries(words) as [T, readonly string[]][])
      .map(([member, [first]]) => (first === undefined ? member : `${member} (${first})`))
      .join(', ');
  }

  find(text: string): T | undefined {
    return this.#byWords.get(wordsOf(text));
  }
}

const ofMembers = <T extends string>(vocabulary: Readonly<Record<T, unknown>>, words: Readonly<Partial<Record<T, readonly string[]>>>) =>
  new Words<T>(
    Object.fromEntries((Object.keys(vocabulary) as T[]).map((member) => [member, words[member] ?? []])) as Record<T, readonly string[]>,
  );

export const STAGE_WORDS = ofMembers<Stage>(STAGES, {
  INITIATIVE: ['prakarsa', 'inisiatif', 'usulan', 'proposal'],
  EXPLORATION: ['penjajakan', 'tahap penjajakan', 'penjajagan', 'exploring', 'talks'],
  LETTER_OF_INTENT: [
    'LoI',
    'surat pernyataan kehendak',
    'pernyataan kehendak kerja sama',
    'pernyataan kehendak kerjasama',
    'penandatanganan LoI',
  ],
  COOPERATION_PLAN: ['rencana kerja sama', 'penyusunan rencana kerja sama'],
  COUNCIL_APPROVAL: ['persetujuan DPRD', 'council approved'],
  VERIFICATION: ['verifikasi'],
  DRAFTING: ['penyusunan rancangan naskah', 'penyusunan naskah', 'draf', 'draft', 'draf MoU', 'draft MoU'],
  NEGOTIATION: ['pembahasan rancangan naskah', 'pembahasan naskah', 'pembahasan', 'negosiasi'],
  FULL_POWERS: ['surat kuasa', 'persetujuan menteri', 'persetujuan menteri, surat kuasa'],
  SIGNED: [
    'MoU',
    'memorandum of understanding',
    'memorandum saling pengertian',
    'nota kesepahaman',
    'perjanjian kerja sama',
    'agreement',
    'penandatanganan',
    'penandatanganan naskah',
    'penandatanganan MoU',
    'ditandatangani',
    'MoU ditandatangani',
  ],
  IMPLEMENTATION: ['pelaksanaan', 'implementasi', 'dilaksanakan', 'implemented'],
  RENEWED: ['perpanjangan', 'diperpanjang', 'perpanjangan MoU', 'renewal', 'extended', 'extension'],
  DORMANT: ['tidak aktif', 'vakum', 'inactive'],
  EXPIRED: ['berakhir', 'kedaluwarsa', 'kadaluarsa', 'habis masa berlaku'],
  TERMINATED: ['diakhiri', 'dihentikan'],
});

export const KIND_WORDS = ofMembers<AgreementKind>(AGREEMENT_KINDS, {
  SISTER_CITY: ['kota kembar', 'kota bersaudara', 'twin city', 'twin town', 'twin towns', 'sister cities', 'kerja sama sister city'],
  SISTER_PROVINCE: ['provinsi kembar', 'provinsi bersaudara', 'sister state', 'sister prefecture', 'sister province/state'],
  SISTER_REGENCY: ['kabupaten kembar', 'kabupaten bersaudara', 'sister county'],
  SISTER_VILLAGE: ['desa kembar'],
  SISTER_PORT: ['pelabuhan kembar'],
  FRIENDSHIP: ['kota persahabatan', 'persahabatan', 'friendship city'],
  DOMESTIC: [
    'KSDD',
    'kerja sama daerah dengan daerah lain',
    'kerja sama antardaerah',
    'kerja sama antar daerah',
    'kerja sama dalam negeri',
  ],
  COOPERATION: [
    'KSDPL',
    'kerja sama',
    'kerjasama',
    // In the regulations the word for cooperation with whomever, at home or abroad.
    'kerja sama daerah',
    'kerjasama daerah',
    'kerja sama luar negeri',
    'kerja sama daerah dengan pemerintah daerah di luar negeri',
  ],
});

export const LEVEL_WORDS = ofMembers<PlaceKind>(PLACE_KINDS, {
  COUNTRY: ['negara'],
  PROVINCE: ['provinsi', 'propinsi', 'prefecture', 'prefektur', 'state', 'negara bagian'],
  REGENCY: ['kabupaten', 'kab', 'county'],
  CITY: ['kota', 'kotamadya', 'kota madya', 'municipality'],
  DISTRICT: ['kecamatan', 'distrik'],
  VILLAGE: ['desa', 'kelurahan'],
  AUTHORITY: ['otorita', 'badan otorita'],
  REGION: ['kawasan', 'city region'],
});

export const CONFIDENCE_WORDS = ofMembers<Confidence>(CONFIDENCES, {
  HIGH: ['tinggi'],
  MEDIUM: ['sedang', 'menengah'],
  LOW: ['rendah'],
});

export const SOURCE_KIND_WORDS = ofMembers<SourceKind>(SOURCE_KINDS, {
  NEWS: ['berita', 'media'],
  GOVERNMENT: ['pemerintah'],
  ACADEMIC: ['akademik', 'skripsi', 'tesis', 'jurnal'],
  ORGANISATION: ['organisasi', 'organization'],
  DOCUMENT: ['dokumen', 'naskah'],
  DATASET: ['data'],
});
