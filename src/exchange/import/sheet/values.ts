import { BadInputError } from '../../../domain/errors.js';
import type { AgreementKind } from '../../../domain/vocabulary.js';
import { readKemendagriCode } from '../kemendagri/area-code.js';
import { UnreadableValue } from '../unreadable-value.js';
import { ACCEPTED_DATES, type DateOrder, dateOf } from './dates.js';
import type { Field } from './fields.js';
import { validityOf } from './validity.js';
import { CONFIDENCE_WORDS, KIND_WORDS, LEVEL_WORDS, SOURCE_KIND_WORDS, STAGE_WORDS, type Words } from './words.js';

/** Texts that say that there is nothing. `NA` is none of them: it is Namibia. */
const NOTHING = new Set(['', '-', '–', '—', 'n/a', '#n/a', 'tidak ada', 'belum ada', 'nihil']);

export function isNothing(text: string): boolean {
  return NOTHING.has(text.toLowerCase());
}

const text = (most: number) => (value: string) => {
  if (value.length > most) throw new UnreadableValue(`it has ${value.length} characters`, `shorten it to ${most}`);
  return value;
};

const word =
  <T extends string>(words: Words<T>) =>
  (value: string): T => {
    const found = words.find(value);
    if (found !== undefined) return found;
    throw new UnreadableValue(
      'the word is not known',
      `accepted are ${words.accepted}; or say in the mapping, under values, what it stands for`,
    );
  };

const date = (value: string, order: DateOrder): string => {
  try {
    return dateOf(value, order);
  } catch (error) {
    if (!(error instanceof BadInputError)) throw error;
    const why = error.message.replace(/^".*?" is not a date: (.*?)\. Accepted is .*$/, 'it is not a date: $1');
    throw new UnreadableValue(why, `accepted are ${ACCEPTED_DATES}`);
  }
};

const degrees =
  (bound: number) =>
  (value: string): number => {
    const number = Number(value.replace(',', '.'));
    if (/^[+-]?\d{1,3}(?:[.,]\d+)?$/.test(value) && Math.abs(number) <= bound) return number;
    throw new UnreadableValue('these are no degrees', `accepted are degrees from -${bound} to ${bound}, such as -7.98`);
  };

const qid = (value: string): string => {
  const found = /^(?:https?:\/\/www\.wikidata\.org\/(?:wiki|entity)\/)?(Q[1-9]\d{0,11})$/i.exec(value)?.[1];
  if (found !== undefined) return found.toUpperCase();
  throw new UnreadableValue('it is no item of Wikidata', 'accepted is an item such as Q10476, or its address');
};

const geonames = (value: string): string => {
  const found = /^(?:https?:\/\/(?:www|sws)\.geonames\.org\/)?([1-9]\d{0,11})(?:\/.*)?$/.exec(value)?.[1];
  if (found !== undefined) return found;
  throw new UnreadableValue('it is no id of GeoNames', 'accepted is a number such as 1630634, or its address');
};

/** Whether a text is one address on the web. */
export function isAddress(value: string): boolean {
  return value.length <= 1000 && /^https?:\/\/\S+$/.test(value) && URL.canParse(value);
}

const url = (value: string): string => {
  if (isAddress(value)) return value;
  throw new UnreadableValue(
    'it is not one address',
    'accepted is one address that begins with https:// or http://; what has two sources are two rows',
  );
};

const language = (value: string): string => {
  if (/^[a-z]{2,3}$/.test(value)) return value;
  throw new UnreadableValue('it is no code of a language', 'accepted is a code of ISO 639, such as id or en');
};

const sectors = (value: string): string[] => {
  const separator = [';', ','].find((mark) => value.includes(mark)) ?? '/';
  const named = value.split(separator).map((sector) => sector.trim());
  const found = [...new Set(named.filter((sector) => !isNothing(sector)))];
  if (found.length <= 30) return found.map(text(200));
  throw new UnreadableValue(`these are ${found.length} sectors`, 'name 30 at most');
};

/** Many sheets have `MoU` and `LoI` where the kind of an agreement would be. */
function kindOf(value: string): AgreementKind {
  const stage = KIND_WORDS.find(value) === undefined ? STAGE_WORDS.find(value) : undefined;
  if (stage === undefined) return word(KIND_WORDS)(value);
  throw new UnreadableValue(
    `it is a word for a stage (${stage}), and not for a kind of agreement`,
    'say in the mapping that this column has the stage, as in columns: { stage: … }, and if another one has the kind, which; where it is to say nothing, leave the word empty under values',
  );
}

/** How the text of each field is read. A reader throws `UnreadableValue`. */
export const READERS = {
  partyA: text(200),
  partyB: text(200),
  countryA: text(100),
  countryB: text(100),
  provinceA: text(200),
  provinceB: text(200),
  levelA: word(LEVEL_WORDS),
  levelB: word(LEVEL_WORDS),
  kemendagriA: readKemendagriCode,
  kemendagriB: readKemendagriCode,
  qidA: qid,
  qidB: qid,
  geonamesA: geonames,
  geonamesB: geonames,
  latitudeA: degrees(90),
  latitudeB: degrees(90),
  longitudeA: degrees(180),
  longitudeB: degrees(180),
  kind: kindOf,
  titleId: text(300),
  titleEn: text(300),
  stage: word(STAGE_WORDS),
  date,
  year: date,
  intentDate: date,
  signedDate: date,
  validity: (value: string, order: DateOrder) => validityOf(value, order, date),
  sectors,
  confidence: word(CONFIDENCE_WORDS),
  note: text(1000),
  sourceTitle: text(500),
  sourcePublisher: text(200),
  sourceKind: word(SOURCE_KIND_WORDS),
  sourceUrl: url,
  sourcePublished: date,
  sourceLanguage: language,
  sourceLicence: text(200),
} as const satisfies Record<Field, (text: string, order: DateOrder) => unknown>;
export type ValueOf<F extends Field> = ReturnType<(typeof READERS)[F]>;

/** Reads the text of a field. Throws `UnreadableValue`. */
export function readValue<F extends Field>(field: F, value: string, order: DateOrder): ValueOf<F> {
  return READERS[field](value, order) as ValueOf<F>;
}
