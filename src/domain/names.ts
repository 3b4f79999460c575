/**
 * A name without case and diacritics, for comparing and ordering: `Đà Nẵng` and `da nang` fold to the
 * same text. Letters that Unicode does not decompose are mapped by hand; scripts without case stay.
 */
export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[đðøłßæœþħıŋ]/g, (letter) => UNDECOMPOSED[letter] ?? letter)
    .replace(/[‘’ʻʼ'`´]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
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
