import { idOf } from './ontology.js';

/**
 * What the law, and those who count sister relations, ask of a pair of places. The table says where each
 * criterion was read and no more than was read there: of PP 28/2018 and Permendagri 25/2020 that is a list
 * published by Kota Jambi, which names no articles.
 */

/** Where criteria were read. */
export const RULE_TEXTS = {
  KSDPL: {
    instrument: 'PP 28/2018, Permendagri 25/2020',
    article: null,
    title: 'Requirements of cooperation with a local government abroad (KSDPL)',
    readIn: 'The list of requirements of KSDPL, as PP 28/2018 calls it, that Kota Jambi publishes; it names no articles.',
    url: 'https://kerjasama.jambikota.go.id/luar-negeri/kerjasama-swasta-asing/',
  },
  KSDPL_STEPS: {
    instrument: 'PP 28/2018, Permendagri 25/2020',
    article: null,
    title: 'The stages of cooperation with a local government abroad (KSDPL)',
    readIn:
      "The stages as a regency's bylaw lists them, up to the draft of the text; in which order negotiation and full powers come before the signing was not verified.",
    url: null,
  },
  KSDD: {
    instrument: 'PP 28/2018',
    article: 'Pasal 1 angka 2',
    title: 'Cooperation of a region with another region (KSDD)',
    readIn: 'The text of the article.',
    url: 'https://peraturan.info/pp/2018/28',
  },
  PERMENDAGRI_3_2008: {
    instrument: 'Permendagri 3/2008',
    article: 'Pasal 5',
    title: 'What a sister city takes into account',
    readIn: 'A summary of the regulation. Permendagri 25/2020 has replaced it, so it shows what is looked at and binds nobody.',
    url: 'https://id.scribd.com/document/367298138/Definisi-Konsep-Sister-City',
  },
  CLAIR: {
    instrument: 'CLAIR',
    article: 'Q1',
    title: 'Sister city relationships FAQ: what CLAIR treats as a sister (friendship) city relationship. It is no law.',
    readIn: 'The page itself.',
    url: 'https://www.clair.or.jp/e/exchange/shimai/qanda.html',
  },
  KEMBAR: {
    instrument: 'Kembar',
    article: null,
    title: 'What follows from the records; no law.',
    readIn: 'The graph.',
    url: null,
  },
} as const;
export type RuleText = keyof typeof RULE_TEXTS;

/** To which pairs a criterion applies. */
export const APPLICATIONS = {
  ANY: 'To every pair.',
  INDONESIA: 'To pairs of which one place at least is in Indonesia.',
  INDONESIA_ABROAD: 'To pairs of a place in Indonesia and one abroad.',
  JAPAN_ABROAD: 'To pairs of a place in Japan and one abroad.',
} as const;
export type Application = keyof typeof APPLICATIONS;

export const VERDICTS = {
  MET: 'The graph shows that it is met.',
  NOT_MET: 'The graph shows that it is not met.',
  UNDECIDED: 'The graph does not show which; `needed` says what would.',
  NOT_APPLICABLE: 'The rule does not apply to the pair.',
} as const;
export type Verdict = keyof typeof VERDICTS;

interface CriterionDefinition {
  readonly applies: Application;
  /** Where it was read. */
  readonly text: RuleText;
  /** The words of the rule in its own language, where there are any. */
  readonly term: string | null;
  readonly description: string;
  /** What would decide it where the graph does not; null where the graph always does. */
  readonly needed: string | null;
}

