import { foldName } from '../../../domain/names.js';

/** The words of a name, without case, marks and punctuation. */
export function words(name: string): string {
  return foldName(name)
    .replace(/[əǝ]/g, 'e')
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

/** Words as their spellings agree on: the two ways of writing ö, ä, ü, å and ø are one, and so are those of writing saint. */
export function respelt(words: string): string {
  return words
    .replace(/\b(?:st|ste|sankt|sint|sainte)\b/g, 'saint')
    .replace(/([ao]|(?<!q)u)e/g, '$1')
    .replace(/aa/g, 'a');
}

/** A name for comparing alone: not a spelling that anybody uses. */
export function spelling(name: string): string {
  return respelt(words(name));
}

/** The letters of a spelling, for names whose words are joined or apart: Xi'an and Xian, Winston-Salem and Winston Salem. */
export function letters(spelled: string): string {
  return spelled.replaceAll(' ', '');
}
