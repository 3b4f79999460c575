/**
 * What no text has that came through whole: NUL, the mark for a character that could not be decoded (U+FFFD), and half of a
 * pair of UTF-16. None of these could be written to a file and read again.
 */
export const LOST_CHARACTER = /[\0\uFFFD\p{Cs}]/u;

export const LOST_REASON = 'a character of it was lost, as where a text is converted between encodings';
export const LOST_REMEDY = 'write it anew';
