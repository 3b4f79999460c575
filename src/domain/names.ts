/**
 * A name without case and diacritics, for comparing and ordering: `Đà Nẵng` and `da nang` fold to the
 * same text. Letters that Unicode does not decompose are mapped by hand. Marks that are
 * letters of their own, as in Thai or Devanagari, and the voicing marks of Japanese stay.
 */
export function foldName(name: string): string {
  return name
    .replaceAll('´', '')
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]+/g, '')
    .toLowerCase()
    .replace(/[đðøłßæœþħıŋ]/g, (letter) => UNDECOMPOSED[letter] ?? letter)
    .replace(/[‘’ʻʼ'`]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .normalize('NFC');
}

const UNDECOMPOSED: Readonly<Record<string, string>> = {
  đ: 'd',
  ð: 'd',
  ø: 'o',
  ł: 'l',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
};

/** A readable key for addresses: `Kota Probolinggo` becomes `kota-probolinggo`. */
export function slugOf(name: string): string {
  return foldName(name)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}
