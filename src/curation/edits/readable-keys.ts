import { refuse } from '../faults.js';
import { derivedKey } from './derived-key.js';

const LONGEST_OF_SOURCE = 100;

interface Bilingual {
  readonly id?: string | null | undefined;
  readonly en?: string | null | undefined;
}

/** A key made of the English name, else of the Indonesian one, and of a date where there is one. */
export function keyOfName({ id, en }: Bilingual, field: string, date?: string | null): string {
  const text = en ?? id;
  if (text == null) return refuse('INVALID', 'a name needs id (Indonesian), en (English) or both', field);
  return derivedKey(text, date != null && /\d/.test(date) ? date : undefined);
}

/** A key made of publisher, title and the year of publication, cut at a word so that the year stays. */
export function keyOfSource(publisher: string, title: string, published: string | null | undefined): string {
  const [year] = /^\d{4}/.exec(published ?? '') ?? [];
  const end = year === undefined ? '' : `-${year}`;
  return `${cutAtWord(derivedKey(publisher, title), LONGEST_OF_SOURCE - end.length)}${end}`;
}

function cutAtWord(key: string, most: number): string {
  if (key.length <= most) return key;
  const cut = key.slice(0, most + 1).lastIndexOf('-');
  return key.slice(0, cut > 0 ? cut : most);
}
