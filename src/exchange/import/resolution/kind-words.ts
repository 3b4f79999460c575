import type { PlaceKind } from '../../../domain/vocabulary.js';
import { respelt, words } from './spelling.js';

/** A name with what its words say of the kind of the place. */
export interface ReadName {
  /** The whole name, spelled for comparing. */
  readonly full: string;
  /** It without words for the kind of the place; the whole name where it has none. */
  readonly core: string;
  /** The kinds that these words may stand for; null: there are none. */
  readonly kinds: readonly PlaceKind[] | null;
  /** Whether the words are those of Indonesian local governments. */
  readonly indonesian: boolean;
}

type Words = readonly (readonly [words: string, kinds: readonly PlaceKind[]])[];

const CITY: readonly PlaceKind[] = ['CITY'];
const PROVINCE: readonly PlaceKind[] = ['PROVINCE'];
const AREA: readonly PlaceKind[] = ['PROVINCE', 'REGION'];
const COUNTY: readonly PlaceKind[] = ['REGENCY', 'PROVINCE'];
const DISTRICT: readonly PlaceKind[] = ['DISTRICT', 'REGENCY'];
const TOWN: readonly PlaceKind[] = ['VILLAGE', 'CITY'];

/** Before the name, in Indonesia. */
const INDONESIAN: Words = [
  ['(?:pemerintah )?(?:kota administrasi|kotamadya|kota)|kodya|pemkot', CITY],
  ['(?:pemerintah )?(?:kabupaten administrasi|kabupaten)|kab|pemkab', ['REGENCY']],
  ['(?:pemerintah )?(?:provinsi|propinsi)|prov|pemprov', PROVINCE],
  ['daerah istimewa|(?:d i|di)(?= (?:yogyakarta|aceh)$)|daerah khusus(?: ibu ?kota)?|dki', PROVINCE],
  ['kecamatan|kec', ['DISTRICT']],
  ['desa|kelurahan', ['VILLAGE']],
];

/** Before the name, anywhere. */
const BEFORE: Words = [
  ['(?:the )?(?:city|municipality) of', CITY],
  ['(?:the )?(?:town|village) of', TOWN],
  ['(?:the )?(?:province|state|prefecture|canton|governorate|department|oblast) of|negara bagian|prefektur', PROVINCE],
  ['(?:the )?republic of|republik', ['PROVINCE', 'COUNTRY']],
  ['(?:the )?county of', COUNTY],
  ['(?:the )?regency of', ['REGENCY']],
  ['(?:the )?district of|distrik', DISTRICT],
  ['(?:the )?region of|wilayah', AREA],
];

/** Behind the name, anywhere. */
const BEHIND: Words = [
  ['city region', ['REGION']],
  ['(?:metropolitan |special )?city', CITY],
  ['municipality', ['CITY', 'REGENCY']],
  ['town|village', TOWN],
  ['(?:autonomous )?province|prefecture|state|oblast|krai|kray|governorate|department|voivodeship|canton|territory', PROVINCE],
  ['republic', ['PROVINCE', 'COUNTRY']],
  ['county', COUNTY],
  ['regency', ['REGENCY']],
  ['district', DISTRICT],
  ['(?:autonomous )?region', AREA],
];

/** Behind the name and joined to it by a hyphen: Japanese and Korean words in Latin letters. */
const HYPHENED: Words = [
  ['shi|si', CITY],
  ['ken|fu|to|do', PROVINCE],
  ['gun', ['REGENCY']],
  ['ku|gu', ['DISTRICT']],
  ['cho|machi|mura|son|eup|myeon', TOWN],
];

/** Behind a name of two characters or more in Chinese, Japanese and Korean script. */
const IN_SCRIPT: Words = [
  ['市|시', CITY],
  ['県|縣|省|府|도', PROVINCE],
  ['郡|군|县', ['REGENCY']],
  ['区|區|구', ['DISTRICT']],
];

interface Pattern {
  readonly pattern: RegExp;
  readonly kinds: readonly PlaceKind[];
  readonly indonesian: boolean;
}

/** Patterns, with one that tells fast whether any of them is there: most names have no such words, and there are many names. */
class Patterns {
  readonly #any: RegExp;
  readonly #each: readonly Pattern[];

  constructor(kindWords: Words, toPattern: (words: string) => string, indonesian = false) {
    this.#any = new RegExp(toPattern(kindWords.map(([text]) => text).join('|')), 'u');
    this.#each = kindWords.map(([text, kinds]) => ({ pattern: new RegExp(toPattern(text), 'u'), kinds, indonesian }));
  }

  /** The name without such words, and what they say. */
  strip(text: string): { name: string; kinds: readonly PlaceKind[]; indonesian: boolean } | null {
    if (!this.#any.test(text)) return null;
    for (const { pattern, kinds, indonesian } of this.#each) {
      const name = pattern.exec(text)?.groups?.name;
      if (name !== undefined) return { name, kinds, indonesian };
    }
    return null;
  }
}

/** Found among the words of a name, the longer words of a kind first. */
const WORDS: readonly Patterns[] = [
  new Patterns(INDONESIAN, (kindWords) => `^(?:${kindWords}) (?<name>.+)$`, true),
  new Patterns(BEFORE, (kindWords) => `^(?:${kindWords}) (?<name>.+)$`),
  new Patterns(BEHIND, (kindWords) => `^(?<name>.+) (?:${kindWords})$`),
  new Patterns(IN_SCRIPT, (kindWords) => `^(?<name>\\P{ASCII}{2,})(?:${kindWords})$`),
];
const JOINED = new Patterns(HYPHENED, (kindWords) => `^(?<name>.*[^\\s-].*)-(?:${kindWords})$`);

/** Reads the words of a name that say what kind of place it is: `Kab. Bogor`, `City of Darwin`, `Kochi Prefecture`, `Suwon-si`. */
export function readName(name: string): ReadName {
  const plain = words(name);
  const full = respelt(plain);
  const joined = name.includes('-') ? JOINED.strip(name.trim().toLowerCase()) : null;
  let core = joined === null ? plain : words(joined.name);
  let kinds: readonly PlaceKind[] | null = joined?.kinds ?? null;
  let indonesian = false;
  // Provinsi Daerah Istimewa Yogyakarta says it twice; words that contradict one another belong to the name.
  for (let found = stripped(core); found !== null; found = stripped(core)) {
    const agreed: PlaceKind[] = found.kinds.filter((kind) => kinds === null || kinds.includes(kind));
    if (agreed.length === 0) break;
    core = found.name;
    kinds = agreed;
    indonesian ||= found.indonesian;
  }
  // Prov. Gyeongsangnam-do is no place in Indonesia.
  return { full, core: respelt(core), kinds, indonesian: indonesian && joined === null };
}

const WRITTEN_IN_INDONESIAN = new RegExp(`^(?:${INDONESIAN.map(([text]) => text).join('|')})\\.?\\s+(?=\\S)`, 'iu');

/** A name without the Indonesian words before it that say what it is, as it is written: the Kota of `Kota Xiangtan` is no part of its name. */
export function withoutIndonesianWords(name: string): string {
  return name.replace(WRITTEN_IN_INDONESIAN, '');
}

function stripped(text: string) {
  for (const patterns of WORDS) {
    const found = patterns.strip(text);
    if (found !== null) return found;
  }
  return null;
}
