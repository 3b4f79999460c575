import { foldName } from '../../../domain/names.js';

/**
 * A name as its spellings agree on: no case, marks or punctuation, the two ways of writing ö, ä, ü, å and ø as one, and
 * one way of writing saint. Words stay apart. It is for comparing alone, and not a spelling that anybody uses.
 */
export function spelling(name: string): string {
  return foldName(name)
    .replace(/[əǝ]/g, 'e')
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
    .replace(/\b(?:st|ste|sankt|sint|sainte)\b/g, 'saint')
    .replace(/([aou])e/g, '$1')
    .replace(/aa/g, 'a');
}

/** The letters of a spelling, for names whose words are joined or apart: Xi'an and Xian, Winston-Salem and Winston Salem. */
export function letters(spelled: string): string {
  return spelled.replaceAll(' ', '');
}