export const CRITERIA = {
  FOREIGN_PARTNER: {
    applies: 'INDONESIA',
    text: 'KSDD',
    term: 'kerja sama daerah dengan daerah lain',
    description: 'The partner is abroad. Two regions of Indonesia cooperate under the rules of KSDD instead, whatever they call it.',
    needed: 'The countries that both places are in.',
  },
  DIPLOMATIC_RELATIONS: {
    applies: 'INDONESIA_ABROAD',
    text: 'KSDPL',
    term: 'mempunyai hubungan diplomatik',
    description: 'The two countries have diplomatic relations. An embassy, consulate-general or consulate of one in the other shows it.',
    needed: 'A mission of one country in the other, or a statement of the Ministry of Foreign Affairs.',
  },
  REGIONAL_AFFAIRS: {
    applies: 'INDONESIA_ABROAD',
    text: 'KSDPL',
    term: 'merupakan urusan Pemerintah Daerah',
    description: 'What they cooperate in is within the powers of the region.',
    needed: 'The sectors of the cooperation, held against the powers of the region.',
  },
  NO_OFFICE_ABROAD: {
    applies: 'INDONESIA_ABROAD',
    text: 'KSDPL',
    term: 'tidak membuka kantor perwakilan di luar negeri',
    description: 'The region opens no representative office abroad.',
    needed: 'The draft of the agreement, or an assurance of the region.',
  },
  NO_INTERFERENCE: {
    applies: 'INDONESIA_ABROAD',
    text: 'KSDPL',
    term: 'tidak mencampuri urusan pemerintahan dalam negeri',
    description: 'The government abroad does not interfere in affairs of government at home.',
    needed: 'The draft of the agreement.',
  },
  IN_LINE_WITH_PLANS: {
    applies: 'INDONESIA_ABROAD',
    text: 'KSDPL',
    term: 'sesuai dengan kebijakan dan rencana pembangunan nasional dan daerah',
    description: 'It agrees with national and regional policy and development plans.',
    needed: 'The development plans of the country and the region.',
  },
  EQUAL_STATUS: {
    applies: 'INDONESIA_ABROAD',
    text: 'KSDPL',
    term: 'kesetaraan status administrasi dan/atau kesetaraan wilayah',
    description:
      'The two are of equal administrative status: provinces with provinces; cities and regencies with cities and regencies. As the rule is worded, equality of territory may stand beside it or in its place; see EQUAL_TERRITORY.',
    needed: 'The local government that is to be the partner, and what standing it has in its country.',
  },
  EQUAL_TERRITORY: {
    applies: 'INDONESIA_ABROAD',
    text: 'KSDPL',
    term: 'kesetaraan status administrasi dan/atau kesetaraan wilayah',
    description: 'The territories of the two are equal, beside equality of status or in its place; what is meant by it was not read.',
    needed: 'The definition of the rule, and the territories of both.',
  },
  COMPLEMENTARITY: {
    applies: 'INDONESIA_ABROAD',
    text: 'KSDPL',
    term: 'saling melengkapi',
    description: 'The two complement each other.',
    needed: 'What each side needs and has to offer, by sector.',
  },
  PEOPLE_TO_PEOPLE: {
    applies: 'INDONESIA_ABROAD',
    text: 'KSDPL',
    term: 'peningkatan hubungan antar masyarakat',
    description: 'It furthers relations between the people of both.',
    needed: 'The plan of the cooperation.',
  },
  SIMILAR_CHARACTERISTICS: {
    applies: 'INDONESIA_ABROAD',
    text: 'PERMENDAGRI_3_2008',
    term: 'kesamaan karakteristik',
    description: 'The two are of similar characteristics. Population is the one that the graph knows, and decides nothing alone.',
    needed: 'A comparison of geography, economy and culture.',
  },
  SIMILAR_PROBLEMS: {
    applies: 'INDONESIA_ABROAD',
    text: 'PERMENDAGRI_3_2008',
    term: 'kesamaan permasalahan',
    description: 'The two have similar problems.',
    needed: 'The problems that each has.',
  },
  NO_AGREEMENT_YET: {
    applies: 'ANY',
    text: 'KEMBAR',
    term: null,
    description: 'No signed agreement between the two is running. Talks and agreements that have lapsed do not stand in the way.',
    needed: null,
  },
  CLAIR_SIGNED_BY_HEADS: {
    applies: 'JAPAN_ABROAD',
    text: 'CLAIR',
    term: '両首長による提携書',
    description: 'The heads of both local governments have signed an agreement.',
    needed: 'A signing of both heads on record.',
  },
  CLAIR_SEVERAL_FIELDS: {
    applies: 'JAPAN_ABROAD',
    text: 'CLAIR',
    term: '交流分野が特定のものに限られていないこと',
    description: 'The exchange is not limited to one field.',
    needed: 'The sectors of a running agreement; more than one decides it.',
  },
  CLAIR_ASSEMBLY_APPROVED: {
    applies: 'JAPAN_ABROAD',
    text: 'CLAIR',
    term: '議会の承認',
    description: 'The assembly of the local government in Japan has approved a budget for the exchange.',
    needed: 'The resolution of the assembly in Japan.',
  },
} as const satisfies Readonly<Record<string, CriterionDefinition>>;
export type Criterion = keyof typeof CRITERIA;
export const ALL_CRITERIA = Object.keys(CRITERIA) as Criterion[];

/** Ids of the countries that rules speak of. */
export const INDONESIA = idOf('Place', 'id');
export const JAPAN = idOf('Place', 'jp');

/** Whether a criterion applies to places in two countries. A country that is not known makes no rule apply but those for any pair. */
export function applies(criterion: Criterion, a: string | null, b: string | null): boolean {
  const [isIndonesian, isJapanese] = [a === INDONESIA || b === INDONESIA, a === JAPAN || b === JAPAN];
  const abroad = a !== null && b !== null && a !== b;
  switch (CRITERIA[criterion].applies) {
    case 'ANY':
      return true;
    case 'INDONESIA':
      return isIndonesian;
    case 'INDONESIA_ABROAD':
      return isIndonesian && abroad;
    case 'JAPAN_ABROAD':
      return isJapanese && abroad;
  }
}
